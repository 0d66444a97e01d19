"""The people of a citation: authors, editors, translators, senders."""

from __future__ import annotations

import re

from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.words import Words
from teiedition.model import Mention

LONGEST_NAME = 5
WORD = re.compile(r"[^\W\d_][\w’'‘ʼ`-]*\.?(?:[A-Z]\.)*")
INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")

Span = tuple[int, int]


class People:
    """Tells names from titles, and splits a list of names."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._conjunction = re.compile(rf",? (?:{words.any('conjunctions')}) ")
        self._et_al = re.compile(rf",? {words.any('et_al')}$")
        self._to = re.compile(rf" {words.any('to')} ")
        self._particles = {form for word in words.listed("particles") for form in (word, word.capitalize())}
        self._suffixes = set(words.listed("suffixes"))
        self._articles = {word.capitalize() for word in words.listed("articles_before")}

    def names(self, text: str, start: int, end: int) -> list[Span] | None:
        """The names in a list ("A. Smith and B. Jones et al."); None where it is no list of names."""
        match = self._et_al.search(text, start, end)
        end = match.start() if match else end
        spans = _split(text, start, end, self._conjunction)
        return spans if all(self.is_name(text[begin:stop]) for begin, stop in spans) else None

    def is_name(self, text: str) -> bool:
        """Whether it has the form of a person's name: capitals, initials, particles, no more."""
        words = text.split()
        if len(words) > 2 and words[-1] in self._suffixes:
            words[-2] = words[-2].rstrip(",")  # "Tom Orr, Jr."
        if (
            not 1 <= len(words) <= LONGEST_NAME
            or self._words.document.search(text)
            or self._words.series.search(text)
        ):
            return False
        if len(words) == 1 and len(text) > 2 and text.isupper():
            return False  # letters that stand for a series: DDF
        if words[0] in self._articles or self._words.archive.search(text):
            return False
        proper = [word for word in words if word not in self._particles and word not in self._suffixes]
        return (
            bool(proper)
            and all(_proper(word) for word in proper)
            and any(len(word.rstrip(".")) > 1 for word in proper)
        )

    def senders(self, text: str, start: int, end: int) -> list[Span]:
        """Who wrote: of "Brown and Gray to the Ministry" the first two; an embassy to a country is one.
        An article before a body is outside."""
        for match in self._to.finditer(text, start, end):
            if not self._words.accredited.search(text[start : match.start()]):
                end = match.start()
                break
        return self.names(text, start, end) or [(self._without_article(text, start), end)]

    def has_addressee(self, text: str, start: int, end: int) -> bool:
        """Whether somebody writes "to" somebody there."""
        return self.senders(text, start, end)[-1][1] < end and self._to.search(text, start, end) is not None

    def credits(self, text: str, token: Token, element: str, role: str = "") -> list[Mention]:
        """The names of a token as children of a citation; a word for "editor" in them makes them editors."""
        foreign = self._words.foreign_editor.search(text[token.start : token.end])
        if foreign:
            place = token.start + foreign.start("word")
            language = self._words.foreign_editor_language(foreign["word"])
            word = Mention(place, token.end, "foreign", {"xml:lang": language})
            return [Mention(token.start, place - 1, "editor"), word]
        spans = self.names(text, token.start, token.end) or [(token.start, token.end)]
        attributes = {"role": role} if role else {}
        return [Mention(begin, end, element, attributes) for begin, end in spans]

    def _without_article(self, text: str, start: int) -> int:
        """Where a name begins that has an article before it: "the Ministry to the Embassy"."""
        first = text[start : text.find(" ", start)]
        return start + len(first) + 1 if first.islower() and first.capitalize() in self._articles else start


def _proper(word: str) -> bool:
    """Whether a word is capitalised or an initial; so is "Jo-an" with its hyphen."""
    return bool(WORD.fullmatch(word) or INITIALS.fullmatch(word)) and word[0].isupper()


def _split(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    for match in mark.finditer(text, start, end):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, end)]


def surnames(names: list[str]) -> frozenset[str]:
    """All words of names that can stand for the person in a short citation, folded."""
    return frozenset(
        word.strip(".,").casefold() for name in names for word in name.split() if len(word.strip(".")) > 1
    )
