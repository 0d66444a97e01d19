"""What a file format knew of a source beyond its text (`Source.spans`), put in the encoder's terms.

Blocks tell which lines belong together and what they are; notes, comments and page furniture are taken
out of the text; words in bold, links and the like become elements within it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from teiedition.encode.nodes import Node, Slice
from teiedition.model import Source, Span

BLOCKS = ("paragraph", "heading")
APART = ("note", "comment", "furniture")
"""Spans whose lines do not belong to the running text."""

LOOKS = ("bold", "italic", "underline", "strikethrough", "superscript", "subscript", "small-caps")
_INLINE = frozenset([*LOOKS, "link", "language", "image", "inserted", "deleted", "style"])
_SAFE_STYLES = frozenset(
    [
        "persName",
        "placeName",
        "orgName",
        "roleName",
        "date",
        "title",
        "foreign",
        "emph",
        "term",
        "q",
        "quote",
        "measure",
        "bibl",
        "rs",
        "name",
    ]
)


@dataclass(frozen=True, slots=True)
class Formats:
    """The spans of a source by what they are for; empty for plain text."""

    blocks: tuple[Span, ...] = ()
    apart: tuple[Span, ...] = ()
    items: tuple[Span, ...] = ()
    lists: tuple[Span, ...] = ()
    """Lists that are in no other list."""
    quotes: tuple[Span, ...] = ()
    tables: tuple[Span, ...] = ()
    rows: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    inline: tuple[Span, ...] = ()
    pictures: tuple[Span, ...] = ()
    """Pictures without any words of their own, which stand at a place in the text."""
    marks: Mapping[str, Span] = field(default_factory=dict)
    """Note marks, and the words that comments are about, by the note's or comment's id."""

    def around(self, kind: Sequence[Span], offset: int) -> Span | None:
        """The innermost of the spans `kind`, which are sorted by start, that holds an offset."""
        at = bisect_right(kind, offset, key=lambda span: span.start)
        for span in reversed(kind[max(0, at - 40) : at]):
            if span.start <= offset < span.end:
                return span
        return None

    def table(self, offset: int) -> list[tuple[bool, list[Slice]]]:
        """The rows of the table that begins at an offset: is it a head, and its cells."""
        whole = self.around(self.tables, offset)
        return [
            (row.value == "label", [Slice(cell.start, cell.end) for cell in _inside(self.cells, row)])
            for row in (_inside(self.rows, whole) if whole else ())
        ]

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The inline spans that overlap a stretch of the source."""
        at = bisect_right(self.inline, start, key=lambda span: span.start)
        last = bisect_left(self.inline, end, at, key=lambda span: span.start)
        for span in self.inline[max(0, at - 20) : last]:
            if span.end > start and span.end > span.start:
                yield span


def formats(source: Source, inline: Sequence[Span]) -> Formats:
    """Sort a source's spans; `inline` are spans found in its text (Markdown) besides."""
    if not source.spans and not inline:
        return Formats()
    by_kind: dict[str, list[Span]] = defaultdict(list)
    for span in source.spans:
        by_kind[span.kind].append(span)
    for span in inline:
        by_kind[span.kind].append(span)
    words = [span for kind in _INLINE for span in by_kind[kind]]
    pages = [after.start for _, after in pairwise(by_kind["page"])]
    return Formats(
        blocks=_sorted(span for kind in BLOCKS for span in by_kind[kind]),
        apart=_sorted(span for kind in APART for span in by_kind[kind]),
        items=_sorted(by_kind["list-item"]),
        lists=_outermost(_sorted(by_kind["list"])),
        quotes=_sorted(by_kind["quote"]),
        tables=_sorted(by_kind["table"]),
        rows=_sorted(by_kind["row"]),
        cells=_sorted(by_kind["cell"]),
        pages=tuple(pages),
        inline=_sorted(words),
        pictures=_sorted(span for span in by_kind["image"] if span.start == span.end),
        marks={span.value: span for kind in ("note-ref", "comment-ref") for span in by_kind[kind]},
    )


def _inside(spans: Sequence[Span], whole: Span) -> list[Span]:
    """Those of the spans, sorted by start, that lie within another."""
    first = bisect_left(spans, whole.start, key=lambda span: span.start)
    last = bisect_right(spans, whole.end, key=lambda span: span.start)
    return [span for span in spans[first:last] if span.end <= whole.end]


def _outermost(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Those of sorted spans that lie in no other."""
    found: list[Span] = []
    for span in spans:
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _sorted(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def element(span: Span) -> Node | None:
    """The element that an inline span becomes; None where it says nothing that TEI wants to know."""
    if span.kind in LOOKS:
        return Node("hi", {"rend": span.kind})
    if span.kind == "link" and not span.value.startswith("#"):
        return Node("ref", {"target": span.value})
    if span.kind == "language":
        return Node("foreign", {"xml:lang": span.value})
    if span.kind in ("inserted", "deleted"):
        return Node("add" if span.kind == "inserted" else "del", {"rend": "tracked-change"})
    if span.kind == "image":
        words = [Node("figDesc")] if span.end > span.start else []
        return Node("figure", {}, [*words, Node("graphic", {"url": span.value})])
    name = span.value.removeprefix("tei:")
    return Node(name) if span.value.startswith("tei:") and name in _SAFE_STYLES else None
