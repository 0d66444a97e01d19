"""Shelfmarks of archives: labelled parts, series with numbers, numbers with dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teiedition.annotate.citations.words import Words, citation_words

SERIES = (
    r"[A-Z]{1,5}(?:[ -]?[A-Z]{2,4})? ?\d+(?:/[\w.]+)+(?:[ –]\d+(?:/\d+)+)?|[A-Z]{1,3} \d+ [IVX]+/\d+"
    r"|[A-Z]{1,5}(?:/[\w.]+){2,}|\d{1,4}/\d{4}/[A-Z]\w+"
)
ROMAN = (
    r"(?:[A-Z]{2,5} )?[IVXLC]{1,6}-(?:\d+-[a-z](?:/\d+(?:-\d+)*)?"
    r"|[A-Z]-\d+(?:-[a-z]{1,2})?(?:-[A-Z][a-z]+)?)(?!\w)"
)
DASHED = r"(?:(?:[A-Z]{1,2} ?)?\d+(?:-\d+){2,5}|\d{2,3}-\d{4,6}|\d{4}-\d{5,6})(?![-\d])"
DAMAGED = r"\d{2,5}(?:-\d*)?--\d*(?:-\d+)?|\d{3}-\d{3,5}-(?!\d)"
DECIMAL = (
    r"(?<![\w.-])\d{3}\.\d{2,6}[A-Z]?(?: [A-Z][\w ]{1,12})?/\d{1,5}(?:[a-z]|½)?(?![\w/–-])"
    r"|(?<![\w.-])\d{3}[A-Z]?(?:\.\d{1,5}[A-Z]?(?:[-–][A-Z]{2,5})?/\d{1,2}[-–]\d{2,6}|/\d{1,2}[-–]\d{3,6})(?!\w)"
    r"|(?:(?<=Files, )|(?<=Files )|(?<=File, )|(?<=File ))\d{3}[A-Z]?\.\d{1,4}(?!\w)"
)
MANUSCRIPT = r"(?<!\w)(?:[A-Z][a-z]+\.? )?MSS?\.? (?:[A-Za-z]+\.? ){0,3}\d+(?:,\d{3})*"
BOX = r"(?:doboz|dob\.|cs\.|csomó|tétel|ő\. ?e\.|őe\.)"
NUMBERED_BOX = (
    rf"(?:(?:[A-Z]{{1,2}}-[A-Z]{{1,3}}[ -])?\d+\. ?f\.,? ?(?:\d+(?:/\d+)*\. ?{BOX}?)?"
    rf"|(?<![\d/])\d+\. ?{BOX})"
)
"""Numbers before what they count, as in Hungary: "M-XY 12. f. 3/45. ő. e."."""
LOT = r"(?:(?<=[Ll]ot )|(?<=[Ll]ot [Ff]ile ))\d{2} [A-Z]{1,2} \d+"
COLONED = r"(?:(?<=[A-Z]:)|(?<=[A-Z]: )|(?<=[A-Z] : ))[A-Z]{1,3} ?\d+(?:/\d+)*(?:, [\w./-]*\d[\w./-]*)*"
"""Behind the initials of an archive and a colon: "NHA: A51, 12/3/4"."""
NUMBER = (
    rf"(?:{COLONED}|(?:(?<=[,;] )[A-Z][a-z]{{3,15}} )?(?<![\w/.-])(?:{SERIES}|{ROMAN}|{DASHED}|{DAMAGED}))"
)
CONTINUED = (
    r"(?:t\. ?|[wtp]-)\d+(?!\w)|\d+/[a-z]{1,2}(?!\w)|\d{4,6}/\d{4}(?!\d)"
    r"|[A-Z]{1,3} ?\x02{4} ?\d+(?:st|nd|rd|th)?(?!\w)"
)
"""What only goes on from a part: "24/b"; "002815/1953"; "CP (51) 112", of which the brackets are masked."""
BARE = re.compile(
    r"(?<=, )(?:[A-Z]{1,5} ?\d{2,6}(?:/\d+)*|[A-Z]{1,3}\d{1,4}-\d+(?:-\d+)*"
    r"|\d+/[IVXLC]+-\d+|[IVX]+ ?[A-Z]/\d+"
    r"|(?!\d{1,2}/\d{1,2}/)\d[\d.-]*/[\d/.-]*\d)(?![\w/-])"
)
"""Behind the name of an archive a number is enough: "A 5631", "XI A/130", "1/1-13/1957.59"."""
INITIALS = re.compile(
    r"(?:(?<=, )|(?<![^\n;:(] ))(?<!\w)[A-Z][A-Za-z]?[A-Z][\w-]*[A-Za-z](?: [A-Z]{2,4})?(?=,)"
)
"""Of an archive, before a comma: "NHA, d. 33/1964"."""
VALUE = r"(?:[A-Z]{1,3}[ –-]?)?\d[\w./–-]*"
ISO_DATE = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d")
JOINT = re.compile(r",? ?")
LONGEST_BRIDGE = 80
BRIDGE = re.compile(
    r",? (?:[A-Z][\w’'&/–-]*(?:\.(?= \d{4},))?,? |\d{4}(?:[-–]\d{2,4})?,? ){1,6}|, "
    r"|,? (?:[A-Z][\w’'&/–-]*,? ){1,5}[A-Z]\w*: "
)
"""What may stand between two parts of a shelfmark: the names of a series and a collection."""


class Shelfmarks:
    """Finds shelfmarks as a language's archives label them."""

    def __init__(self, words: Words) -> None:
        labels = words.any("shelf_labels")
        # All begin with a capital or a figure: looking for these first spares most places the rest.
        telling = rf"(?=[A-Z\d])(?:{MANUSCRIPT}|{NUMBERED_BOX}|{LOT}|{NUMBER}|{DECIMAL})"
        number = rf"(?i:{labels})(?:(?<=\.),)? ?(?:{telling}|{VALUE})"
        self._part = re.compile(rf"(?P<labelled>(?<![\w.]){number})|(?P<telling>{telling})")
        self._next = re.compile(rf"{self._part.pattern}|(?P<continued>{CONTINUED})")
        self._folder = re.compile(rf"{words.any('folder_labels')} ?\d+(?![\w–-])")
        self._before_folder = re.compile(words.any("folder_after"), re.I)
        self._only_first = re.compile(words.any("first_labels"), re.I)
        self._lone, self._archive = re.compile(words.any("lone_labels"), re.I), words.archive
        self._own = re.compile(words.any("own_labels"), re.I)
        self._telling = re.compile(telling)

    def first(self, masked: str, start: int, end: int) -> tuple[int, int] | None:
        """The first shelfmark between two offsets: its start and end; None where there is none.

        One labelled part alone ("no. 3", "vol. 2") is none; two ("f. 5, op. 28") are, and so is a number
        that has the form of a shelfmark ("101-00012-03", "FO 371/1234"). Behind the name of an archive a
        box is enough.
        """
        at = start
        while match := self._part.search(masked, at, end):
            parts = [match, *self._following(masked, match, end)]
            at = parts[-1].end()
            if len(parts) > 1 or self._tells(match) or self._in_archive(masked, start, match):
                return match.start(), match.end() + len(masked[match.end() : at].rstrip(".,"))
        held = self._archive.search(masked, start, end) or INITIALS.match(masked, start, end)
        bare = BARE.search(masked, held.end(), end) if held else None
        return bare.span() if bare else None

    def part(self, masked: str, start: int, end: int) -> tuple[int, int] | None:
        """A single labelled part at the start, after a comma: the "d. 44" of "Ibid., d. 44"."""
        at = JOINT.match(masked, start, end)
        match = self._part.match(masked, at.end() if at else start, end)
        return (match.start(), match.start() + len(match[0].rstrip(".,"))) if match else None

    def _following(self, masked: str, first: re.Match[str], end: int) -> Iterator[re.Match[str]]:
        """The parts that go on from one: ", op. 28, p. 53, d. 8"; a folder only behind a list.

        What labels a first part ("f." of a fond) is something else further on ("f." of a folio).
        """
        before: re.Match[str] | None = first
        while before:
            at = JOINT.match(masked, before.end(), end)
            place = at.end() if at else before.end()
            after_list = self._before_folder.match(before[0])
            before = (self._folder.match(masked, place, end) if after_list else None) or self._next.match(
                masked, place, end
            ) or self._bridged(masked, before.end(), end)  # fmt: skip
            if before is None or self._only_first.match(before[0]):
                return
            yield before

    def _bridged(self, masked: str, at: int, end: int) -> re.Match[str] | None:
        """The next part behind names: "RG 59, Central Files, Box 3"."""
        match = self._part.search(masked, at, min(end, at + LONGEST_BRIDGE))
        return match if match and BRIDGE.fullmatch(masked, at, match.start()) else None

    def _in_archive(self, masked: str, start: int, part: re.Match[str]) -> bool:
        """Whether it is a box or the like, and an archive is named before it, be it by its initials."""
        own = self._own.match(part[0]) is not None
        if not own and not self._lone.match(part[0]):
            return False
        named = self._archive.search(masked, start, part.start())
        return bool(named or (own and INITIALS.search(masked, start, part.start())))

    def _tells(self, part: re.Match[str]) -> bool:
        inside = self._telling.search(part[0])
        number = part["telling"] or (inside[0] if inside else "")
        return bool(number) and not ISO_DATE.fullmatch(number)


@cache
def shelfmarks(language: str = "en") -> Shelfmarks:
    """The shelfmarks of a language (see `annotate/language`)."""
    return Shelfmarks(citation_words(language))
