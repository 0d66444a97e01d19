"""The ordinary words of a language, which are no names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiedition.annotate.names.declared import (
    Data,
    all_of,
    endings,
    listed,
    pattern,
    worked_out,
)
from teiedition.annotate.names.words.letters import UPPER


def _everyday(data: Data) -> frozenset[str]:
    return frozenset(word for group in data.get("everyday", {}).values() for word in group.split())


def _called_after(data: Data) -> frozenset[str]:
    groups = data.get("everyday", {})
    return frozenset(f"{groups.get('food', '')} {groups.get('plants', '')}".split())


def _everyday_endings(data: Data) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = data.get("plain", {}).get("endings", [])
    return tuple((ending, rest) for ending, rest in found)


def _articles(data: Data) -> frozenset[str]:
    return frozenset(listed(data, "plain.determiners")) - set(listed(data, "plain.conjunctions"))


@dataclass(frozen=True, eq=False)
class PlainWords:
    """The ordinary words of a language, which are no names. See `Words`."""

    against: frozenset[str] = all_of("plain.against")
    """What stands between the parties of a lawsuit."""
    suit: re.Pattern[str] = pattern(rf" (?:<plain.against>) (?=[{UPPER}])")
    """The same with the first letter of the second party behind it."""
    with_letters: frozenset[str] = all_of("plain.with_letters")
    """What has letters for numbers: "Group C"."""
    works: re.Pattern[str] = pattern(r"(?:<plain.works>)[,:]? [“\"]")
    """What says that the title of a work follows, with the opening quotation mark."""
    plain: frozenset[str] = all_of("plain.words")
    ordinary: re.Pattern[str] = pattern(r"(?:<plain.ordinary>)|\w+(?:<plain.ordinary_endings>)")
    """A word that stands in names of bodies and things, not in those of persons."""
    everyday: frozenset[str] = worked_out(_everyday)
    """Ordinary words, in small letters: nouns in the singular, verbs without an ending."""
    called_after: frozenset[str] = worked_out(_called_after)
    """Of these, what is often called after persons and places: food and drink, plants."""
    everyday_endings: tuple[tuple[str, str], ...] = worked_out(_everyday_endings)
    """What such a word may end with, and what stands instead in the list."""
    function: frozenset[str] = all_of("plain.function")
    contracted: re.Pattern[str] = pattern(r"(\w+)['’](?:<plain.contracted>)")
    """A small word with what it has drawn to itself: "we've"."""
    adverb_endings: tuple[str, ...] = endings("plain.adverb_endings")
    opening_endings: tuple[str, ...] = endings("plain.opening_endings")
    """Endings of words that rather begin a sentence than name somebody: "Preliminary"."""
    describing_endings: tuple[str, ...] = endings("plain.describing_endings")
    """Endings of words that say of what kind a thing is: "Director of Pastoral Affairs"."""
    pasts: frozenset[str] = all_of("plain.pasts")
    """The past of verbs that are not regular."""
    inflections: tuple[str, ...] = endings("plain.inflections")
    """Endings of verbs that names of one syllable do not have."""
    participle_endings: tuple[str, ...] = endings("plain.participle_endings")
    """Endings of words that describe and do not name: "the Indemnifying Party"."""
    articles: frozenset[str] = worked_out(_articles)
    """The determiners that are nothing else."""
    counters: frozenset[str] = all_of("plain.counters")
    """Of these, those that stand before things of which there are several."""
    counting: frozenset[str] = worked_out(
        lambda data: frozenset(f"{word[-1]} " for word in listed(data, "plain.counters"))
    )
    """How they end, with the space behind them."""
    determiners: frozenset[str] = all_of("plain.determiners")
    """Articles and the like, which stand before no name of a person: "the Fox"."""
