"""The words of the names of places and states."""

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
from teiedition.annotate.names.words.letters import CAPITAL, spaced, words_of


def _place_hints(data: Data) -> frozenset[str]:
    behind = [part for kind in ("after", "streets", "states") for part in listed(data, f"places.{kind}")]
    before = listed(data, "places.before")
    hints = {words_of(kind)[-1] for kind in behind} | {words_of(kind)[0] for kind in before}
    return frozenset(hints) | frozenset(listed(data, "places.state_initials"))


def _people_of(data: Data) -> dict[str, str]:
    countries = data.get("countries", {})
    return {people: name for name, country in countries.items() for people in country["people"]}


def _capital_of(data: Data) -> dict[str, str]:
    countries = data.get("countries", {})
    return {capital: name for name, country in countries.items() for capital in country["capitals"]}


def _states_of_capital(data: Data) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, country in data.get("countries", {}).items():
        for capital in country["capitals"]:
            found[capital] = (*found.get(capital, ()), name)
    return found


def _places(data: Data) -> frozenset[str]:
    return frozenset([*listed(data, "places.known"), *listed(data, "countries"), *_capital_of(data)])


def _states_known(data: Data) -> frozenset[str]:
    return frozenset([*listed(data, "countries"), *listed(data, "abbreviations.places")])


def _abbreviated_places(data: Data) -> frozenset[str]:
    forms = listed(data, "abbreviations.places")
    return frozenset([*forms, *map(spaced, forms)])


def _same_place(data: Data) -> dict[str, str]:
    same: dict[str, str] = data.get("abbreviations", {}).get("same", {})
    return {spaced(form): state for form, state in same.items()} | same


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """The words of the names of places and states. See `Words`."""

    place_after: frozenset[str] = all_of("places.after")
    addresses: frozenset[str] = all_of("places.addresses")
    """Words for streets in which houses have numbers."""
    vessels: frozenset[str] = all_of("places.vessels")
    """Words before the name of a ship."""
    of_somebody: frozenset[str] = all_of("places.of_somebody")
    """What is called after somebody with a possessive: "Orr's Bay"."""
    streets: frozenset[str] = all_of("places.streets")
    """Of what stands behind the name of a place, what stands behind any word as well: "Front Row"."""
    place_syllables: frozenset[str] = all_of("places.syllables")
    """Of these, those that are syllables of persons' names as well: "Heo Dam"."""
    place_before: str = one_of("places.before")
    place_prepositions: frozenset[str] = all_of("places.prepositions")
    place_hints: frozenset[str] = worked_out(_place_hints)
    """Words of which one at least is in the name of a place or state that says what it is."""
    place_cues: Mapping[str, float] = pairs("places.cues")
    """What one or two words before an unknown name say for its being a place's."""
    listed_places: re.Pattern[str] = pattern(
        r"(?<!\w)(?:<places.listed>) (?:<places.listing>) "
        rf"(?:{CAPITAL}(?: {CAPITAL})?(?:, (?:and )?| and | or ))*$"
    )
    """What says that a list of places follows, and the list up to here."""
    no_places: frozenset[str] = all_of("places.never.words")
    unsure_places: frozenset[str] = all_of("places.unsure")
    """Places whose names are more often something else."""
    papers: frozenset[str] = all_of("places.papers")
    ships: frozenset[str] = all_of("places.ships")
    lands: re.Pattern[str] = pattern(r" (?:<places.facilities.lands>)(?![\w-])")
    """Parts of a state behind the name of one, with the space before them."""
    facilities: re.Pattern[str] = pattern(r" (?:<places.facilities.words>)(?![\w-])")
    """What stands behind the name of a place, with the space before it."""
    realms: frozenset[str] = all_of("places.realms")
    """What makes a name with the adjective of a state: "the Norlandish Republic"."""
    administrative: frozenset[str] = all_of("places.administrative")
    """What may stand behind a place's name or not: "Selby City"."""
    divisions: frozenset[str] = all_of("places.divisions")
    """What parts of a state are."""
    settlements: frozenset[str] = all_of("places.settlements")
    """What authority files call towns."""
    regions: re.Pattern[str] = pattern(r", (?:<abbreviations.regions>)(?!\w)")
    """The abbreviation of a region, with the comma before it."""
    state_creeds: frozenset[str] = all_of("places.state_creeds")
    """What stands before a state of which there are two, or were two one after the other."""
    place_beginnings: frozenset[str] = all_of("places.beginnings")
    """Words of many languages with which names of places begin: "Wadi Orr"."""
    place_qualifiers: frozenset[str] = all_of("places.qualifiers")
    """Ordinary words with which names of places begin: "Little Orr"."""
    place_endings: tuple[str, ...] = endings("places.endings")
    sorts_of_places: str = one_of("places.sorts")
    """What one says of a place that it is: "a village"."""
    double_directions: frozenset[str] = all_of("places.double_directions")
    """Two of them that are one: "North Eastern"."""
    directions: frozenset[str] = all_of("places.directions")
    places: frozenset[str] = worked_out(_places)
    adjectives: frozenset[str] = worked_out(lambda data: frozenset(_people_of(data)))
    people_of: Mapping[str, str] = worked_out(_people_of)
    """The state to which an adjective or the name of its people belongs."""
    states_of_capital: Mapping[str, tuple[str, ...]] = worked_out(_states_of_capital)
    """The states of which a city is or was the capital."""
    capital_of: Mapping[str, str] = worked_out(_capital_of)
    """The state whose capital a city is."""
    states_known: frozenset[str] = worked_out(_states_known)
    """The names of states, whole and abbreviated."""
    states: str = one_of("places.states")
    republics: str = one_of("places.republics")
    """Of these words those that stand behind the adjective of a state: "Norlandish Republic"."""
    state_initials: Mapping[str, str] = pairs("places.state_initials")
    """Initials for what sort of state one is."""
    state_modifiers: str = one_of("places.state_modifiers")
    people_endings: tuple[str, ...] = endings("organisations.people_endings")
    """How words for people of a trade end, of whom there are several."""
    abbreviated_places: frozenset[str] = worked_out(_abbreviated_places)
    same_place: Mapping[str, str] = worked_out(_same_place)
    """Other names of states, abbreviations above all."""
