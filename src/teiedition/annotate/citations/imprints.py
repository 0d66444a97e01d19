"""What stands in the brackets of a citation: place, publisher and year; a date; a thesis; a conference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from teiedition.annotate.citations.layout import COMMA, Layout, Token
from teiedition.annotate.citations.words import Words
from teiedition.annotate.dates import find_dates
from teiedition.model import Mention

YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
YEARS = re.compile(r"[12]\d{3}(?:(?: ?[-–] ?|/)(?:[12]\d{3}|\d{2}))?")

FOREIGN_DAY = re.compile(r"\d{1,2}(?:er|\.)? (?:de )?[a-zà-ÿčšžő]{3,10}\.? (?:de )?[12]\d{3}")
"""A day of a month that is written small, as in French: "12 mai 1956"."""
_PROSE = re.compile(r"[a-z]{3,} [a-z]+ [a-z]+ ")
"""Small words in a row, as no imprint has them: "although not done until February 6, 1958"."""
SEASON_BEFORE = re.compile(r"[A-Z][a-z]{2,9}[-–/]")
"""The first of two seasons or months with one year: "Spring-Summer 1987"."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What brackets hold: `imprint date thesis paper other`, and its parts."""

    kind: str
    children: tuple[Mention, ...] = ()


class Imprints:
    """Reads the brackets of citations in one language."""

    def __init__(self, words: Words, language: str) -> None:
        self._words, self._language = words, language
        number = rf"(?:{words.any('issues')} ?|#)?\d+"
        self._series = re.compile(
            rf"(?P<title>[^,;()]*(?i:{words.series.pattern})[^,;()]*?),? (?P<issue>{number})(?!\w)"
        )

    def is_date(self, text: str, start: int, end: int) -> bool:
        """Whether a date, or two joined by a word, fills the stretch."""
        if self._words.undated.fullmatch(text, start, end):
            return True
        if YEARS.fullmatch(text, start, end) or FOREIGN_DAY.fullmatch(text, start, end):
            return True
        return _is_date(text[start:end], self._language)

    def read(self, text: str, token: Token) -> Imprint:
        """The brackets of a token."""
        start, end = token.inner
        content = text[start:end]
        if match := self._words.thesis.match(content):
            return Imprint("thesis", self._school(text, start + match.end(), end))
        if self._words.paper.match(content):
            return Imprint("paper", self._conference(text, start, end))
        fields = _fields(text, start, end)
        while len(fields) > 1 and self._words.is_unpublished.fullmatch(text[slice(*fields[-1])]):
            fields.pop()
        if len(fields) == 1 and self._is_dates(text, *fields[0]):
            return Imprint("date")
        if _PROSE.match(content) or not (YEAR.search(content) and self.is_date(text, *fields[-1])):
            return Imprint("other")
        return Imprint("imprint", tuple(self._places(text, start, fields[-1][0])))

    def _is_dates(self, text: str, start: int, end: int) -> bool:
        """One date, or several joined: "2009 & 2002"."""
        return self.is_date(text, start, end) or bool(
            re.fullmatch(r"\d{4}(?: ?[&,/] ?\d{4})+", text[start:end])
        )

    def _places(self, text: str, start: int, end: int) -> list[Mention]:
        """ "London: Hurst & Company", several between semicolons; a publisher or a place alone."""
        found: list[Mention] = []
        fields = list(_split(text, start, end, ";"))
        if len(fields) == 1 and self._series.match(text, start, end):
            fields = [*_split(text, *_trimmed(text, start, end), ",")]
        for begin, stop in fields:
            if series := self._series.fullmatch(text, begin, stop):
                found.append(Mention(*series.span("title"), "title", {"level": "s"}))
                found.append(Mention(*series.span("issue"), "biblScope", {"unit": "issue"}))
                continue
            colon = text.find(": ", begin, stop)
            if colon >= 0:
                found.append(Mention(begin, colon, "pubPlace"))
                found.append(Mention(colon + 2, stop, "publisher"))
            elif begin < stop:
                house = self._words.publisher.search(text[begin:stop]) or len(text[begin:stop].split()) > 2
                found.append(Mention(begin, stop, "publisher" if house else "pubPlace"))
        return found

    def _school(self, text: str, start: int, end: int) -> tuple[Mention, ...]:
        """The university of a thesis."""
        fields = [field for field in _fields(text, start, end) if not self.is_date(text, *field)]
        return (Mention(fields[0][0], fields[-1][1], "publisher"),) if fields else ()

    def _conference(self, text: str, start: int, end: int) -> tuple[Mention, ...]:
        """The quoted name of the conference where a paper was read."""
        groups = [group for group in Layout(text, start, end).groups if group.kind == "quote"]
        return (title_in(text, groups[0].inner, "u"),) if groups else ()


def title_in(text: str, inner: Span, level: str) -> Mention:
    """The title within quotation marks, without the comma or full stop that ends it."""
    start, end = inner
    while end > start and text[end - 1] in ",. \xa0":
        end -= 1
    while start < end and text[start] in " \xa0":
        start += 1
    return Mention(start, end, "title", {"level": level})


@lru_cache(maxsize=1 << 12)
def _is_date(words: str, language: str) -> bool:
    """Whether words are a date: of one part of a citation several readers ask."""
    found = find_dates(words, language=language)
    if not found or found[-1].end < len(words):
        return False
    before = words[: found[0].start]
    return not before or SEASON_BEFORE.fullmatch(before) is not None


def _fields(text: str, start: int, end: int) -> list[Span]:
    fields: list[Span] = []
    for match in COMMA.finditer(text, start, end):
        fields.append(_trimmed(text, start, match.start()))
        start = match.end()
    return [field for field in [*fields, _trimmed(text, start, end)] if field[0] < field[1]]


def _split(text: str, start: int, end: int, mark: str) -> Iterator[Span]:
    for match in re.finditer(rf"[^{mark}]+", text[start:end]):
        yield _trimmed(text, start + match.start(), start + match.end())


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,;:":
        start += 1
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    return start, end
