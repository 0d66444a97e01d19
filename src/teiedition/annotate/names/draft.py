"""A name that was found, before it is settled whom or what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teiedition.annotate.names.capitals import Run
from teiedition.annotate.names.gazetteer import Reading
from teiedition.annotate.names.titles import Title
from teiedition.authority import Entry

ELEMENT = {"person": "persName", "place": "placeName", "organisation": "orgName"}


class Draft(NamedTuple):
    """Words that name something of a kind (`person place organisation`), titles left out.

    `readings` are the authority's entries that the words are a form of. `score` says how sure it is
    that this is a name at all, from 0 to 1; `evidence` why.
    """

    start: int
    end: int
    kind: str
    readings: tuple[Reading, ...] = ()
    score: float = 1.0
    evidence: str = ""
    titles: tuple[Title, ...] = ()
    first_end: int = 0
    """Where the first of two spellings ends; 0 where there is but one."""

    def name(self, content: str) -> str:
        """The name, in its first spelling."""
        return content[self.start : self.first_end or self.end]

    def second_name(self, content: str) -> str:
        """The second spelling, without brackets around it; empty where there is none."""
        return content[self.first_end : self.end].strip(" []") if self.first_end else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, each once."""
        if not self.readings:
            return ()
        return tuple({reading.entry.id: reading.entry for reading in self.readings}.values())

    @property
    def outer_start(self) -> int:
        """Where the name starts, titles and all."""
        return self.titles[0].start if self.titles else self.start


def longest(drafts: Iterable[Draft]) -> list[Draft]:
    """Of drafts that overlap, the longest; of equally long ones, the surest; in the order of the text."""
    ranking = sorted(drafts, key=lambda draft: (draft.start - draft.end, -draft.score, draft.start))
    kept: list[Draft] = []
    taken = Taken()
    for draft in ranking:
        if taken.is_free(draft.start, draft.end):
            taken.add(draft.start, draft.end)
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.start)


class Taken:
    """Stretches of text that are spoken for: one byte a character."""

    def __init__(self, drafts: Iterable[Draft | Title] = ()) -> None:
        drafts = [*drafts]
        self.characters = bytearray(max([draft.end for draft in drafts], default=0))
        for draft in drafts:
            self.characters[draft.start : draft.end] = b"\1" * (draft.end - draft.start)

    def add(self, start: int, end: int) -> None:
        """Speak for a stretch."""
        if end > len(self.characters):
            self.characters.extend(bytes(2 * end - len(self.characters)))
        self.characters[start:end] = b"\1" * (end - start)

    def with_more(self, drafts: Iterable[Draft]) -> Taken:
        """These stretches and those of the drafts."""
        more = Taken()
        more.characters = bytearray(self.characters)
        for draft in drafts:
            more.add(draft.start, draft.end)
        return more

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing in a stretch is spoken for."""
        return self.characters.find(1, start, end) < 0

    def covers(self, start: int, end: int) -> bool:
        """Whether all of a stretch is spoken for."""
        return end <= len(self.characters) and self.characters.find(0, start, end) < 0

    def free(self, run: Run) -> Sequence[bool]:
        """Of each word of a run, whether nothing in it is spoken for."""
        if self.is_free(run.start, run.end):
            return (True,) * len(run.tokens)
        return tuple([self.is_free(token.start, token.end) for token in run.tokens])
