"""The words of the names of organisations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
from teiedition.annotate.names.words.letters import NUMBERED, UPPER, spaced


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


def _organs(data: Data) -> frozenset[str]:
    return frozenset(_same_organ(data))


def _same_organ(data: Data) -> dict[str, tuple[str, ...]]:
    names: list[list[str]] = data.get("organisations", {}).get("organs", [])
    return {name: tuple(same) for same in names for name in same}


def _abbreviated_bodies(data: Data) -> frozenset[str]:
    """Two letters alone may be a person's initials, so they are not spaced, but for those in `spaced`."""
    forms = listed(data, "abbreviations.organisations")
    longer = [form for form in forms if len(form.replace(".", "")) > 2]
    return frozenset([*forms, *map(spaced, [*longer, *listed(data, "abbreviations.spaced")])])


@dataclass(frozen=True, eq=False)
class BodyWords:
    """The words of the names of organisations. See `Words`."""

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
    possessors: frozenset[str] = all_of("organisations.possessors")
    same_body: Mapping[str, str] = pairs("abbreviations.same_body")
    """Shortened words in names of bodies."""
    abbreviated_organisations: frozenset[str] = worked_out(_abbreviated_bodies)
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
