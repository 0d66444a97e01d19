"""The words of the names of persons, and those around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from teiedition.annotate.names.declared import (
    Data,
    all_of,
    endings,
    listed,
    one_of,
    pairs,
    pattern,
    worked_out,
)
from teiedition.annotate.names.words.letters import UPPER
from teiedition.authority.spelling import FAMILY_FIRST


def _family_first(data: Data) -> frozenset[str]:
    return FAMILY_FIRST if data.get("persons", {}).get("family_first") else frozenset()


def _endearments(data: Data) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for nickname, name in data.get("nicknames", {}).items():
        found[name] = (*found.get(name, ()), nickname)
    return found


def _given(data: Data) -> frozenset[str]:
    return frozenset([*listed(data, "persons.given"), *listed(data, "nicknames")])


@dataclass(frozen=True, eq=False)
class PersonWords:
    """The words of the names of persons, and those around them. See `Words`."""

    cues_before: Mapping[str, float] = pairs("cues.before")
    """What one or two words before a full name say for its being a person's."""
    cues_single: Mapping[str, float] = pairs("cues.single")
    """The same of a single word."""
    possessed: re.Pattern[str] = pattern(r"['’]s? ((?:<possessed.words>)(?![\w-]))")
    """What is a person's, with the possessive before it."""
    estates: frozenset[str] = all_of("archives.estates")
    """What archives call somebody's papers."""
    estate: re.Pattern[str] = pattern(r" (?:<archives.estates>)(?!\w)")
    """The same, with the space before it."""
    surnames: frozenset[str] = all_of("surnames.ordinary")
    """Family names that are ordinary words in names of bodies and things as well."""
    also_words: frozenset[str] = all_of("surnames.also_words")
    """Ordinary words that many bear as family names."""
    events: frozenset[str] = all_of("surnames.events")
    """Words behind a name that make a plan, a law or a doctrine of it."""
    common_family: frozenset[str] = all_of("surnames.common")
    """Family names that many bear."""
    famous: frozenset[str] = all_of("surnames.famous")
    """Family names of persons whom everybody knows."""
    surname_endings: tuple[str, ...] = endings("surnames.endings")
    surname: re.Pattern[str] = pattern(rf"(?:<surnames.beginnings>)[{UPPER}]\w")
    """How family names begin that can't be anything else: "McOrr"."""
    cues_after: Mapping[str, float] = pairs("cues.after")
    after: re.Pattern[str] = pattern(r"(?:<cues.after>)(?![\w-])")
    """Any of `cues_after`."""
    speech: re.Pattern[str] = pattern(r"[,)\]]? (?:(?:<speech.before>) )?(?:<speech.verbs>)\b")
    speech_verbs: frozenset[str] = all_of("speech.verbs")
    acts: frozenset[str] = all_of("acts.verbs")
    """What persons do: "dined"."""
    helping: frozenset[str] = all_of("acts.helping")
    """What stands behind the names of persons and of things alike: "has"."""
    initials_of_persons: frozenset[str] = all_of("persons.initials_of_persons")
    """Offices by their initials: "C.I.G.S."."""
    honours: frozenset[str] = all_of("persons.honours")
    """What stands behind names and is no initials: "M.P."."""
    particles: str = one_of("persons.particles")
    particle_words: frozenset[str] = all_of("persons.particles")
    prefixes: str = one_of("persons.prefixes")
    prefix_words: frozenset[str] = all_of("persons.prefixes")
    noble: frozenset[str] = all_of("persons.noble")
    """Particles that persons' names alone have."""
    suffixes: str = one_of("persons.suffixes")
    suffix_words: frozenset[str] = all_of("persons.suffixes")
    """What stands behind names, with a capital: "Jr."."""
    family_first: frozenset[str] = worked_out(_family_first)
    feminine: tuple[str, ...] = endings("persons.feminine")
    """With these endings the name of a man becomes that of a woman."""
    given: frozenset[str] = worked_out(_given)
    nicknames: Mapping[str, str] = pairs("nicknames")
    men: frozenset[str] = all_of("persons.men")
    """Given names that are those of men only."""
    endearments: Mapping[str, tuple[str, ...]] = worked_out(_endearments)
    """The nicknames of those who have a given name."""
