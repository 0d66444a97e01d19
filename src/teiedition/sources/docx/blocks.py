"""The blocks of a Word document: paragraphs, headings, lists, tables (ECMA-376 part 1, §17.3.1, §17.4)."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass

from teiedition.sources.composer import Composer, Opened
from teiedition.sources.conventions import QUOTES, named
from teiedition.sources.docx.inline import MARKS, Inline
from teiedition.sources.docx.notes import Notes
from teiedition.sources.docx.numbering import Label, Numbering
from teiedition.sources.docx.package import Package, Style, W, local, value
from teiedition.sources.numerals import integer
from teiedition.tree import Element

_HEADING = re.compile(r"heading ([1-9])$", re.I)
_ALIGNED = {"center": "center", "right": "right", "end": "right"}
_HOLDS_TEXT = frozenset({
    "t", "delText", "sym", "drawing", "pict", "object", "footnoteReference", "endnoteReference",
    "txbxContent", "commentReference",
})  # fmt: skip


@dataclass
class OpenList:
    """A list that goes on: whose numbering and level it is, and where it and its last item began."""

    list: str
    level: int
    kind: str
    opened: Opened
    item: Opened


class Blocks:
    """Writes blocks. `notes_here` is whether waiting notes may be written after the next block."""

    def __init__(self, composer: Composer, package: Package, notes: Notes) -> None:
        self.composer, self.package, self.notes = composer, package, notes
        self.inline = Inline(composer, package, notes)
        self.numbering = Numbering(package)
        self.lists: list[OpenList] = []
        self.depth = 0

    def body(self, element: Element) -> None:
        """Write the blocks of a body, and after each outermost one the notes that it refers to."""
        for child in element:
            self.block(child)
        self._close_lists(0)
        self._write_notes()

    def block(self, element: Element) -> None:
        """Write one block; what wraps blocks is gone through."""
        name = local(element)
        if name == "p":
            self.paragraph(element)
        elif name == "tbl":
            self._close_lists(0)
            self._write_notes()
            self.table(element)
        elif name == "sectPr":
            self.notes.section(element)
        elif name == "altChunk":
            raise self.package.archive.damaged("it holds another document that was never merged (altChunk)")
        elif name == "AlternateContent":
            for child in list(element)[:1]:
                self.block(child)
        elif name in MARKS:
            self.inline.mark(element, name)
        elif name not in ("sdtPr", "sdtEndPr", "tcPr", "trPr", "tblPr", "tblGrid"):
            for child in element:
                self.block(child)

    def paragraph(self, element: Element) -> None:
        """Write a paragraph with all that is known of it; an empty one is only a border."""
        properties = element.find(W + "pPr")
        section = None if properties is None else properties.find(W + "sectPr")
        if value(properties, "pageBreakBefore") not in (None, "0", "false"):
            self.inline.breaks.append(self.composer.open())
        if _holds_text(element):
            self._paragraph(element, properties)
        else:
            self.inline.walk(element)
        if section is not None:
            self.notes.section(section)
            self.inline.breaks.append(self.composer.open())

    def _paragraph(self, element: Element, properties: Element | None) -> None:
        style = self.package.styles.get(value(properties, "pStyle") or self.package.default_paragraph_style)
        level = _level(style, properties)
        label = self._label(style, properties)
        if label and label.text and level is None:
            self._list_item(label)
        elif not self.lists or level is not None or not (label or _goes_on(style, properties)):
            self._close_lists(0)
            self._write_notes()
        self.composer.end_block()
        with ExitStack() as spans:
            for kind, argument in _spans(style, level, properties):
                spans.enter_context(self.composer.span(kind, argument))
            if label and label.text:
                with self.composer.span("label"):
                    self.composer.write(label.text)
                self.composer.write(label.gap)
            self.inline.paragraph(element)
        self.composer.end_block()

    # -- lists

    def _label(self, style: Style | None, properties: Element | None) -> Label | None:
        numbering = None if properties is None else properties.find(W + "numPr")
        own, level = value(numbering, "numId"), value(numbering, "ilvl")
        if own is None and style:
            own, level = style.property("pPr", "numPr", "numId"), style.property("pPr", "numPr", "ilvl")
        if own is None:
            return None
        return self.numbering.label(own, integer(level) if level else None, style.identifier if style else "")

    def _list_item(self, label: Label) -> None:
        """Begin an item: of the list that goes on, of one inside it, or of a new one."""

        def over(last: OpenList) -> bool:
            return last.level > label.level or (last.level == label.level and last.list != label.list)

        while self.lists and over(self.lists[-1]):
            self._close_lists(len(self.lists) - 1)
        if not self.lists:
            self._write_notes()
        self.composer.end_block()
        kind = "bulleted" if label.bulleted else "ordered"
        if self.lists and self.lists[-1].level == label.level:
            self.composer.close(self.lists[-1].item, "list-item", str(len(self.lists)))
            self.lists[-1].item = self.composer.open()
        else:
            opened = self.composer.open()
            self.lists.append(OpenList(label.list, label.level, kind, opened, self.composer.open()))

    def _close_lists(self, depth: int) -> None:
        while len(self.lists) > depth:
            last = self.lists[-1]
            self.composer.close(last.item, "list-item", str(len(self.lists)))
            self.composer.close(last.opened, "list", last.kind)
            self.lists.pop()

    # -- tables

    def table(self, element: Element) -> None:
        """Write a table; a cell that was merged with those under it reaches over their rows."""
        self.composer.end_block()
        rows = _within(element, "tr")
        grid = [_cells(row) for row in rows]
        self.depth += 1
        with self.composer.span("table"):
            for at, (row, cells) in enumerate(zip(rows, grid, strict=True)):
                head = row.find(f"{W}trPr/{W}tblHeader") is not None
                with self.composer.row(head):
                    self._row(cells, grid, at)
        self.depth -= 1
        self.composer.end_block()
        self._write_notes()

    def _row(self, cells: list[Cell], grid: list[list[Cell]], at: int) -> None:
        first = True
        for cell in cells:
            if cell.merged and not _holds_text(cell.element):
                continue
            size = (_rows(cell, grid, at), cell.columns)
            with self.composer.cell((at + 1, cell.column), size, first):
                lists, self.lists = self.lists, []
                for child in cell.element:
                    self.block(child)
                self._close_lists(0)
                self.lists = lists
            first = False

    # -- notes

    def _write_notes(self) -> None:
        """Write the notes that wait, unless we are inside a table, whose notes stand after it."""
        while self.notes.waiting and not self.depth:
            note = self.notes.waiting.popleft()
            part, self.inline.part = self.inline.part, note.part
            fields, self.inline.fields = self.inline.fields, []
            self.composer.end_block()
            self.depth += 1
            with self.composer.span(note.kind, note.value):
                author = self.composer.open()
                for child in note.element:
                    self.block(child)
                self._close_lists(0)
                if note.author:
                    self.composer.close(author, "author", note.author)
            self.depth -= 1
            self.composer.end_block()
            self.inline.part, self.inline.fields = part, fields


@dataclass(frozen=True)
class Cell:
    """A cell, its first column from 1, how many it spans, and whether it goes on with the one above."""

    element: Element
    column: int
    columns: int
    merged: bool
    begins: bool


def _cells(row: Element) -> list[Cell]:
    column = 1 + integer(value(row, "trPr", "gridBefore"))
    cells = []
    for element in _within(row, "tc"):
        columns = max(integer(value(element, "tcPr", "gridSpan"), 1), 1)
        merge = value(element, "tcPr", "vMerge")
        merged = merge is not None and merge != "restart"
        cells.append(Cell(element, column, columns, merged, merge == "restart"))
        column += columns
    return cells


def _rows(cell: Cell, grid: list[list[Cell]], at: int) -> int:
    rows = 1
    while cell.begins and at + rows < len(grid):
        if not any(below.merged and below.column == cell.column for below in grid[at + rows]):
            break
        rows += 1
    return rows


def _holds_text(element: Element) -> bool:
    """Whether an element prints anything."""
    return any(
        local(child) in _HOLDS_TEXT and (child.text or local(child) not in ("t", "delText"))
        for child in element.iter()
    )


def _within(element: Element, name: str) -> list[Element]:
    """The nearest elements of a name, through what may wrap them (controls, changes)."""
    found = []
    for child in element:
        if local(child) == name:
            found.append(child)
        elif local(child) not in ("tbl", "tr", "tc", "p"):
            found += _within(child, name)
    return found


def _level(style: Style | None, properties: Element | None) -> str | None:
    """A heading's level, "0" for the document's title; None for what is no heading."""
    if style:
        names = [value(each, "name") or "" for each in style.chain]
        match = next((found for name in names if (found := _HEADING.match(name))), None)
        if match:
            return match[1]
        if names[0].lower() == "title":
            return "0"
    outline = value(properties, "outlineLvl") or (style.property("pPr", "outlineLvl") if style else None)
    return str(integer(outline) + 1) if outline and 0 <= integer(outline, 9) < 9 else None


def _goes_on(style: Style | None, properties: Element | None) -> bool:
    """Whether a paragraph without a label is more of the list item before it: Word has no other sign."""
    unnumbered = value(properties, "numPr", "numId") == "0"
    return unnumbered or bool(style and re.match("list (paragraph|continue)", style.name, re.I))


def _spans(style: Style | None, level: str | None, properties: Element | None) -> list[tuple[str, str]]:
    """The spans over a whole paragraph, outermost first."""
    name = style.name if style else ""
    spans = [("quote", "")] if name.lower() in QUOTES else []
    spans.append(("paragraph", "") if level is None else ("heading", level))
    aligned = value(properties, "jc") or (style.property("pPr", "jc") if style else None) or ""
    if aligned in _ALIGNED:
        spans.append(("align", _ALIGNED[aligned]))
    if named(name) and not _HEADING.match(name):
        spans.append(("style", name))
    return spans
