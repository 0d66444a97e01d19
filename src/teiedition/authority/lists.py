"""What the entries of an authority say about each other's forms, by the habits of the list they stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from teiedition.authority.entry import Entry, Form
from teiedition.authority.spelling import TITLES, normal

FEWEST = 3
"""So many persons written in one way are a habit of their list."""
_OF = re.compile(r"([A-Z]\w+) of (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_PURPOSE = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)+) (?:for|on) (?:the )?[A-Z].*")
_STATE = re.compile(r"([A-Z][\w’']+ [A-Z]\w+) of (?:the )?[A-Z].*")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_SHORTENED = {"Department": "Dept.", "Government": "Govt."}
LONGEST = 4
"""The words that the name of a whole may have at the front of a body's name."""


def completed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with the forms that follow from the other entries.

    - In a list of "Orr, Ann" and "Lee, Jo", "Aren Tule Wold" is filed by what he is called: "Aren".
    - The "Department of Tides" is the "Tides Department" as well.
    - "Norland Union Harbour Assembly" is the "Harbour Assembly" or "NU Harbour Assembly" where the list has
      the Norland Union, "Office of Tides, Harbour Department" the "Office of Tides", and "Norland Bank for
      Tides" the "Norland Bank", where nothing else in the list is called so. Of the "Harbour Assembly" of a
      whole and a "Local Harbour Assembly", the former is meant.
    - The "Norland Harbour Assembly" without an abbreviation is the "NHA", where nothing else is.
    - So is the "Free Republic of Norland" the "Free Republic".
    - Where "Aren" is but a cross-reference to Aren Tule Wold, that is a form of his.
    """
    entries = list(_followed(list(entries)))
    inverted = _inverted_lists(entries)
    bodies = _Bodies(entries)
    states = _ends(entries, "place")
    for entry in entries:
        if entry.kind == "person":
            more = _first_word(entry) if entry.file in inverted else iter(())
        elif entry.kind == "place":
            more = _of_state(entry, states)
        else:
            more = bodies.more(entry)
        found = tuple(form for form in dict.fromkeys(more) if form not in entry.forms)
        yield replace(entry, forms=entry.forms + found) if found else entry


def _followed(entries: list[Entry]) -> Iterator[Entry]:
    """The entries, with what is filed under a cross-reference as further forms of the one it sends to."""
    ids = {entry.id for entry in entries if not entry.see}
    under: dict[str, list[Form]] = defaultdict(list)
    for entry in entries:
        if entry.see in ids:
            under[entry.see].extend(entry.forms)
    for entry in entries:
        if entry.see in ids:
            yield replace(entry, forms=())
        else:
            more = tuple(form for form in dict.fromkeys(under[entry.id]) if form not in entry.forms)
            yield replace(entry, forms=entry.forms + more, see="") if more or entry.see else entry


def _inverted_lists(entries: Iterable[Entry]) -> set[Path]:
    """The files most of whose persons are written with the family name first and a comma."""
    persons: dict[Path, list[bool]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "person":
            persons[entry.file].append("," in entry.label)
    return {
        file for file, commas in persons.items() if sum(commas) >= FEWEST and 2 * sum(commas) > len(commas)
    }


def _first_word(entry: Entry) -> Iterator[Form]:
    first, *others = entry.label.split(" ")
    a_name = others and "," not in entry.label and len(first) > 1 and first[0].isupper()
    if a_name and first[-1].isalpha() and normal(first) not in TITLES:
        yield Form(first, "short")


def _wholes(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """Organisations and places by each of their forms."""
    return {
        form.text: entry
        for entry in entries
        if entry.kind != "person"
        for form in entry.forms
        if form.text[:1].isupper()
    }


def _ends(entries: Iterable[Entry], kind: str) -> Mapping[str, set[str]]:
    """The ids of the entries of a kind whose names begin or end with some words, of two words up."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.kind == kind:
            for form in entry.forms:
                words = form.text.split(" ")
                for at in range(len(words) - 1):
                    found[" ".join(words[at:])].add(entry.id)
                    found[" ".join(words[: at + 2])].add(entry.id)
    return found


