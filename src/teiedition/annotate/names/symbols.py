"""Symbols and initials of bodies that no table has: "S/T", "TWO" in "Orr of TWO", "(NHB)" behind a person.

A word in capitals may stand for anything. That it is a body's the text says somewhere: by a person or an
office beside it, by who cleared a paper, by its members. Where one place says so, all the others follow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.words import UPPER, Words
from teiedition.annotate.text import Block, Text

FEWEST = 2
"""The persons that a text must name before a word with a slash in it is a symbol."""

_SYMBOL = re.compile(rf"(?:[{UPPER}]{{1,6}}(?:/[{UPPER}]{{1,6}}){{1,3}}|[{UPPER}]{{2,7}})(?![\w/-])")
_NUMERAL = re.compile(r"[IVXLCDM]+")
_CLOSED = re.compile(r"[),;.:\n]|$")
_BESIDE = (" (", ", ", " of ")
_NEAR = 40
_BRACKETED = re.compile(r" \(([^()]{3,30})\)")


def symbols(text: Text, capitals: Capitals, persons: Sequence[Draft], taken: Taken) -> list[Draft]:
    """The symbols of bodies in what is not taken."""
    content, words = text.content, capitals.words
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    learnt: set[str] = set()
    ends = {person.end for person in persons}
    several = len({content[person.start : person.end] for person in persons}) >= FEWEST
    for block, start, end in _candidates(content, capitals, taken):
        symbol = content[start:end]
        places[symbol].append((start, end))
        if symbol not in learnt and (
            ("/" in symbol and several)
            or (
                _CLOSED.match(content, end)
                and any(_is_behind(content, start, beside, ends) for beside in _BESIDE)
            )
            or _said(words).search(content, max(block.start, start - _NEAR), start)
            or _meeting(words).match(content, end)
        ):
            learnt.add(symbol)
    found = list(_departments(content, persons, taken, words))
    return found + [
        Draft(start, end, "organisation", (), 0.65, "the symbol of a body")
        for symbol in learnt
        for start, end in places[symbol]
    ]


def _departments(content: str, persons: Sequence[Draft], taken: Taken, words: Words) -> Iterator[Draft]:
    """Portfolios in brackets behind a person: "Orr (Harbours)"."""
    for person in persons:
        match = _BRACKETED.match(content, person.end)
        if match and match[1] in words.portfolios and taken.is_free(match.start(1), match.end(1)):
            yield Draft(match.start(1), match.end(1), "organisation", (), 0.65, "a portfolio behind a person")


def _candidates(content: str, capitals: Capitals, taken: Taken) -> Iterator[tuple[Block, int, int]]:
    """Words in capitals that may be symbols, with their blocks."""
    words = capitals.words
    for number, token in capitals.places(lambda token: token.traits.upper):
        if content[token.start - 1 : token.start] == "/":
            continue
        match = _SYMBOL.match(content, token.start)
        if match is None or not _may_be_one(match[0], words):
            continue
        block, (start, end) = capitals.runs[number].block, match.span()
        if taken.is_free(start, end) and not _in_capitals(content, block, start, end):
            yield block, start, end


def _is_behind(content: str, start: int, beside: str, ends: set[int]) -> bool:
    """Whether the symbol follows a person's name, with no more than this between them."""
    return start - len(beside) in ends and content.startswith(beside, start - len(beside))


def _may_be_one(symbol: str, words: Words) -> bool:
    others = (words.abbreviated_places, words.no_bodies, words.suffix_words)
    return not _NUMERAL.fullmatch(symbol) and not any(symbol in other for other in others)


def _in_capitals(content: str, block: Block, start: int, end: int) -> bool:
    """Whether the line around is written in capitals, so that they say nothing."""
    around = content[max(block.start, start - 24) : min(block.end, end + 24)]
    return sum(map(str.islower, around)) < 4


@cache
def _meeting(words: Words) -> re.Pattern[str]:
    """A meeting that a party has: "TWO Congress"."""
    return re.compile(rf" (?:{'|'.join(sorted(words.meetings))})(?!\w)")


@cache
def _said(words: Words) -> re.Pattern[str]:
    """What stands before initials and says that they are a body's: an office, its members."""
    office = rf"(?i:{words.offices}) (?:{words.complement}) "
    return re.compile(rf"(?<![\w-])(?:{office}|(?:{words.body_before}) )(?:the )?$")
