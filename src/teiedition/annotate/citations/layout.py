"""The outer form of a note: its quotations and brackets, its sentences and the citations in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from teiedition.annotate.citations.words import Words

LONGEST_GROUP = 800
LONGEST_ARCHIVE = 120
OPENING = re.compile(r"[“”„«\"‘(\[]")
GERMAN = {"„": re.compile("[“”]"), "«": re.compile("»")}
PAIRED = {"(": ")", "[": "]", "“": "”"}
PAIRED_MARK = re.compile(r"[()\[\]“”]")
SINGLE_CLOSING = re.compile(r"(?<=\S)’(?=[,.;:)]|$| \(| in )")
FILLERS = {"quote": "\x01", "paren": "\x02", "bracket": "\x03"}
COMMA = re.compile(r",(?!\d)|(?<!\d),")
MONTH_DAY = re.compile(r"(?:^| )[^\W\d_]{3,}\.? \d{1,2}$")
YEAR = re.compile(r"[12]\d{3}")
APPENDED = re.compile(r"(?<=\d) (?=[A-Z][a-z]+ \d{1,3}$)")
"""Between a number and the document that an editor names behind it: "pp. 4-7 Document 7"."""
NAME = r"(?:[A-Z][\w’-]*\.? ){1,3}[A-Z][\w’-]+"
TITLE_BEGUN = re.compile(rf"{NAME}(?: and {NAME})?,(?: eds?\.,)? [^\W\d_][^\d\x01-\x03,;]{{2,60}}[.?!]")
"""A full name and words without a number: a title may go on behind its full stop ("Weirs. A History")."""
DAY_BEFORE = re.compile(r" \d{1,2}$")
MONTH_BEHIND = re.compile(r"[^\W\d_]{3,9} [12]\d{3}(?!\d)")
COUNTRY_BEHIND = re.compile(r"\d [A-Z]{2,}(?:[ /–-][A-Z]+)*[ /–-][A-Z]$")
"""Letters that end the name of a file, and are no initials: "POL 27 NOR S"."""
BRACKET_BEHIND = re.compile(r"\.[\x01-\x03]* +(?=\x02)")
SENTENCE_END = re.compile(r"([.?!]|\x01(?!\x01))[\x01-\x03]* +(?=[A-Z\x01“\"])")


@dataclass(frozen=True, slots=True)
class Group:
    """A quotation or bracket, marks included. `inner` is what stands between them."""

    kind: str
    start: int
    end: int
    inner: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a citation between commas: `text`, or a group (`quote paren bracket`).

    `colon`: it stands behind a colon that follows a group, as pages do: (1979): 12.
    """

    kind: str
    start: int
    end: int
    inner: tuple[int, int]
    colon: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a note that may be one citation; `via`: the one before was taken from it."""

    start: int
    end: int
    via: bool = False
    held: bool = False
    """A sentence says that something "is in" what stands here."""


class Layout:
    """A stretch of text with its groups. `masked` has a filler for each character within a group.

    `brackets` are stretches, in order, that stood in square brackets before these became markup.
    """

    def __init__(self, text: str, start: int, end: int, brackets: Sequence[tuple[int, int]] = ()) -> None:
        self.text, self.start, self.end = text, start, end
        self.groups = list(_groups(text, start, end))
        for first, last in brackets:
            if not any(group.start < last and first < group.end for group in self.groups):
                self.groups.append(Group("bracket", first, last, (first, last)))
        self.groups.sort(key=lambda group: group.start)
        self._starts = [group.start for group in self.groups]
        letters = list(text[start:end])
        for group in self.groups:
            count = group.end - group.start
            letters[group.start - start : group.end - start] = FILLERS[group.kind] * count
        self.masked = "".join(letters)

    def segments(self, words: Words) -> list[Segment]:
        """The sentences of the text, cut at semicolons, at "see", at "cited from"."""
        found: list[Segment] = []
        for start, end in self._sentences(words):
            for piece_start, piece_end in _split(self.masked, start, end, words.semicolon):
                found += self._unlinked(piece_start, piece_end, words)
        return [segment for segment in found if segment.start < segment.end]

    def tokens(self, segment: Segment) -> list[Token]:
        """The parts of a segment between its commas, and its groups; "July 3, 1962" is one part."""
        found: list[Token] = []
        for token in self._tokens(segment):
            before = found[-1] if found and found[-1].kind == token.kind == "text" else None
            if (
                before
                and MONTH_DAY.search(self.text[before.start : before.end])
                and YEAR.fullmatch(self.text, token.start, token.end)
            ):
                found[-1] = Token("text", before.start, token.end, (before.start, token.end))
            else:
                found.append(token)
        return found

    def _sentences(self, words: Words) -> Iterator[tuple[int, int]]:
        begin = 0
        ends = [
            (m.end(1), m.end()) for m in SENTENCE_END.finditer(self.masked) if self._ends_sentence(m, words)
        ]
        for match in BRACKET_BEHIND.finditer(self.masked):
            held = self.text[self.start + match.end() + 1 : self.start + match.end() + LONGEST_ARCHIVE]
            if words.ibid.match(held) or words.archive.search(held.partition(")")[0]):
                ends.append((match.start() + 1, match.end()))
        for end, behind in sorted(ends):
            if self._goes_on(begin, end, words):
                continue
            yield begin, end
            begin = behind
        yield begin, len(self.masked)

    def _goes_on(self, begin: int, end: int, words: Words) -> bool:
        """Whether a full stop rather parts a title from its subtitle."""
        before = self.masked.rfind("; ", begin, end)
        begin = before + 2 if before >= 0 else begin
        title = TITLE_BEGUN.fullmatch(self.masked, begin, end)
        return title is not None and not words.verb.search(self.masked, begin, end)

    def _ends_sentence(self, match: re.Match[str], words: Words) -> bool:
        """Not behind an abbreviation or an initial, nor before pages ("204-01. Pp. 5-7")."""
        if words.page_label.match(self.masked, match.end()) or words.next_part.match(
            self.masked, match.end()
        ):
            return False
        if match[1] == "\x01":
            return self.text[self.start + match.end(1) - 2] == "."
        if match[1] != ".":
            return True
        before = self.masked[max(0, match.start() - 12) : match.start()]
        if words.numbered_volume.search(before) or COUNTRY_BEHIND.search(before):
            return True
        if DAY_BEFORE.search(before) and MONTH_BEHIND.match(self.masked, match.end()):
            return False  # "10. März 1952"
        word = re.search(r"(?:[^\W\d_]\.)*[^\W\d_]+$", before)
        return word is None or not (
            word[0].lower() in words.abbreviations or re.fullmatch(r"[A-Za-z]|.*\.[A-Z]", word[0])
        )

    def _unlinked(self, start: int, end: int, words: Words) -> Iterator[Segment]:
        """Cuts at the words that link citations; strips what leads in and the stop at the end."""
        begin, via, held = start, False, False
        for match in words.link.finditer(self.masked, start, end):
            yield replace(self._trimmed(begin, match.start(), via, words), held=held)
            begin, via, held = match.end(), match["via"] is not None, match["again"] is not None
        yield replace(self._trimmed(begin, end, via, words), held=held)

    def _trimmed(self, start: int, end: int, via: bool, words: Words) -> Segment:
        while start < end and self.masked[start] in " ,.;:—-":
            start += 1
        while match := words.lead_in.match(self.masked, start, end):
            start = match.end()
        while start < end and self.masked[end - 1] in " ,;:" + (
            "." if not words.ends_in_point(self.masked[:end]) else ""
        ):
            end -= 1
        return Segment(self.start + start, self.start + end, via)

    def _tokens(self, segment: Segment) -> Iterator[Token]:
        at, stop = segment.start - self.start, segment.end - self.start
        first = bisect_left(self._starts, segment.start)
        last = bisect_left(self._starts, segment.end)
        inside = [group for group in self.groups[first:last] if group.end <= segment.end]
        after_group = False
        for group in [*inside, None]:
            border = group.start - self.start if group else stop
            for begin, end in _split(self.masked, at, border, COMMA):
                colon = after_group and begin == at and self.masked[begin:end].lstrip().startswith(":")
                yield from self._text(begin, end, colon)
            if group:
                yield Token(group.kind, group.start, group.end, group.inner)
                at, after_group = group.end - self.start, True

    def _text(self, start: int, end: int, colon: bool) -> Iterator[Token]:
        while start < end and self.masked[start] in " :.":
            start += 1
        while end > start and self.masked[end - 1] == " ":
            end -= 1
        parted = APPENDED.search(self.masked, start, end)
        for begin, stop in [(start, parted.start()), (parted.end(), end)] if parted else [(start, end)]:
            if begin < stop:
                span = (self.start + begin, self.start + stop)
                yield Token("text", *span, span, colon)


def _split(masked: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in mark.finditer(masked, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _groups(text: str, start: int, end: int) -> Iterator[Group]:
    """The outermost quotations and brackets, in order."""
    pairs = _pairs(text, start, end)
    at = start
    while match := OPENING.search(text, at, end):
        at = match.end()
        kind = {"(": "paren", "[": "bracket"}.get(match[0], "quote")
        if kind == "quote" and not _opens(text, match.start(), match[0]):
            continue
        close = pairs.get(match.start()) or _closing(
            text, match.start(), min(end, match.start() + LONGEST_GROUP)
        )
        if close is not None and close - match.start() < LONGEST_GROUP:
            yield Group(kind, match.start(), close + 1, (match.end(), close))
            at = close + 1


def _pairs(text: str, start: int, end: int) -> dict[int, int]:
    """Where each bracket and each typographic quotation closes, those in others included."""
    found: dict[int, int] = {}
    opened: dict[str, list[int]] = {closing: [] for closing in PAIRED.values()}
    for match in PAIRED_MARK.finditer(text, start, end):
        if match[0] in PAIRED:
            opened[PAIRED[match[0]]].append(match.start())
        elif opened[match[0]]:
            found[opened[match[0]].pop()] = match.start()
    return found


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens a quotation; a closing one does where the text has it wrong (,”Title)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "“„«":
        return True
    if mark == "”":
        return before in (",", " ") and (after.isalnum() or after == "‘")
    return not before.isalnum() and (after.isalnum() or after in "‘'“")


def _closing(text: str, at: int, end: int) -> int | None:
    """Where a quotation closes that has no mark of its own for that; None where it does not."""
    mark = text[at]
    if mark in "([":
        return None
    if mark in GERMAN:
        match = GERMAN[mark].search(text, at + 1, end)
        return match.start() if match else None
    if mark == "‘":
        match = SINGLE_CLOSING.search(text, at + 1, end)
        return match.start() if match else None
    place = text.find('"' if mark == '"' else "”", at + 1, end)
    return place if place >= 0 else None
