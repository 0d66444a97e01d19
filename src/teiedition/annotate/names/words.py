"""The words by which names are known in a language, compiled from its table (`language/en/names.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from teiedition.annotate.language import table
from teiedition.authority.spelling import FAMILY_FIRST

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper() and code != 0x130)
"""The capital letters of the Latin, Greek and Cyrillic scripts."""

TRANSCRIBED = ("Shch", "Dzh", "Ch", "Ia", "Ie", "Iu", "Kh", "Sh", "Ts", "Ya", "Ye", "Yo", "Yu", "Zh")
"""Initials that are one letter in Cyrillic and several in Latin: "Yu. V. Orlov"."""

INITIAL = rf"(?:[{UPPER}]|{'|'.join(TRANSCRIBED)})\."
INITIALS = rf"(?:{INITIAL}(?: (?={INITIAL}|S[Tt]\. [{UPPER}]\.))?|S[Tt]\. (?=[{UPPER}]\.))+(?![\w])"
CAPITAL = rf"[{UPPER}]\w*(?:[’'\-‐‑](?!s\b)\w+)*"


@dataclass(frozen=True, eq=False)
class Words:
    """A language's words about names. Sets hold words as they are written; patterns match at any place."""

    modifiers: str
    offices: str
    ranks: str
    honorifics: str
    courtesy: frozenset[str]
    wives: frozenset[str]
    also_names: frozenset[str]
    """Titles that are family names as well."""
    title_ends: frozenset[str]
    """The last words of all titles, in small letters."""
    title_begins: frozenset[str]
    """The first words of all titles and of what may go before an office, in small letters."""
    peers: str
    employments: str
    """What somebody may be besides an office: "with Orr as spokesman"."""
    substitutes: frozenset[str]
    """What stands before the office of somebody who stands in for another."""
    plural_honorifics: frozenset[str]
    complement: str
    charge: str
    """What else joins an office and what it is about, where a comma or a bracket follows."""
    plural: str
    portfolios: frozenset[str]
    descriptions: frozenset[str]
    doer_endings: tuple[str, ...]
    """Endings of words for what somebody does."""
    cues_before: Mapping[str, float]
    """What one or two words before a full name say for its being a person's."""
    cues_single: Mapping[str, float]
    """The same of a single word."""
    possessed: re.Pattern[str]
    """What is a person's, with the possessive before it."""
    estates: frozenset[str]
    """What archives call somebody's papers."""
    estate: re.Pattern[str]
    """The same, with the space before it."""
    surnames: frozenset[str]
    """Family names that are ordinary words in names of bodies and things as well."""
    events: frozenset[str]
    """Words behind a name that make a plan, a law or a doctrine of it."""
    common_family: frozenset[str]
    """Family names that many bear."""
    famous: frozenset[str]
    """Family names of persons whom everybody knows."""
    surname_endings: tuple[str, ...]
    surname: re.Pattern[str]
    """How family names begin that can't be anything else: "McOrr"."""
    cues_after: Mapping[str, float]
    after: re.Pattern[str]
    """Any of `cues_after`."""
    speech: re.Pattern[str]
    acts: frozenset[str]
    """What persons do: "dined"."""
    helping: frozenset[str]
    """What stands behind the names of persons and of things alike: "has"."""
    heads: frozenset[str]
    abbreviated_heads: frozenset[str]
    weak_heads: frozenset[str]
    creeds: frozenset[str]
    seated: frozenset[str]
    """Heads of bodies to whose names the place where they are belongs."""
    named_after: frozenset[str]
    """Heads of bodies that are called after persons."""
    generic: frozenset[str]
    of_persons: frozenset[str]
    """Words for bodies that are no name with somebody's family name: "the Orr Administration"."""
    """Heads of bodies with which the adjective of a state makes no name: "the Norlandish Press"."""
    complete: frozenset[str]
    """Heads of bodies whose names only "of" continues."""
    units: re.Pattern[str]
    """Parts of the armed forces that have numbers: "Fleet"."""
    unit_numbers: re.Pattern[str]
    """The number before one: "7th "."""
    sessions: re.Pattern[str]
    """A number, at the end, before the word for a body that is then one of its meetings."""
    numbered: frozenset[str]
    """Heads of bodies of whose names a number is part: "4th Harbour Department"."""
    activity: re.Pattern[str]
    """A word for what a department is for."""
    institutions: frozenset[str]
    """Words of other languages for archives and the like."""
    foreign_joiners: str
    """Small words between the words of such names."""
    meetings: frozenset[str]
    """Heads of bodies that are meetings with a number before them: "12th Congress"."""
    known_bodies: frozenset[str]
    without_article: frozenset[str]
    shelfmark: re.Pattern[str]
    """What stands behind the initials of an archive."""
    joiners: str
    never: re.Pattern[str]
    place_after: frozenset[str]
    place_before: str
    place_prepositions: frozenset[str]
    place_hints: frozenset[str]
    """Words of which one at least is in the name of a place or state that says what it is."""
    place_cues: Mapping[str, float]
    """What one or two words before an unknown name say for its being a place's."""
    no_places: frozenset[str]
    unsure_places: frozenset[str]
    """Places whose names are more often something else."""
    papers: frozenset[str]
    ships: frozenset[str]
    facilities: re.Pattern[str]
    """What stands behind the name of a place, with the space before it."""
    realms: frozenset[str]
    """What makes a name with the adjective of a state: "the Norlandish Republic"."""
    regions: re.Pattern[str]
    """The abbreviation of a region, with the comma before it."""
    directions: frozenset[str]
    places: frozenset[str]
    adjectives: frozenset[str]
    people_of: Mapping[str, str]
    """The state to which an adjective or the name of its people belongs."""
    capital_of: Mapping[str, str]
    """The state whose capital a city is."""
    states_known: frozenset[str]
    """The names of states, whole and abbreviated."""
    states: str
    republics: str
    """Of these words those that stand behind the adjective of a state: "Norlandish Republic"."""
    state_initials: Mapping[str, str]
    """Initials for what sort of state one is."""
    state_modifiers: str
    possessors: frozenset[str]
    declared: str
    abbreviated_places: frozenset[str]
    same_place: Mapping[str, str]
    """Other names of states, abbreviations above all."""
    abbreviated_organisations: frozenset[str]
    honours: frozenset[str]
    """What stands behind names and is no initials: "M.P."."""
    body_before: str
    """What stands before initials that are a body's."""
    no_bodies: frozenset[str]
    """Initials that are no names."""
    companies: str
    """What stands behind the name of a company, and a comma."""
    stations: str
    """Words of which a place makes the name of a body: "Radio Norland"."""
    works: re.Pattern[str]
    """What says that the title of a work follows, with the opening quotation mark."""
    particles: str
    particle_words: frozenset[str]
    prefixes: str
    noble: frozenset[str]
    """Particles that persons' names alone have."""
    suffixes: str
    """What stands behind names, with a capital: "Jr."."""
    family_first: frozenset[str]
    given: frozenset[str]
    nicknames: Mapping[str, str]
    plain: frozenset[str]
    ordinary: re.Pattern[str]
    """A word that stands in names of bodies and things, not in those of persons."""
    function: frozenset[str]
    contracted: re.Pattern[str]
    """A small word with what it has drawn to itself: "we've"."""
    adverb_endings: tuple[str, ...]
    opening_endings: tuple[str, ...]
    """Endings of words that rather begin a sentence than name somebody: "Preliminary"."""
    participle_endings: tuple[str, ...]
    """Endings of words that describe and do not name: "the Indemnifying Party"."""
    articles: frozenset[str]
    """The determiners that are nothing else."""
    determiners: frozenset[str]
    """Articles and the like, which stand before no name of a person: "the Fox"."""


