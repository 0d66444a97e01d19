"""Which states an entry has to do with: by its names, its offices, what it is part of."""

from __future__ import annotations

import re
from functools import cache

from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer
from teiedition.annotate.names.words import Words
from teiedition.authority import Authority, Entry

_ACCREDITED = re.compile(r" (?:to|in|at) (?:the )?[A-Z].*")
"""The state to which somebody is sent, which is not his own: "Ambassador to Norland", "Consul at Selby"."""


class Affinity:
    """States of entries, worked out when they are asked for."""

    def __init__(self, authority: Authority, gazetteer: Gazetteer, words: Words) -> None:
        self.authority, self.gazetteer, self.words = authority, gazetteer, words
        self.known: dict[str, frozenset[str]] = {}

    def states(self, entry: Entry) -> frozenset[str]:
        """The ids of the places that an entry's names, offices and wholes speak of."""
        if entry.id not in self.known:
            self.known[entry.id] = frozenset()
            said = [form.text for form in entry.forms]
            said += [_ACCREDITED.sub("", office.text) for office in entry.occupations]
            found = set(self.states_in(". ".join(said)))
            for whole in entry.part_of:
                if whole in self.authority.entries:
                    found |= self.states(self.authority.entries[whole])
            self.known[entry.id] = frozenset(found)
        return self.known[entry.id]

    def states_in(self, words: str) -> frozenset[str]:
        """The ids of the places that some words speak of, by name or by adjective; of a name within a longer
        one they don't speak: "the Republic" in "the Republic of Norland"."""
        found, reached = set[str](), 0
        for hit in self.gazetteer.hits(words):
            if hit.kind == "place" and hit.end > reached:
                found.update(entry.id for entry in hit.entries)
                reached = hit.end
        names = {self.words.people_of[match[0]] for match in _people(self.words).finditer(words)}
        forms = (form.text for id in found for form in self.authority.entries[id].forms)
        names |= {self.words.capital_of[form] for form in forms if form in self.words.capital_of}
        for name in names:
            readings = self.gazetteer.readings.get(folded(name), ())
            found |= {reading.entry.id for reading in readings if reading.entry.kind == "place"}
        return frozenset(found)

    def wholes(self, entry: Entry) -> frozenset[str]:
        """The ids of everything that an entry is part of, near or far."""
        found: set[str] = set()
        waiting = list(entry.part_of)
        while waiting:
            if (id := waiting.pop()) not in found:
                found.add(id)
                waiting += self.authority.entries[id].part_of if id in self.authority.entries else ()
        return frozenset(found)


@cache
def _people(words: Words) -> re.Pattern[str]:
    peoples = sorted(words.people_of, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, peoples)) or '(?!)'})(?!\w)")
