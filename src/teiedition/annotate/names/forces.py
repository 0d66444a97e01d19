"""Armed forces called by what they are alone: "the Army, the Navy, and the Air Force", "the Navy objects".

Any state has an army. Which is meant is clear where several are named in a row, and where the text or the
authority files have a longer name: "Royal Navy", "Department of the Navy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from teiedition.annotate.names.departments import readings
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import Gazetteer
from teiedition.annotate.names.words import UPPER, Words

BEFORE, NEAR = 12, 60
"""How far before what an armed force is called the small word stands with which it may be called so, and how
far from it its longer name may begin or end."""


def forces(content: str, taken: Taken, forms: Gazetteer, words: Words) -> Iterator[Draft]:
    """The armed forces that are called so in what is not taken."""
    services = [service for service in words.services if service in content]
    if not services:
        return
    row, one, alone = _patterns(words)
    places = [place.span() for place in _names(words).finditer(content)]
    spans, at = dict[tuple[int, int], str](), 0
    for start, _ in places:
        if start >= at and (several := row.match(content, start)):
            at = several.end()
            parts = one.finditer(content, *several.span())
            spans |= {part.span(): "one of several in a row" for part in parts}
    known = {name: readings(name, forms, words) for name in services}
    named = {name for name in services if known[name] or _has_longer(content, name, places, words)}
    for start, end in places if named else ():
        for match in alone.finditer(content, max(0, start - BEFORE), end + NEAR):
            if match.start(1) == start and match[1] in named:
                spans.setdefault(match.span(1), "called so after its longer name")
    for (start, end), evidence in spans.items():
        if taken.is_free(start, end):
            yield Draft(start, end, "organisation", known[content[start:end]], 0.8, evidence)


def _has_longer(content: str, name: str, places: Sequence[tuple[int, int]], words: Words) -> bool:
    """Whether a longer name of an armed force stands somewhere: "Royal Navy"."""
    longer = _longer(name, words)
    return any(
        longer.search(content, max(0, start - NEAR), end + NEAR)
        for start, end in places
        if content[start:end] == name
    )


@cache
def _names(words: Words) -> re.Pattern[str]:
    return re.compile(_any(words.services))


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Several armed forces in a row, one of them, and one alone behind an article that is nobody's office."""
    names = _any(words.services)
    one = rf"(?:{names})(?!\w|-\w|(?: and (?:{names}))? [{UPPER}])"
    offices = "".join(
        rf"(?<!{office} of )" for office in sorted(words.department_offices | words.department_heads)
    )
    return (
        re.compile(rf"(?<![\w-]){one}(?:,? (?:and )?(?:the )?{one})+"),
        re.compile(one),
        re.compile(rf"(?<![\w-]){offices}(?:[Tt]he|with|by|from|to|between) ({one})"),
    )


@cache
def _longer(name: str, words: Words) -> re.Pattern[str]:
    """A longer name of an armed force of a state: "Royal Navy", "Department of the Navy"."""
    whose = _any(words.department_wholes | words.adjectives)
    heads = _any(words.department_heads)
    return re.compile(rf"(?<!\w)(?:(?:{whose}) {name}|(?:{heads}) of the {name}|{name} (?:{heads}))(?!\w)")


def _any(names: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