@cache
def words(language: str) -> Words:
    """The words of a language; of one without a table, none."""
    data = table("names", language)

    def listed(part: str, name: str) -> list[str]:
        return list(data.get(part, {}).get(name, []))

    countries: dict[str, dict[str, list[str]]] = data.get("countries", {})
    cues: dict[str, dict[str, float]] = data.get("cues", {})
    places: dict[str, Any] = data.get("places", {})
    capitals = frozenset(capital for country in countries.values() for capital in country["capitals"])
    people_of = {people: name for name, country in countries.items() for people in country["people"]}
    titles = [
        title.lower() for part in ("offices", "ranks", "honorifics") for title in listed("titles", part)
    ]
    return Words(
        modifiers=_any(listed("titles", "modifiers")),
        offices=_any(listed("titles", "offices")),
        ranks=_any(form for rank in listed("titles", "ranks") for form in (rank.title(), rank.upper())),
        honorifics=_any(listed("titles", "honorifics")),
        courtesy=frozenset(listed("titles", "courtesy")),
        wives=frozenset(listed("titles", "wives")),
        also_names=frozenset(listed("titles", "also_names")),
        title_ends=frozenset(re.findall(r"\w+", title)[-1] for title in titles),
        title_begins=frozenset(
            re.findall(r"\w+", title.lower())[0] for title in (*titles, *listed("titles", "modifiers"))
        ),
        peers=_any(listed("titles", "peers")),
        employments=_any(listed("titles", "employments")),
        substitutes=frozenset(listed("titles", "substitutes")),
        plural_honorifics=frozenset(listed("titles", "plural_honorifics")),
        complement=_any(listed("titles", "complement")),
        charge=_any(listed("titles", "charge")),
        plural=_any(listed("titles", "plural")),
        portfolios=frozenset(listed("titles", "portfolios")),
        descriptions=frozenset(listed("descriptions", "before")),
        doer_endings=tuple(listed("descriptions", "endings")),
        cues_before=cues.get("before", {}),
        cues_single=cues.get("single", {}),
        possessed=re.compile(rf"['’]s? ((?:{_any(listed('possessed', 'words'))})(?![\w-]))"),
        estates=frozenset(listed("archives", "estates")),
        estate=re.compile(rf" (?:{_any(listed('archives', 'estates'))})(?!\w)"),
        surnames=frozenset(listed("surnames", "ordinary")),
        events=frozenset(listed("surnames", "events")),
        common_family=frozenset(listed("surnames", "common")),
        famous=frozenset(listed("surnames", "famous")),
        surname_endings=tuple(listed("surnames", "endings")),
        surname=re.compile(rf"(?:{_any(listed('surnames', 'beginnings'))})[{UPPER}]\w"),
        cues_after=cues.get("after", {}),
        after=re.compile(rf"(?:{_any(cues.get('after', {}))})(?![\w-])"),
        speech=re.compile(
            rf"[,)\]]? (?:(?:also|then|first|again|had|has|later|now|further) )?"
            rf"(?:{_any(listed('speech', 'verbs'))})\b"
        ),
        acts=frozenset(listed("acts", "verbs")),
        helping=frozenset(listed("acts", "helping")),
        heads=frozenset(head.rstrip(".") for head in listed("organisations", "heads")),
        abbreviated_heads=frozenset(head for head in listed("organisations", "heads") if head.endswith(".")),
        weak_heads=frozenset(head.rstrip(".") for head in listed("organisations", "weak")),
        seated=frozenset(listed("organisations", "seated")),
        named_after=frozenset(listed("organisations", "named_after")),
        creeds=frozenset(listed("organisations", "creeds")),
        of_persons=frozenset(listed("organisations", "of_persons")),
        generic=frozenset(listed("organisations", "generic")),
        complete=frozenset(listed("organisations", "complete")),
        units=re.compile(rf"(?:{_any(listed('organisations', 'units'))})(?![\w-])"),
        unit_numbers=re.compile(
            rf"(?<![\w-])(?:\d+(?:{_any(listed('organisations', 'ordinals'))})|"
            rf"{_any(listed('organisations', 'numbers'))}) $"
        ),
        sessions=re.compile(
            rf"\w*(?:{_any(listed('organisations', 'ordinals'))}) "
            rf"(?:{_any(listed('organisations', 'sessions'))}) "
        ),
        numbered=frozenset(listed("organisations", "numbered")),
        activity=_activity(
            listed("organisations", "activities"),
            listed("organisations", "activity_endings") + listed("plain", "ordinary_endings"),
        ),
        institutions=frozenset(listed("organisations", "foreign")),
        foreign_joiners=_any(listed("organisations", "foreign_joiners")),
        meetings=frozenset(listed("organisations", "sessions")),
        known_bodies=frozenset(listed("organisations", "known")),
        without_article=frozenset(listed("organisations", "without_article")),
        shelfmark=re.compile(
            rf",? (?:{_any(listed('archives', 'behind'))}|\d{{3}}-\d|[A-Z]{{1,4}} ?\d+[/-])"
        ),
        joiners=_any(listed("organisations", "joiners")),
        never=re.compile(rf" (?:{_any(listed('organisations', 'never'))})\b"),
        place_after=frozenset(listed("places", "after")),
        place_before=_any(listed("places", "before")),
        place_hints=frozenset(
            [
                *(
                    re.findall(r"\w+", kind)[-1]
                    for part in ("after", "states")
                    for kind in listed("places", part)
                ),
                *places.get("state_initials", {}),
                *(re.findall(r"\w+", kind)[0] for kind in listed("places", "before")),
            ]
        ),  # fmt: skip
        place_prepositions=frozenset(listed("places", "prepositions")),
        place_cues=places.get("cues", {}),
        unsure_places=frozenset(listed("places", "unsure")),
        papers=frozenset(listed("places", "papers")),
        ships=frozenset(listed("places", "ships")),
        no_places=frozenset(places.get("never", {}).get("words", [])),
        facilities=re.compile(rf" (?:{_any(places.get('facilities', {}).get('words', []))})(?![\w-])"),
        realms=frozenset(listed("places", "realms")),
        regions=re.compile(rf", (?:{_any(listed('abbreviations', 'regions'))})(?!\w)"),
        directions=frozenset(listed("places", "directions")),
        places=frozenset(listed("places", "known")) | frozenset(countries) | capitals,
        adjectives=frozenset(people_of),
        people_of=people_of,
        capital_of={capital: name for name, country in countries.items() for capital in country["capitals"]},
        states_known=frozenset(countries) | frozenset(listed("abbreviations", "places")),
        states=_any(listed("places", "states")),
        republics=_any(listed("places", "republics")),
        state_initials=places.get("state_initials", {}),
        state_modifiers=_any(listed("places", "state_modifiers")),
        possessors=frozenset(listed("organisations", "possessors")),
        declared=_any(listed("labels", "declared")),
        abbreviated_places=frozenset(listed("abbreviations", "places")),
        same_place=data.get("abbreviations", {}).get("same", {}),
        abbreviated_organisations=frozenset(listed("abbreviations", "organisations")),
        honours=frozenset(listed("persons", "honours")),
        body_before=_any(listed("abbreviations", "body_before")),
        no_bodies=frozenset(listed("abbreviations", "no_bodies")),
        companies=_any(listed("organisations", "companies")),
        stations=_any(listed("organisations", "stations")),
        works=re.compile(rf"(?:{_any(listed('plain', 'works'))})[,:]? [“\"]"),
        particles=_any(listed("persons", "particles")),
        particle_words=frozenset(listed("persons", "particles")),
        noble=frozenset(listed("persons", "noble")),
        prefixes=_any(listed("persons", "prefixes")),
        suffixes=_any(listed("persons", "suffixes")),
        family_first=FAMILY_FIRST if data.get("persons", {}).get("family_first") else frozenset(),
        given=frozenset(listed("persons", "given")) | data.get("nicknames", {}).keys(),
        nicknames=data.get("nicknames", {}),
        plain=frozenset(listed("plain", "words")),
        ordinary=re.compile(
            rf"(?:{_any(listed('plain', 'ordinary'))})|\w+(?:{_any(listed('plain', 'ordinary_endings'))})"
        ),
        function=frozenset(listed("plain", "function")),
        opening_endings=tuple(listed("plain", "opening_endings")) or ("\0",),
        participle_endings=tuple(listed("plain", "participle_endings")) or ("\0",),
        contracted=re.compile(rf"(\w+)['’](?:{_any(listed('plain', 'contracted'))})"),
        adverb_endings=tuple(listed("plain", "adverb_endings")) or ("\0",),
        articles=frozenset(listed("plain", "determiners")) - set(listed("plain", "conjunctions")),
        determiners=frozenset(listed("plain", "determiners")),
    )


def _any(listed: Iterable[str]) -> str:
    """A pattern for any of these words, longest first; a space in them is any one space or hyphen."""
    forms = sorted(set(listed), key=lambda word: (-len(word), word))
    return "|".join(re.escape(form).replace(r"\ ", "[ -]").replace("'", "['’]") for form in forms) or "(?!)"


def _activity(words: Iterable[str], endings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(words)})|\w+(?:{_any(endings)})")
