"""Reads a date at a place in a text: a form with what stands before and behind it, or two joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from teiedition.annotate.dates.pairs import pair
from teiedition.annotate.dates.readers import read
from teiedition.annotate.dates.said import Said
from teiedition.annotate.dates.vocabulary import Vocabulary, vocabulary
from teiedition.annotate.language import alternatives

LONGEST_GLUED = 8
CLOSING = re.compile(r",?\]")
TWO_FIGURES = re.compile(r"(\d\d)(?![\d/]|[-–.:,]\d)")


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as it stands in a text: one or two dates said, and how they are joined.

    `joiner` is `through`, `or`, `and`, or empty; the words of the joiner stand at `split`.
    """

    start: int
    end: int
    first: Said
    joiner: str = ""
    second: Said | None = None
    split: tuple[int, int] = (0, 0)


class _Forms:
    """Forms of dates, of which one look finds the first that fits: most numbers are no dates."""

    def __init__(self, forms: list[re.Pattern[str]]) -> None:
        self._forms = forms
        unnamed = (re.sub(r"\?P<\w+>", "?:", form.pattern) for form in forms)
        every = (f"(?P<form{number}>{form})" for number, form in enumerate(unnamed))
        self._first = re.compile("|".join(every) or "(?!)")

    def matches(self, text: str, at: int) -> Iterator[re.Match[str]]:
        """The matches of the forms that fit at a place, in the order of the forms."""
        first = self._first.match(text, at)
        if first and first.lastgroup:
            for form in self._forms[int(first.lastgroup.removeprefix("form")) :]:
                if match := form.match(text, at):
                    yield match


