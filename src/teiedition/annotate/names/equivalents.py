"""Bodies that the authority files have the other way round: "Norland Government", "Government of Norland"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.words import Words

_OF = re.compile(r"(\w+) of (?:the )?(.+)")
_BEFORE = re.compile(r"(.+) (\w+)")


def with_entries(content: str, drafts: Iterable[Draft], forms: Gazetteer, words: Words) -> list[Draft]:
    """The names; bodies that no form says as they stand have the entries that one says the other way."""
    found = []
    for draft in drafts:
        if draft.kind == "organisation" and not draft.readings and not draft.first_end:
            readings = _readings(content[draft.start : draft.end], forms, words)
            draft = draft._replace(readings=readings) if readings else draft
        found.append(draft)
    return found


def _readings(name: str, forms: Gazetteer, words: Words) -> tuple[Reading, ...]:
    for form in _other_ways(name, words):
        readings = forms.readings.get(folded(form), ())
        if bodies := tuple(reading for reading in readings if reading.entry.kind == "organisation"):
            return bodies
    return ()


def _other_ways(name: str, words: Words) -> Iterator[str]:
    """How else a body may be called: with its state or its field before or behind what it is."""
    if (match := _OF.fullmatch(name)) and match[1] in words.heads:
        head, whose = match.groups()
        if whose in words.places or head in words.department_heads:
            yield f"{whose} {head}"
        yield from (f"{people} {head}" for people, state in words.people_of.items() if state == whose)
    elif (match := _BEFORE.fullmatch(name)) and match[2] in words.heads:
        whose, head = match.groups()
        state = words.people_of.get(whose) or words.same_place.get(whose) or whose
        if state not in words.places and head not in words.department_heads:
            return
        yield from (f"{head} of {the}{state}" for the in ("", "the "))
        if state != whose:
            yield f"{state} {head}"
