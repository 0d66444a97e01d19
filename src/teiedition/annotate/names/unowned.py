"""Organs named without the party that they are of: "the Politburo" in a text about the CPSU.

The authority files have "Politburo of the CPSU". That this one is meant is certain only where the text names
one party and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.words import Words


@dataclass(frozen=True, eq=False)
class Owned:
    """The organs that the authority files have of parties: by organ and party, and the party of each entry.

    A party is known by the id of its entry, or by its name where the files have none.
    """

    organs: Mapping[tuple[str, str], Reading]
    party_of: Mapping[str, str]


def with_parties(content: str, drafts: Sequence[Draft], forms: Gazetteer, words: Words) -> list[Draft]:
    """The drafts; organs that stand alone with the entry of the one party that the text is about."""
    if not any(_is_alone(content, draft, words) for draft in drafts):
        return list(drafts)
    owned = _owned(forms, words)
    party = _only_party(content, drafts, owned, words)
    found = []
    for draft in drafts:
        reading = owned.organs.get((folded(content[draft.start : draft.end]), party))
        if reading and _is_alone(content, draft, words):
            evidence = f"{draft.evidence}; of the one party that the text is about"
            draft = draft._replace(readings=(reading,), evidence=evidence)
        found.append(draft)
    return found


def _only_party(content: str, drafts: Sequence[Draft], owned: Owned, words: Words) -> str:
    """The party that the text names, if it names one and no other; else empty."""
    named = {_party(content, draft, owned, words) for draft in drafts} - {None}
    return (named.pop() or "") if len(named) == 1 else ""


def _is_alone(content: str, draft: Draft, words: Words) -> bool:
    return (
        draft.kind == "organisation"
        and not draft.readings
        and content[draft.start : draft.end] in words.organs
    )


def _party(content: str, draft: Draft, owned: Owned, words: Words) -> str | None:
    """The party that a name speaks of: empty for one without organs in the authority files, None for none."""
    if draft.kind != "organisation" or _is_alone(content, draft, words):
        return None
    for entry in draft.entries:
        if entry.id in owned.party_of:
            return owned.party_of[entry.id]
    if draft.entries:
        return None
    name = content[draft.start : draft.end]
    if folded(name) in owned.party_of:
        return owned.party_of[folded(name)]
    return "" if _partylike(words).search(name) else None


@cache
def _partylike(words: Words) -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, words.parties))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{heads})(?!\w)|[A-Z]P$|^CP")


@lru_cache(maxsize=4)
def _owned(forms: Gazetteer, words: Words) -> Owned:
    organs: dict[tuple[str, str], Reading] = {}
    party_of: dict[str, str] = {}
    for reading in (reading for found in forms.readings.values() for reading in found):
        if reading.entry.kind != "organisation":
            continue
        for organ, whose in _parted(reading.form.text, words):
            party = _root(whose, forms, words)
            for name in words.same_organ[organ]:
                organs.setdefault((folded(name), party), reading)
            party_of[reading.entry.id] = party_of[party] = party_of[folded(whose)] = party
    return Owned(organs, party_of)


def _root(whose: str, forms: Gazetteer, words: Words, depth: int = 3) -> str:
    """The party itself, of "NWP CC" as well: the id of its entry, or its name."""
    inner = next((party for _, party in _parted(whose, words)), "")
    entries = {reading.entry.id: reading.entry for reading in forms.readings.get(folded(whose), ())}
    told = (form.text for entry in entries.values() for form in entry.forms)
    inner = inner or next((party for form in told for _, party in _parted(form, words)), "")
    if inner and depth:
        return _root(inner, forms, words, depth - 1)
    return entries.popitem()[0] if len(entries) == 1 else folded(whose)


def _parted(form: str, words: Words) -> Iterable[tuple[str, str]]:
    """An organ and its party: of "Politburo of the NWP" and of "NWP Politburo"."""
    if match := _organ_of(words).fullmatch(form):
        yield match["organ"] or match["behind"], match["of"] or match["before"]


@cache
def _organ_of(words: Words) -> re.Pattern[str]:
    organs = "|".join(sorted(map(re.escape, words.organs), key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?P<organ>{organs}) of (?:the )?(?P<of>.+)|(?P<before>.+?)(?:['’]s?)? (?P<behind>{organs})"
    )
