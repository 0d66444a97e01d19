"""What a library asks of an edition: OAI-PMH and DTS as functions from a request to an answer.

They read the catalogue database alone (`Repository`), know no web framework and keep no state, so any number
of servers give the same answers.
"""

from teiedition.harvest.answer import Answer
from teiedition.harvest.repository import Repository

__all__ = ["Answer", "Repository"]
