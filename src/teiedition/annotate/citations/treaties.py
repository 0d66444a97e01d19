"""Treaties and laws, cited by the series that prints them: "6 UST 81", "TIAS 3040"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.words import Words
from teiedition.model import Mention

UNITS = ("volume", "part", "issue", "page")


def treaties(text: str, start: int, end: int, words: Words) -> Iterator[Citation]:
    """Each volume, series and page, and each series and number, between two offsets."""
    for match in _pattern(words).finditer(text, start, end):
        series = "volumes" if match["volumes"] else "numbers"
        title = Mention(*match.span(series), "title", {"level": "s"})
        children = [title, *(_scope(match, unit) for unit in UNITS if match[unit])]
        yield Citation(*match.span(), "treaty", tuple(sorted(children, key=lambda child: child.start)))


def _scope(match: re.Match[str], unit: str) -> Mention:
    ends = {"from": match[unit], "to": match[unit]} if unit == "page" else {}
    return Mention(*match.span(unit), "biblScope", {"unit": unit, **ends})


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    volumes, numbers = words.any("treaty_volumes"), words.any("treaty_numbers")
    part = rf"(?: \((?P<part>{words.any('parts')} ?\d+)\))?"
    return re.compile(
        rf"(?<![\w.,])(?:(?P<volume>\d{{1,4}}) (?P<volumes>{volumes}){part} (?P<page>\d{{1,5}})"
        rf"|(?P<numbers>{numbers})(?: No\.)? (?P<issue>\d{{1,5}}))(?!\w)"
    )
