"""OAI-PMH 2.0: a request's arguments → the XML that answers it. Errors are answers too (section 3.6)."""

from __future__ import annotations

import zlib
from datetime import datetime

from teiedition.harvest.answer import Answer, Arguments
from teiedition.harvest.oai import arguments, verbs
from teiedition.harvest.oai.fault import Fault
from teiedition.harvest.oai.writing import envelope, error
from teiedition.harvest.repository import Repository

MEDIA_TYPE = "text/xml; charset=utf-8"


def answer(repository: Repository, given: Arguments, address: str, now: datetime) -> Answer:
    """Answer a request that came to `address` (the repository's base URL) at `now` (UTC).

    Whatever is asked, the status is 200: OAI-PMH says in the document what is wrong.
    """
    shown: dict[str, str] = {}
    try:
        shown = arguments.checked(given)
        body = verbs.VERBS[shown["verb"]](verbs.Request(repository, shown, address, now))
        tag = f"{repository.version}-{zlib.crc32(repr((address, sorted(shown.items()))).encode()):08x}"
    except Fault as fault:
        if fault.code in ("badVerb", "badArgument"):
            shown = {}
        body, tag = error(fault.code, fault.words), ""
    return Answer(envelope(body, shown, address, now).encode(), MEDIA_TYPE, tag=tag)


__all__ = ["answer"]
