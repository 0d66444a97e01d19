"""Volumes, issues, chapters and pages of a citation, as `biblScope` with @from and @to."""

from __future__ import annotations

import re

from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.words import Words
from teiedition.annotate.numbers import roman
from teiedition.model import Mention

NUMBER = r"(?:[A-Z]?\d+|[A-Z][-–]\d+|[ivxlc]+(?![\w’'])|[IVXLC]+(?![\w’']))"
RANGE = rf"(?P<from>{NUMBER})(?:[rv]|ob\.?)?(?: ?[-–—] ?(?P<to>{NUMBER})(?:[rv]|ob\.?)?)?"
LETTERED = rf"(?:(?P<letter>[A-Z](?!\w))|{RANGE})"
ALSO = r"(?:(?:,| and|, and|,? &) ?\d+(?:[-–]\d+)?)?"
"""A further one: "Documents 3 and 7"."""
LABELS = {
    "page": "pages", "folio": "folios", "volume": "volumes", "issue": "issues", "chapter": "chapters",
    "part": "parts", "document": "documents", "note": "notes", "column": "columns",
    "paragraph": "paragraphs",
}  # fmt: skip
VOLUME_PAGES = re.compile(r"(?P<volume>\d{1,2}): ?(?P<from>\d{1,4})(?:[-–](?P<to>\d{1,4}))?")
ROMAN_PAGES = re.compile(r"(?P<from>[ivxl]+)[-–](?P<to>[ivxl]+)")
VOLUME_ISSUE = re.compile(r"(?P<volume>\d{1,3})/\d{1,2}")


class Scopes:
    """Reads what part of a work is cited."""

    def __init__(self, words: Words) -> None:
        note = rf" ?{words.any('notes')} ?\d+"
        ends = rf"(?: ?{words.any('ranges_end')}|{note})?(?: \[\w+\]| \w+ed)?\.?"
        led = rf"(?:(?:and|{words.any('page_leads')}) )?"
        self._labelled = [
            (unit, re.compile(rf"{led}{words.any(label)} ?{_range(unit)}{ALSO}{ends}", re.I))
            for unit, label in LABELS.items()
        ]
        lead = rf"(?:: ?)?(?:(?:{words.any('conjunctions')}|{words.any('page_leads')}) )?"
        number = r"(?P<number>(?P<from>\d+|[A-Z]\d{1,2})(?: ?[-–—] ?(?P<to>\d+))?)"
        self._bare = re.compile(f"{lead}{number}{ends}")
        issue = rf"(?:(?<= ){words.any('issues')} ?)?"
        self._numbered = re.compile(
            rf"[^\W\d](?P<gap> ?)#?(?P<number>{issue}\d+(?:[/-]\d+)?)(?P<pages> ?: ?\d+(?:[-–]\d+)?)?$", re.I
        )
        self._titled = re.compile(
            rf"(?P<volume>(?:{words.any('volumes')}|{words.any('parts')}) ?{NUMBER}): (?P<title>.+)", re.I
        )
        self._extent = re.compile(rf"(?:\d+|[a-z]+) {words.any('volumes')}")
        self._open = re.compile(rf"(?:{words.any('pages')}|{words.any('folios')}) ?(?P<from>\d+)[-–—]", re.I)

    def read(self, text: str, token: Token, unit: str = "page") -> list[Mention] | None:
        """The scope that a whole token is; None where it is something else.

        Labelled: "pp. 11-12", "no. 2", "vol. 1", "chapters 1". Bare numbers count `unit`s. "122-51" is
        122 to 151.
        """
        said = text[token.start : token.end]
        if match := VOLUME_PAGES.fullmatch(said):
            volume = {"unit": "volume"}
            start = token.start + match.start("from")
            first = Mention(token.start, token.start + match.end("volume"), "biblScope", volume)
            second = "issue" if unit == "volume" else "page"  # "2:3 (May 1950)", but "2:345"
            return [first, _scope(second, match, start, start, token.end)]
        if unit == "volume" and (match := VOLUME_ISSUE.fullmatch(said)):
            middle = token.start + match.end("volume")
            issue = Mention(middle + 1, token.end, "biblScope", {"unit": "issue"})
            return [Mention(token.start, middle, "biblScope", {"unit": "volume"}), issue]
        if unit == "volume" and is_roman(said) and said.islower():
            return [Mention(token.start, token.end, "biblScope", {"unit": unit})]
        for name, pattern in self._labelled:
            if match := pattern.fullmatch(said):
                return [_scope(name, match, token.start, token.start, token.end)]
        if unit == "page" and (match := ROMAN_PAGES.fullmatch(said)):
            return [_scope(unit, match, token.start, token.start, token.end)]
        match = self._bare.fullmatch(said)
        if match and len(match["from"]) < 5 and not _is_year(match):
            return [_scope(unit, match, token.start, token.start + match.start("number"), token.end)]
        return self._broken(said, token)

    def titled(self, text: str, token: Token) -> list[Mention]:
        """A volume and its own title: "vol. 3: The Lower River"; nothing where it is none."""
        match = self._titled.fullmatch(text, token.start, token.end)
        if match is None:
            return []
        volume = Mention(token.start, match.end("volume"), "biblScope", {"unit": "volume"})
        return [volume, Mention(match.start("title"), token.end, "title", {"level": "m"})]

    def is_extent(self, words: str) -> bool:
        """Whether words say of how many volumes a work consists: "3 vols."."""
        return bool(self._extent.fullmatch(words))

    def _broken(self, said: str, token: Token) -> list[Mention] | None:
        """A range of which the end is lost: "pp. 19-", also where other words now follow straight on."""
        match = self._open.match(said)
        if match is None or (match.end() < len(said) and not said[match.end()].isupper()):
            return None
        end = token.start + match.end()
        return [Mention(token.start, end, "biblScope", {"unit": "page", "from": match["from"]})]

    def behind_title(self, text: str, token: Token, unit: str) -> tuple[int, list[Mention]] | None:
        """Where a title ends that has its number behind it ("Bulletin 14/15:7-8"), and the scopes."""
        match = self._numbered.search(text[token.start : token.end])
        if match is None:
            return None
        start, end = token.start + match.start("number"), token.start + match.end("number")
        found = [Mention(start, end, "biblScope", {"unit": unit})]
        if match["pages"]:
            place = token.start + match.start("pages")
            pages = re.compile(r" ?: ?").match(text, place)
            begin = pages.end() if pages else place
            span = re.fullmatch(RANGE, text[begin : token.end])
            if span:
                found.append(_scope("page", span, begin, begin, token.end))
        return token.start + match.start("gap"), found


def _range(unit: str) -> str:
    """What numbers a unit: parts have letters, too."""
    return LETTERED if unit == "part" else RANGE


def _scope(unit: str, match: re.Match[str], offset: int, start: int, end: int) -> Mention:
    values = {"unit": unit}
    if unit in ("page", "folio"):
        first = match["from"]
        values |= {"from": first, "to": full(first, match["to"] or first)}
    return Mention(start, end, "biblScope", values)


def full(first: str, last: str) -> str:
    """The last number of a range in full: after 122, "51" is 151.

    >>> full("122", "51")
    '151'
    """
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _is_year(match: re.Match[str]) -> bool:
    """Four figures that are no page numbers: 1953-1961, 2004."""
    first, last = match["from"], match["to"]
    plausible = len(first) == 4 and 1500 <= int(first) <= 2100
    return plausible and (last is None or len(last) in (2, 4))


def is_roman(text: str) -> bool:
    """Whether it is a number in Roman figures."""
    return roman(text) is not None
