"""Persons whose family name a text transcribes in another way than the authority: "Kasim" for "Qassim".

Vowels and doubled letters are what transcriptions differ in most. They are no reason to take somebody for
another, unless the text gives him the office that the authority says he held then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Reading
from teiedition.annotate.names.offices import Offices
from teiedition.authority import Authority, Form
from teiedition.authority.entry import SHORT
from teiedition.authority.lasting import lasting

_ALIKE = str.maketrans("cqwz", "kkvs")
_LEFT_OUT = re.compile("[aeiouyjh']|(.)(?=\\1)")
FEWEST = 3
"""So many consonants a family name has to have."""


def with_entries(drafts: Iterable[Draft], content: str, offices: Offices) -> list[Draft]:
    """The names; unknown persons with an office get the one entry that held it and is spelled likewise, and
    so do they where they are named without it."""
    drafts = list(drafts)
    unknown = [draft for draft in drafts if draft.kind == "person" and not draft.readings]
    told = {
        draft.name(content): found
        for draft in unknown
        if any(title.office for title in draft.titles) and (found := _found(draft, content, offices))
    }
    if not told:
        return drafts
    asked = {id(draft) for draft in unknown}
    return [
        _with_entry(draft, told[draft.name(content)])
        if id(draft) in asked and draft.name(content) in told
        else draft
        for draft in drafts
    ]


def _found(draft: Draft, content: str, offices: Offices) -> Reading | None:
    """The entry that held the office before a name, and whose family name has the same consonants."""
    name = draft.name(content).split()[-1]
    found = _by_consonants(offices.context.authority).get(_consonants(name), {}) if len(name) > FEWEST else {}
    heads = {folded(title.head) for title in draft.titles if title.office}
    held = [reading for reading in found.values() if offices.held(heads, reading.entry, draft.start)]
    return held[0] if len(held) == 1 else None


def _with_entry(draft: Draft, reading: Reading) -> Draft:
    evidence = f"spelled like “{reading.form.text}” of #{reading.entry.id}, who held the office"
    return draft._replace(readings=(reading,), score=0.7, evidence=f"{draft.evidence}; {evidence}")


def _consonants(name: str) -> str:
    """A name without what transcriptions differ in; empty if too little is left."""
    alike = folded(name).translate(_ALIKE)
    left = _LEFT_OUT.sub("", alike)
    return alike[0] + left if len(left) >= FEWEST else ""


@lru_cache(maxsize=4)
def _by_consonants(authority: Authority) -> Mapping[str, dict[str, Reading]]:
    """By the consonants of their family names, the persons who held offices, each with the form meant."""
    found: dict[str, dict[str, Reading]] = defaultdict(dict)
    with lasting():
        for entry in authority.entries.values():
            if entry.kind == "person" and entry.occupations:
                for form in entry.forms:
                    if form.type in SHORT and " " not in form.text and (key := _consonants(form.text)):
                        found[key].setdefault(entry.id, Reading(entry, Form(form.text, "short")))
    return found
