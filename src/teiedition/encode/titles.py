"""Which of the lines at a document's head are its title, and which stand above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiedition.encode import labels, status
from teiedition.encode.dates import Dates
from teiedition.encode.endings import ends_clause, ends_sentence
from teiedition.encode.parties import Correspondents
from teiedition.encode.reading import Line
from teiedition.encode.status import is_source_note
from teiedition.encode.vocabulary import Vocabulary

LONGEST = 400
_LINES = 5
_WINDOW = 6
_SENTENCE = 150
_SHORT = 120
_MARK = 80
"""Longer than any mark of secrecy, or number of a file."""
_FROM_TO = re.compile(r"[Ff]rom\s.{2,60}\sto\s.{2,60}$|FROM\s.{2,60}\sTO\s.{2,60}$")
_POSTAL = re.compile(r"[A-Z][\w. ]+,\s[\w. ]+\d{4,6}")
_SALUTES = ("dear ", "my dear ", "sir", "madam", "gentlemen", "my lord", "esteemed ", "honoured ", "honored ")


class Titles:
    """Finds titles."""

    def __init__(self, words: Vocabulary, dates: Dates) -> None:
        self._words, self._dates = words, dates
        self._correspondents = Correspondents(words, dates)

    def is_dateline(self, text: str) -> bool:
        """Is this a short line with a date in it, and no title?"""
        found = self._dates.find(text) if len(text) < 80 else []
        return bool(found) and found[0].start < 40 and not self._words.genre_pattern.search(text)

    def above(self, lines: Sequence[Line], at: int) -> int:
        """How many lines stand above the title: marks of secrecy, the number of the file. Above the first
        title of a source, the head of the writing paper as well, if a plain title stands beneath it."""
        count = 0
        while at + count + 1 < len(lines) and self._is_mark(lines[at + count].text):
            count += 1
        return count if at + count else self._letterhead(lines)

    def _is_mark(self, text: str) -> bool:
        return len(text) < _MARK and (self._words.classifies(text) or bool(status.filed(text)[1]))

    def _letterhead(self, lines: Sequence[Line]) -> int:
        """How many of a source's first lines are no title, since a better one follows them."""
        for at, line in enumerate(lines[:_WINDOW]):
            if line.is_rule or len(line.text) > LONGEST or salutes(line.text) or line.bold or line.level:
                return 0
            if self._claims(line.text):
                return at - 1 if at and self._belongs(lines[at - 1].text, line.text) else at
            if at and self._addresses(line.text):
                return at if self._words.genre_pattern.search(lines[0].text) is None else 0
            if not self._may_stand_above(line.text):
                return 0
        return 0

    def _claims(self, text: str) -> bool:
        """Does a line say that it is a title: from whom to whom, or which kind of document, of what?"""
        if labels.fields(text, self._words, loose=False) or len(text) > 2 * _SHORT:
            return False
        if self._correspondents.of(text):
            return True
        ends = ends_sentence(text) and self._dates.of_title(text) is None
        return bool(self._words.genre(text)) and len(text.split()) > 3 and not ends and text[:1].isupper()

    def _addresses(self, text: str) -> bool:
        """Is a line the field of a memorandum: to whom, from whom, on what?"""
        found = labels.fields(text, self._words, loose=False)
        return bool(found) and not {"to", "from", "subject"}.isdisjoint(found[0].meanings)

    def _belongs(self, text: str, title: str) -> bool:
        """Does the line above a title belong to it: its number, or what the paper is on, in capitals?"""
        bodies = {word.lower().strip(".,") for word in text.split()} & self._words.institutions
        subject = text.isupper() and len(text.split()) > 1 and not bodies and not self._is_mark(text)
        return bool(status.number(text)) or subject and self._correspondents.of(title) is None

    def _may_stand_above(self, text: str) -> bool:
        if len(text) > _SHORT or ends_sentence(text) and not self._is_mark(text):
            return False
        bodies = {word.lower().strip(".,") for word in text.split()} & self._words.institutions
        if (
            text.isupper()
            or bodies
            or _POSTAL.fullmatch(text)
            or self.is_dateline(text)
            or self._is_mark(text)
        ):
            return not labels.fields(text, self._words, loose=False)
        return bool(status.kind(text, self._words) or status.number(text))

    def end(self, lines: Sequence[Line], at: int) -> int:
        """The line after a title that runs over several lines without an empty one between; `at` itself
        where a text begins without a title."""
        at += self.above(lines, at)
        if self._begins_text(lines, at):
            return at
        end = at + 1
        after = lines[end].text if end < len(lines) else ""
        if after and self._belongs(lines[at].text, after) and self._claims(after):
            end += 1
        while end < len(lines) and end - at < _LINES and self._goes_on(lines[at], lines[end - 1], lines[end]):
            end += 1
        return end

    def _begins_text(self, lines: Sequence[Line], at: int) -> bool:
        """Is a document's first line its text's first line, too?"""
        line = lines[at]
        if self._addresses(line.text) and (not at or self.above(lines, 0) == at):
            return True
        if line.is_rule or len(line.text) > LONGEST or salutes(line.text):
            return True
        if any(salutes(below.text) for below in lines[at + 1 : at + 4]) and self.is_dateline(line.text):
            return True
        return ends_sentence(line.text) and len(line.text) > _SENTENCE and not self._dates.last(line.text)

    def _goes_on(self, first: Line, line: Line, after: Line) -> bool:
        """Does a title that begins with `first` go on from a line to the one after it?"""
        goes_on = line.text.isupper() and len(line.text.split()) < 3 and after.text[:1].islower()
        if after.gap > goes_on or after.is_rule or first.bold != after.bold or first.level != after.level:
            return False
        if ends_clause(line.text) or is_source_note(after.text) or self._dates.last(line.text) is not None:
            return False
        below = self._dates.last(after.text) is not None or _FROM_TO.match(after.text)
        if goes_on:
            return len(after.text) < _SHORT
        return first.bold or len(after.text) < _SHORT and bool(below)


def salutes(text: str) -> bool:
    """Is this the line in which a letter greets its reader?"""
    return text.lower().startswith(_SALUTES) and len(text) < 80 and text[-1] in ",:!"
