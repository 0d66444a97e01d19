"""The words for dates that a language has, and its forms of dates as regular expressions.

A form in the language's table names words and figures in braces: "{day} {month},? {year}". Every
pattern is linear: no repetition stands inside another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from teiedition.annotate.language import GAP, alternatives, dictionary, table
from teiedition.annotate.numbers import numbers

FIGURES = {
    "year": r"(?P<year>[12]\d{3}|\[[12]\d\]\d\d)(?:/(?P<dual>\d{1,2})(?!\d))?(?!\d|[.,]\d)",
    "year_plain": r"(?P<year>[12]\d{3})",
    "year4": r"(?P<year>[12]\d{3})(?!\d|[./]\d)",
    "year_old": r"(?P<year_old>1[0-8]\d\d(?:/\d{1,2}(?!\d))?)(?!\d|[.,]\d)",
    "year_before": r"[12]\d{3}",
    "year_short": r"['’](?P<short>\d\d)(?!\d)",
    "year_two": r"(?P<two>\d\d)(?!\d|[.,:/-]\d)",
    "month_figures": r"(?P<month_figures>[01]?\d)(?!\d)",
    "month_roman": r"(?P<month_roman>I{1,3}|I[VX]|VI{0,3}|XI{0,2})(?!\w)",
    "day_figures": r"(?P<day_figures>[0-3]?\d)",
    "first_figures": r"(?P<first_figures>[0-3]?\d)",
    "second_figures": r"(?P<second_figures>[0-3]?\d)",
    "hours": r"(?P<hours>[01]\d|2[0-3])",
    "minutes": r"(?P<minutes>[0-5]\d)",
    "year_pair": r"(?P<year>[12]\d{3})[-–/](?:\d{4}|\d{2})(?!\d)",
    "era_year": r"(?P<era_year>\d{1,2})(?!\d)",
    "decade_short": r"['’](?P<decade_short>[1-9]0)['’]?s\b",
    "decade_two": r"(?P<decade_short>[1-9]0)['’]s\b",
    "decade_figures": r"(?P<decade>[12]\d\d0)['’]?s\b",
    "bc_year": r"(?P<bc_year>\d{1,4})(?!\d)",
}
WORDS = {
    "month": "months", "month2": "months", "weekday": "weekdays", "season": "seasons", "part": "parts",
    "fraction": "fractions", "unit": "units", "unit_year": "units", "unit_month": "units",
    "now": "now", "relation": "relations", "relation_behind": "relations_behind",
    "part_of_day": "parts_of_day", "step": "steps", "step_unit": "step_units", "instant": "instants",
    "unit_steps": "unit_steps", "feast": "feasts", "this_unit": "this_units",
    "decade_word": "decade_words", "century": "centuries", "bound": "bounds", "era": "eras",
    "before_our_era": "bc", "undated": "undated", "quarter_mark": "quarter_marks",
}  # fmt: skip
ONE_UNIT = {"unit_year": "year", "unit_month": "month"}
PLACEHOLDER = re.compile(r"\{([a-z_0-9]{3,})\}")
OPTIONAL_WORD = re.compile(r"\(\?:\{weekday\}[^{}]*?\)\?(?=\{)")
NOT_FIRST = {
    "century",
    "before_our_era",
    "unit_year",
    "unit_month",
    "unit_steps",
    "fraction",
    "instant",
    "this_unit",
}


class Vocabulary:
    """The table `dates.toml` of a language, ready for use."""

    def __init__(self, words: dict[str, Any], language: str = "en") -> None:
        self.words, self.figures, self.language = words, numbers(language), language
        self.tables: dict[str, dict[str, Any]] = {
            name: dictionary(words.get(source, {})) for name, source in WORDS.items()
        }
        self.calendars: dict[str, str] = dictionary(words.get("calendars", {}))
        self._ordinals: dict[str, int] = dictionary(table("numbers", language).get("ordinals", {}))
        self._nths = self._ordinals | dictionary(words.get("nths", {}))
        self._suffixes = alternatives(words.get("day_suffixes", []))

    def compile(self, form: str) -> re.Pattern[str]:
        """A form of the table as a pattern, whose groups are named after what they hold."""
        form = self._expanded(form).replace(" ?", "\0").replace(" ", GAP).replace("\0", " ?")
        return re.compile(PLACEHOLDER.sub(lambda match: self._pattern(match[1]), form))

    def begins_with(self, form: str) -> tuple[bool, bool]:
        """Whether a form can begin with figures, and whether with letters or marks."""
        expanded = self._expanded(form)
        optional = OPTIONAL_WORD.match(expanded)
        rest = expanded[optional.end() :] if optional else expanded
        first = PLACEHOLDER.search(rest)
        name = first[1] if first and first.start() <= len("(?:") else ""
        figures = name in FIGURES or name.startswith(("day", "nth")) or not name
        marked = name in ("year_short", "decade_short")
        letters = name in WORDS or name in ("day_word", "nth", "year_words") or marked or not name
        return figures and not marked, letters or optional is not None

    def _expanded(self, form: str) -> str:
        for name, piece in self.words.get("pieces", {}).items():
            form = form.replace(f"{{{name}}}", piece)
        return form

    def _pattern(self, name: str) -> str:
        if name in FIGURES:
            return FIGURES[name]
        if name in ("day", "day2"):
            return rf"(?P<{name}>[0-3]?\d{self._suffixes}?)(?!\w|[.,:\]]\d)"
        if name == "day_of":  # before a month: "the 28th. of June"
            return rf"(?P<day>[0-3]?\d(?:{self._suffixes}\.?)?|[0-3]\[\d\])(?!\w|[.,:]\d)"
        if name == "day_ordinal":
            return rf"(?P<day>[0-3]?\d{self._suffixes})(?!\w)"
        if name == "day_word":
            return rf"(?P<day>{alternatives(self._ordinals)})(?!\w)"
        if name == "year_words":
            return rf"(?P<year_words>{self.figures.pattern})"
        if name == "nth":
            return rf"(?P<nth>\d{{1,2}}{self._suffixes}|{alternatives(self._nths)})"
        forms = self.tables[name]
        if name in ONE_UNIT:
            forms = {form: unit for form, unit in forms.items() if unit == ONE_UNIT[name]}
        if name in ("month", "month2", "weekday"):
            short = alternatives(_shortened(self.words.get(WORDS[name], {})))
            return rf"(?P<{name}>{short}\.|{alternatives(forms)}(?![^\W_]))"
        return rf"(?P<{name}>{alternatives(forms)})(?![^\W_])"

    def number(self, text: str) -> int:
        """The number of a day or an ordinal: "22d" and "twenty-second" are 22; 0 for neither."""
        return self._nths.get(text) or int(re.sub(r"\D", "", text) or 0)

    def first_words(self, forms: list[re.Pattern[str]]) -> set[str]:
        """The words with which one of the forms, or a prefix of one, can begin."""
        used = {name for form in forms for name in form.groupindex if name in WORDS} - NOT_FIRST
        words = {word for name in used for word in self.tables[name]}
        return words | set(self.tables["part"]) | set(self._nths)

    def listed(self, name: str) -> list[str]:
        """A list of the section `evidence`."""
        return list(self.words.get("evidence", {}).get(name, []))


def _shortened(names: dict[str, Any]) -> set[str]:
    """The names that have a longer one of the same value, and so may take a full stop."""
    return {
        name
        for name in names
        if any(names[name] == names[other] and len(other) > len(name) for other in names)
    }


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """How a language writes dates (see `annotate/language`)."""
    return Vocabulary(table("dates", language), language)
