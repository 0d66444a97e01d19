"""Finds quantities with their units (docs/encoding.md; TEI P5, att.measurement)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from teiedition.annotate.context import Context
from teiedition.annotate.language import alternatives, table
from teiedition.annotate.measures.commodities import Commodities, commodities
from teiedition.annotate.measures.quantities import Quantity, quantities
from teiedition.annotate.measures.units import units
from teiedition.annotate.text import Text
from teiedition.model import Mention

__all__ = ["find", "find_measures"]

WITHOUT_COMMODITY = frozenset(["ratio", "money", "time", "months"])


class Habits:
    """Words of a language that make a number and a unit something else than a quantity."""

    def __init__(self, words: dict[str, Any]) -> None:
        plans, once = alternatives(words.get("plans", [])), alternatives(words.get("after_once", []))
        apart = alternatives(words.get("not_in_plans", []))
        self._not_after = re.compile(
            rf"(?:{alternatives(words.get('ages', []))}|[ -](?:(?!{apart} )[^\W\d_]+ )?{plans}(?!\w))"
        )
        self._after_once = re.compile(rf" {once}(?!\w)|[.,;:)]")
        self._once = set(words.get("once", []))
        self._article_follows = re.compile(rf"(?<!\w){alternatives(words.get('article_follows', []))} \[?$")

    def allow(self, text: str, quantity: Quantity) -> bool:
        """Not the name of a plan ("Five-Year Plan"), not an age, not "one day" of a story."""
        if self._not_after.match(text, quantity.end):
            return False
        if quantity.unit.is_duration and not quantity.written_small:
            return text[quantity.start : quantity.end].isupper()
        story = quantity.unit.name in self._once and text[quantity.start].isalpha() and quantity.least == 1
        return not story or bool(self._after_once.match(text, quantity.end))

    def allow_article(self, text: str, quantity: Quantity) -> bool:
        """ "takes a year" is a duration, "once a year" is none; "half a year" always is."""
        before = text[max(0, quantity.start - 24) : quantity.start]
        return quantity.least != 1 or bool(self._article_follows.search(before))


def find_measures(
    text: str, language: str = "en", start: int = 0, end: int | None = None, question: str = ""
) -> list[Mention]:
    """Find quantities between two offsets of a text; what they are of comes from around them.

    `question` is what was asked before this text: "How much land was sown?". @quantity is a plain
    number ("300 million yuan" is 300000000), a range has @atLeast and @atMost, a duration its @type.
    A word for a unit that belongs to another language is a `foreign` of its own. Nothing raises.
    """
    stop = len(text) if end is None else end
    reader, habits, known = quantities(language), habits_of(language), commodities(language)
    found: list[Quantity] = []
    at = start
    while trigger := reader.trigger.search(text, at, stop):
        quantity = reader.read(text, trigger.start())
        at = quantity.end if quantity else trigger.end()
        if quantity and habits.allow(text, quantity):
            found.append(quantity)
    for trigger in reader.article_trigger.finditer(text, start, stop):
        quantity = reader.read_article(text, trigger.start())
        if quantity and habits.allow(text, quantity) and habits.allow_article(text, quantity):
            found.append(quantity)
    measures = _mentions(text, _apart(found), start, known, known.asked(question)) if found else []
    return measures + _foreign(
        text, language, start, stop, {child.start for m in measures for child in m.children}
    )


def _apart(found: list[Quantity]) -> list[Quantity]:
    """In order, and of two that overlap the one that begins first."""
    apart: list[Quantity] = []
    for quantity in sorted(found, key=lambda quantity: (quantity.start, -quantity.end)):
        if not apart or quantity.start >= apart[-1].end:
            apart.append(quantity)
    return apart


def _mentions(text: str, found: list[Quantity], start: int, known: Commodities, asked: str) -> list[Mention]:
    mentions: list[Mention] = []
    last: dict[str, str] = {}
    measuring = [quantity for quantity in found if quantity.unit.kind not in WITHOUT_COMMODITY]
    number = 0
    for quantity in found:
        values = quantity.attributes()
        if quantity.unit.kind not in WITHOUT_COMMODITY:
            number += 1
        if quantity.unit.kind not in WITHOUT_COMMODITY and text[quantity.unit_at[0] - 1] != "-":
            commodity = known.of(text, start, measuring, number - 1, last) or asked
            last[quantity.unit.kind] = commodity
            values |= {"commodity": commodity} if commodity else {}
        asked = ""
        children: tuple[Mention, ...] = ()
        if quantity.unit.language:
            children = (_foreign_word(*quantity.unit_at, quantity.unit.language),)
        why = f"a number and the unit {quantity.unit.name}"
        mentions.append(Mention(quantity.start, quantity.end, "measure", values, 0.96, why, children))
    return mentions


def _foreign(text: str, language: str, start: int, stop: int, marked: set[int]) -> list[Mention]:
    """Foreign units that stand without a number: "per jeongbo"."""
    known = units(language)
    if not known.has_foreign(text[start:stop]):
        return []
    return [
        _foreign_word(match.start(), match.end(), known.behind_number(match[0]).language)
        for match in known.foreign.finditer(text, start, stop)
        if match.start() not in marked
    ]


def _foreign_word(start: int, end: int, language: str) -> Mention:
    return Mention(start, end, "foreign", {"xml:lang": language}, 0.9, "a unit's name in another language")


_BETWEEN = frozenset(["speaker", "stage", "label"])
"""Blocks that stand between a question and its answer."""


@cache
def habits_of(language: str = "en") -> Habits:
    """The habits of a language (see `annotate/language`)."""
    return Habits(table("measures", language))


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The quantities in a document."""
    before = ""
    for block in text.blocks:
        language = block.language or context.language
        yield from find_measures(text.content, language, block.start, block.end, before)
        if block.element not in _BETWEEN:
            before = text.content[block.start : block.end]
