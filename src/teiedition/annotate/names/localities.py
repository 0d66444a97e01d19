"""Places that nobody's table has: known by the words around them, all occurrences in a document together.

Each occurrence gathers points as in `people`: for "in" or "born at" before it, a harbour or station
behind it, a region behind a comma, a place at its side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.token import Token
from teiedition.annotate.text import Text

ENOUGH = (2.4, 1.6, 1.6, 1.25, 1.25, 1.25, 1.25, 1.25, 0.95)
"""The points that a place must have, by how many known places a text speaks of; the last for more of them."""

FEW = 0.05
"""So many known places to a name are so few that the text is not one about places."""

EVERYDAY = -1.5
"""What speaks against ordinary words with capitals: "in Butter"."""
DATELINES = frozenset(["dateline", "opener", "closer", "postmark"])
SPELLED_OUT, MOST_ARE = 5, 2
"""How long names in capitals are that are no initials, and how many of them make a habit."""
LONGEST_LIST = 120
"""How far before a name a list of places begins at most."""
_ENCLOSED = re.compile(r", [^\W\d_]\w+(?: [^\W\d_]\w+)?(?:[,.;)]|$)", re.MULTILINE)
_PLACING = frozenset(["in", "at", "of", "from", "to", "near", "for", "via", "outside"])
_BESIDE = re.compile(r"(?: and |, and |, | or |–|—)$")
_TO, _AND = re.compile(r"(?: \w+)?,? (?:to|for) (?:the )?[A-Z]\w+"), re.compile(r" and [A-Z]\w+")
_OTHER_END = re.compile(r"\b(?:[Ff]rom [A-Z]\w+(?: [A-Z]\w+)? to|[Bb]etween [A-Z]\w+(?: [A-Z]\w+)? and) $")
_WITHIN = frozenset(["in", "at"])
_DATED = re.compile(r" (?:on|in|from|until|till|since|during) (?:the )?(?:\d|[A-Z]\w+ \d)")
_OWNED = re.compile(r"['’]s [a-z]")
_NUMBERED = re.compile(r" \d+(?! [A-Z])")
_DATE = re.compile(r",? (?:(?:the )?\d|[A-Z]\w+ \d)")


class Sighting(NamedTuple):
    """A possible name of a place, and the points that speak for one."""

    start: int
    end: int
    points: float
    reasons: tuple[str, ...]


def localities(text: Text, capitals: Capitals, taken: Taken, known: Sequence[Draft]) -> list[Draft]:
    """Unknown places in what is not taken; `known` are places that are known already."""
    finder = _Finder(text, capitals, known)
    sightings: dict[str, list[Sighting]] = defaultdict(list)
    for run in capitals.runs:
        for sighting in finder.sightings(run, taken):
            sightings[text.content[sighting.start : sighting.end]].append(sighting)
    others = {text.content[draft.start : draft.end] for draft in known}
    few = len(others) < FEW * len(sightings)
    enough = ENOUGH[0 if few else min(len(others), len(ENOUGH) - 1)]
    return [draft for seen in sightings.values() for draft in _drafts(seen, enough)]


def _drafts(seen: list[Sighting], enough: float) -> Iterator[Draft]:
    best = max(seen, key=lambda sighting: sighting.points)
    against = sum(1 for sighting in seen if sighting.points < 0)
    kinds = {sighting.reasons: sighting.points for sighting in seen if sighting.points > 0}
    total = best.points + 0.5 * (sum(kinds.values()) - best.points)
    total += 0.25 * min(2, sum(1 for sighting in seen if sighting.points >= 0.8) - 1)
    if len(seen) > 2 and best.points >= 0.8 and all(sighting.points > 0 for sighting in seen):
        total += 1.0
    if total < enough or against > len(seen) / 3:
        return
    score = min(0.85, 0.45 + 0.1 * total)
    for sighting in seen:
        reasons = sighting.reasons or (*best.reasons, "elsewhere")
        evidence = f"looks like a place's name: {', '.join(reasons)}"
        yield Draft(sighting.start, sighting.end, "place", (), score, evidence)


def _rows(free: Sequence[bool], tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The free words in a row."""
    for is_free, group in groupby(zip(free, tokens, strict=True), key=itemgetter(0)):
        if is_free:
            yield [token for _, token in group]


