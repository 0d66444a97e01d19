"""Offices that the authority files have, and what they say for whom a title or a bare office means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter

from teiedition.annotate.context import Context
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.text import Block, Text
from teiedition.authority import Authority, Entry, Occupation

_OUTSIDE = frozenset([
    "titleStmt", "title", "author", "persName", "orgName", "label", "head", "publisher", "funder",
])  # fmt: skip
"""Where no office stands for somebody."""
_NEAR = 4000
LONG_AFTER = 20
"""So many years after an office a document looks back on its holder."""
Reason = tuple[float, str]
"""Points for or against a meaning, and why; nothing is said of what speaks against."""
_YEAR = re.compile(r"(?<![\d-])(1[5-9]\d\d|20\d\d)(?![\d-])")


@dataclass(frozen=True)
class Offices:
    """The offices, seen from one document."""

    text: Text
    context: Context
    titles: Titles

    def from_title(self, heads: set[str], entry: Entry, offset: int, alone: bool) -> Iterator[Reason]:
        """What the offices of an entry say for its being meant by one of these. Another office than the
        authority files have speaks against it; less if nobody else is called so (`alone`)."""
        offices = entry.occupations or (Occupation(entry.description),)
        held = [occupation for occupation in offices if self._is_one_of(heads, occupation.text)]
        if now := [occupation for occupation in held if self.holds(occupation, offset)]:
            yield 2.0, f"held the office at the time: {now[0].text}"
        elif now := [occupation for occupation in held if self._now(occupation)]:
            yield 1.5, f"held the office at the document's date: {now[0].text}"
        elif held:
            yield 0.5, f"held the office at another time: {held[0].text}"
        elif not all(self.titles.is_rank(head) for head in heads) and any(
            self.titles.heads(occupation.text) for occupation in offices
        ):
            yield (-0.25 if alone else -1.0), ""

    def held(self, heads: set[str], entry: Entry, offset: int) -> bool:
        """Whether an entry has one of these offices at the time that is spoken of."""
        return any(
            self._is_one_of(heads, occupation.text) and self.holds(occupation, offset)
            for occupation in entry.occupations
        )

    def from_times(self, entry: Entry, offset: int, rival: bool = False) -> Iterator[Reason]:
        """What the times of somebody's offices say, where namesakes had theirs at other times. A text that
        looks back on all of them says nothing by its date, unless a `rival` was in office."""
        dated = _dated(entry)
        if dated and self.context.not_after:
            if self.in_office(entry, offset):
                yield 0.75, "in office at the time"
            elif rival or not self._looks_back(dated):
                yield -0.5, ""

    def in_office(self, entry: Entry, offset: int) -> bool:
        """Whether somebody had an office at the time that is spoken of, as far as the authority has dates."""
        return any(self.holds(office, offset) for office in _dated(entry))

    def _looks_back(self, offices: Iterable[Occupation]) -> bool:
        """Whether a document was written long after all these offices."""
        years = [(office.end or office.start)[:4] for office in offices]
        written = self.context.not_before[:4]
        known = written.isdigit() and all(map(str.isdigit, years))
        return known and int(written) > int(max(years)) + LONG_AFTER

    def holds(self, occupation: Occupation, offset: int) -> bool:
        """Whether an office was held at the time that is spoken of: the last years named before, or else
        the document's date. A text that looks back goes on to speak of the same year in its next blocks."""
        block = self.text.block_at(offset)
        said = _YEAR.findall(self.text.content, block.start, offset) if block else []
        if block and not said and (occupation.start or occupation.end) and self._looks_back([occupation]):
            said = self._years_before(block)
        dates = (
            (min(said[-2:]), max(said[-2:])) if said else (self.context.not_before, self.context.not_after)
        )
        return covers(occupation, *dates)

    def _years_before(self, block: Block) -> list[str]:
        """The years named in the last block before this one that names any; notes are passed over."""
        blocks = self.text.blocks
        at = bisect_left(blocks, block.start, key=attrgetter("start"))
        for earlier in reversed(blocks[:at]):
            if block.start - earlier.end > _NEAR:
                break
            if "note" not in (earlier.element, *earlier.path) and (
                said := _YEAR.findall(self.text.content, earlier.start, earlier.end)
            ):
                return said
        return []

    @cached_property
    def alone(self) -> list[tuple[Block, list[re.Match[str]]]]:
        """The offices that stand alone, block by block: "the Premier", and those that are all of a label."""
        blocks = [block for block in self.text.blocks if block.element not in _OUTSIDE]
        return [(block, list(self._alone_in(block))) for block in blocks]

    def _alone_in(self, block: Block) -> Iterator[re.Match[str]]:
        content, titles = self.text.content, self.titles
        if block.element == "speaker":
            match = titles.office_anywhere.match(content, block.start)
            if match and not content[match.end() : block.end].strip(" :"):
                yield match
            return
        label = titles.office_anywhere.match(content, block.start) if block.element == "p" else None
        if label and content.startswith(": ", label.end(), block.end):
            yield label
        yield from titles.alone(content, block.start, block.end)

    def spoken_of(self, entries: Sequence[Entry], offset: int) -> dict[str, str]:
        """Of several persons, by the id, those of whom the text speaks before by an office alone that none of
        the others had at the time, and the words it does so with."""
        said = dict(self._words_before(offset))
        if not said:
            return {}
        held = {entry.id: self._heads_then(entry, offset) for entry in entries}
        found = {}
        for id, heads in held.items():
            own = heads - frozenset(head for other, those in held.items() if other != id for head in those)
            if words := next((said[head] for head in said if head in own), ""):
                found[id] = words
        return found

    def _heads_then(self, entry: Entry, offset: int) -> frozenset[str]:
        held = (self.titles.heads(one.text) for one in _dated(entry) if self.holds(one, offset))
        return frozenset(head for heads in held for head in heads)

    def _words_before(self, offset: int) -> Iterator[tuple[str, str]]:
        """The heads of the offices that stand alone before a place, with their words; nothing is said of
        what they are offices of."""
        for block, matches in self.alone:
            if block.start >= offset:
                return
            for match in matches:
                groups = match.groupdict()
                if match.end() <= offset and not groups.get("rest"):
                    yield folded(groups.get("head") or match[0]), match[0]

    def holding(self, head: str, offset: int) -> tuple[Entry, ...]:
        """The persons who held an office at the time that is spoken of, if the authority has dates for it."""
        held = _holders(self.context.authority, self.titles).get(head, ())
        return tuple({entry.id: entry for entry, office in held if self.holds(office, offset)}.values())

    def _now(self, occupation: Occupation) -> bool:
        return covers(occupation, self.context.not_before, self.context.not_after)

    def _is_one_of(self, heads: set[str], occupation: str) -> bool:
        """Whether an occupation speaks of one of these offices; a major general is called "General"."""
        known = self.titles.heads(occupation)
        ranks = {head for head in heads if self.titles.is_rank(head)}
        return bool(heads & known) or any(office.endswith(f" {rank}") for office in known for rank in ranks)


def _dated(entry: Entry) -> list[Occupation]:
    return [office for office in entry.occupations if office.start or office.end]


@lru_cache(maxsize=4)
def _holders(authority: Authority, titles: Titles) -> Mapping[str, list[tuple[Entry, Occupation]]]:
    """By an office, folded, who held it when, of all whose times in it the authority has."""
    found: dict[str, list[tuple[Entry, Occupation]]] = defaultdict(list)
    for entry in authority.entries.values():
        for occupation in entry.occupations:
            if occupation.start or occupation.end:
                for office in titles.heads(occupation.text):
                    found[office].append((entry, occupation))
    return found


def covers(occupation: Occupation, not_before: str, not_after: str) -> bool:
    """Whether an office was held between two W3C dates, as far as it is known."""
    if not not_before:
        return False
    begun = not occupation.start or occupation.start <= not_after + "~"
    return begun and (not occupation.end or occupation.end + "~" >= not_before)
