"""The words of titles, offices and ranks, and what people say that somebody is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from teiedition.annotate.names.declared import (
    Data,
    all_of,
    any_of,
    endings,
    listed,
    one_of,
    pairs,
    pattern,
    worked_out,
)
from teiedition.annotate.names.words.letters import words_of


def _titles(data: Data) -> list[str]:
    """All titles, in small letters."""
    parts = ("titles.offices", "titles.ranks", "titles.honorifics")
    return [title.lower() for part in parts for title in listed(data, part)]


def _title_ends(data: Data) -> frozenset[str]:
    return frozenset(words_of(title)[-1] for title in _titles(data))


def _title_begins(data: Data) -> frozenset[str]:
    forms = (*_titles(data), *listed(data, "titles.modifiers"))
    return frozenset(words_of(form.lower())[0] for form in forms)


def _title_words(data: Data) -> frozenset[str]:
    forms = (*_titles(data), *listed(data, "titles.modifiers"))
    return frozenset(word for form in forms for word in words_of(form.lower()))


def _ranks(data: Data) -> str:
    return any_of(form for rank in listed(data, "titles.ranks") for form in (rank.title(), rank.upper()))


def _people(data: Data) -> frozenset[str]:
    said = (*listed(data, "descriptions.before"), *listed(data, "titles.employments"))
    return frozenset([*data.get("everyday", {}).get("people", "").split(), *said])


@dataclass(frozen=True, eq=False)
class TitleWords:
    """The words of titles, offices and ranks, and what people say that somebody is. See `Words`."""

    modifiers: str = one_of("titles.modifiers")
    offices: str = one_of("titles.offices")
    ranks: str = worked_out(_ranks)
    honorifics: str = one_of("titles.honorifics")
    honorific_words: frozenset[str] = all_of("titles.honorifics")
    courtesy: frozenset[str] = all_of("titles.courtesy")
    wives: frozenset[str] = all_of("titles.wives")
    knightly: frozenset[str] = all_of("titles.knightly")
    """Titles that go with the given name: "Sir Max"."""
    reigning: frozenset[str] = all_of("titles.reigning")
    """Offices with which people are called by their given names: "King Max"."""
    mens: frozenset[str] = all_of("titles.mens")
    """Titles that no woman has."""
    also_names: frozenset[str] = all_of("titles.also_names")
    """Titles that are family names as well."""
    title_ends: frozenset[str] = worked_out(_title_ends)
    """The last words of all titles, in small letters."""
    title_begins: frozenset[str] = worked_out(_title_begins)
    """The first words of all titles and of what may go before an office, in small letters."""
    title_words: frozenset[str] = worked_out(_title_words)
    """All their words, in small letters."""
    lords: frozenset[str] = all_of("titles.lords")
    """Titles before a family name, and be it that of a place: "Lord Selby"."""
    peers: frozenset[str] = all_of("titles.peers")
    regnal: frozenset[str] = all_of("titles.regnal")
    """Titles behind which given names stand."""
    also_adjectives: frozenset[str] = all_of("titles.also_adjectives")
    """Titles that are ordinary adjectives as well."""
    employments: str = one_of("titles.employments")
    employment_words: frozenset[str] = all_of("titles.employments")
    """What somebody may be besides an office: "with Orr as spokesman"."""
    substitutes: frozenset[str] = all_of("titles.substitutes")
    """What stands before the office of somebody who stands in for another."""
    plural_honorifics: frozenset[str] = all_of("titles.plural_honorifics")
    complement: str = one_of("titles.complement")
    complement_words: frozenset[str] = all_of("titles.complement")
    posted: str = one_of("titles.posted")
    copula: re.Pattern[str] = pattern(r" (?:<titles.copulas>) ")
    """What joins an office and who has it: "the Premier is Ann Orr"."""
    whole_titles: Mapping[str, str] = pairs("titles.whole")
    """The words for which shortened titles stand, both in small letters."""
    charge: str = one_of("titles.charge")
    """What else joins an office and what it is about, where a comma or a bracket follows."""
    plural: str = one_of("titles.plural")
    portfolios: frozenset[str] = all_of("titles.portfolios")
    descriptions: frozenset[str] = all_of("descriptions.before")
    people: frozenset[str] = worked_out(_people)
    """What somebody may be: "my uncle, Orr, came"."""
    doer_endings: tuple[str, ...] = endings("descriptions.endings")
    """Endings of words for what somebody does."""
    declared: str = one_of("labels.declared")
    sent: re.Pattern[str] = pattern(r"(?<!\w)(?:<labels.sent>), $")
    """What stands before sender and addressee in a heading: "Telegram, "."""
