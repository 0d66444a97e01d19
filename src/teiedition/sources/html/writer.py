"""A web page's elements, written as blocks and words (HTML Living Standard, §4, §15 for what is printed).

An element that is not known is gone through for the text in it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager

from teiedition.sources.composer import BLOCK, LINE, Composer, Opened
from teiedition.sources.html.notes import Notes, text
from teiedition.sources.numerals import FORMATS, integer
from teiedition.tree import Element

SILENT = frozenset({
    "script", "style", "template", "noscript", "head", "svg", "iframe", "object", "embed", "canvas", "audio",
    "video", "input", "select", "textarea", "button", "datalist", "map",
})  # fmt: skip
_SPACES = re.compile("[ \t\r\n\f]+")
_WORDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "dfn": "italic", "var": "italic",
    "u": "underline", "s": "strikethrough", "strike": "strikethrough", "sup": "superscript",
    "sub": "subscript", "ins": "inserted", "del": "deleted",
}  # fmt: skip
_CONTAINERS = frozenset({
    "html", "body", "div", "section", "article", "main", "aside", "header", "footer", "nav", "figure",
    "address", "dd", "dt", "li", "fieldset", "form", "details", "center", "hgroup", "search",
})  # fmt: skip
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_SPANNED = 1000  # rows or columns of one cell, as browsers have it
_IMAGE = re.compile(r"data:image/([a-z]+)[^,]*;base64,(.*)", re.I | re.S)


class Writer:
    """Writes elements. Text that stands beside blocks is a paragraph too."""

    def __init__(self, composer: Composer, notes: Notes) -> None:
        self.composer, self.notes = composer, notes
        self.holders = frozenset(notes.notes.values())
        self.written: set[str] = set()
        self.waiting: deque[str] = deque()
        self.paragraph: Opened | None = None
        self.whole = self.depth = self.lists = 0
        self.label = ""
        """What has to be printed before the next words."""
        self.kept = False
        """Whether white space is kept, as in `pre`."""

    def element(self, element: Element) -> None:
        """Write an element and what is in it; notes are written where their marks are."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SILENT or element.get("hidden") is not None:
            return
        if element in self.notes.back or element in self.holders:
            return
        with ExitStack() as spans:
            language = element.get("lang")
            if language:
                spans.enter_context(self.composer.span("language", language))
            if tag in _HANDLERS:
                _HANDLERS[tag](self, element)
            elif tag in _CONTAINERS:
                self._container(element)
            else:
                self.inside(element)

    def inside(self, element: Element) -> None:
        """Write what an element holds."""
        self._characters(element.text)
        for child in element:
            self.element(child)
            self._characters(child.tail)

    def finish(self) -> None:
        """Write what waits: the notes whose marks stand in no block, and those without a mark."""
        self._border()
        self.waiting.extend(self.notes.notes)
        self._write_notes()

    def _characters(self, characters: str | None) -> None:
        folded = (characters or "") if self.kept else _SPACES.sub(" ", characters or "")
        if folded.strip(" "):
            if folded[0] == " " and not self.kept:
                self.composer.space()
            self.words(folded if self.kept else folded.strip(" "))
        if folded.endswith(" ") and not self.kept:
            self.composer.space()

    def words(self, characters: str) -> None:
        """Write words, at the begin of a paragraph if none is open, after the label that is due."""
        if not self.whole and self.paragraph is None:
            self.paragraph = self.composer.open()
        label, self.label = self.label, ""
        if label:
            with self.composer.span("label"):
                self.composer.write(label)
            self.composer.space()
        self.composer.write(characters)

    # -- blocks

    def _border(self) -> None:
        """A block begins or ends here."""
        if self.paragraph:
            self.composer.close(self.paragraph, "paragraph")
            self.paragraph = None
            self._write_notes()
        self.composer.end_block()

    @contextmanager
    def _block(self, *spans: tuple[str, str], whole: bool) -> Iterator[None]:
        """A block with its spans, outermost first; `whole` if what is in it is one paragraph."""
        self._border()
        with ExitStack() as stack:
            for kind, value in spans:
                stack.enter_context(self.composer.span(kind, value))
            self.whole += whole
            self.depth += 1
            yield
            if not whole:
                self._border()
            self.depth -= 1
            self.whole -= whole
        self.composer.end_block()
        self._write_notes()

    def _container(self, element: Element) -> None:
        self._border()
        kind = _furniture(element)
        with ExitStack() as stack:
            if kind:
                stack.enter_context(self.composer.span("furniture", kind))
            self.inside(element)
            self._border()

    def _paragraph(self, element: Element) -> None:
        spans = [("paragraph", "")] if not self.whole else []
        align = re.search(r"text-align:\s*(center|right)", element.get("style") or "", re.I)
        if align or element.get("align") in ("center", "right"):
            spans.append(("align", align[1].lower() if align else element.get("align", "")))
        with self._block(*spans, whole=True):
            self.inside(element)

    def _heading(self, element: Element) -> None:
        level = "0" if "title" in (element.get("class") or "").split() else str(element.tag)[1]
        with self._block(("heading", level), whole=True):
            self.inside(element)

    def _quote(self, element: Element) -> None:
        with self._block(("quote", ""), whole=False):
            self.inside(element)

    def _preformatted(self, element: Element) -> None:
        with self._block(("paragraph", ""), whole=True):
            kept, self.kept = self.kept, True
            self.inside(element)
            self.kept = kept

    def _caption(self, element: Element) -> None:
        with self._block(("paragraph", ""), ("style", "caption"), whole=True):
            self.inside(element)

    def _rule(self, element: Element) -> None:
        after = element.getnext()
        if after is not None and any(each in self.holders for each in (after, *after)):
            return  # the line above the notes
        self._border()
        self.composer.write("* * *")
        self._border()

    # -- lists

    def _list(self, element: Element) -> None:
        ordered = element.tag == "ol"
        write = FORMATS[_NUMBERS.get(element.get("type") or "1", "decimal")]
        items = [child for child in element if child.tag == "li"]
        backwards = element.get("reversed") is not None
        number = integer(element.get("start"), len(items) if backwards else 1)
        with self._block(("list", "ordered" if ordered else "bulleted"), whole=False):
            self.lists += 1
            self._characters(element.text)
            for child in element:
                if child.tag == "li" and child not in self.holders:
                    number = integer(child.get("value"), number)
                    self._item(child, f"{write(number)}." if ordered else "•")
                    number += -1 if backwards else 1
                else:
                    self.element(child)
                self._characters(child.tail)
            self.lists -= 1

    def _item(self, element: Element, label: str) -> None:
        with self._block(("list-item", str(self.lists)), whole=False):
            self.label = label
            self.inside(element)
            self.label = ""

    def _definitions(self, element: Element) -> None:
        """A list whose labels are words: each term, with the definitions that follow it, is an item."""
        with self._block(("list", "gloss"), whole=False):
            self.lists += 1
            item: Opened | None = None
            self._characters(element.text)
            for child in element:
                if child.tag == "dt":
                    self._border()
                    if item:
                        self.composer.close(item, "list-item", str(self.lists))
                    item = self.composer.open()
                    with self._block(("label", ""), whole=True):
                        self.inside(child)
                else:
                    self.element(child)
                self._characters(child.tail)
            self._border()
            if item:
                self.composer.close(item, "list-item", str(self.lists))
            self.lists -= 1

    # -- tables

    def _table(self, element: Element) -> None:
        for caption in element.iterchildren("caption"):
            self._caption(caption)
        self._astray(element)
        taken: dict[int, int] = {}
        with self._block(("table", ""), whole=False):
            for number, row in enumerate(_rows(element), 1):
                cells = [cell for cell in row if cell.tag in ("td", "th")]
                head = bool(cells) and all(cell.tag == "th" for cell in cells)
                with self.composer.row(head or next(row.iterancestors()).tag == "thead"):
                    self._row(cells, number, taken)

    def _astray(self, element: Element) -> None:
        """What stands in a table outside its cells, as browsers have it: before the table."""
        self._characters(element.text)
        for child in element:
            if child.tag in ("thead", "tbody", "tfoot", "tr"):
                self._astray(child)
            elif child.tag not in ("td", "th", "caption"):
                self.element(child)
            self._characters(child.tail)

    def _row(self, cells: list[Element], number: int, taken: dict[int, int]) -> None:
        """Write a row's cells. `taken`: columns → the last row to which a cell from above reaches."""
        column, first = 1, True
        for cell in cells:
            while taken.get(column, 0) >= number:
                column += 1
            rows, columns = _spanned(cell, "rowspan"), _spanned(cell, "colspan")
            if rows > 1:
                taken.update(dict.fromkeys(range(column, column + columns), number + rows - 1))
            with self.composer.cell((number, column), (rows, columns), first):
                label, self.label = self.label, ""
                self.inside(cell)
                self._border()
                self.label = label
            column, first = column + columns, False

    # -- words

    def _formatted(self, element: Element) -> None:
        if any(each in self.notes.marks for each in element.iter("a")):
            self.inside(element)
        else:
            with self.composer.span(_WORDS[str(element.tag)]):
                self.inside(element)

    def _line_break(self, element: Element) -> None:
        self.composer.pending = BLOCK if self.composer.pending in (LINE, BLOCK) else LINE

    def _quoted(self, element: Element) -> None:
        self.words("“")
        self.inside(element)
        self.words("”")

    def _link(self, element: Element) -> None:
        name = self.notes.marks.get(element)
        if name:
            with self.composer.span("note-ref", name):
                self.words(text(element))
            self.waiting.append(name)
            return
        anchor = element.get("name") or element.get("id")
        if anchor:
            self.composer.close(self.composer.open(), "anchor", anchor)
        with ExitStack() as spans:
            if element.get("href"):
                spans.enter_context(self.composer.span("link", element.get("href", "")))
            self.inside(element)

    def _image(self, element: Element) -> None:
        name = element.get("src") or ""
        embedded = _IMAGE.match(name)
        if embedded:
            try:
                data = base64.b64decode(embedded[2], validate=False)
            except (binascii.Error, ValueError):
                data = b""
            name = f"image{len(self.composer.attachments) + 1}.{embedded[1].lower()}"
            self.composer.attachments[name] = data
        if name:
            self.composer.image(name, element.get("alt") or "")

    # -- notes

    def _write_notes(self) -> None:
        while self.waiting and not self.depth:
            name = self.waiting.popleft()
            if name not in self.written:
                self.written.add(name)
                with self._block(("note", name), whole=False):
                    self.inside(self.notes.notes[name])


_HANDLERS: Mapping[str, Callable[[Writer, Element], None]] = {
    "p": Writer._paragraph,
    "summary": Writer._paragraph,
    "legend": Writer._paragraph,
    "figcaption": Writer._caption,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Writer._heading),
    "blockquote": Writer._quote,
    "pre": Writer._preformatted,
    "hr": Writer._rule,
    "ul": Writer._list,
    "ol": Writer._list,
    "menu": Writer._list,
    "dl": Writer._definitions,
    "table": Writer._table,
    **dict.fromkeys(_WORDS, Writer._formatted),
    "br": Writer._line_break,
    "q": Writer._quoted,
    "a": Writer._link,
    "img": Writer._image,
}


def _furniture(element: Element) -> str:
    """What of the page is there to lead through the site: menus, and its head and foot."""
    parent = element.getparent()
    if element.tag == "nav":
        return "navigation"
    if element.tag in ("header", "footer") and parent is not None and parent.tag == "body":
        return "" if element.find(".//h1") is not None else str(element.tag)
    return ""


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _spanned(cell: Element, attribute: str) -> int:
    return min(max(integer(cell.get(attribute), 1), 1), _SPANNED)
