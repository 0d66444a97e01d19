"""What a word is known for wherever it stands: a given name, a head of a body, an ordinary word, initials.

Texts have the same few hundred capitalised words again and again, so each is looked at once for a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from teiedition.annotate.names.answers import Answers
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.words import INITIAL, UPPER, Words

_INITIALS = re.compile(rf"(?:{INITIAL} ?)+")
_ENUMERATOR = re.compile(rf"[{UPPER}]\.")


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """A word's traits; see `Words` for what the names mean."""

    small: str
    """The word in small letters."""
    folded: str
    upper: bool
    """Whether it is written in capitals throughout."""
    function: bool
    plain: bool
    given: bool
    family_first: bool
    initials: bool
    enumerator: bool
    """Whether it may number a paragraph: "A."."""
    adjective: bool
    head: bool
    named: bool
    """Whether it is made or known as part of a person's name, so that it is no ordinary word anywhere."""
    ordinary: bool
    """Whether it stands in names of bodies, places and things rather than persons."""
    no_place: bool
    """Whether no unknown place is called so."""
    no_family: bool
    """Whether no unknown person is called so."""
    common_family: bool
    """Whether many bear it as a family name."""
    famous: bool
    """Whether everybody knows somebody with this family name."""
    family_ending: bool
    family_beginning: bool
    everyday: bool
    """Whether it is an ordinary word that some texts write with a capital: "Butter", "Pawns"."""


@cache
def traits_of(words: Words) -> dict[str, Traits]:
    """The traits of any word of a language, by the word."""
    return Answers(lambda word: _traits(word, words))


def _is_plain(part: str, words: Words) -> bool:
    """Whether a part of a word with a hyphen is an ordinary word: of "Twenty-Four"."""
    return part.lower() in words.function or bool(words.ordinary.fullmatch(part))


def is_everyday(small: str, words: Words) -> bool:
    """Whether an ordinary word, or each part of one with a hyphen, is listed, with an ending or without."""
    if "-" in small:
        return all(is_everyday(part, words) for part in small.split("-"))
    return small in words.everyday or any(
        small.removesuffix(ending) + rest in words.everyday
        for ending, rest in words.everyday_endings
        if small.endswith(ending)
    )


def _is_contracted(small: str, words: Words) -> bool:
    contracted = words.contracted.fullmatch(small)
    return contracted is not None and contracted[1] in words.function


def _traits(word: str, words: Words) -> Traits:
    small, upper = word.lower(), word.isupper()
    known = word in words.abbreviated_places or word in words.abbreviated_organisations
    initials = bool(_INITIALS.fullmatch(word)) and not known
    made = bool(words.ordinary.fullmatch(word))
    parts = word.split("-") if "-" in word else ()
    one = word[:-1] if word.endswith("s") else word
    adjective = word in words.adjectives or one in words.adjectives
    title = small.rstrip(".") in words.title_ends
    compound = any(part in words.adjectives or part in words.plain for part in parts)
    compound = compound or (bool(parts) and all(_is_plain(part, words) for part in parts))
    headed = word in words.heads or (upper and len(word) > 4 and word.title() in words.heads)
    body = compound or headed or word in words.portfolios or adjective or made
    body = body or words.coined.fullmatch(word) is not None
    placed = word in words.place_after or word in words.places or one in words.states_known
    pair = bool(parts) and all(part in words.places for part in parts)
    rather = placed or pair or word in words.directions or word in words.possessors
    given = word in words.given or (upper and len(word) > 2 and word.title() in words.given)
    short = upper and len(word) < 4 and small not in words.particle_words
    first = word in words.family_first or (upper and len(word) > 2 and word.title() in words.family_first)
    borne = word in words.common_family or word in words.famous or word.title() in words.also_words
    return Traits(
        small=small,
        folded=folded(word),
        upper=upper,
        function=small in words.function or _is_contracted(small, words),
        plain=word in words.plain,
        given=given,
        family_first=first,
        initials=initials,
        enumerator=bool(_ENUMERATOR.fullmatch(word)),
        adjective=adjective,
        head=word in words.heads or (upper and len(word) > 3 and word.capitalize() in words.heads),
        named=initials or given or first,
        ordinary=body or rather or known or short,
        no_place=body or title or len(word) < 3 or word in words.given or word in words.no_places,
        no_family=body or placed or len(word) < 3 or upper,
        common_family=word in words.common_family,
        famous=word in words.famous,
        family_ending=word.endswith(words.surname_endings) and len(word) > 5,
        family_beginning=bool(words.surname.match(word)),
        everyday=not (borne or placed or first) and is_everyday(small, words),
    )