class _Finder:
    """Looks at runs of capitals in one document."""

    def __init__(self, text: Text, capitals: Capitals, known: Sequence[Draft]) -> None:
        self.text, self.capitals, self.words = text, capitals, capitals.words
        self.ends, self.starts = {draft.end for draft in known}, {draft.start for draft in known}
        """Where known places end and start."""
        large = {name for draft in known if (name := text.content[draft.start : draft.end]).isupper()}
        self.in_capitals = sum(len(name) >= SPELLED_OUT for name in large) >= MOST_ARE
        """Whether the text writes the names of places in capitals throughout, as cables do."""

    def sightings(self, run: Run, taken: Taken) -> Iterator[Sighting]:
        """The possible names in a run: what is left of it between other names, without ordinary words."""
        free = taken.free(run)
        if True not in free:
            return
        for tokens in [run.tokens] if False not in free else _rows(free, run.tokens):
            if len(tokens) < 4 and not any(self._is_ordinary(run, token) for token in tokens):
                start, end = tokens[0].start, tokens[-1].end
                reasons = list(self._reasons(run, start, end, tokens))
                points = sum(weight for weight, _ in reasons)
                yield Sighting(start, end, points, tuple(why for weight, why in reasons if weight > 0))

    def _is_ordinary(self, run: Run, token: Token) -> bool:
        traits = token.traits
        return (
            traits.no_place
            or (traits.upper and not self._is_spelled_out(run, token))
            or self.capitals.common[token.word]
        )

    def _is_spelled_out(self, run: Run, token: Token) -> bool:
        """Whether a word in capitals is rather a name than initials: in the line of a place and a date, or
        where names are in capitals and the text around them is not."""
        if run.block.element in DATELINES:
            return True
        if not self.in_capitals or len(token.word) < 4:
            return False
        return not self.text.content[run.block.start : run.block.end].isupper()

    def _is_listed(self, run: Run, start: int) -> bool:
        """Whether the list it stands in is called one of places: "towns like Selby, Norville and Tolland"."""
        content = self.text.content
        near = max(run.block.start, start - LONGEST_LIST)
        if content[start - 2 : start] != ", " and content[start - 1 : start] != " ":
            return False
        return self.words.listed_places.search(content, near, start) is not None

    def _is_one_end(self, run: Run, said: list[str], start: int, end: int) -> bool:
        """Whether it is an end of "from Selby to Norville", "between Selby and Norville"."""
        behind = self.text.content[end : min(run.block.end, end + 24)]
        first = said[-1:] in (["from"], ["From"]) and _TO.match(behind)
        first = first or (said[-1:] in (["between"], ["Between"]) and _AND.match(behind))
        before = self.text.content[max(run.block.start, start - 40) : start]
        return bool(first) or (before.endswith((" to ", " and ")) and bool(_OTHER_END.search(before)))

    def _reasons(
        self, run: Run, start: int, end: int, tokens: Sequence[Token]
    ) -> Iterator[tuple[float, str]]:
        content, words, floor = self.text.content, self.words, run.block.start
        before = content[max(floor, start - 32) : start]
        said = before.split() if before.endswith(" ") else []
        facility = run.block.element not in HEADINGS and words.facilities.match(content, end, run.block.end)
        if facility and said[-1:] == ["the"]:
            said.pop()
        for cue in (" ".join(said[-2:]), said[-1] if said else ""):
            if weight := words.place_cues.get(cue.lower()):
                yield weight, f"“{cue}” before it"
                break
        if said and said[-1] in _WITHIN and _DATED.match(content, end, run.block.end):
            yield 0.8, "a date behind it"
        if self._is_listed(run, start):
            yield 2.5, "in a list of places"
        if self._is_one_end(run, said, start, end):
            yield 0.9, "one of two places that something goes between"
        if facility:
            land = words.lands.match(content, end, run.block.end)
            yield (1.8 if land else 0.9), "a word for a place behind it"
        if words.regions.match(content, end, run.block.end):
            yield 2.5, "a region behind it"
        if content.startswith(", ", end) and end + 2 in self.starts:
            placed = said[-1:] and said[-1].lower() in _PLACING and _ENCLOSED.match(content, end)
            yield (1.7 if placed else 0.8), "a place behind it"
        elif (beside := _BESIDE.search(before)) and start - len(beside[0]) in self.ends:
            yield 0.8, "beside a place"
        if run.block.element in DATELINES and start == floor and _DATE.match(content, end, run.block.end):
            yield 2.5, "before the date of a document"
        if all(token.traits.everyday for token in tokens):
            yield EVERYDAY, ""
        if _OWNED.match(content, end, run.block.end):
            yield -1.0, ""
        if _NUMBERED.match(content, end, run.block.end) and run.block.element not in DATELINES:
            yield -3.0, ""
        if words.speech.match(content, end, min(run.block.end, end + 40)):
            yield -2.0, ""
