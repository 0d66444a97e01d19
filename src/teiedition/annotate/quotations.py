"""Finds quoted speech: what somebody said or wrote, in quotation marks (docs/encoding.md; TEI P5 #COHQQ).

A term, a title and words that an author keeps at arm's length stand in quotation marks too and are left
as they are. Which is which, the words around tell, and whether what is quoted makes a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from teiedition.annotate.context import Context
from teiedition.annotate.language import alternatives, table
from teiedition.annotate.text import Text
from teiedition.model import Mention

SAID = frozenset(["q", "quote", "said", "soCalled", "mentioned", "term", "title", "gloss"])
"""Elements that have said already what words in quotation marks are."""

LONGEST = 2000
SENTENCE = 300
BEHIND = 45
SENTENCE_END = re.compile(r"[.?!][”\"’')]* (?=[“\"A-Z\[])")
SENTENCE_MARK = re.compile(r"[.?!…][\])]?$")
WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Quotations:
    """How a language quotes: its marks, and the words that tell speech from titles and terms."""

    def __init__(self, words: dict[str, Any]) -> None:
        self._marks = [_pair(*marks) for marks in words.get("marks", [])]
        self.trigger = re.compile("|".join(re.escape(opening) for opening, _, _ in self._marks) or "(?!)")
        self._shortest, self._long = int(words.get("shortest", 4)), int(words.get("long", 9))
        self._saying = re.compile(rf"(?<!\w){alternatives(words.get('saying', []))}(?!\w)")
        self._clause = frozenset(words.get("clause", []))
        self._terms = re.compile(rf"(?<!\w){alternatives(words.get('terms', []))},? $")
        self._small = frozenset(words.get("small", []))

    def quoted(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What stands in quotation marks of the text's own kind, marks included."""
        for opening, closing, pattern in self._marks:
            if opening in text[start:end] and closing in text[start:end]:
                yield from (match.span() for match in pattern.finditer(text, start, end))
                return

    def why(self, text: str, start: int, end: int, block: tuple[int, int]) -> str:
        """Why the words quoted between two offsets are speech; empty where they are not."""
        inner = text[start + 1 : end - 1].rstrip(" ,;:")
        words = WORD.findall(inner)
        before = _sentence_before(text, block[0], start)
        if len(words) < self._shortest or self._is_title(words) or self._terms.search(before):
            return ""
        if self._saying.search(before) or self._saying.search(_sentence_behind(text, end, block[1])):
            return "words in quotation marks in a sentence that says who says them"
        if not before.strip(" [(") and SENTENCE_MARK.search(inner):
            return "whole sentences in quotation marks"
        if len(words) >= self._long or not self._clause.isdisjoint(words):
            return "words in quotation marks that make a statement"
        return ""

    def _is_title(self, words: list[str]) -> bool:
        """Whether nearly all words that may have a capital have one."""
        weighty = [word for word in words if word.lower() not in self._small]
        small = sum(word[0].islower() for word in weighty)
        return small * 5 <= len(weighty)


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The quoted speech in a document's text; not in its header, nor where a mark says what it is."""
    for block in text.blocks:
        if block.in_header or "quote" in block.path:
            continue
        language = block.language or context.language
        for mention in find_quotations(text.content, language, block.start, block.end):
            if not any(mark.element in SAID and _most(mention, mark.start, mark.end)
                       for mark in text.marks_over(mention.start, mention.end)):  # fmt: skip
                yield mention


def find_quotations(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Mention]:
    """Quoted speech between two offsets of a text, each a `q` with its quotation marks. Nothing raises."""
    stop, habits = len(text) if end is None else end, quotations(language)
    if not habits.trigger.search(text, start, stop):
        return []
    return [
        Mention(begin, close, "q", {}, 0.8, why)
        for begin, close in habits.quoted(text, start, stop)
        if (why := habits.why(text, begin, close, (start, stop)))
    ]


def _most(mention: Mention, start: int, end: int) -> bool:
    """Whether a mark covers most of a mention."""
    shared = min(end, mention.end) - max(start, mention.start)
    return shared * 2 > mention.end - mention.start


def _pair(opening: str, closing: str) -> tuple[str, str, re.Pattern[str]]:
    """A pair of marks with the pattern of what they enclose: no further mark of the same kind."""
    begin, finish = re.escape(opening), re.escape(closing)
    # A mark that is an apostrophe too closes only where no word goes on and no genitive stands before it.
    apostrophe = {"’": "(?<!s)", "'": r"(?:(?<=[.,?!])|(?='[.,;:)]))"}.get(closing, "")
    inside = r"[^\n]" if opening == "'" else rf"[^{begin}\n]"
    return opening, closing, re.compile(
        rf"(?<!\w){begin}(?=[^\s{finish}]){inside}{{1,{LONGEST}}}?(?<=\S){apostrophe}{finish}(?![^\W_])"
    )  # fmt: skip


def _sentence_before(text: str, begin: int, at: int) -> str:
    """The sentence as far as it stands before a place."""
    begin = max(begin, at - SENTENCE)
    for match in SENTENCE_END.finditer(text, begin, at + 1):
        begin = match.end()
    return text[begin:at]


def _sentence_behind(text: str, at: int, end: int) -> str:
    """What straight follows a quotation in its sentence ("said Orr"); nothing where it ended the sentence."""
    if text[at - 2] == ".":
        return ""
    stop = min(end, at + BEHIND)
    match = SENTENCE_END.search(text, at, stop)
    return text[at : match.start() if match else stop].lstrip(", ").partition(",")[0]


@cache
def quotations(language: str = "en") -> Quotations:
    """How a language quotes (see `annotate/language`)."""
    return Quotations(table("quotations", language))
