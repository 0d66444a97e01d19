"""How much the words of a name are like a person's by themselves, wherever they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiedition.annotate.names.answers import Answers
from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.traits import traits_of

Reason = tuple[float, str]
_ROMANIZED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,5}")
"""A given name of two syllables: "Ju-bel"."""
_HYPHENED = re.compile(r"\w+[-‐‑][^\W\d_]\w*")


class Form(NamedTuple):
    """What the form of a name says for a person's, and the points of that together."""

    reasons: tuple[Reason, ...]
    points: float


class Forms:
    """The words of names in one document."""

    def __init__(self, capitals: Capitals) -> None:
        self.capitals, self.content = capitals, capitals.text.content
        self.alone = Counter([run.tokens[0].word for run in capitals.runs if len(run.tokens) == 1])
        """How often a capitalised word stands by itself."""
        self.known: dict[str, Form] = {}
        self.ordinary = Answers(self._is_ordinary)
        """Whether a word stands in names of bodies, places and things rather than persons, or is common."""

    def of(self, tokens: Sequence[Token]) -> Form:
        """The form of a name."""
        name = self.content[tokens[0].start : tokens[-1].end]
        form = self.known.get(name)
        if form is None:
            reasons = tuple(self._of_row(tokens) if len(tokens) > 1 else _of_one(tokens[0]))
            form = self.known[name] = Form(reasons, sum([points for points, _ in reasons]))
        return form

    def _is_ordinary(self, word: str) -> bool:
        traits = traits_of(self.capitals.words)[word]
        return not traits.named and (traits.ordinary or self.capitals.common[word])

    def _of_row(self, tokens: Sequence[Token]) -> Iterator[Reason]:
        words = [token.word for token in tokens]
        first, last = tokens[0].traits, tokens[-1].traits
        if first.given:
            yield 2.5, f"“{words[0]}” is a given name"
        if [token for token in tokens[:-1] if token.traits.initials]:
            yield 2.5, "it has initials"
        if len(words) == 2 and first.family_first and _HYPHENED.fullmatch(words[1]):
            yield 3.0, "a family name and a given name with a hyphen"
        elif len(words) <= 3 and first.family_first:
            yield 2.2, f"“{words[0]}” is a family name that stands first"
        elif len(words) == 2 and last.family_first:
            yield 1.2, f"“{words[1]}” is a family name"
        if last.family_beginning:
            yield 2.0, f"“{words[-1]}” begins as family names do"
        if len(words) == 2 and not (self.ordinary[words[0]] or self.ordinary[words[1]]):
            yield 1.0, "two words that are no ordinary ones"
            if last.common_family or last.famous:
                yield 0.9, f"“{words[1]}” is a family name"
            if _ROMANIZED.fullmatch(words[0]):
                yield 1.5, "a given name with a hyphen"
            if self.alone[words[1]] > 1:
                yield 0.7, f"“{words[1]}” also stands by itself"


def _of_one(token: Token) -> Iterator[Reason]:
    if token.traits.given:
        yield 1.0, "a given name"
    if token.traits.famous:
        yield 2.0, "a family name that everybody knows"
    elif token.traits.common_family:
        yield 1.2, "a family name"
