"""Symbols and initials of bodies that no table has: "S/T", "TWO" in "Orr of TWO", "(NHB)" behind a person.

A word in capitals may stand for anything. That it is a body's the text says somewhere: by a person or an
office beside it, by who cleared a paper, by its members. Where one place says so, all the others follow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

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
_DASHES = (" - ", " – ", " — ", "—", "–")
_JOINTS = (" and ", ", and ")
_INITIALS = re.compile(rf"[{UPPER}][{UPPER}&/.]+")
_NEAR = 40
_BRACKETED = re.compile(r" \(([^()]{3,30})\)")


class _Around(NamedTuple):
    """What stands beside symbols: where persons begin and end, and where initials of known bodies do."""

    persons: frozenset[int]
    after_persons: frozenset[int]
    bodies: frozenset[int]
    after_bodies: frozenset[int]
    several: bool
    """Whether enough persons are named for a word with a slash to be a symbol."""


def symbols(
    text: Text, capitals: Capitals, persons: Sequence[Draft], bodies: Iterable[Draft], taken: Taken
) -> list[Draft]:
    """The symbols of bodies in what is not taken; beside `persons` and other `bodies` they are such."""
    content, words = text.content, capitals.words
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    around = _around(content, persons, bodies)
    learnt: set[str] = set()
    for block, start, end in _candidates(content, capitals, taken):
        symbol = content[start:end]
        places[symbol].append((start, end))
        if symbol not in learnt and (
            _is_named(content, start, end, around) or _is_said(content, block, start, end, words)
        ):
            learnt.add(symbol)
    found = list(_departments(content, persons, taken, words))
    return found + [
        Draft(start, end, "organisation", (), 0.65, "the symbol of a body")
        for symbol in learnt
        for start, end in places[symbol]
    ]


def _around(content: str, persons: Sequence[Draft], bodies: Iterable[Draft]) -> _Around:
    initials = [body for body in bodies if _INITIALS.fullmatch(content, body.start, body.end)]
    return _Around(
        frozenset([person.outer_start for person in persons]),
        frozenset([person.end for person in persons]),
        frozenset([body.start for body in initials]),
        frozenset([body.end for body in initials]),
        len({content[person.start : person.end] for person in persons}) >= FEWEST,
    )


def _is_named(content: str, start: int, end: int, around: _Around) -> bool:
    """Whether a person or another body beside it makes it one: "Orr of TWO", "TWO – Mr. Orr",
    "TWO and UN"."""
    if around.several and "/" in content[start:end]:
        return True
    if any(end + len(dash) in around.persons and content.startswith(dash, end) for dash in _DASHES) or any(
        (end + len(joint) in around.bodies and content.startswith(joint, end))
        or (start - len(joint) in around.after_bodies and content.endswith(joint, 0, start))
        for joint in _JOINTS
    ):
        return True
    return _CLOSED.match(content, end) is not None and any(
        _is_behind(content, start, beside, around.after_persons) for beside in _BESIDE
    )


def _is_said(content: str, block: Block, start: int, end: int, words: Words) -> bool:
    """Whether the words beside it make it a body: an office before it, what it does."""
    return (
        _said(words).search(content, max(block.start, start - _NEAR), start) is not None
        or _meeting(words).match(content, end) is not None
        or words.speech.match(content, end) is not None
    )


def _departments(content: str, persons: Sequence[Draft], taken: Taken, words: Words) -> Iterator[Draft]:
    """Portfolios in brackets behind a person: "Orr (Harbours)"."""
    for person in persons:
        match = _BRACKETED.match(content, person.end)
        if match and match[1] in words.portfolios and taken.is_free(match.start(1), match.end(1)):
            yield Draft(match.start(1), match.end(1), "organisation", (), 0.65, "a portfolio behind a person")


def _candidates(content: str, capitals: Capitals, taken: Taken) -> Iterator[tuple[Block, int, int]]:
    """Words in capitals that may be symbols, with their blocks."""
    words = capitals.words
    for number, token in capitals.places(lambda token: token.traits.upper and not token.traits.head):
        if content[token.start - 1 : token.start] == "/":
            continue
        match = _SYMBOL.match(content, token.start)
        if match is None or not _may_be_one(match[0], words):
            continue
        block, (start, end) = capitals.runs[number].block, match.span()
        if taken.is_free(start, end) and not _in_capitals(content, block, start, end):
            yield block, start, end


def _is_behind(content: str, start: int, beside: str, ends: frozenset[int]) -> bool:
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
