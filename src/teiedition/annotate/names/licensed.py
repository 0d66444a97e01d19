"""Bodies called by one word that may mean others elsewhere: "the Senate passed it", "drawings from the Fund".

That this body is meant the text says by another name in it: a chamber is named where the legislature is
spoken of, a fund where but one is named in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.words import Words

_BEFORE = 12


def licensed(
    content: str, capitals: Capitals, bodies: Sequence[Draft], taken: Taken, forms: Gazetteer
) -> Iterator[Draft]:
    """The bodies that are called so in what is not taken; `bodies` are those found so far."""
    words = capitals.words
    found = capitals.places(lambda token: token.word in words.chambers or token.word in words.shortened)
    readings: dict[str, tuple[Reading, ...] | None] = {}
    for number, token in found:
        run, name = capitals.runs[number], token.word
        if (
            len(run.tokens) > 1
            or content.startswith(" of ", run.end)
            or not taken.is_free(run.start, run.end)
        ):
            continue
        if name not in readings:
            readings[name] = _readings(content, name, bodies, forms, words)
        meant = readings[name]
        if meant is not None and _stands(content, run.start, name, words):
            evidence = "called so beside its longer name"
            yield Draft(run.start, run.end, "organisation", meant, 0.7, evidence)


def _readings(
    content: str, name: str, bodies: Sequence[Draft], forms: Gazetteer, words: Words
) -> tuple[Reading, ...] | None:
    """What the authority files have of a body that is called so here; None where the text does not say that
    one is."""
    if name in words.chambers:
        if not any(other in content for other in words.chambers[name]):
            return None
        return tuple(r for r in forms.readings.get(folded(name), ()) if r.entry.kind == "organisation")
    full = [body for body in bodies if _is_one(name).search(content, body.start, body.end)]
    called = {body.entries[0].id if body.entries else content[body.start : body.end] for body in full}
    if not called:
        return _only_one(name, forms)
    return full[0].readings if len(called) == 1 else None


@cache
def _is_one(name: str) -> re.Pattern[str]:
    """A longer name that says that a body is this: "Norland Fund", "Norland Fund for Tides"."""
    return re.compile(rf"(?<!the) {name}(?: (?:for|of|on) .+)?$")


@lru_cache(maxsize=16)
def _only_one(name: str, forms: Gazetteer) -> tuple[Reading, ...] | None:
    """The only body of the authority files whose name says that it is this."""
    found = {
        reading.entry.id: reading
        for readings in forms.readings.values()
        for reading in readings
        if reading.entry.kind == "organisation" and _is_one(name).search(reading.form.text)
    }
    return tuple(found.values()) if len(found) == 1 else None


def _stands(content: str, start: int, name: str, words: Words) -> bool:
    """Whether the words before let it be that body: a chamber needs no article, but is not "each House"."""
    before = content[max(0, start - _BEFORE) : start]
    if name in words.shortened:
        return before.endswith(("the ", "The "))
    return _one_of_several(words).search(before) is None


@cache
def _one_of_several(words: Words) -> re.Pattern[str]:
    """What stands before a word that is one of several things: "a", "each", "20th"."""
    return re.compile(rf"(?<!\w)(?i:{'|'.join(sorted(words.counters))}|either|both|\d+[a-z]{{1,2}}) $")
