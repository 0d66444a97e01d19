"""When two names may be those of one person, place or body: what their forms have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from teiedition.annotate.names.folding import squeezed
from teiedition.annotate.names.given import agree
from teiedition.annotate.names.words import INITIAL, Words
from teiedition.authority.spelling import SUFFIXES

LONG = 8
"""So many letters a word must have for one of them to be a slip."""
_INITIALS = re.compile(rf"(?:{INITIAL}[ -]?)+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Person(NamedTuple):
    """A person's name taken apart: the family name folded, and the given names and initials."""

    family: str
    given: tuple[str, ...]


def person(form: str, language: Words) -> Person:
    """The parts of a name: "Orr, A. B.", "Orr A. B." and "A. B. Orr" are one. Without given names where the
    family name stands first, since of such names any part tells."""
    form = re.sub(r" ?[(\[].*", "", form)
    family, comma, given = form.partition(", ")
    if given.rstrip(".").lower() in SUFFIXES:
        comma = ""
    if comma:
        return Person(family_name(family, language), tuple(_parts(given, language)))
    parts = family.split()
    behind = next(
        (at for at, part in enumerate(parts) if at and all(map(_INITIALS.fullmatch, parts[at:]))), 0
    )
    if behind and not _INITIALS.fullmatch(parts[0]):
        return Person(
            family_name(" ".join(parts[:behind]), language), tuple(_parts(" ".join(parts[behind:]), language))
        )
    first = parts[0].title() if parts[0].isupper() else parts[0]
    if first in language.family_first and first not in language.given:
        return Person(squeezed(first).text, ())
    return Person(family_name(parts[-1], language), tuple(_parts(" ".join(parts[:-1]), language)))


def _parts(given: str, language: Words) -> list[str]:
    return [language.nicknames.get(part, part) for part in re.findall(r"[^\W\d_]+", given)]


def words_of(form: str) -> list[str]:
    """The words of a name folded."""
    return squeezed(form).text.split() or [""]


def family_name(name: str, language: Words) -> str:
    """A family name to compare others with, without the particles before it: "De Orr", "DeOrr"."""
    parts = squeezed(_JOINED.sub(" ", name)).text.split()
    while len(parts) > 1 and parts[0] in language.particle_words:
        parts.pop(0)
    return "".join(parts)


def may_be_one(one: Sequence[Person], other: Sequence[Person], language: Words) -> bool:
    """Whether all given names under which one family name stands may be those of one person."""
    return all(
        first.given and second.given and agree(first.given, second.given, language)
        for first in one
        for second in other
    )


def keys(kind: str, form: str, language: Words) -> Iterator[str]:
    """What the forms of one name have in common."""
    form, _, initials = form.rstrip(")").partition(" (")
    parts = squeezed(form).text.split()
    yield f"{kind} {' '.join(sorted(parts))}"
    yield f"{kind} {''.join(parts)}"
    if kind == "person":
        if "." in form:
            yield f"{kind} {' '.join(sorted(part for part in parts if len(part) > 1))}"
        return
    if form.isupper() or initials:
        yield f"{kind} initials {initials or form.replace('.', '')}"
    elif len(capitals := re.findall(r"(?<!\w)[^\W\d_a-z]", form)) > 2:
        yield f"{kind} initials {''.join(capitals)}"
    if kind == "organisation":
        yield f"{kind} of {' '.join(sorted(telling(form, language)))}"
    if kind == "place":
        yield from (f"place {key}" for key in _place_keys(form, parts, language))


def _place_keys(form: str, parts: list[str], language: Words) -> Iterator[str]:
    """A state by one of its names: "Kingdom of Norland" by "Norland", "Republic of Korea" not by "Korea"."""
    if state := language.same_place.get(form.replace("’", "'")):
        yield squeezed(state).text
        return
    yield re.split(" of ", squeezed(form).text)[-1]
    words = form.split()
    if words[-1] in language.realms and words[0] in language.people_of:
        yield squeezed(language.people_of[words[0]]).text
    elif words[-1] in language.administrative:
        yield " ".join(parts[:-1])


def telling(form: str, language: Words) -> list[str]:
    """The words of a body's name in order, states instead of their adjectives: "Norwegian" is "Norway"."""
    form = form.replace("’", "'")
    for name, state in _states(language):
        if name in form:
            form = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", state, form)
    return [part for part in squeezed(form).text.split() if part not in language.function]


@cache
def _states(language: Words) -> list[tuple[str, str]]:
    """Names and adjectives of states with the name to know them by, and shortened words, longest first."""
    named = (*language.same_place.items(), *language.people_of.items(), *language.same_body.items())
    return sorted(named, key=lambda item: -len(item[0]))


def shortens(short: Sequence[str], whole: Sequence[str], form: str, language: Words) -> bool:
    """Whether the words of one body's name are those that another's, `form`, ends with, or begins with before
    "of": "General Assembly", "Harbour Board" of "Harbour Board of Norland". A part is no short name of the
    whole: "Norland Party" is not "Committee of the Norland Party"."""
    if not short or len(short) >= len(whole):
        return False
    if list(whole[-len(short) :]) == list(short):
        before = form.lower()[: max(0, form.lower().rfind(short[0]))].split()
        return not any(word in language.function or word.title() in language.heads for word in before) and (
            not form.endswith(form.split()[-1].upper())
        )
    if list(whole[: len(short)]) != list(short):
        return False
    behind = form.split()[len(short) :]
    if len(short) == 1:
        return len(behind) == 1 and behind[0] in language.heads and form.split()[0].istitle()
    return any(word in ("of", "for") for word in behind[:2])


def slip(one: str, other: str) -> bool:
    """Whether two long words differ by one letter: left out, put in, or another."""
    if (
        one == other
        or abs(len(one) - len(other)) > 1
        or min(len(one), len(other)) < LONG
        or one[0] != other[0]
    ):
        return False
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]
