"""Second spellings that translators add in brackets: "Ri Ju-yeon [Ri Ju Yon]", "Kalafat [Calafat]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from teiedition.annotate.names.folding import folded
from teiedition.annotate.text import Text

LIKE = 0.45
"""How alike two spellings of one name are at least, from 0 to 1."""

_BRACKET = re.compile(r" \[([^\[\]\n]{2,60})\]")


def second_spellings(text: Text) -> dict[int, int]:
    """Where a name's first spelling ends and where its second one does."""
    return dict(_found(text))


def _found(text: Text) -> Iterator[tuple[int, int]]:
    content = text.content
    for mark in text.marks:
        if mark.element == "supplied" and content[mark.start - 1 : mark.start] == " ":
            said = mark.attributes.get("reason") == "romanization"
            words = content[mark.start : mark.end]
            if words[:1].isupper() and _alike(content, mark.start - 1, words, said):
                yield mark.start - 1, mark.end
    for match in _BRACKET.finditer(content):
        if match[1][:1].isupper() and _alike(content, match.start(), match[1], False):
            yield match.start(), match.end()


def _alike(content: str, end: int, second: str, said: bool) -> bool:
    """Whether as many words before as the second spelling has may be the first one."""
    before = content[max(0, end - 80) : end].rpartition("\n")[2].split(" ")
    parts = re.split(r"[ -]", second)
    for count in {len(second.split()), len(parts), len(parts) - 1}:
        first = " ".join(before[-count:]) if 0 < count <= len(before) else ""
        if first[:1].isupper() and (
            said or Levenshtein.normalized_similarity(folded(first), folded(second)) >= LIKE
        ):
            return True
    return False
