"""The inside of a Word paragraph: runs, fields, changes, marks, pictures (ECMA-376 part 1, §17.3, §17.16).

An element that is not known is gone through for the text in it; none is dropped for its name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from teiedition.sources.composer import Composer, Opened
from teiedition.sources.conventions import named
from teiedition.sources.docx.notes import Notes, Waiting
from teiedition.sources.docx.package import Package, R, W, local, switch, value
from teiedition.tree import Element

_TOGGLES = (("b", "bold"), ("i", "italic"), ("smallCaps", "small-caps"), ("strike", "strikethrough"),
            ("dstrike", "strikethrough"))  # fmt: skip
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
MARKS = frozenset({"bookmarkStart", "commentRangeStart", "commentRangeEnd"})
"""Elements that mark a place, which may also stand between blocks."""
_SILENT = frozenset({
    "rPr", "pPr", "sectPr", "tblPr", "delInstrText", "separator", "continuationSeparator",
    "lastRenderedPageBreak", "sdtPr", "sdtEndPr", "proofErr",
})  # fmt: skip
_ADDRESS = re.compile(
    r'\b(HYPERLINK|REF|PAGEREF|NOTEREF)\b\s*(?:\\l\s*)?(?:"([^"]*)"|([^\s\\"]+))?(.*)', re.I | re.S
)
_GREEK = dict(zip(range(0xF041, 0xF05B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"[:26], strict=False)) | dict(
    zip(range(0xF061, 0xF07B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)


@dataclass
class Field:
    """A field that has begun: its instruction, and where its result began."""

    instruction: str = ""
    result: Opened | None = None


class Inline:
    """Writes the insides of paragraphs. `breaks` collects where pages were broken by hand."""

    def __init__(self, composer: Composer, package: Package, notes: Notes) -> None:
        self.composer, self.package, self.notes = composer, package, notes
        self.part = package.main
        self.fields: list[Field] = []
        self.comments: dict[str, Opened] = {}
        self.commented: set[str] = set()
        self.breaks: list[Opened] = []
        self.own_mark: str | None = None
        self.at_note = False
        """Whether a note's text is about to begin, so that the space after its number is none of it."""
        self.silent_fields: frozenset[str] = frozenset()

    def paragraph(self, element: Element) -> None:
        """Write what a paragraph holds. A link that goes on in the next paragraph is two."""
        for field in self.fields:
            field.result = field.result and self.composer.open()
        self.walk(element)
        for field in self.fields:
            self._link(field)

    def walk(self, element: Element) -> None:
        """Write what an element holds, child by child."""
        for child in element:
            name = local(child)
            if name in _HANDLERS:
                _HANDLERS[name](self, child)
            elif name in MARKS:
                self.mark(child, name)
            elif name not in _SILENT:
                self.walk(child)

    def write(self, text: str) -> None:
        """Write text, unless it belongs to a field's instruction."""
        if any(field.result is None for field in self.fields):
            return
        if any(_word(field.instruction) in self.silent_fields for field in self.fields):
            return
        if self.at_note:
            text = text.lstrip()
            self.at_note = not text
        if self.own_mark is not None and text.strip():
            name, self.own_mark = self.own_mark, None
            with self.composer.span("note-ref", name):
                self.composer.write(text)
        else:
            self.composer.write(text)

    # -- text

    def _instruction(self, element: Element) -> None:
        if self.fields and self.fields[-1].result is None:
            self.fields[-1].instruction += element.text or ""

    def _character(self, element: Element) -> None:
        if element.get(W + "type") == "page":
            self.breaks.append(self.composer.open())
        else:
            self.write(_CHARACTERS[local(element)])

    def _t(self, element: Element) -> None:
        self.write(element.text or "")

    def _sym(self, element: Element) -> None:
        char = element.get(W + "char", "")
        code = int(char, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", char) else 0xFFFD
        symbol = _GREEK.get(code | 0xF000) if element.get(W + "font", "").lower() == "symbol" else None
        self.write(symbol or chr(code))

    def _ruby(self, element: Element) -> None:
        """A word with its reading above it: the word, then the reading."""
        for base in element.iterfind(W + "rubyBase"):
            self.walk(base)
        with self.composer.span("superscript"):
            for reading in element.iterfind(W + "rt"):
                self.walk(reading)

    def _r(self, element: Element) -> None:
        mark = any(local(child) in ("footnoteReference", "endnoteReference") for child in element)
        with ExitStack() as spans:
            for kind, argument in self._format(None if mark else element.find(W + "rPr")):
                spans.enter_context(self.composer.span(kind, argument))
            self.walk(element)

    def _format(self, properties: Element | None) -> Iterator[tuple[str, str]]:
        """What a run's own properties and its character style say, outermost first."""
        if properties is None:
            return
        style = self.package.styles.get(value(properties, "rStyle") or "")
        chain = () if style is None else tuple(each.find(W + "rPr") for each in style.chain)
        if style and named(style.name):
            yield "style", style.name
        if switch(properties, "vanish"):
            yield "style", "hidden"
        for name, kind in _TOGGLES:
            if next((on for each in (properties, *chain) if (on := switch(each, name)) is not None), False):
                yield kind, ""
        lines = next((u for each in (properties, *chain) if (u := value(each, "u")) is not None), "none")
        if lines != "none":
            yield "underline", ""
        raised = next((v for each in (properties, *chain) if (v := value(each, "vertAlign"))), "")
        if raised in ("superscript", "subscript"):
            yield raised, ""

    def _note_number(self, element: Element) -> None:
        """The note's number before its text; the mark tells it."""
        self.at_note = True

    # -- fields and links

    def _fldChar(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = self.composer.open()
        elif kind == "end" and self.fields:
            self._link(self.fields.pop())

    def _fldSimple(self, element: Element) -> None:
        self.fields.append(Field(element.get(W + "instr", ""), self.composer.open()))
        self.walk(element)
        self._link(self.fields.pop())

    def _link(self, field: Field) -> None:
        """A field that leads somewhere is a link over its result; any other is its result."""
        match = _ADDRESS.search(field.instruction)
        if field.result is None or not match:
            return
        target, inside = (
            match[2] or match[3] or "",
            "\\l" in field.instruction or match[1].upper() != "HYPERLINK",
        )
        anchor = re.search(r'\\l\s*"([^"]*)"', match[4])
        if anchor:
            target += f"#{anchor[1]}"
        elif inside and target:
            target = f"#{target}"
        if target and (match[1].upper() == "HYPERLINK" or "\\h" in match[4]):
            self.composer.close(field.result, "link", target)

    def _hyperlink(self, element: Element) -> None:
        relation = self.package.relations(self.part).get(element.get(R + "id", ""))
        anchor = element.get(W + "anchor", "")
        target = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
        with self.composer.span("link", target):
            self.walk(element)

    # -- changes, notes, comments

    def _changed(self, element: Element, kind: str) -> None:
        with self.composer.span(kind, element.get(W + "author", "")):
            self.walk(element)

    def _ins(self, element: Element) -> None:
        self._changed(element, "inserted")

    def _del(self, element: Element) -> None:
        self._changed(element, "deleted")

    def _note(self, element: Element, kind: str) -> None:
        own = element.get(W + "customMarkFollows") in ("1", "true", "on")
        mark, name = self.notes.refer(kind, element.get(W + "id", ""), not own)
        if own:
            self.own_mark = name
        else:
            with self.composer.span("note-ref", name):
                self.composer.write(mark)

    def _footnoteReference(self, element: Element) -> None:
        self._note(element, "footnote")

    def _endnoteReference(self, element: Element) -> None:
        self._note(element, "endnote")

    def mark(self, element: Element, name: str) -> None:
        """A bookmark, or the begin or end of the words that a comment is about."""
        identifier = element.get(W + "id", "")
        if name == "commentRangeStart":
            self.comments[identifier] = self.composer.open()
        elif name == "commentRangeEnd" and identifier in self.comments:
            self.composer.close(self.comments.pop(identifier), "comment-ref", f"comment{identifier}")
            self.commented.add(identifier)
        elif name == "bookmarkStart" and element.get(W + "name", "_GoBack") != "_GoBack":
            self.composer.close(self.composer.open(), "anchor", element.get(W + "name", ""))

    def _commentReference(self, element: Element) -> None:
        identifier = element.get(W + "id", "")
        name = self.notes.comment(identifier)
        if identifier not in self.commented:
            self.composer.close(self.comments.pop(identifier, self.composer.open()), "comment-ref", name)

    # -- pictures, boxes, alternatives

    def _AlternateContent(self, element: Element) -> None:
        """The same thing twice, for newer and older programs: the first that is there."""
        for child in element:
            if local(child) in ("Choice", "Fallback"):
                self.walk(child)
                return

    def _txbxContent(self, element: Element) -> None:
        self.notes.waiting.append(Waiting("style", "text box", element, self.part))

    def _drawing(self, element: Element) -> None:
        properties = next((child for child in element.iter() if local(child) == "docPr"), None)
        words = "" if properties is None else properties.get("descr", "")
        self._picture(element, words)
        self.walk(element)

    def _pict(self, element: Element) -> None:
        self._picture(element, next((c.get("alt", "") for c in element.iter() if local(c) == "shape"), ""))
        self.walk(element)

    def _picture(self, element: Element, words: str) -> None:
        relations = self.package.relations(self.part)
        for child in element.iter():
            if local(child) in ("blip", "imagedata"):
                identifier = child.get(R + "embed") or child.get(R + "link") or child.get(R + "id") or ""
                relation = relations.get(identifier)
                if relation:
                    self.composer.image(self._attach(relation.target, relation.external), words)
                    words = ""

    def _attach(self, target: str, external: bool) -> str:
        """The name of a picture, whose bytes are kept where the file holds them."""
        name = target if external else posixpath.basename(target)
        if not external and target in self.package.archive.names:
            self.composer.attachments[name] = self.package.archive.contents(target)
        return name


_HANDLERS: Mapping[str, Callable[[Inline, Element], None]] = {
    "t": Inline._t,
    "delText": Inline._t,
    "sym": Inline._sym,
    "r": Inline._r,
    "ruby": Inline._ruby,
    "instrText": Inline._instruction,
    "fldChar": Inline._fldChar,
    "fldSimple": Inline._fldSimple,
    "hyperlink": Inline._hyperlink,
    "ins": Inline._ins,
    "del": Inline._del,
    "moveTo": Inline._ins,
    "moveFrom": Inline._del,
    "footnoteReference": Inline._footnoteReference,
    "endnoteReference": Inline._endnoteReference,
    "commentReference": Inline._commentReference,
    "footnoteRef": Inline._note_number,
    "endnoteRef": Inline._note_number,
    "annotationRef": Inline._note_number,
    "AlternateContent": Inline._AlternateContent,
    "txbxContent": Inline._txbxContent,
    "drawing": Inline._drawing,
    "pict": Inline._pict,
    "object": Inline._pict,
    **dict.fromkeys(_CHARACTERS, Inline._character),
}


def _word(instruction: str) -> str:
    return instruction.split(None, 1)[0].upper() if instruction.strip() else ""
