"""Names of goods in a text: "rolled steel", "wheat, barley and other cereals"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from teiedition.annotate.language import alternatives, any_of, spellings, table

TABLES = ("goods", "grown", "land", "power", "gear")
MEASURED_BY = {"area": ("grown", "land"), "energy": ("power",), "count": ("goods", "grown", "gear")}
"""Which tables name what a kind of unit measures; every other kind measures `goods` and `grown`."""
OTHERS = ("goods", "grown")
WORD = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
LONGEST, MOST = 5, 6
"""So many words may be in a name, so many names in a list."""


class Named(NamedTuple):
    """Where goods are named, several where they are listed, and their words."""

    start: int
    end: int
    words: str


class Goods:
    """The goods of a language: a name is a word of the tables with what stands before it as its sort."""

    def __init__(self, words: dict[str, Any]) -> None:
        tables = {name: _forms(words.get(name, [])) for name in TABLES}
        self._land = tables["land"]
        self._parts = {form for word in words.get("sorts", []) for form in spellings(word)}.union(
            *tables.values()
        )
        self._names = {kind: _all(tables, names) for kind, names in {**MEASURED_BY, "": OTHERS}.items()}
        last, other = any_of(words.get("and", [])), alternatives(words.get("other", []))
        self._joiner = re.compile(rf"(?:(?P<last>,? (?:{last}) )|, )(?:{other} )?")
        amounts, of = alternatives(words.get("amounts", [])), alternatives(words.get("amount_of", []))
        self._amount_of = re.compile(rf"(?<!\w){amounts} {of} (?:the |its |our |their )?$")
        self._adjective = re.compile(rf"(?<![\w-])({words.get('adjective', '(?!)')}) $")
        self._no_sorts = set(words.get("no_sorts", []))
        self._apart = re.compile(rf"(?<!\w){alternatives(words.get('apart', []))} (?:\w+ )?$")
        self._amount = re.compile(rf" {amounts}(?!\w)")
        marks = any_of(words.get("label_marks", []))
        self._label = re.compile(
            rf"(?: \([^()]*\))?(?:{marks})(?:{alternatives(words.get('nearly', []))} )?$"
        )
        self._sown = re.compile(rf" (?:{any_of(words.get('behind_land', []))}) ")
        self._linked = re.compile(rf" (?:{any_of(words.get('behind', []))}) (?:the )?")

    def at(self, text: str, at: int, kind: str) -> Named | None:
        """The goods named at a place; None where none are."""
        end = self._name(text, at, kind)
        if not end:
            return None
        behind = end
        for _ in range(MOST):
            joiner = self._joiner.match(text, behind)
            behind = self._name(text, joiner.end(), kind) if joiner else 0
            if joiner is None or not behind:
                break
            end = behind if joiner["last"] else end
        return Named(at, end, text[at:end])

    def linked(self, text: str, end: int, kind: str) -> str:
        """The goods behind a quantity that ends at `end`: "300 hectares of it under rice", "5 tons coal"."""
        link = self._linked.match(text, end) or (self._sown.match(text, end) if kind == "area" else None)
        found = self.at(text, link.end(), kind) if link else None
        found = found or (self.at(text, end + 1, kind) if text[end : end + 1] == " " else None)
        return found.words if found else ""

    def named(self, text: str, start: int, end: int, kind: str) -> list[Named]:
        """The names of goods between two places, in order."""
        found, at = list[Named](), start
        for word in WORD.finditer(text, start, end):
            if word.start() < at or (word[0] not in self._parts and "-" not in word[0]):
                continue
            named = self.at(text, word.start(), kind)
            named = self._sorted(text, named, max(at, start)) if named else None
            if named and named.end <= end and not (_is_persons(text, named) or self._is_apart(text, named)):
                found.append(named)
                at = named.end
        return found

    def _sorted(self, text: str, name: Named, start: int) -> Named:
        """The name with an adjective before it: "metallurgical coke"."""
        before = self._adjective.search(text, start, name.start)
        if before is None or before[1].lower() in self._no_sorts:
            return name
        return Named(before.start(1), name.end, text[before.start(1) : name.end])

    def _is_apart(self, text: str, name: Named) -> bool:
        """Whether it is what a quantity is not of: "exclusive of coke", "in exchange for our tin"."""
        return self._apart.search(text, max(0, name.start - 30), name.start) is not None

    def _name(self, text: str, at: int, kind: str) -> int:
        """The end of one name of goods; 0 where none begins. "Corn fields" are no corn."""
        names, end = self._names.get(kind, self._names[""]), 0
        for _ in range(LONGEST):
            word = WORD.match(text, at)
            whole = word[0] if word else ""
            if word is None or not (whole in self._parts or whole.rpartition("-")[2] in names):
                break
            if whole.rpartition("-")[2] in names:
                end = word.end()
            elif whole in self._land:
                return 0
            if text[word.end() : word.end() + 1] != " ":
                break
            at = word.end() + 1
        return end

    def is_label(self, text: str, name: Named, end: int) -> bool:
        """Whether a name stands before a quantity as its label: "steel, 300 tons", "rice (about 5 tons"."""
        return self._label.fullmatch(text, name.end, end) is not None

    def is_amount(self, text: str, name: Named) -> bool:
        """Whether it is an amount of the goods that a sentence tells: "output of tin", "the tin output"."""
        before = self._amount_of.search(text, max(0, name.start - 40), name.start)
        return before is not None or self._amount.match(text, name.end) is not None


def _is_persons(text: str, name: Named) -> bool:
    """Whether it rather is somebody's name: "General Clay", but "Coal: 5 tons" and "COAL"."""
    capital = name.words[0].isupper() and not name.words.isupper()
    return capital and text[name.start - 1 : name.start] == " " and text[name.start - 2].isalpha()


def _all(tables: dict[str, set[str]], names: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(tables[name] for name in names))


def _forms(words: list[str]) -> set[str]:
    """The words in all their spellings, singular and plural."""
    forms = {form for word in words for form in spellings(word)}
    return forms | {f"{form}{'S' if form.isupper() else 's'}" for form in forms if form[-1:] not in "sS"}


@cache
def goods(language: str = "en") -> Goods:
    """The goods of a language (see `annotate/language`)."""
    return Goods(table("goods", language))
