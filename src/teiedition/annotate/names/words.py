"""The words by which names are known in a language, compiled from its table (`language/en/names.toml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from teiedition.annotate.language import table
from teiedition.annotate.names.declared import (
    Data,
    all_of,
    any_of,
    endings,
    listed,
    made,
    one_of,
    pairs,
    pattern,
    worked_out,
)
from teiedition.authority.spelling import FAMILY_FIRST

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
"""The capital letters of the Latin, Greek and Cyrillic scripts."""

TRANSCRIBED = ("Shch", "Dzh", "Ch", "Ia", "Ie", "Iu", "Kh", "Sh", "Ts", "Ya", "Ye", "Yo", "Yu", "Zh")
"""Initials that are one letter in Cyrillic and several in Latin: "Yu. V. Orlov"."""

INITIAL = rf"(?:[{UPPER}]|{'|'.join(TRANSCRIBED)})\."
INITIALS = rf"(?:{INITIAL}(?: (?={INITIAL}|S[Tt]\. [{UPPER}]\.))?|S[Tt]\. (?=[{UPPER}]\.))+(?![\w])"
CAPITAL = rf"[{UPPER}]\w*(?:[’'\-‐‑](?!s\b)\w+)*"

NUMBERED = r"(?:No\. ?|N[º°] ?|№ ?|Number |#)\d+"
"""The number of one of many: "No. 2"."""


def _titles(data: Data) -> list[str]:
    """All titles, in small letters."""
    parts = ("titles.offices", "titles.ranks", "titles.honorifics")
    return [title.lower() for part in parts for title in listed(data, part)]


def _words_of(form: str) -> list[str]:
    return re.findall(r"\w+", form)


def _title_ends(data: Data) -> frozenset[str]:
    return frozenset(_words_of(title)[-1] for title in _titles(data))


def _title_begins(data: Data) -> frozenset[str]:
    forms = (*_titles(data), *listed(data, "titles.modifiers"))
    return frozenset(_words_of(form.lower())[0] for form in forms)


def _title_words(data: Data) -> frozenset[str]:
    forms = (*_titles(data), *listed(data, "titles.modifiers"))
    return frozenset(word for form in forms for word in _words_of(form.lower()))


def _ranks(data: Data) -> str:
    return any_of(form for rank in listed(data, "titles.ranks") for form in (rank.title(), rank.upper()))


def _unstopped(data: Data, part: str) -> frozenset[str]:
    """Listed words without the full stop of an abbreviation."""
    return frozenset(word.rstrip(".") for word in listed(data, part))


def _lettered_begins(data: Data) -> frozenset[str]:
    heads = listed(data, "organisations.lettered") + listed(data, "organisations.by_number")
    return frozenset(head.split(" ")[0] for head in heads)


def _abbreviated_heads(data: Data) -> frozenset[str]:
    return frozenset(head for head in listed(data, "organisations.heads") if head.endswith("."))


def _activity(data: Data) -> re.Pattern[str]:
    endings = listed(data, "organisations.activity_endings") + listed(data, "plain.ordinary_endings")
    words = any_of(listed(data, "organisations.activities"))
    return re.compile(rf"(?:{words})|\w+(?:{any_of(endings)})")


def _matter(data: Data) -> re.Pattern[str]:
    parts = ("organisations.fields", "titles.portfolios", "organisations.activities", "plain.ordinary")
    ends = ("organisations.activity_endings", "plain.ordinary_endings", "organisations.qualifying_endings")
    words = any_of(word for part in parts for word in listed(data, part))
    endings = any_of(ending for part in ends for ending in listed(data, part))
    return re.compile(rf"(?:{words})|\w*(?:{endings})")


def _place_hints(data: Data) -> frozenset[str]:
    behind = [part for kind in ("after", "streets", "states") for part in listed(data, f"places.{kind}")]
    before = listed(data, "places.before")
    hints = {_words_of(kind)[-1] for kind in behind} | {_words_of(kind)[0] for kind in before}
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


def _family_first(data: Data) -> frozenset[str]:
    return FAMILY_FIRST if data.get("persons", {}).get("family_first") else frozenset()


def _endearments(data: Data) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for nickname, name in data.get("nicknames", {}).items():
        found[name] = (*found.get(name, ()), nickname)
    return found


def _given(data: Data) -> frozenset[str]:
    return frozenset([*listed(data, "persons.given"), *listed(data, "nicknames")])


def _everyday(data: Data) -> frozenset[str]:
    return frozenset(word for group in data.get("everyday", {}).values() for word in group.split())


def _called_after(data: Data) -> frozenset[str]:
    groups = data.get("everyday", {})
    return frozenset(f"{groups.get('food', '')} {groups.get('plants', '')}".split())


def _people(data: Data) -> frozenset[str]:
    said = (*listed(data, "descriptions.before"), *listed(data, "titles.employments"))
    return frozenset([*data.get("everyday", {}).get("people", "").split(), *said])


def _everyday_endings(data: Data) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = data.get("plain", {}).get("endings", [])
    return tuple((ending, rest) for ending, rest in found)


def _articles(data: Data) -> frozenset[str]:
    return frozenset(listed(data, "plain.determiners")) - set(listed(data, "plain.conjunctions"))


def _organs(data: Data) -> frozenset[str]:
    return frozenset(_same_organ(data))


def _same_organ(data: Data) -> dict[str, tuple[str, ...]]:
    names: list[list[str]] = data.get("organisations", {}).get("organs", [])
    return {name: tuple(same) for same in names for name in same}


def _spaced(form: str) -> str:
    """Initials with spaces between them: "U. S. S. R."."""
    letters = form.replace(".", "")
    return " ".join(f"{letter}." for letter in letters) if letters.isalpha() and letters.isupper() else form


def _abbreviated_places(data: Data) -> frozenset[str]:
    forms = listed(data, "abbreviations.places")
    return frozenset([*forms, *map(_spaced, forms)])


def _abbreviated_bodies(data: Data) -> frozenset[str]:
    """Two letters alone may be a person's initials, so they are not spaced, but for those in `spaced`."""
    forms = listed(data, "abbreviations.organisations")
    longer = [form for form in forms if len(form.replace(".", "")) > 2]
    return frozenset([*forms, *map(_spaced, [*longer, *listed(data, "abbreviations.spaced")])])


