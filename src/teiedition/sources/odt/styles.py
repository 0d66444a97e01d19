"""What the styles of an OpenDocument file say (OpenDocument 1.3 part 3, §16, §20)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from teiedition.sources.conventions import QUOTES, named
from teiedition.sources.numerals import FORMATS, decimal, integer
from teiedition.tree import Element

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (
    f"{{{_URN}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing")
)
FO, SVG = (f"{{{_URN}{name}-compatible:1.0}}" for name in ("xsl-fo", "svg"))
XLINK, DC = "{http://www.w3.org/1999/xlink}", "{http://purl.org/dc/elements/1.1/}"
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "1": decimal,
    "a": FORMATS["lowerLetter"],
    "A": FORMATS["upperLetter"],
    "i": FORMATS["lowerRoman"],
    "I": FORMATS["upperRoman"],
}


_LOOKS = (
    (f"{TEXT}display", "none", "style", "hidden"),
    (f"{FO}font-weight", "bold|[6-9]00", "bold", ""),
    (f"{FO}font-style", "italic|oblique", "italic", ""),
    (f"{STYLE}text-underline-style", "(?!none).+", "underline", ""),
    (f"{STYLE}text-line-through-style", "(?!none).+", "strikethrough", ""),
    (f"{FO}font-variant", "small-caps", "small-caps", ""),
    (f"{STYLE}text-position", r"(super|[1-9]\d*%).*", "superscript", ""),
    (f"{STYLE}text-position", r"(sub|-[1-9]\d*%).*", "subscript", ""),
)  # attribute, its value, the span
"""How formatting attributes become spans."""


class Styles:
    """Paragraph, text and list styles of a file: the common ones, and those that its contents made up."""

    def __init__(self, *roots: Element) -> None:
        self.found: dict[tuple[str, str], Element] = {}
        self.automatic: set[Element] = set()
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        for root in roots:
            for group in root:
                if group.tag in (f"{OFFICE}styles", f"{OFFICE}automatic-styles"):
                    self._group(group)

    def _group(self, group: Element) -> None:
        for style in group:
            name = style.get(f"{STYLE}name", "")
            if style.tag == f"{STYLE}style":
                self.found[style.get(f"{STYLE}family", ""), name] = style
                if group.tag == f"{OFFICE}automatic-styles":
                    self.automatic.add(style)
            elif style.tag == f"{TEXT}list-style":
                self.lists[name] = style
            elif style.tag == f"{TEXT}outline-style":
                self.outline = style

    def chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and those it descends from, nearest first."""
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self.found:
            seen.add(name)
            yield self.found[family, name]
            name = self.found[family, name].get(f"{STYLE}parent-style-name", "")

    def name(self, family: str, name: str) -> str:
        """The name for people of the nearest style that a person made or chose."""
        for style in self.chain(family, name):
            parent = style.get(f"{STYLE}parent-style-name", "")
            if style not in self.automatic:
                return _decoded(style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or "")
            name = parent
        return "" if (family, name) in self.found else _decoded(name)

    def property(self, family: str, name: str, attribute: str, own: bool = False) -> str:
        """The nearest value of a formatting attribute along the chain; `own` leaves common styles out."""
        for style in self.chain(family, name):
            if own and style not in self.automatic:
                return ""
            for properties in style:
                if attribute in properties.attrib:
                    return properties.get(attribute, "")
        return ""

    def words(self, family: str, name: str) -> Iterator[tuple[str, str]]:
        """The spans that a style makes of words, outermost first.

        Of a paragraph's style, what its writer made up for it; how all its like look is no emphasis.
        """
        own = family == "paragraph"
        style = "" if own else self.name(family, name)
        if named(style):
            yield "style", style
        for attribute, pattern, kind, value in _LOOKS:
            if re.fullmatch(pattern, self.property(family, name, attribute, own)):
                yield kind, value

    def paragraph(self, name: str) -> Iterator[tuple[str, str]]:
        """The spans that a paragraph style makes of a whole paragraph, but for headings."""
        style = self.name("paragraph", name)
        if style.lower() in QUOTES:
            yield "quote", ""
        align = self.property("paragraph", name, f"{FO}text-align")
        if align in ("center", "right", "end"):
            yield "align", "right" if align == "end" else align
        if named(style) and not re.match(r"heading\b", style, re.I):
            yield "style", style


def _decoded(name: str) -> str:
    return re.sub("_([0-9a-f]{2})_", lambda match: chr(int(match[1], 16)), name)


class Counters:
    """Counts the items of lists and numbered headings, and writes their labels."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.counts: dict[str, list[int]] = {}

    def restart(self, key: str) -> None:
        """Begin a list anew."""
        self.counts.pop(key, None)

    def label(self, key: str, definition: Element | None, depth: int, start: int | None = None) -> str:
        """Count an item of the list `key` at a depth from 1, and write its label; "" for none."""
        levels = {} if definition is None else {level.get(f"{TEXT}level"): level for level in definition}
        level = levels.get(str(depth))
        if level is None:
            return ""
        if level.tag == f"{TEXT}list-level-style-bullet":
            return re.sub("[\ue000-\uf8ff]", "•", level.get(f"{TEXT}bullet-char", "•")).strip()
        counts = self.counts.setdefault(key, [])
        del counts[depth:]
        while len(counts) < depth:
            counts.append(_start(levels.get(str(len(counts) + 1))) - (len(counts) + 1 == depth))
        counts[depth - 1] = counts[depth - 1] + 1 if start is None else start
        return _written(levels, level, counts)


def _written(levels: Mapping[str | None, Element], level: Element, counts: list[int]) -> str:
    depth, shown = len(counts), min(max(integer(level.get(f"{TEXT}display-levels"), 1), 1), len(counts))
    numbers = []
    for at in range(depth - shown, depth):
        own = levels.get(str(at + 1))
        write = _FORMATS.get("" if own is None else own.get(f"{STYLE}num-format", ""))
        if write:
            numbers.append(write(counts[at]))
    if not numbers:
        return ""
    before, after = level.get(f"{STYLE}num-prefix", ""), level.get(f"{STYLE}num-suffix", "")
    return f"{before}{'.'.join(numbers)}{after}".strip()


def _start(level: Element | None) -> int:
    return 1 if level is None else integer(level.get(f"{TEXT}start-value"), 1)
