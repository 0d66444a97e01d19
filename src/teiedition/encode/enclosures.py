"""Papers sent with a document, printed beneath it: "[Enclosure]", "Inclosure in No. 14", "Annex A"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiedition.encode.endings import ends_sentence
from teiedition.encode.parties import Correspondents
from teiedition.encode.parts import Part
from teiedition.encode.vocabulary import Vocabulary

_LONGEST_HEAD = 80
_LONGEST_TITLE = 160
_MOST_HEADS = 3
_KINDS = (("annex", "annex"), ("appendix", "appendix"), ("attach", "attachment"), ("tab", "attachment"))


class Enclosure(NamedTuple):
    """A paper beneath a document: its kind, its heads, its text."""

    kind: str
    heads: list[Part]
    parts: list[Part]


def heads_enclosure(words: Vocabulary) -> re.Pattern[str]:
    """Matches the head of an enclosed paper, in `word` what it calls it, in `rest` its number."""
    names = "|".join(map(re.escape, words.words("letters", "attached")))
    head = rf"[\[(]?\s*(?P<word>{names})s?\b(?P<rest>(?:[^.;:!?]|No\.){{0,60}}?)\s*[\])]?\.?$"
    return re.compile(head, re.IGNORECASE)


class Enclosures:
    """Parts a document from the papers beneath it."""

    def __init__(self, words: Vocabulary, correspondents: Correspondents) -> None:
        self._head = heads_enclosure(words)
        self._words, self._correspondents = words, correspondents

    def apart(self, parts: Sequence[Part]) -> tuple[list[Part], list[Enclosure]]:
        """The parts of the document itself, and the papers beneath it."""
        starts = [at for at in range(1, len(parts) - 1) if self._heads(parts[at])]
        edges = [*starts, len(parts)]
        papers = [self._paper(parts[a:b]) for a, b in zip(edges, edges[1:], strict=False)]
        return list(parts[: edges[0]]), papers

    def _heads(self, part: Part) -> bool:
        """Is a part the head of an enclosed paper? A word alone, in brackets, or with a number."""
        text = part.text
        if (
            len(text) > _LONGEST_HEAD
            or part.rows
            or part.first.item
            or not (part.first.gap or part.first.level)
        ):
            return False
        found = self._head.fullmatch(text)
        if not found or not (found["word"][0].isupper() or text[0] in "[("):
            return False
        rest = found["rest"].strip(" —–-")
        return (
            not rest
            or text.startswith("[")
            or bool(re.match(r"(?:No\.?\s*)?\d|[A-Z]\b|[IVX]+\b|in\b|to\b", rest))
        )

    def _paper(self, parts: Sequence[Part]) -> Enclosure:
        found = self._head.match(parts[0].text)
        word = found["word"].lower() if found else ""
        kind = next((kind for begin, kind in _KINDS if word.startswith(begin)), "enclosure")
        count = 1
        while count < min(len(parts) - 1, _MOST_HEADS) and self._titles(parts[count]):
            count += 1
        return Enclosure(kind, list(parts[:count]), list(parts[count:]))

    def _titles(self, part: Part) -> bool:
        """Is a part beneath an enclosure's head its title?"""
        text = part.text
        if len(text) > _LONGEST_TITLE or part.rows or text.endswith((":", ",", ";")):
            return False
        if self._correspondents.of(text):
            return True
        named = self._words.genre_pattern.search(text)
        return bool(named) and not ends_sentence(text) and len(text.split()) > 1
