"""Lists of what a body is for, within its name: "Ministry of Trade, Fisheries and Food"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from teiedition.annotate.names.draft import Taken
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import CAPITAL, Words

WINDOW = 120
"""How many characters such a list has at most."""

_ROW = rf"{CAPITAL}(?: {CAPITAL}){{0,3}}"
_WORD = re.compile(CAPITAL)
_LEADING = re.compile(r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|[Hh]is|[Tt]his) ")


def list_behind(content: str, end: int, limit: int, apart: Taken, words: Words) -> int:
    """Where a list ends that goes on behind "Ministry of Trade"; `end` where none does.

    Nothing in it stands where something else is named (`apart`).
    """
    match = _behind(words).match(content, end, min(limit, end + WINDOW))
    if match is None:
        return end
    *items, last = (found.span() for found in _rows().finditer(content, end, match.end()))
    last = _up_to_courtesy(content, last, words)
    *_, final = said = _said(content, *last)
    noun = _is_noun(final, words)
    affairs = noun and len(said) > 1
    fits = noun and all(_fits(word, words) or _is_whose(word, words) for word in said)
    for item in items:
        said = _said(content, *item)
        fits = fits and all(_fits(word, words) or (affairs and _is_whose(word, words)) for word in said)
    free = all(apart.is_free(*row) for row in (*items, last))
    known = content[last[0] : last[1]] in words.places
    return last[1] if fits and free and not known else end


def list_before(content: str, start: int, floor: int, head: str, apart: Taken, words: Words) -> int:
    """Where a list begins that ends before `start` with "and": of "Scientific and Cultural Board"; else
    `start`."""
    if not _conjunction(words).search(content, max(floor, start - 8), start):
        return start
    match = _before(words).search(content, max(floor, start - WINDOW), start)
    first = _WORD.match(content, start)
    if match is None or first is None:
        return start
    rows = [found.span() for found in _rows().finditer(content, match.start(), match.end())]
    article = _LEADING.match(content, rows[0][0], rows[0][1])
    if article:
        rows[0] = (article.end(), rows[0][1])
    begin = rows[0][0]
    articled = _LEADING.search(content, max(floor, begin - 6), begin)
    two = articled and first[0] in words.places and content[slice(*rows[0])] in words.places
    if head in words.of_places and (len(rows) > 1 or two):
        return begin
    own = _is_own(content, rows[0], apart)
    if not own and not articled:
        return start
    fits = _fits(first[0], words) or (bool(articled) and traits_of(words)[first[0]].everyday)
    for number, row in enumerate(rows):
        said = _said(content, *row)
        whose = number == 0 and len(said) > 1
        kind = traits_of(words)[said[-1]]
        goods = bool(articled) and kind.everyday and not kind.head and len(said) == 1
        fits = fits and (goods or _fits(said[-1], words)) and (apart.is_free(*row) or (own and number == 0))
        fits = fits and (
            goods or all(_fits(w, words) or _is_whose(w, words) or (own and whose) for w in said)
        )
    return begin if fits else start


def _is_own(content: str, row: tuple[int, int], apart: Taken) -> bool:
    """Whether a list's first row begins with a body whose organ follows: "United Nations Relief"."""
    *_, last = _WORD.finditer(content, *row)
    return apart.covers(row[0], row[0] + 1) and apart.is_free(*last.span())


def _up_to_courtesy(content: str, row: tuple[int, int], words: Words) -> tuple[int, int]:
    """A row without the courtesy in it and what follows."""
    end = row[0]
    for word in _WORD.finditer(content, *row):
        if word[0] in words.courtesy or re.fullmatch(words.honorifics, word[0]):
            break
        end = word.end()
    return row[0], end if end > row[0] else row[1]


def _said(content: str, start: int, end: int) -> Sequence[str]:
    return _WORD.findall(content, start, end)


def _fits(word: str, words: Words) -> bool:
    """Whether a body may be for what a word says."""
    traits = traits_of(words)[word]
    if word in words.fields:
        return True
    if "-" in word:
        return all(_fits(part, words) for part in word.split("-"))
    if traits.head or traits.small in words.title_ends or traits.adjective or word in words.places:
        return False
    return words.matter.fullmatch(word) is not None or _is_plural(word, words)


def _is_plural(word: str, words: Words) -> bool:
    traits = traits_of(words)[word]
    person = traits.named or traits.common_family or traits.famous or traits.family_ending
    return word.endswith("s") and not traits.upper and not person


def _is_noun(word: str, words: Words) -> bool:
    """Whether a list may end with a word."""
    return _fits(word, words) and (word in words.fields or not words.qualifying.fullmatch(word))


def _is_whose(word: str, words: Words) -> bool:
    """Whether a word says of which land or people something is."""
    return traits_of(words)[word].adjective or word in words.places or word in words.directions


@cache
def _rows() -> re.Pattern[str]:
    return re.compile(_ROW)


@cache
def _behind(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:, {_ROW}){{1,5}},?)? (?:{words.conjunctions}) {_ROW}(?![\w-])")


@cache
def _conjunction(words: Words) -> re.Pattern[str]:
    return re.compile(rf" (?:{words.conjunctions}) $")


@cache
def _before(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{_ROW}, ){{0,4}}{_ROW},? (?:{words.conjunctions}) $")
