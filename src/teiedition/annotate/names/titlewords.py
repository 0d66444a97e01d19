"""The words of which titles are made: which begin and end one, and what title some of them in a row end with.

Texts have the same titles again and again, so each row of such words is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from teiedition.annotate.names.answers import Answers

_WORD = re.compile(r"(?<![\w-])\w+")
_PART = re.compile(r"\w+")
_LAST_WORD = re.compile(r"(\w+)[.)]?$")


class First(Answers[bool]):
    """Whether titles begin with a word."""

    def __init__(self, begins: Collection[str], plural: str) -> None:
        pattern = re.compile(rf"(?:{'|'.join(sorted(begins)) or '(?!)'})(?:{plural})?", re.IGNORECASE)
        super().__init__(lambda word: pattern.fullmatch(word) is not None)

    def starts(self, words: str) -> list[int]:
        """Where titles may begin in some words."""
        return [word.start() for word in _WORD.finditer(words) if self[word[0]]]


class Last(Answers[bool]):
    """Whether words are the last of titles."""

    def __init__(self, ends: Collection[str]) -> None:
        self.ends = ends
        super().__init__(self._is_last)

    def _is_last(self, word: str) -> bool:
        small = word.lower().rstrip(".").rpartition("-")[2]
        return small in self.ends or (small.endswith("s") and small[:-1] in self.ends)


class Any(Answers[bool]):
    """Whether words, with what is written close to them, are in titles at all."""

    def __init__(self, words: Collection[str]) -> None:
        super().__init__(lambda written: all(part in words for part in _PART.findall(written.lower())))

    def row(self, content: str, floor: int, end: int) -> str:
        """The words that may be of one title, up to the one that ends here; with an initial before them,
        which tells a title from further initials."""
        start = content.rfind(" ", floor, end) + 1 or floor
        while start > floor:
            before = content.rfind(" ", floor, start - 1) + 1 or floor
            if not self[content[before : start - 1]]:
                break
            start = before
        if content.endswith(". ", floor, start):
            start = max(floor, start - 4)
        return content[start:end]


class Ending(NamedTuple):
    """The titles that a row of words ends with: as a form of address, as an office. The longest of each."""

    honorific: re.Match[str] | None
    office: re.Match[str] | None


class Endings(Answers[Ending]):
    """What rows of words end with."""

    def __init__(self, honorific: re.Pattern[str], office: re.Pattern[str], begins: First) -> None:
        self.honorific, self.office, self.begins = honorific, office, begins
        super().__init__(self._ending)

    def _ending(self, row: str) -> Ending:
        starts = self.begins.starts(row)
        return Ending(at_end(self.honorific, row, starts), at_end(self.office, row, starts))


def at_end(pattern: re.Pattern[str], words: str, starts: Iterable[int]) -> re.Match[str] | None:
    """What a pattern of a title finds at the end of some words; tried only where it may begin."""
    return next((match for start in starts if (match := pattern.match(words, start))), None)


def last_word(content: str, floor: int, end: int) -> str:
    """The word that ends here, a full stop or bracket behind it left out; empty where none does."""
    near = end - 24 if end - floor > 24 else floor
    start = content.rfind(" ", near, end) + 1 or near
    word = content[start:end]
    if word.isalnum():
        return word
    last = _LAST_WORD.search(content, start, end)
    return last[1] if last else ""
