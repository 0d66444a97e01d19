"""The linear text of a TEI document, as annotators see it. No XML here.

`Text.content` is the reading text: entities resolved, white space folded, each block on a line of its
own. Offsets count its characters and are half-open.

- A newline stands between blocks and nowhere else; every other white space is one space. So a pattern
  that names a space stays within a block, and one that uses `\\s` may stray from it.
- Of a `choice`, the text has the corrected, regularized, expanded reading; of an `app`, the lemma.
- A note is a block of its own, straight after the block in which it is anchored, so that a sentence
  goes on over it. Running heads (`fw`) and gaps are not in the text at all.
- Of the header, it has what names somebody or something: title statement, publisher, notes, citation,
  abstract, and who, where, when.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


class Block(NamedTuple):
    """A stretch of text without a border in it.

    `element` is the innermost block element (`p head item cell speaker stage note title persName …`;
    a name in the header that stands alone is a block), `attributes` are that element's own, and `path`
    runs from the root's name down to `element`. `who` is the `@who` of the speech around it.
    `anchor`, in a note, is the offset at which the note is anchored.
    """

    start: int
    end: int
    element: str
    attributes: Mapping[str, str]
    path: tuple[str, ...]
    language: str = ""
    who: str = ""
    anchor: int | None = None
    number: int = 0
    """Equal for the blocks of one element: a paragraph that a list interrupts is two blocks."""

    @property
    def in_header(self) -> bool:
        """Whether it stands in the TEI header."""
        return "teiHeader" in self.path


class Mark(NamedTuple):
    """An element inside a block that was there already: `supplied`, `q`, `title`, a name, a date …

    What the program itself added in an earlier run, and no editor changed since, is not among them.
    """

    start: int
    end: int
    element: str
    attributes: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Text:
    """A document's text with its blocks and marks, both in order; an outer mark before an inner one."""

    content: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """The block in which a character stands; None for the newline between two."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].end:
            return None
        return self.blocks[index]

    def marks_over(self, start: int, end: int) -> Sequence[Mark]:
        """The marks that share a character with a range."""
        first = bisect_right(self._mark_ends, start)
        last = bisect_right(self._mark_starts, end - 1, first)
        return [mark for mark in self.marks[first:last] if mark.end > start] if first < last else ()

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _mark_ends(self) -> list[int]:
        """The furthest end up to each mark: never falls, so that it can be searched."""
        ends: list[int] = []
        for mark in self.marks:
            ends.append(max(mark.end, ends[-1] if ends else 0))
        return ends
