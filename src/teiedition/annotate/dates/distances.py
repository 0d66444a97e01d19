"""Dates given by how far they lie from another: "two years ago", "three weeks later"."""

from __future__ import annotations

import re
from functools import cache

from teiedition.annotate.dates.expressions import Expression
from teiedition.annotate.dates.said import Said
from teiedition.annotate.dates.vocabulary import Vocabulary, vocabulary
from teiedition.annotate.language import alternatives, dictionary, table
from teiedition.annotate.numbers import Numbers, numbers

REACH = 32


class Distances:
    """The distances of a language. `trigger` finds the unit of one and its direction, `read` the rest."""

    def __init__(self, words: Vocabulary, figures: Numbers, articles: list[str]) -> None:
        known = words.words.get("distances", {})
        self._units: dict[str, list[object]] = dictionary(known.get("units", {}))
        self._from_document: dict[str, int] = dictionary(known.get("from_document", {}))
        self._from_last: dict[str, int] = dictionary(known.get("from_last", {}))
        self._figures, self._articles = figures, {article.lower() for article in articles}
        directions = alternatives({*self._from_document, *self._from_last})
        behind = alternatives(known.get("not_before", []))
        pattern = rf"(?P<unit>{alternatives(self._units)}) (?P<direction>{directions})(?!\w)(?! {behind})"
        self.trigger = rf"(?<=[ -]){alternatives(self._units)} {directions}(?!\w)" if self._units else "(?!)"
        self._whole = re.compile(pattern)
        self._amount = re.compile(rf"(?<![\w.,])((?i:{alternatives(articles)})|{figures.pattern})[ -]$")

    def read(self, text: str, at: int) -> Expression | None:
        """The distance whose unit stands at `at`; None where no number stands before it."""
        match = self._whole.match(text, at)
        amount = self._amount.search(text, max(0, at - REACH), at) if match else None
        if match is None or amount is None:
            return None
        count = 1 if amount[1].lower() in self._articles else self._figures.value(amount[1].lower())
        if count is None or count != int(count):
            return None
        unit, times = self._units[match["unit"]]
        steps = int(count) * int(str(times))
        if match["direction"] in self._from_document:
            said = Said(relation=steps * self._from_document[match["direction"]], unit=str(unit))
        else:
            said = Said(step=steps * self._from_last[match["direction"]], unit=str(unit))
        return Expression(amount.start(1), match.end(), said)


@cache
def distances(language: str = "en") -> Distances:
    """The distances of a language (see `annotate/language`)."""
    articles = table("measures", language).get("articles", [])
    return Distances(vocabulary(language), numbers(language), list(articles))
