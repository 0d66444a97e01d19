"""Which characters of a source have to be accounted for, and where each stands.

Counted is every character but white space, characters that only lay text out (soft hyphen, zero-width
space), rules such as `* * *`, and in plain text Markdown's signs. Square brackets are kept apart:
they may become markup, and `excuses` asks whether they did.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from teiedition.model import Source

BRACKETS = "[]"
LAYOUT = "\u00ad\u200b\u2060\ufeff"
_SIGN = "\x01"  # stands for a sign that is not counted; no source holds it
_CHUNK = re.compile(rf"[^\s{_SIGN}{LAYOUT}\[\]]+")
_RULE = re.compile(r"^[^\S\n]*(?:[*\-_=~—–][^\S\n]*){3,}$", re.M)
# Markdown's signs, also where they survive in plain text; what group 1 holds stays.
_SIGNS = (
    re.compile(r"^ {0,3}#{1,6}(?=[ \t])", re.M),
    re.compile(r"\*\*+"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])"),
    re.compile(r"<((?:(?:https?|ftp)://|mailto:)[^\s<>]+|[\w.+-]+@[\w.-]+)>"),
    re.compile(r"(?<=\])\(((?:(?:https?|ftp)://|mailto:)[^()\s]+)\)"),
    re.compile(
        r"^[ \t]*\[(?:\^(?=[^\]\s])|(?=\d{1,3}\]))([^\]\s]+)\]:(?![ \t]*<?(?:https?|ftp|mailto):)", re.M
    ),
    re.compile(r"(?<=\[)\^(?=[^\]\s]+\])"),
)
_MORE_SIGNS = (
    re.compile(r"^[ |:-]*\|[ |:-]*$", re.M),
    re.compile(r"^(?=\|)\||\|(?=[ \t]*$)|(?<=[ \t])\|(?=[ \t])", re.M),
    re.compile(r"(?<![\w_])__?(?=[^\s_])([^_\n]*[^\s_])__?(?![\w_])"),
    re.compile(r"(?<=\])\(([^()\s]*)(?:\)|(?=[ \t]))"),
    re.compile(r"^[ \t]*>[> \t]*", re.M),
    re.compile(r"\\(?=[!-/:-@[-`{-~])|`+|~~"),
)


@dataclass(frozen=True)
class Counted:
    """A text reduced to the characters that count. `core[starts[n]:]` stands at `text[places[n]:]`."""

    text: str
    core: str
    starts: list[int]
    """Where in `core` a word begins."""
    places: list[int]
    """Where in `text` that word begins."""

    @cached_property
    def lines(self) -> list[int]:
        """Where in `core` a line begins."""
        words = zip(self.starts[1:], pairwise(self.places), strict=True)
        return [0, *(at for at, (before, place) in words if "\n" in self.text[before:place])]

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def line(self, at: int) -> int:
        """The number of the line, from 1, in which a character of `core` stands."""
        return bisect_right(self._ends, self.place(at)) + 1

    def place(self, at: int) -> int:
        """The offset in `text` of a character of `core`."""
        word = bisect_right(self.starts, at) - 1
        return self.places[word] + at - self.starts[word] if word >= 0 else 0

    def core_offset(self, place: int) -> int:
        """The offset in `core` of the first counted character at or after `text[place]`."""
        word = bisect_right(self.places, place) - 1
        if word < 0:
            return 0
        end = self.starts[word + 1] if word + 1 < len(self.starts) else len(self.core)
        return min(self.starts[word] + place - self.places[word], end)

    def begins_word(self, at: int) -> bool:
        """Whether a word begins at `core[at]`."""
        word = bisect_right(self.starts, at) - 1
        return at >= len(self.core) or (word >= 0 and self.starts[word] == at)

    def words(self, start: int, end: int) -> str:
        """The whole words in which `core[start:end]` stands, as they are in the text, spaces folded."""
        left, right = self.place(start), self.place(end - 1) + 1
        while left and not self.text[left - 1].isspace() and right - left < 200:
            left -= 1
        while right < len(self.text) and not self.text[right].isspace() and right - left < 200:
            right += 1
        return " ".join(self.text[left:right].replace(_SIGN, "").split())


def of_text(text: str) -> Counted:
    """A text of which all but white space counts."""
    matches = list(_CHUNK.finditer(text))
    chunks = [match[0] for match in matches]
    ends = list(accumulate(map(len, chunks)))
    return Counted(text, "".join(chunks), [0, *ends[:-1]] if ends else [], [m.start() for m in matches])


def of_source(source: Source) -> Counted:
    """A source without rules and, where its format is plain text, without Markdown's signs."""
    text = _RULE.sub(_blank, unicodedata.normalize("NFC", source.text))
    patterns = {"txt": _SIGNS, "md": _SIGNS + _MORE_SIGNS}.get(source.format, ())
    for pattern in patterns:
        text = pattern.sub(_blank, text)
    return of_text(text)


def _blank(match: re.Match[str]) -> str:
    """The match with every visible character outside group 1 turned to `_SIGN`; lengths stay."""
    whole, kept = match[0], match[1] if match.re.groups else ""
    if not kept:
        return re.sub(r"\S", _SIGN, whole)
    start = match.start(1) - match.start()
    end = start + len(kept)
    return re.sub(r"\S", _SIGN, whole[:start]) + kept + re.sub(r"\S", _SIGN, whole[end:])
