"""Bodies that the authority files have put otherwise: "Norland Government", "Government of Norland"."""

from __future__ import annotations

from collections.abc import Iterable

from teiedition.annotate.names import departments
from teiedition.annotate.names.designations import designations
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.gazetteer import Gazetteer
from teiedition.annotate.names.words import Words


def with_entries(content: str, drafts: Iterable[Draft], forms: Gazetteer, words: Words) -> list[Draft]:
    """The names; bodies that no form says as they stand have the entries of which one says the same, or the
    same and whose the body is."""
    known = designations(forms, words)
    found = []
    for draft in drafts:
        if draft.kind == "organisation" and not draft.readings:
            name = draft.name(content)
            alone = name in words.departments or name in words.services
            readings = departments.readings(name, forms, words) if alone else known.readings(name)
            readings = readings or known.bare(name)
            draft = draft._replace(readings=readings) if readings else draft
        found.append(draft)
    return found