class Grammar:
    """The dates of a language: where one may begin (`trigger`), and how to read it there."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        table = words.words
        forms, prefixes = table.get("forms", []), table.get("prefixes", {})
        self._forms = [words.compile(form) for form in forms]
        starts = [words.begins_with(form) for form in forms]
        begun = list(zip(self._forms, starts, strict=True))
        self._with_figures = _Forms([form for form, (figures, _) in begun if figures])
        self._with_letters = _Forms([form for form, (_, letters) in begun if letters])
        self._prefixes = [words.compile(form) for form in prefixes.values()]
        self._joiners = [
            (name, re.compile(alternatives(marks))) for name, marks in table.get("joiners", {}).items()
        ]
        self.list_joiner = re.compile(alternatives(words.listed("lists")))
        self.day_joiner = re.compile(alternatives(words.listed("day_lists")))
        self.last_day_joiner = re.compile(alternatives(words.listed("day_lists_last")))
        self.year_behind = re.compile(r",? ([12]\d{3})(?!\d|[.,]\d)")
        self._day = words.compile("{day}")
        self._day_and_year = words.compile("{day}(?![-–]\\d)(?:(?:,| of)? {year})?")
        calendars = alternatives(words.calendars)
        self._calendar = re.compile(rf",? \(?(?P<calendar>{calendars})\)?(?!\w)")
        weekday = alternatives(words.tables["weekday"])
        self._weekday = re.compile(rf" (?:\({weekday}\.?\)|[–-] {weekday}(?=$|\n|[,.;]))")
        first = alternatives(words.first_words(self._forms))
        self._glued_to = re.compile(rf"(?<!\w){alternatives(words.listed('glued'))}$")
        begins = rf"(?<![^\W_])(?:\d|['’](?=\d\d(?:\b|s))|{first}(?!\w))"
        self.trigger = re.compile(rf"{begins}|[12](?<=[a-z][12])(?=\d{{3}}\b)" if forms else "(?!)")

    def read(self, text: str, at: int) -> Expression | None:
        """The longest date that begins at a place; None where none does."""
        if text[at - 1 : at].isalpha() and not self._glued_to.search(text, max(0, at - LONGEST_GLUED), at):
            return None
        begun = self._date(text, at)
        for first in (begun, self.bare_day(text, at)):
            joined = self._joined(text, at, *first) if first else None
            if joined:
                return joined
        return Expression(at, _closed(text, at, begun[1]), begun[0]) if begun else None

    def _joined(self, text: str, at: int, first: Said, end: int) -> Expression | None:
        for joiner, pattern in self._joiners:
            mark = pattern.match(text, end)
            if mark is None:
                continue
            rest = self._rest(text, mark.end(), first, text[at : at + 4].isdigit())
            for begun in (rest, self._date(text, mark.end())):
                both = pair(first, begun[0], joiner, mark[0]) if begun else None
                if begun and both:
                    close = _closed(text, at, begun[1])
                    return Expression(at, close, both[0], joiner, both[1], (end, mark.end()))
        return None

    def _date(self, text: str, at: int) -> tuple[Said, int] | None:
        """One date and its end, with what stands before it ("early") and after it ("(O.S.)")."""
        part, start = None, at
        for prefix in self._prefixes:
            if match := prefix.match(text, start):
                part, start = self._part(match) or part, match.end()
        forms = self._with_figures if text[start : start + 1].isdigit() else self._with_letters
        for match in forms.matches(text, start):
            if said := read(self.words, match):
                if part is None:
                    if said.only("unit"):
                        return None  # "the year" is no date, "the first half of the year" is
                    return self._with_tail(text, said, match.end())
                return (replace(said, part=part), match.end()) if _divisible(said) else None
        return None

    def _part(self, match: re.Match[str]) -> tuple[int, int] | None:
        """Which of how many: "early" (1, 3), "second half" (2, 2), "last quarter" (-1, 4)."""
        groups = match.groupdict()
        if groups.get("part"):
            which, of = self.words.tables["part"][groups["part"]]
            return int(which), int(of)
        which, of = self.words.number(groups["nth"]), self.words.tables["fraction"][groups["fraction"]]
        return (which, of) if which and -1 <= which <= of else None

    def bare_day(self, text: str, at: int) -> tuple[Said, int] | None:
        """The 13 of "13 to 18 June", which only the date behind it makes a date."""
        match = self._day.match(text, at)
        day = self.words.number(match["day"]) if match else 0
        return (Said(day=day), match.end()) if match and 1 <= day <= 31 else None

    def _rest(self, text: str, at: int, first: Said, by_year: bool) -> tuple[Said, int] | None:
        """What a first date lets be short: "July 10-15, 1961", "1953-62"; `by_year`: "1961 July 10-15"."""
        open_day = first.day and first.month and (by_year or not first.has_year)
        if open_day and (match := self._day_and_year.match(text, at)):
            day, year = self.words.number(match["day"]), int(match["year"]) if match["year"] else None
            whole = self._date(text, at)
            if (first.day or 0) < day <= 31 and not (whole and whole[0].month):
                return Said(day=day, month=first.month, year=year or first.year), match.end()
        if first.only("year") and first.year and (match := TWO_FIGURES.match(text, at)):
            year = first.year // 100 * 100 + int(match[1])
            if year > first.year:
                return Said(year=year), match.end()
        return None

    def _with_tail(self, text: str, said: Said, end: int) -> tuple[Said, int]:
        """The calendar named behind a date, or its weekday in brackets."""
        if not said.month:
            return said, end
        if match := self._calendar.match(text, end):
            return replace(said, calendar=self.words.calendars[match["calendar"]]), match.end()
        match = self._weekday.match(text, end) if said.day else None
        return said, match.end() if match else end


def _divisible(said: Said) -> bool:
    """Whether it has an early part: years, months, seasons, and "last year"; no days, no weeks."""
    return not (said.day or said.weekday or said.unknown or said.bound or said.unit in ("day", "week"))


def _closed(text: str, start: int, end: int) -> int:
    """The end, with the bracket that closes one opened inside: "30 September [1957]"."""
    opened = text.count("[", start, end) > text.count("]", start, end)
    closing = CLOSING.match(text, end) if opened else None
    return closing.end() if closing else end


@cache
def grammar(language: str = "en") -> Grammar:
    """The dates of a language (see `annotate/language`)."""
    return Grammar(vocabulary(language))
