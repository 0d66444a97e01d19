"""What a body's name says, however it is put: "Norland Tide Ministry", "Ministry of Tides of Norland"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from teiedition.annotate.names.folding import folded, squeezed
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.known import BARE, SHORT
from teiedition.annotate.names.words import UPPER, Words
from teiedition.authority import Entry
from teiedition.authority.lasting import lasting

Key = frozenset[str]
"""The words of a name without their order; whose the body is begins with `OWNER`."""
OWNER = "#"
_INITIALS = re.compile(rf"[{UPPER}]{{2}}")
_MANY = 300
"""Of a word that more forms have, none is looked at: it tells too little."""
_COMMITTEE = frozenset(["central", "committee"])


class Designations:
    """The bodies of the authority files by what their names say. Made once for an authority."""

    def __init__(self, forms: Gazetteer, words: Words) -> None:
        self.forms, self.words = forms, words
        self._keys: dict[str, Key] = {}
        self._by_word: Mapping[str, Sequence[Reading]] | None = None

    def readings(self, name: str) -> tuple[Reading, ...]:
        """One form of each entry that says the same as a name, if this says whose the body is."""
        key = self.key(name)
        if len(key) < 2 or not self._is_owned(name, key):
            return ()
        found = [reading for reading in self._likely(key) if self.key(reading.form.text) == key]
        return tuple({reading.entry.id: reading for reading in found}.values())

    def bare(self, name: str) -> tuple[Reading, ...]:
        """The entries of which a form says the same and whose the body is, if the name says nothing of that:
        "Ministry of Tides" for "Norland Ministry of Tides"."""
        key = self.key(name)
        if len(key) < 2 or name in self.words.organs or self._is_owned(name, key):
            return ()
        found = [
            reading for reading in self._likely(key) if _without_owner(self.key(reading.form.text)) == key
        ]
        once = {reading.entry.id: reading for reading in found}
        return tuple(Reading(entry, form._replace(type=BARE)) for entry, form in once.values())

    def _is_owned(self, name: str, key: Key) -> bool:
        """Whether a name says whose a body is, or is that of a department, of which there is but one."""
        if any(word.startswith(OWNER) or word.capitalize() in self.words.department_heads for word in key):
            return True
        return any(_INITIALS.search(word) and word not in self.words.same_body for word in name.split())

    def key(self, name: str) -> Key:
        """What a name says."""
        if name not in self._keys:
            self._keys[name] = Key()  # a name may have another form of its own entry in it
            said = self._said(name.replace("’", "'"))
            found = {word for word in said if any(map(str.isalnum, word))} - self.words.function
            heads = found - _COMMITTEE
            if found > _COMMITTEE and any(word.capitalize() in self.words.heads for word in heads):
                found -= _COMMITTEE
            self._keys[name] = frozenset(found)
        return self._keys[name]

    def _said(self, name: str) -> list[str]:
        """The words of a name; instead of other names in it, the entries or the states that they mean."""
        found, reached = list[str](), 0
        seated = any(word in self.words.seated for word in name.split())
        for hit in self.forms.hits(name):
            full = {entry.id: entry for entry, form in hit.readings if form.type not in SHORT}
            whole = (hit.start, hit.end) == (0, len(name))
            if whole or hit.kind == "person" or hit.start < reached or len(full) != 1:
                continue
            if not (seated and name[hit.start : hit.end] in self.words.capital_of):
                found += [*self._plain(name[reached : hit.start], seated), *self._owner(*full.values())]
                reached = hit.end
        return found + self._plain(name[reached:], seated)

    def _owner(self, entry: Entry) -> Key:
        """What stands for an entry in other names; for a party's committee, what its own name says."""
        said = self.key(entry.label) if entry.kind == "organisation" else Key()
        return said if said > _COMMITTEE else frozenset([OWNER + entry.id])

    def _plain(self, said: str, seated: bool) -> list[str]:
        """The words of what is no name of the authority files, of states the owners that they are. Where an
        embassy is, a capital is its state."""
        words, found, reached = self.words, list[str](), 0
        for match in _same(words).finditer(said):
            name = match[0]
            capital = self._capital_of(name)
            if capital and not seated:
                continue
            found += squeezed(said[reached : match.start()]).text.split()
            state = capital or words.people_of.get(name) or words.same_place.get(name) or name
            whole = words.same_body.get(name)
            found += squeezed(whole).text.split() if whole else [self._state(state)]
            reached = match.end()
        return found + squeezed(said[reached:]).text.split()

    def _capital_of(self, city: str) -> str:
        """The state of which a city is the capital, rather one of the authority files; or nothing."""
        states = self.words.states_of_capital.get(city, ())
        return next((state for state in states if folded(state) in self.forms.readings), "".join(states[-1:]))

    def _state(self, name: str) -> str:
        """The owner that a state is: the only entry that is called so, or its name."""
        readings = self.forms.readings.get(folded(name), ())
        ids = {reading.entry.id for reading in readings if reading.entry.kind == "place"}
        return OWNER + (ids.pop() if len(ids) == 1 else folded(name))

    def _likely(self, key: Key) -> Sequence[Reading]:
        """The forms with the rarest word of a key in them."""
        if self._by_word is None:
            with lasting():
                self._by_word = _by_word(self.forms)
        rows = [row for word in key if (row := self._by_word.get(word, ()))]
        rarest = min(rows, key=len, default=())
        return rarest if len(rarest) <= _MANY else ()


@lru_cache(maxsize=4)
def designations(forms: Gazetteer, words: Words) -> Designations:
    """The designations of an authority, made when they are first asked for."""
    return Designations(forms, words)


def _without_owner(key: Key) -> Key:
    return frozenset(word for word in key if not word.startswith(OWNER))


def _by_word(forms: Gazetteer) -> Mapping[str, Sequence[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for form, readings in forms.readings.items():
        bodies = [reading for reading in readings if reading.entry.kind == "organisation"]
        bodies = [reading for reading in bodies if reading.form.type not in SHORT]
        for word in squeezed(form).text.split() if bodies and " " in form else ():
            found[word] += bodies
    return found


@cache
def _same(words: Words) -> re.Pattern[str]:
    """The names, adjectives and capitals of states, and shortened words in the names of bodies."""
    said = {*words.people_of, *words.same_place, *words.same_body, *words.states_known, *words.capital_of}
    names = "|".join(map(re.escape, sorted(said, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")
