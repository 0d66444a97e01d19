"""Two ways to fold a text so that spellings of one name meet in it, with the way back to its offsets.

`folded` keeps every character in its place: small letters, no accents, a hyphen is a space. `squeezed`
also drops hyphens, apostrophes, full stops, brackets and loose accents: "P'yŏng-yang [Pyongyang]" has
both "pyong yang" and "pyongyang" in one of them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

_HYPHENS = "-‐‑\u2012"
_APOSTROPHES = "’‘ʼʻ`´ʹ"
_DROPPED = re.compile("([-‐‑\u2012'’‘ʼʻ`´ʹ.\\[\\]\u00ad\u200b\u2060\u0300-\u036f]+)")


def _table() -> dict[int, str]:
    table = dict.fromkeys(map(ord, _HYPHENS), " ") | dict.fromkeys(map(ord, _APOSTROPHES), "'")
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base.lower()
    return table | {ord("ł"): "l", ord("Ł"): "l", ord("ø"): "o", ord("Ø"): "o", ord("đ"): "d", ord("ı"): "i"}


_FOLDING = _table()
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLDING)))}]")


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """A name folded character by character; the same names are asked for again and again."""
    return folded_text(name)


def folded_text(text: str) -> str:
    """A text of any length folded character by character."""
    if text.isascii() and "-" not in text and "`" not in text:
        return text.lower()
    plain = _FOLDED.sub(lambda match: _FOLDING[ord(match[0])], text)
    small = plain.lower()
    return small if len(small) == len(plain) else "".join(c.lower()[0] for c in plain)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with characters dropped: `kept[i]` is where in the whole the part at `starts[i]` stands."""

    text: str
    starts: list[int]
    kept: list[int]

    def offset(self, at: int) -> int:
        """Where in the whole a character of the squeezed text stands."""
        index = bisect_right(self.starts, at) - 1
        return self.kept[index] + at - self.starts[index]

    def is_squeezed(self, start: int, end: int) -> bool:
        """Whether characters were dropped from within a stretch of the squeezed text."""
        index = bisect_right(self.starts, start)
        return index < len(self.starts) and self.starts[index] < end


def squeezed(text: str, without: Iterable[tuple[int, int]] = ()) -> Squeezed:
    """`text` folded, with what may be missing from a name left out, and the stretches `without` too."""
    parts = _parted(text, without) if without else _DROPPED.split(text)
    lengths = [*map(len, parts)]
    kept = [0, *accumulate(lengths)][:-1:2]
    starts = [0, *accumulate(lengths[::2])][:-1]
    return Squeezed(folded_text("".join(parts[::2])), starts, kept)


def _parted(text: str, without: Iterable[tuple[int, int]]) -> list[str]:
    """What is kept of a text and what is dropped from it, in turn."""
    gaps = _apart(sorted([*(match.span() for match in _DROPPED.finditer(text)), *without]))
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def _apart(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in their order, without what an earlier one has of a later one."""
    at = 0
    for start, end in stretches:
        if end > at:
            yield max(start, at), end
            at = end
