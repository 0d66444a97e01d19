"""Persons whom no authority file has: found by what their names look like and what stands around them.

Each occurrence of a name gathers points for and against its being a person's; the occurrences of one
name in a document share them, so that "Mr. Orr" in one place speaks for "Orr" in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.cuts import ENOUGH, Cuts
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.evidence import Evidence
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.forms import Forms
from teiedition.annotate.names.hints import AMID
from teiedition.annotate.names.sightings import POINTS, Sighting, rate
from teiedition.annotate.names.surnames import before_particles
from teiedition.annotate.names.titles import Names, Title, Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.text import Text

EACH, MOST = 4, 3.4
"""How many persons in a text make hints of another count in full, and by how much they count at most."""
KNOWN = 0.5
"""How much less where the authority files know all other persons: they account for most capitals then."""
FEW = 0.25
"""So many names to a capital without account are too few for hints to count."""
MANY = 5
"""So many names to which only hints point, and of which none does anything, are rather words of another
language or trade: dishes, songs, inns."""


class _Place(NamedTuple):
    """Where a name may stand: its words in a run, where its particles begin, and the titles before it."""

    run: Run
    tokens: tuple[Token, ...]
    start: int
    titles: tuple[Title, ...]


class People:
    """Finds persons in one document. `named` are persons of the header; `recognized` are the places of what
    an installed recognizer takes for persons; `others` is how many persons of the text are known already."""

    def __init__(
        self,
        text: Text,
        capitals: Capitals,
        titles: Titles,
        named: Iterable[str] = (),
        recognized: Container[tuple[int, int]] = (),
        others: int = 0,
    ) -> None:
        self.others, self.places = others, 0
        self.text, self.capitals, self.titles = text, capitals, titles
        forms = Forms(capitals)
        self.cuts = Cuts(text, capitals, titles, forms)
        self.evidence = Evidence(text, capitals, titles, forms, named, recognized)
        self.places_in: list[list[tuple[str, _Place]]] = [[] for _ in capitals.runs]
        """The possible names in each run of capitals, folded, as of the last search."""
        self.free: list[Sequence[bool]] = [()] * len(capitals.runs)
        """Which words of each run were free at that search."""
        self.unsettled: set[int] = set()
        """The runs in which it takes the names around to tell which titles stand there."""
        self.rated: dict[str, _Rated] = {}
        """What the places of a name say together, as of the last search; most have the same in the next."""

    def find(self, taken: Taken, names: Names, changed: Container[int] | None = None) -> list[Draft]:
        """The persons in what is not taken by other names.

        A second search looks only at the blocks, by their starts, in which names have changed since, and
        at long runs of capitals, which may be names in a row.
        """
        named: dict[str, list[_Place]] = defaultdict(list)
        for number, run in enumerate(self.capitals.runs):
            if changed is None or len(run.tokens) > 2 or run.block.start in changed:
                free = taken.free(run)
                if free != self.free[number] or len(free) > 2 or number in self.unsettled:
                    self.places_in[number] = self._places(number, free, names) if True in free else []
                    self.free[number] = free
            for name, place in self.places_in[number]:
                named[name].append(place)
        found: list[Draft] = []
        for item in self._persons([self._rated(name, places) for name, places in named.items()]):
            found += [draft for draft in item.drafts if not self._is_place(draft)]
            if " " in item.name:
                self.cuts.accepted.add(item.name)
        return found

    def _rated(self, name: str, places: list[_Place]) -> _Rated:
        rated = self.rated.get(name)
        if rated is None or rated.places != places:
            seen = self._seen(name, places)
            rated = self.rated[name] = _Rated(name, places, seen, *rate(seen))
        return rated

    def _seen(self, name: str, places: list[_Place]) -> list[Sighting]:
        """What is seen at the places of a name; nothing at those of a thing that has no title anywhere."""
        evidence = self.evidence
        if all(not place.titles and evidence.is_nobody(name, place.tokens) for place in places):
            return []
        return [seen for place in places if (seen := evidence.sighting(*place))]

    def _persons(self, rated: Sequence[_Rated]) -> Iterator[_Rated]:
        """The names that are persons'. Hints count by how many persons and places the text names: manuals
        and recipes have many capitals of which there is no account, and few of those."""
        unknown = sum([item.points >= ENOUGH for item in rated])
        sure = self.others + self.places / 2 + unknown
        most = MOST - KNOWN * self.others / (self.others + unknown or 1)
        open_ones = [item for item in rated if item.hints]
        likely = min(1.0, max(0.0, sure / (len(open_ones) or 1) - FEW) / FEW)
        doubtful = [item for item in open_ones if item.points < ENOUGH]
        if len(doubtful) > MANY and not any(item.acts for item in open_ones):
            likely = 0.0
        share, more, before = 0.0, 0, -1
        while likely and more > before:
            before, share = more, likely * min(most, (sure + more) / EACH)
            more = sum([item.points + share * item.hints >= ENOUGH for item in doubtful])
        for item in rated:
            if item.points + share * item.hints >= ENOUGH:
                yield item

    def _is_place(self, draft: Draft) -> bool:
        """Whether a name is that of a place as well, and nothing says that it is a person's here."""
        return not draft.titles and self.text.content[draft.start : draft.end] in self.capitals.words.places

    def _places(self, number: int, free: Sequence[bool], names: Names) -> list[tuple[str, _Place]]:
        found = []
        run = self.capitals.runs[number]
        content, floor = self.text.content, run.block.start
        for tokens in self.cuts.names(run, free):
            start = tokens[0].start
            titles: tuple[Title, ...] = ()
            if self.titles.may_end(content, floor, start - 1):
                self.unsettled.add(number)
                titles = tuple(self.titles.before(self.text, run.block, start, names))
                with_particles = before_particles(content, floor, start, self.capitals.words)
                if with_particles < start:
                    titled = tuple(self.titles.before(self.text, run.block, with_particles, names))
                    if titled or not titles:
                        start, titles = with_particles, titled
            name = folded(content[start : tokens[-1].end])
            found.append((name, _Place(run, tokens, start, titles)))
        return found


@dataclass(eq=False)
class _Rated:
    """A name with the points of all its places, and of their hints."""

    name: str
    places: list[_Place]
    seen: list[Sighting]
    points: float
    hints: float

    @property
    def acts(self) -> bool:
        """Whether it does anywhere what persons do."""
        return any(sighting.hints > AMID for sighting in self.seen)

    @cached_property
    def drafts(self) -> list[Draft]:
        """Its places, as those of a person."""
        return list(_drafts(self.seen))


def _drafts(seen: list[Sighting]) -> Iterator[Draft]:
    best = max(seen, key=POINTS) if len(seen) > 1 else seen[0]
    for sighting in seen:
        reasons = sighting.reasons or (*best.reasons, "elsewhere")
        score = min(0.9, 0.5 + 0.1 * max(sighting.points, best.points - 1))
        evidence = f"looks like a person's name: {', '.join(reasons)}"
        yield Draft(sighting.start, sighting.end, "person", (), score, evidence, sighting.titles)
