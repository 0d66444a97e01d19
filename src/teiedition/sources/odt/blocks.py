"""The blocks of an OpenDocument text: paragraphs, headings, lists, tables (part 3, §5, §9)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from teiedition.sources.composer import Composer, Opened
from teiedition.sources.numerals import integer
from teiedition.sources.odt.styles import FO, TABLE, TEXT, Counters, Styles
from teiedition.sources.odt.words import INLINE, SILENT, Words
from teiedition.tree import Element

_REPEATED = 64  # how often a cell or row that says it is repeated is written out


class Blocks:
    """Writes blocks, and after each outermost one the notes that it refers to."""

    def __init__(self, composer: Composer, styles: Styles, words: Words) -> None:
        self.composer, self.styles, self.words = composer, styles, words
        self.counters = Counters(styles)
        self.breaks: list[Opened] = []
        self.lists: list[tuple[str, Element | None]] = []
        self.depth = 0

    def blocks(self, element: Element) -> None:
        """Write the blocks in an element, after each outermost one the notes it refers to."""
        for child in element:
            self.block(child)

    def block(self, child: Element) -> None:
        """Write one block."""
        if not isinstance(child.tag, str) or child.tag in SILENT:
            return
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            self._paragraph(child)
        elif child.tag == f"{TEXT}list":
            self._list(child)
        elif child.tag == f"{TABLE}table":
            self._table(child)
        elif child.tag in INLINE:
            self.words.write(child)
        else:
            self.blocks(child)
        self._write_notes()

    # -- paragraphs

    def _paragraph(self, element: Element) -> None:
        name, heading = element.get(f"{TEXT}style-name", ""), element.tag == f"{TEXT}h"
        if self.styles.property("paragraph", name, f"{FO}break-before") == "page":
            self.breaks.append(self.composer.open())
        level = element.get(f"{TEXT}outline-level", "1") if heading else ""
        if not heading and self.styles.name("paragraph", name).lower() == "title":
            level = "0"
        self.composer.end_block()
        with ExitStack() as spans:
            spans.enter_context(self.composer.span("heading" if level else "paragraph", level))
            for kind, value in self.styles.paragraph(name):
                spans.enter_context(self.composer.span(kind, value))
            if heading and level.isdecimal() and not self.words.label:
                self.words.label = self.counters.label("outline", self.styles.outline, integer(level))
            self.words.write_label()
            for kind, value in self.styles.words("paragraph", name):
                spans.enter_context(self.composer.span(kind, value))
            self.words.spaced = True
            self.words.inside(element)
        self.composer.end_block()

    # -- lists

    def _list(self, element: Element) -> None:
        own = element.get(f"{TEXT}style-name", "")
        outer = self.lists[-1] if self.lists else None
        if outer:
            key, style = outer
        else:
            key = own or "list"
            style = self.styles.lists.get(own)
            followed = (
                element.get(f"{TEXT}continue-list") or element.get(f"{TEXT}continue-numbering") == "true"
            )
            if not followed:
                self.counters.restart(key)
        if own and outer and own in self.styles.lists:
            style = self.styles.lists[own]
        self.lists.append((key, style))
        self.depth += 1
        self.composer.end_block()
        with self.composer.span("list", self._list_kind(style)):
            for item in element:
                if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                    self._item(item, key, style)
        self.depth -= 1
        self.lists.pop()
        self.composer.end_block()

    def _list_kind(self, style: Element | None) -> str:
        levels = () if style is None else style
        level = next((each for each in levels if each.get(f"{TEXT}level") == str(len(self.lists))), None)
        return "ordered" if level is not None and level.tag.endswith("number") else "bulleted"

    def _item(self, item: Element, key: str, style: Element | None) -> None:
        begins = item.tag == f"{TEXT}list-item" and any(child.tag != f"{TEXT}list" for child in item)
        start = item.get(f"{TEXT}start-value")
        depth = len(self.lists)
        if begins:
            first = integer(start, 1) if start else None
            self.words.label = self.counters.label(key, style, depth, first)
        self.composer.end_block()
        with self.composer.span("list-item", str(depth)):
            self.blocks(item)
            self.words.write_label()

    # -- tables

    def _table(self, element: Element) -> None:
        self.depth += 1
        self.composer.end_block()
        with self.composer.span("table"):
            number = 0
            for row, head in _rows(element):
                for _ in range(_times(row, "number-rows-repeated")):
                    number += 1
                    with self.composer.row(head):
                        self._row(row, number)
        self.depth -= 1
        self.composer.end_block()

    def _row(self, row: Element, number: int) -> None:
        column, first = 1, True
        for cell in row:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            times = _times(cell, "number-columns-repeated")
            holds = bool("".join(map(str, cell.itertext())).strip())
            for _ in range(times):
                if cell.tag == f"{TABLE}table-cell" or holds:
                    size = (_number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned"))
                    with self.composer.cell((number, column), size, first):
                        lists, self.lists = self.lists, []
                        self.blocks(cell)
                        self.lists = lists
                    first = False
                column += 1

    # -- notes

    def _write_notes(self) -> None:
        while self.words.waiting and not self.depth:
            note = self.words.waiting.popleft()
            self.composer.end_block()
            self.depth += 1
            with self.composer.span(note.kind, note.value):
                author = self.composer.open()
                self.blocks(note.element)
                if note.author:
                    self.composer.close(author, "author", note.author)
            self.depth -= 1
            self.composer.end_block()


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether each is one of its head."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child, table.tag == f"{TABLE}table-header-rows"
        elif isinstance(child.tag, str) and child.tag not in SILENT:
            yield from _rows(child)


def _times(element: Element, attribute: str) -> int:
    """How often a row or cell stands that says it is repeated: what fills a sheet to its end, once."""
    times = _number(element, attribute)
    return times if times <= _REPEATED else 1


def _number(element: Element, attribute: str) -> int:
    return max(integer(element.get(f"{TABLE}{attribute}"), 1), 1)
