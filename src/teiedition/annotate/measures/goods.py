"""Names of goods in a text: "rolled steel", "wheat, barley and other cereals"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from teiedition.annotate.language import alternatives, any_of, spellings, table

MEASURED_BY = {"area": ("grown", "land"), "energy": ("power",), "count": ("goods", "grown", "gear")}
"""Which tables name what a kind of unit measures; every other kind measures `goods` and `grown`."""


class Goods:
    """The goods of a language. Patterns match a whole name, with what stands before it as its sort."""

    def __init__(self, words: dict[str, Any]) -> None:
        tables = {name: _forms(words.get(name, [])) for name in ("goods", "grown", "land", "power", "gear")}
        sorts = {form for word in words.get("sorts", []) for form in spellings(word)}
        before = any_of(sorts.union(*tables.values()))
        joined = r"(?:, (?:and )?| and | or )(?:other )?"
        self._names: dict[str, re.Pattern[str]] = {}
        self._rows: dict[str, re.Pattern[str]] = {}
        for kind, names in {**MEASURED_BY, "": ("goods", "grown")}.items():
            last = any_of({form for name in names for form in tables[name]})
            field = rf"| (?:{any_of(tables['land'])})(?!\w)" if "land" not in names else ""
            name = rf"(?<![\w-])(?:(?:{before})[ -]){{0,4}}(?:{last})(?![\w-]{field})"
            self._names[kind] = re.compile(rf"{name}(?:(?:, {name}){{0,4}},? and (?:other )?{name})?")
            self._rows[kind] = re.compile(rf"{name}(?:{joined}{name}){{0,5}}")
        amounts, of = alternatives(words.get("amounts", [])), alternatives(words.get("amount_of", []))
        self._amount_of = re.compile(rf"(?<!\w){amounts} {of} (?:the |its |our |their )?$")
        self._amount = re.compile(rf" {amounts}(?!\w)")
        marks = any_of(words.get("label_marks", []))
        self._label = re.compile(
            rf"(?: \([^()]*\))?(?:{marks})(?:{alternatives(words.get('nearly', []))} )?$"
        )
        self._linked = re.compile(rf" (?:{any_of(words.get('behind', []))}) (?:the )?")

    def at(self, text: str, at: int, kind: str) -> str:
        """The goods named at a place, several where they are listed; empty where none are."""
        match = self._rows.get(kind, self._rows[""]).match(text, at)
        return match[0] if match else ""

    def linked(self, text: str, end: int, kind: str) -> str:
        """The goods behind a quantity that ends at `end`: "300 hectares of it under rice", "5 tons coal"."""
        link = self._linked.match(text, end)
        found = self.at(text, link.end(), kind) if link else ""
        return found or (self.at(text, end + 1, kind) if text[end : end + 1] == " " else "")

    def named(self, text: str, start: int, end: int, kind: str) -> list[re.Match[str]]:
        """The names of goods between two places, in order."""
        found = self._names.get(kind, self._names[""]).finditer(text, start, end)
        return [match for match in found if not _is_name(text, match)]

    def is_label(self, text: str, match: re.Match[str], end: int) -> bool:
        """Whether a name stands before a quantity as its label: "steel, 300 tons", "rice (about 5 tons"."""
        return self._label.fullmatch(text, match.end(), end) is not None

    def is_amount(self, text: str, match: re.Match[str]) -> bool:
        """Whether it is an amount of the goods that a sentence tells: "output of tin", "the tin output"."""
        before = self._amount_of.search(text, max(0, match.start() - 40), match.start())
        return before is not None or self._amount.match(text, match.end()) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether it rather is somebody's name: "General Clay", but "Coal: 5 tons" and "COAL"."""
    capital = match[0][0].isupper() and not match[0].isupper()
    return capital and text[match.start() - 1 : match.start()] == " " and text[match.start() - 2].isalpha()


def _forms(words: list[str]) -> set[str]:
    """The words in all their spellings, singular and plural."""
    forms = {form for word in words for form in spellings(word)}
    return forms | {f"{form}{'S' if form.isupper() else 's'}" for form in forms if form[-1:] not in "sS"}


@cache
def goods(language: str = "en") -> Goods:
    """The goods of a language (see `annotate/language`)."""
    return Goods(table("goods", language))
