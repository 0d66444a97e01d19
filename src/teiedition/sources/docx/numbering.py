"""The labels that Word prints before list items and headings, which stand in no text run.

ECMA-376 part 1, §17.9: a paragraph names a `num` and a level; the `num` refers to an `abstractNum` with
nine levels, each with a number format and a text such as "%1.%2)".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from teiedition.sources.docx.package import Package, W, local, value
from teiedition.sources.numerals import FORMATS, decimal, integer
from teiedition.tree import Element

LEVELS = 9
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Label:
    """A printed label ("" where an item shows none), the white space after it, and its list and level."""

    text: str
    gap: str
    list: str
    level: int
    bulleted: bool


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, package: Package) -> None:
        found = package.beside("numbering")
        root: Element | None = found[1] if found else None
        self.abstract: dict[str, Element] = {}
        self.nums: dict[str, Element] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self.abstract[element.get(W + "abstractNumId", "")] = element
            elif local(element) == "num":
                self.nums[element.get(W + "numId", "")] = element
        self.styles = package.styles
        self.counters: dict[str, list[int | None]] = {}
        self.begun: set[str] = set()

    def label(self, number: str, level: int | None, style: str = "") -> Label | None:
        """Count one paragraph of list `number` at a level from 0, by default the one that belongs to `style`.

        None where there is no such list.
        """
        num = self.nums.get(number)
        if num is None or number == "0":
            return None
        abstract = value(num, "abstractNumId") or ""
        level = (
            self._level_of_style(num, abstract, style) if level is None else min(max(level, 0), LEVELS - 1)
        )
        definition = self._level(num, abstract, level)
        if definition is None:
            return None
        counters = self.counters.setdefault(abstract, [None] * LEVELS)
        self._restart(num, number, counters)
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = self._start(num, abstract, upper)
        before = counters[level]
        counters[level] = self._start(num, abstract, level) if before is None else before + 1
        for lower in range(level + 1, LEVELS):
            if value(self._level(num, abstract, lower), "lvlRestart") != "0":
                counters[lower] = None
        style = value(definition, "numFmt") or "decimal"
        gap = "" if value(definition, "suff") == "nothing" else " "
        return Label(self._text(num, abstract, definition, counters), gap, number, level, style == "bullet")

    def _restart(self, num: Element, number: str, counters: list[int | None]) -> None:
        """A `num` that overrides starts restarts those levels when it is first used."""
        if number in self.begun:
            return
        self.begun.add(number)
        for override in num.iterfind(W + "lvlOverride"):
            if value(override, "startOverride") is not None:
                counters[integer(override.get(W + "ilvl")) % LEVELS] = None

    def _level(self, num: Element, abstract: str, level: int) -> Element | None:
        for override in num.iterfind(W + "lvlOverride"):
            own = override.find(W + "lvl")
            if override.get(W + "ilvl") == str(level) and own is not None:
                return own
        definition = self.abstract.get(abstract)
        seen = 0
        while definition is not None and seen < 5:
            for own in definition.iterfind(W + "lvl"):
                if own.get(W + "ilvl") == str(level):
                    return own
            definition, seen = self._linked(definition), seen + 1
        return None

    def _level_of_style(self, num: Element, abstract: str, style: str) -> int:
        levels = (n for n in range(LEVELS) if value(self._level(num, abstract, n), "pStyle") == style)
        return next(levels, 0)

    def _linked(self, definition: Element) -> Element | None:
        """The definition to which a numbering style refers."""
        style = self.styles.get(value(definition, "numStyleLink") or "")
        number = style.property("pPr", "numPr", "numId") if style else None
        num = self.nums.get(number or "")
        return None if num is None else self.abstract.get(value(num, "abstractNumId") or "")

    def _start(self, num: Element, abstract: str, level: int) -> int:
        for override in num.iterfind(W + "lvlOverride"):
            start = value(override, "startOverride")
            if override.get(W + "ilvl") == str(level) and start:
                return integer(start, 1)
        return integer(value(self._level(num, abstract, level), "start"), 1)

    def _text(self, num: Element, abstract: str, definition: Element, counters: list[int | None]) -> str:
        legal = value(definition, "isLgl") is not None

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            style = value(self._level(num, abstract, level), "numFmt") or "decimal"
            write: Callable[[int], str] = decimal if legal else FORMATS.get(style, decimal)
            count = counters[level]
            return "" if style in ("none", "bullet") or count is None else write(count)

        text = value(definition, "lvlText") or ""
        if value(definition, "numFmt") == "bullet":
            return _PRIVATE.sub("•", text).strip()
        return re.sub(r"%([1-9])", number, text).strip()
