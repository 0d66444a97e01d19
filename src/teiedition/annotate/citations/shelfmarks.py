"""Shelfmarks of archives: labelled parts, series with numbers, numbers with dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teiedition.annotate.citations.shelfmark_forms import (
    BARE,
    CONTINUED,
    DECIMAL,
    LOT,
    MANUSCRIPT,
    NUMBER,
    NUMBERED_BOX,
    SUBJECT,
    VALUE,
)  # fmt: skip
from teiedition.annotate.citations.words import Words, citation_words

INITIALS = re.compile(
    r"(?:(?<=, )|(?<![^\n;:(] ))(?<!\w)[A-Z][A-Za-z]?[A-Z][\w-]*[A-Za-z](?: [A-Z]{2,4})?(?=,)"
)
"""Of an archive, before a comma: "NHA, d. 33/1964"."""
COUNTED_BEFORE = re.compile(r"(?<=[^\d,], )\d[\d/.]*, (?:[A-Z]{2,5}, )?$")
SHORT_INITIALS = re.compile(r"[A-Z]{2}(?=, [A-Z\d])")
ISO_DATE = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d")
JOINT = re.compile(r"[.,]? ?")
LONGEST_BRIDGE = 120
BRIDGE = re.compile(
    r",? (?:[A-Z][\w’'&/–-]*(?:\.(?= \d{4},)|(?<= [A-Z])\.)?,? |\d{4}(?:[-–]\d{2,4})?,? "
    r"|(?:of|the|for|and|on|files?,?|papers,?|records,?) ){1,14}|, "
    r"|,? (?:[A-Z][\w’'&/–-]*,? ){1,5}[A-Z]\w*: "
)
"""What may stand between two parts of a shelfmark: the names of a series and a collection."""


class Shelfmarks:
    """Finds shelfmarks as a language's archives label them."""

    def __init__(self, words: Words) -> None:
        labels = words.any("shelf_labels")
        # All begin with a capital or a figure: looking for these first spares most places the rest.
        telling = rf"(?=[A-Z\d])(?:{MANUSCRIPT}|{NUMBERED_BOX}|{LOT}|{NUMBER}|{DECIMAL})"
        number = rf"(?i:{labels})(?:(?<=\.),)? ?(?:nr\. ?)?(?:{telling}|{VALUE})"
        self._part = re.compile(rf"(?P<labelled>(?<![\w.]){number})|(?P<telling>{telling})")
        self._next = re.compile(rf"{self._part.pattern}|(?P<continued>{CONTINUED})")
        self._folder = re.compile(rf"{words.any('folder_labels')} ?\d+(?![\w–-])", re.I)
        self._before_folder = re.compile(words.any("folder_after"), re.I)
        self._only_first = re.compile(words.any("first_labels"), re.I)
        self._lone, self._archive = re.compile(words.any("lone_labels"), re.I), words.archive
        self._own = re.compile(words.any("own_labels"), re.I)
        self._weak = re.compile(words.any("weak_labels"), re.I)
        self._paged = re.compile(rf", {words.any('pages')}")
        held = rf"(?:{INITIALS.pattern}|[^,]*(?i:{words.archive.pattern})[^,]*)"
        self._bound = re.compile(rf"{held}(?:, [^\W\da-z_][^,\d]*(?:\d{{4}}[-–]\d{{4}})?)+, ")
        self._box = re.compile(rf"{words.any('box_labels')} ", re.I)
        self._kept = re.compile(rf"(?i:{words.archive.pattern})|, [A-Z]{{3,6}}(?:,|\.?$)")
        self._sheets = re.compile(rf"(?:{words.any('sheet_labels')}) ?\d+(?P<range>[-–]\d+)?")
        self._telling = re.compile(telling)
        self._bare, self._subject = re.compile(BARE), re.compile(SUBJECT)

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
            several = len(parts) > 1 and not all(self._weak.match(part[0]) for part in parts)
            if several or self._tells(match) or self._in_archive(masked, start, match, end):
                begin = self._counted_before(masked, start, match.start())
                return begin, match.end() + len(masked[match.end() : at].rstrip(".,"))
        held = self._archive.search(masked, start, end) or self._initials(masked, start, end)
        bare = self._bare.search(masked, held.end(), end) if held else None
        if bare is None:
            return None
        at = [bare, *self._following(masked, bare, end)][-1].end()
        return bare.start(), bare.end() + len(masked[bare.end() : at].rstrip(".,"))

    def _counted_before(self, masked: str, start: int, place: int) -> int:
        """Where a shelfmark begins with a number that has no label: "837, KPR, I-3-a"; "1961, f. 85"."""
        held = self._initials(masked, start, place) or self._archive.search(masked, start, place)
        match = COUNTED_BEFORE.search(masked, held.end(), place) if held else None
        return match.start() if match else place

    def _initials(self, masked: str, start: int, end: int) -> re.Match[str] | None:
        """The initials of an archive at the start, or behind the words and the colon that lead to them."""
        colon = masked.find(": ", start, end)
        return (
            INITIALS.match(masked, start, end)
            or SHORT_INITIALS.match(masked, start, end)
            or (INITIALS.match(masked, colon + 2, end) if colon > 0 else None)
        )

    def part(self, masked: str, start: int, end: int) -> tuple[int, int] | None:
        """A single labelled part at the start, after a comma: the "d. 44" of "Ibid., d. 44"."""
        at = JOINT.match(masked, start, end)
        place = at.end() if at else start
        match = self._part.match(masked, place, end) or self._subject.match(masked, place, end)
        return (match.start(), match.start() + len(match[0].rstrip(".,"))) if match else None

    def lone(self, masked: str, start: int, end: int) -> tuple[int, int] | None:
        """A box or the like behind names: the "Box 12" of "Ibid., Country File, Box 12"."""
        match = self._part.search(masked, start, end)
        named = match and self._lone.match(match[0])
        return match.span() if match and named and BRIDGE.fullmatch(masked, start, match.start()) else None

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
            if before is None or self._only_first.match(before[0]) or self._is_sheet(masked, before, end):
                return
            yield before

    def _is_sheet(self, masked: str, part: re.Match[str], end: int) -> bool:
        """Whether what labels a box elsewhere counts sheets here: "k. 12–15", or "k. 12" at the end."""
        match = self._sheets.match(masked, part.start(), end)
        return match is not None and (
            match["range"] is not None or masked[match.end() : end].strip(" .") == ""
        )

    def _bridged(self, masked: str, at: int, end: int) -> re.Match[str] | None:
        """The next part behind names: "RG 59, Central Files, Box 3"."""
        match = self._next.search(masked, at, min(end, at + LONGEST_BRIDGE))
        return match if match and BRIDGE.fullmatch(masked, at, match.start()) else None

    def _in_archive(self, masked: str, start: int, part: re.Match[str], end: int) -> bool:
        """Whether it is a box or the like, and an archive is named before it, be it by its initials."""
        if self._box.match(part[0]) and self._kept.search(masked, part.end(), end):
            return True
        own = self._own.match(part[0]) is not None and not self._is_sheet(masked, part, end)
        if self._weak.match(part[0]) and not self._paged.match(masked, part.end(), end):
            return self._bound.fullmatch(masked, start, part.start()) is not None
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
