"""Archival references: "PRC FMA 106-01477-01, 5-8", "AVCD, f. 12, op. 4, d. 3, l. 50-66"."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAGES = re.compile(
    r"(?P<word>\b(?:[Pp]p?|[Ll]l?|ff?|fols?|pages?)\s?\.?|[.,])\s*"
    r"(?P<first>\d{1,4})(?:\s*(?P<dash>[-–])\s*(?P<last>\d{0,4}))?[\s.]*$"
)
_DIGIT = re.compile(r"\d")


class Held(NamedTuple):
    """A reference taken apart: what is printed, and where (half-open; equal where there is none).

    `open_pages` is where pages stand of which the last is lost.
    """

    repository: str
    shelfmark: str
    pages: tuple[str, str]
    name_end: int
    mark: tuple[int, int]
    pages_at: tuple[int, int]
    open_pages: tuple[int, int]


def held(text: str) -> Held:
    """Take a reference apart into repository, shelfmark and pages."""
    pages, pages_at, open_pages = ("", ""), (0, 0), (0, 0)
    rest = len(text.rstrip(" .,"))
    found = _PAGES.search(text)
    if found and (found["word"][0].isalpha() or _DIGIT.search(text, 0, found.start())):
        pages = (found["first"], completed(found["first"], found["last"] or ""))
        begins = found.start() if found["word"][0].isalpha() else found.start("first")
        end = (
            found.end("last") if found["last"] else found.end("dash") if found["dash"] else found.end("first")
        )
        pages_at = (begins, end)
        open_pages = (found.start("first"), end) if found["dash"] and not found["last"] else (0, 0)
        rest = len(text[: found.start()].rstrip(" .,"))
    start = _mark(text[:rest])
    mark = " ".join(text[start:rest].split())
    return Held(text[:start].strip(" ,."), mark, pages, start, (start, rest), pages_at, open_pages)


def _mark(text: str) -> int:
    """Where the shelfmark begins: at the first part with a number in it, without the archive's name."""
    digit = _DIGIT.search(text)
    if not digit:
        return len(text)
    comma = text.rfind(",", 0, digit.start())
    if comma >= 0:
        return comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip())
    space = text.rfind(" ", 0, digit.start())
    before = re.search(r"\b(?:f|op|d|no|No|Nr|MSS?|RG|FO|CAB|fond)\.?\s$", text[: space + 1])
    return before.start() if before else space + 1


def completed(first: str, last: str) -> str:
    """The second number of a range in full: 122-51 ends at 151."""
    return first[: len(first) - len(last)] + last if last and len(last) < len(first) else last