def _same_place(data: Data) -> dict[str, str]:
    same: dict[str, str] = data.get("abbreviations", {}).get("same", {})
    return {_spaced(form): state for form, state in same.items()} | same


@dataclass(frozen=True, eq=False)
class Words:
    """A language's words about names. Sets hold words as they are written; patterns match at any place."""

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
    against: frozenset[str] = all_of("plain.against")
    """What stands between the parties of a lawsuit."""
    suit: re.Pattern[str] = pattern(rf" (?:<plain.against>) (?=[{UPPER}])")
    """The same with the first letter of the second party behind it."""
    with_letters: frozenset[str] = all_of("plain.with_letters")
    """What has letters for numbers: "Group C"."""
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
    heads: frozenset[str] = worked_out(lambda data: _unstopped(data, "organisations.heads"))
    abbreviated_heads: frozenset[str] = worked_out(_abbreviated_heads)
    weak_heads: frozenset[str] = worked_out(lambda data: _unstopped(data, "organisations.weak"))
    creeds: frozenset[str] = all_of("organisations.creeds")
    seated: frozenset[str] = all_of("organisations.seated")
    """Heads of bodies to whose names the place where they are belongs."""
    named_after: frozenset[str] = all_of("organisations.named_after")
    """Heads of bodies that are called after persons."""
    generic: frozenset[str] = all_of("organisations.generic")
    """Heads of bodies with which the adjective of a state makes no name: "the Norlandish Press"."""
    of_persons: frozenset[str] = all_of("organisations.of_persons")
    """Words for bodies that are no name with somebody's family name: "the Orr Administration"."""
    offices_together: frozenset[str] = all_of("organisations.offices_together")
    """Offices of several persons, which make a name with what they look after: "Tide Commissioners"."""
    complete: frozenset[str] = all_of("organisations.complete")
    """Heads of bodies whose names only "of" continues."""
    wings: re.Pattern[str] = pattern(r" ?\((?:<organisations.wings>)\)")
    """What tells the parties of one name apart, in brackets behind it."""
    units: re.Pattern[str] = pattern(r"(?:<organisations.units>)s?(?![\w-])")
    """Parts of the armed forces that have numbers: "Fleet"."""
    unit_numbers: re.Pattern[str] = pattern(
        r"(?<![\w-])(?:\d+(?:<organisations.ordinals>)|<organisations.numbers>) $"
    )
    """The number before one: "7th "."""
    unit_lists: re.Pattern[str] = pattern(
        r"(?<![\w-])(?:(?:\d+(?:<organisations.ordinals>)|<organisations.numbers>),? )+and $"
    )
    """Further numbers before it: "Fifth and "."""
    sessions: re.Pattern[str] = pattern(
        r"(?:\d(?:<organisations.ordinals>)|[IVXL]\.?|<organisations.numbers>) (?:<organisations.sessions>) "
    )
    """A number, at the end, before the word for a body that is then one of its meetings."""
    numbered: frozenset[str] = all_of("organisations.numbered")
    """Heads of bodies of whose names a number is part: "4th Harbour Department"."""
    activity: re.Pattern[str] = worked_out(_activity)
    """A word for what a department is for."""
    matter: re.Pattern[str] = worked_out(_matter)
    """A word for what a body is for, or one that stands before such a word."""
    qualifying: re.Pattern[str] = pattern(r"\w*(?:<organisations.qualifying_endings>)")
    """A word that only stands before another such word: "Scientific"."""
    fields: frozenset[str] = all_of("organisations.fields")
    """Words for what bodies are for."""
    organs: frozenset[str] = worked_out(_organs)
    """Organs that every party has."""
    same_organ: Mapping[str, tuple[str, ...]] = worked_out(_same_organ)
    """Of an organ, all that it is called."""
    parties: frozenset[str] = all_of("organisations.parties")
    """Words in the names of parties."""
    conjunctions: str = one_of("organisations.conjunctions")
    conjunction_words: frozenset[str] = all_of("organisations.conjunctions")
    partners: str = one_of("organisations.partners")
    """What is joined to a name in that of a firm: "Orr and Sons"."""
    governing: frozenset[str] = all_of("organisations.governing")
    """Organs that say nothing by themselves, of a body named behind them."""
    leading: str = one_of("organisations.leading")
    """Small words with which a body's name may begin: "New"."""
    of_places: frozenset[str] = all_of("organisations.of_places")
    """Heads of bodies that are called after several places."""
    institutions: frozenset[str] = all_of("organisations.foreign")
    """Words of other languages for archives and the like."""
    foreign_joiners: str = one_of("organisations.foreign_joiners")
    """Small words between the words of such names."""
    meetings: frozenset[str] = all_of("organisations.sessions")
    """Heads of bodies that are meetings with a number before them: "12th Congress"."""
    known_bodies: frozenset[str] = all_of("organisations.known")
    departments: frozenset[str] = all_of("departments.names")
    """What departments are for, by which alone they are called."""
    department_heads: frozenset[str] = all_of("departments.heads")
    department_offices: frozenset[str] = all_of("departments.offices")
    department_rows: frozenset[str] = all_of("departments.rows")
    """What several departments are called together."""
    services: frozenset[str] = all_of("departments.services")
    chambers: Mapping[str, Sequence[str]] = worked_out(lambda data: data.get("chambers", {}))
    shortened: frozenset[str] = all_of("organisations.shortened")
    department_wholes: frozenset[str] = all_of("departments.wholes")
    """Armed forces, which name those of the writer's state where several stand in a row."""
    department_before: frozenset[str] = all_of("departments.before")
    department_before_not: tuple[str, ...] = endings("departments.before_not")
    department_behind: frozenset[str] = all_of("departments.behind")
    without_article: frozenset[str] = all_of("organisations.without_article")
    shelfmark: re.Pattern[str] = pattern(
        r",? (?:<archives.behind>|\d{3}-\d|[A-Z]{1,4} ?\d+[/-]|[IVXLC]{1,6}-[A-Z]-)"
    )
    """What stands behind the initials of an archive."""
    inquiring: frozenset[str] = all_of("organisations.inquiring")
    """Heads of bodies that look into something: "Committee on the Tide"."""
    dealings: frozenset[str] = all_of("organisations.dealings")
    """What is in something, within a body's name: "Committee on Traffic in Herring"."""
    of_states: frozenset[str] = all_of("organisations.of_states")
    """Heads of bodies of which every state has one."""
    eponymous: frozenset[str] = all_of("organisations.eponymous")
    """Heads of bodies that are called after somebody with a possessive: "Orr's Rifles"."""
    styles: frozenset[str] = all_of("organisations.styles")
    """What tells a body from the one that is called so without it: "Royal"."""
    lettered: re.Pattern[str] = pattern(
        r"(?<![\w-])(?:(?:<organisations.lettered>) (?:\d{1,2}|[A-HJ-Z]|[IVX]{2,4})"
        rf"|(?:<organisations.lettered>|<organisations.by_number>) {NUMBERED})(?![\w’'-]|\.\w)"
    )
    """A committee with its letter or its number, a factory with its number: "Committee No. 2"."""
    classified: frozenset[str] = all_of("organisations.classified")
    """Said of papers before the name of a body in their headings: "Secret"."""
    joint: frozenset[str] = all_of("organisations.joint")
    """Said of what several bodies have together."""
    above: re.Pattern[str] = pattern(r"(?<!\w)(?:<organisations.above>)(?!\w)")
    """An organ of a state under which other bodies are: "Council of Ministers"."""
    lettered_begins: frozenset[str] = worked_out(_lettered_begins)
    """The first words of all these."""
    by_number: frozenset[str] = all_of("organisations.by_number")
    """Heads of bodies that have a number behind "No."."""
    coined: re.Pattern[str] = pattern(
        rf"[{UPPER}][\w'’]{{2,}}(?:<organisations.coined_ends>)|(?:<organisations.coined_begins>)[\w'’]*"
    )
    """A body's name put together of the beginnings of words: "Harbtorg"."""
    joiners: str = one_of("organisations.joiners")
    joiner_words: frozenset[str] = all_of("organisations.joiners")
    never: re.Pattern[str] = pattern(r" (?:<organisations.never>)\b")
    concerns: re.Pattern[str] = pattern(r" (?:<organisations.concerns>)\b")
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
    possessors: frozenset[str] = all_of("organisations.possessors")
    declared: str = one_of("labels.declared")
    sent: re.Pattern[str] = pattern(r"(?<!\w)(?:<labels.sent>), $")
    """What stands before sender and addressee in a heading: "Telegram, "."""
    abbreviated_places: frozenset[str] = worked_out(_abbreviated_places)
    same_place: Mapping[str, str] = worked_out(_same_place)
    """Other names of states, abbreviations above all."""
    same_body: Mapping[str, str] = pairs("abbreviations.same_body")
    """Shortened words in names of bodies."""
    abbreviated_organisations: frozenset[str] = worked_out(_abbreviated_bodies)
    initials_of_persons: frozenset[str] = all_of("persons.initials_of_persons")
    """Offices by their initials: "C.I.G.S."."""
    honours: frozenset[str] = all_of("persons.honours")
    """What stands behind names and is no initials: "M.P."."""
    body_before: str = one_of("abbreviations.body_before")
    """What stands before initials that are a body's."""
    no_bodies: frozenset[str] = all_of("abbreviations.no_bodies")
    no_body_ends: frozenset[str] = all_of("abbreviations.no_body_ends")
    """Last words of what is no body though its initials follow it: "Harbour Limitation Treaty (HLT)"."""
    """Initials that are no names."""
    firm_words: str = one_of("organisations.firms")
    firm_names: frozenset[str] = all_of("organisations.firms")
    """What a firm is called: "the firm Norcoal"."""
    firms_before: str = one_of("organisations.firms_before")
    firm_letters: frozenset[str] = all_of("organisations.firms_before")
    """Letters of a company before its name."""
    companies: str = one_of("organisations.companies")
    """What stands behind the name of a company, and a comma."""
    stations: frozenset[str] = all_of("organisations.stations")
    """Words of which a place makes the name of a body: "Radio Norland"."""
    works: re.Pattern[str] = pattern(r"(?:<plain.works>)[,:]? [“\"]")
    """What says that the title of a work follows, with the opening quotation mark."""
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


@cache
def words(language: str) -> Words:
    """The words of a language; of one without a table, none."""
    return made(Words, {**table("names", language), "everyday": table("everyday", language)})