def _of_state(entry: Entry, ends: Mapping[str, set[str]]) -> Iterator[Form]:
    for form in entry.forms:
        if (match := _STATE.fullmatch(form.text)) and ends.get(match[1]) == {entry.id}:
            yield Form(match[1], "short")


class _Bodies:
    """The organisations of a list, and what is called as they are."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.wholes = _wholes(entries)
        self.ends = _ends(entries, "organisation")
        self.rests = self._rests(entries)
        self.initials = _initials(entries)

    def more(self, entry: Entry) -> Iterator[Form]:
        """The further forms of an organisation."""
        for form in entry.forms:
            yield from _turned(form)
            if (purpose := _PURPOSE.fullmatch(form.text)) and self.ends.get(purpose[1]) == {entry.id}:
                yield Form(purpose[1], "short")
            organ, comma, whole = form.text.rpartition(", ")
            if comma and " " in organ and _is_other(self.wholes.get(whole), entry):
                yield Form(organ, form.type)
            yield from self._of_whole(entry, form)
        if (initials := _abbreviation(entry)) and self.initials.get(initials) == {entry.id}:
            yield Form(initials, "abbreviation")

    def _of_whole(self, entry: Entry, form: Form) -> Iterator[Form]:
        """ "NU Harbour Assembly" and "Harbour Assembly" of "Norland Union Harbour Assembly", and "HA" where
        the whole is the "NUHA"."""
        outer, rest = self._parted(entry, form)
        if outer is None:
            return
        yield from (Form(f"{other.text} {rest}", "variant") for other in outer.forms)
        if outer.kind == "organisation" and " " in rest and self.rests.get(rest) == {entry.id}:
            yield Form(rest, "short")
            letters = _letters(rest)
            both = {f"{other.text}{letters}" for other in outer.forms}
            if any(other.text in both for other in entry.forms):
                yield Form(letters, "abbreviation")

    def _parted(self, entry: Entry, form: Form) -> tuple[Entry | None, str]:
        """The longest other entry with whose name a form begins, and the rest of the form."""
        words = form.text.split(" ")
        for count in range(min(LONGEST, len(words) - 1), 0, -1):
            outer, rest = self.wholes.get(" ".join(words[:count])), " ".join(words[count:])
            if outer is not None and _is_other(outer, entry) and rest[0].isupper():
                return outer, rest
        return None, ""

    def _rests(self, entries: Iterable[Entry]) -> Mapping[str, set[str]]:
        """The ids of the organs of other organisations, by their names without these, and of what begins
        with such words: a "Local Harbour Assembly" is no "Harbour Assembly", as one "of Selby" is."""
        found: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            for form in entry.forms if entry.kind == "organisation" else ():
                words = form.text.split(" ")
                for count in range(2, len(words) + 1):
                    found[" ".join(words[:count])].add(entry.id)
                outer, rest = self._parted(entry, form)
                if outer is not None and outer.kind == "organisation":
                    found[rest].add(entry.id)
        return found


def _initials(entries: Iterable[Entry]) -> Mapping[str, set[str]]:
    """The ids of the organisations by their abbreviations, and by the initials of those without one; what
    else in the list is called so stands among them."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for form in entry.forms:
            if form.text.isupper():
                found[form.text.replace(".", "")].add(entry.id)
        if initials := _abbreviation(entry):
            found[initials].add(entry.id)
    return found


def _abbreviation(entry: Entry) -> str:
    """The initials of an organisation whose entry has no abbreviation; of three words up."""
    if entry.kind != "organisation" or any(form.text.isupper() for form in entry.forms):
        return ""
    initials = _letters(entry.label.partition(",")[0])
    return initials if len(initials) > 2 else ""


def _letters(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _turned(form: Form) -> Iterator[Form]:
    """ "Tides Department", "Dept. of Tides" and "Tides Dept." of "Department of Tides"."""
    if match := _OF.fullmatch(form.text):
        head, rest = match.groups()
        short = _SHORTENED.get(head)
        said = [f"{rest} {head}", *([f"{short} of {rest}", f"{rest} {short}"] if short else [])]
        yield from (Form(words, form.type) for words in said)


def _is_other(whole: Entry | None, entry: Entry) -> bool:
    return whole is not None and whole.id != entry.id
