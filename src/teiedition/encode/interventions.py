"""What translators and editors put in brackets: supplied words, glosses, romanisations, doubts, gaps.

The rules are those of docs/encoding.md, "Interventions of translators and editors".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from teiedition.encode.flow import Markup
from teiedition.encode.nodes import Node
from teiedition.encode.vocabulary import Vocabulary, either

_NAME = re.compile(r"[^\W\d_a-z][\w’'‘ʼ-]*(?: [^\W\d_a-z][\w’'‘ʼ-]*){0,4}")
_NAME_BEFORE = re.compile(r"(?<![\w’'‘ʼ-])[^\W\d_a-z][\w’'‘ʼ-]*(?: [^\W\d_a-z][\w’'‘ʼ-]*){0,5}$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[”\"’']?\s*$")
_DOCUMENT = re.compile(r"(?:Document|Doc\.|No\.)\s*(\d{1,3})", re.IGNORECASE)
_PAREN = re.compile(r"\(([^()\[\]]{3,120})\)")
_SENTENCE = re.compile(r"[A-Z“\"].{30,}[.!?][”\"’')]*$", re.DOTALL)
_OPENED = str.maketrans("", "", "[]")
_NEAR = 120
_DEEPEST = 8

DOCUMENT = "document:"
"""Before the number of a document in `ref/@target`, until its identifier is known."""


class Brackets:
    """Reads the brackets of a text."""

    def __init__(self, words: Vocabulary, spelling: Mapping[str, int]) -> None:
        """`spelling` counts the words of the whole source as they are written."""
        self._words, self._spelling = words, spelling
        self._gloss = words.words("brackets", "gloss")
        self._unclear = frozenset(words.words("brackets", "unclear"))
        self._sic = frozenset(words.words("brackets", "sic"))
        self._pronouns = frozenset(words.words("brackets", "pronouns"))
        self._small = frozenset(words.words("brackets", "small"))
        self._verbs = frozenset(words.words("brackets", "verbs"))
        self._gaps = {reason: either(forms) for reason, forms in words.table("gaps").items()}

    def markups(self, text: str, cites: bool = False) -> list[Markup]:
        """The interventions in a text, nested ones too; in one that `cites` works (a note), a bracket
        with a title's capitals translates the title before it."""
        found = [self._bracket(text, start, end, cites) for start, end in pairs(text)]
        found += self._parentheses(text, found)
        return sorted(found, key=lambda markup: (markup.start, -markup.end))

    def _parentheses(self, text: str, taken: list[Markup]) -> Iterator[Markup]:
        for paren in _PAREN.finditer(text) if "(" in text else ():
            reason = self._missing(paren[1])
            if reason and not any(m.start < paren.end() and paren.start() < m.end for m in taken):
                yield Markup(paren.start(), paren.end(), gap(reason), 0)

    def _missing(self, words: str) -> str:
        """Why words are missing where this stands; empty when it does not say that."""
        small = words.lower().strip(" .")
        if set(words) <= set(". …") and words.strip():
            return "omitted"
        if len(small) > 120:
            return ""
        for reason, pattern in self._gaps.items():
            found = pattern.search(small)
            if found and (len(small.split()) <= 8 or found.start() == 0):
                return reason
        return ""

    def _bracket(self, text: str, start: int, end: int, cites: bool) -> Markup:
        before, after = text[max(0, start - _NEAR) : start], text[end : end + 40]
        words = " ".join(text[start + 1 : end - 1].split())
        small = words.lower().rstrip(".!")
        if small in self._sic or words.lower() in self._sic:
            return Markup(start, end, Node("note", {"type": "sic"}), 1)
        if small in self._unclear:
            return Markup(start, end, Node("note", {"type": "unclear"}), 1)
        if reason := self._missing(words):
            return Markup(start, end, gap(reason), 1)
        if cited := _DOCUMENT.fullmatch(words):
            return Markup(start, end, Node("ref", {"target": f"{DOCUMENT}{cited[1]}"}), 1)
        return Markup(start, end, self._kind(words, small, before, after, cites), 1)

    def _kind(self, words: str, small: str, before: str, after: str, cites: bool) -> Node:
        if small.startswith(self._gloss) or _SENTENCE.match(words):
            return Node("note", {"type": "gloss"})
        if after[:1].isalpha() or not before.strip():
            return Node("supplied")
        if self._renames_name(words, before):
            return Node("supplied", {"reason": "romanization"})
        labels = after.startswith(":") and not cites
        if self._renames_word(words, before, after) or not labels and self._translates(words, before, cites):
            return Node("note", {"type": "gloss"})
        return Node("supplied")

    def _renames_name(self, words: str, before: str) -> bool:
        """Is the bracket another spelling of the name before it?"""
        name = _NAME_BEFORE.search(before.translate(_OPENED).rstrip())
        if not name or not _NAME.fullmatch(words) or not before.endswith(" "):
            return False
        if name[0].split()[-1].lower() in self._words.roles:
            return False
        size = len(words.replace("-", " ").split())
        tail = re.split(r"(?<=[\w’'])[ ]", name[0])
        candidates = [" ".join(tail[-n:]) for n in range(1, len(tail) + 1)]
        best = max(_alike(words, candidate) for candidate in candidates)
        if best >= 0.6 or best >= 0.5 and size == 1 and words[0] == tail[-1][0]:
            return True
        known = any(self._spelling.get(word.lower(), 0) for word in words.replace("-", " ").split())
        same = any(len(candidate.replace("-", " ").split()) == size for candidate in candidates)
        return best >= 0.3 and same and size > 1 and not known

    def _renames_word(self, words: str, before: str, after: str) -> bool:
        """Does the bracket say again, in other words, what the word before it means?"""
        word = _WORD_BEFORE.search(before[-30:])
        if not word or after.lstrip()[:1].isupper() or words.split()[-1].lower() in self._verbs:
            return False
        article = words.lower().startswith(("the ", "our ", "their ", "his ", "its "))
        named = bool(_NAME.match(words)) and words.split()[0].lower() not in self._pronouns
        if word[1].lower() in self._pronouns:
            return article or named and len(words.split()) <= 6
        plural = word[1].islower() and word[1].endswith("s") and words.endswith("s") and words.islower()
        return plural and len(words.split()) == 2 and words.split()[0] not in self._small | self._pronouns

    def _translates(self, words: str, before: str, cites: bool) -> bool:
        """Is the bracket an English title or name for the foreign one before it?"""
        parts = [part.strip("“”\"'’‘(),:;") for part in words.split()]
        titled = [part for part in parts if part.lower() not in self._small]
        if len(parts) < 2 or parts[0].islower():
            return False
        if not all(part[:1].isupper() or part[:1].isdigit() for part in titled):
            return False
        if cites:
            return True
        foreign = re.search(r"([\w’'‘-]+)[,”\"’']?\s*$", before)
        if not foreign or foreign[1].lower() in self._words.roles:
            return False
        known = any(self._spelling.get(part.lower(), 0) or part.endswith(("’s", "'s")) for part in titled)
        strange = (
            self._spelling.get(foreign[1], 0) <= 2
            if foreign[1].islower()
            else not self._spelling.get(foreign[1].lower(), 0)
        )
        return known and strange


def gap(reason: str) -> Node:
    """A gap; what the source says in its place goes into its `desc`."""
    return Node("gap", {"reason": reason}, [Node("desc")])


def pairs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of matching square brackets, brackets included.

    A bracket without its partner is text, and so are brackets within eight others.
    """
    opened: list[int] = []
    if "[" not in text:
        return
    for found in re.finditer(r"[\[\]]", text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if len(opened) < _DEEPEST:
                yield start, found.end()


def _alike(one: str, other: str) -> float:
    a, b = (re.sub(r"[\W_]+", "", name).lower() for name in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
