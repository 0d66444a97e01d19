"""Who speaks: binds the labels of turns to the persons of a document.

What a label can mean is argued from the document alone: names in its title, its list of participants,
abbreviations that it declares, fuller labels used before. Only then the authority is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from teiedition.authority import Authority, Entry, normal
from teiedition.encode.nodes import Node
from teiedition.encode.vocabulary import Vocabulary

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_OF_WHAT = ("of", "for", "in", "at")
_NAME_TOKEN = re.compile(r"(?:(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-z][\w’'‘ʼ-]*\.?)$")


@dataclass(slots=True)
class Person:
    """A person of a document. `names` are full forms, the first the best; `roles` words of office."""

    names: list[str]
    roles: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    ref: str = ""
    id: str = ""
    entry: str = ""
    in_title: bool = False

    @property
    def name(self) -> str:
        return self.names[0]


class Cast:
    """The persons of a document, and what its labels mean."""

    def __init__(self, words: Vocabulary, authority: Authority | None, date: str) -> None:
        self._words, self._authority, self._date = words, authority, date
        self.people: list[Person] = []
        self._declared: dict[str, Person] = {}
        self._labels: dict[str, Person] = {}
        self._turns: list[tuple[Node, Person]] = []

    def turn(self, node: Node, person: Person) -> None:
        """Remember that a turn is a person's; `settle` writes its @who."""
        self._turns.append((node, person))

    def add(self, text: str, part: str, in_title: bool = False) -> list[Person]:
        """Take note of the persons named in `text`, a list with commas; return them."""
        found = []
        for item in _items(text):
            roles, names = self.name(item)
            if names:
                person = self._known(names[0]) or self._new(names)
                person.roles |= roles
                person.parts.add(part)
                person.in_title |= in_title
                found.append(person)
        return found

    def knows(self, token: str) -> bool:
        """Is a word part of the name of a person of this document?"""
        wanted = normal(token)
        return any(wanted in normal(name).split() for person in self.people for name in person.names)

    def short_names(self) -> set[str]:
        """The last words of the names of the document's persons."""
        return {name.split()[-1] for person in self.people for name in person.names}

    def declares(self, remark: str) -> bool:
        """Does a remark declare how a person will be abbreviated?"""
        return bool(self._abbreviation(remark))

    def speaker(self, label: str, remark: str = "") -> Person:
        """The person whom a turn's label means; a person of its own where none is known."""
        key = " ".join(label.split())
        person = self._declared.get(key) or self._labels.get(key) or self._bind(key)
        self._labels[key] = person
        if short := self._abbreviation(remark):
            self._declared[short] = person
        person.parts.add("speaker")
        return person

    def _abbreviation(self, remark: str) -> str:
        small = remark.lower()
        for phrase in self._words.words("delivery", "abbreviation"):
            if (at := small.find(phrase)) >= 0:
                return remark[at + len(phrase) :].strip(" ()\"'“”‘’:.")
        return ""

    def _bind(self, label: str) -> Person:
        roles, names = self.name(label)
        if initial := self._initial(label):
            return initial
        ranked = sorted(
            ((self._fit(person, roles, names), -order, person) for order, person in enumerate(self.people)),
            key=lambda item: item[:2], reverse=True,
        )  # fmt: skip
        fits = ranked[0][2] if ranked and ranked[0][0] >= 2 else self._in_office(roles) if not names else None
        person = fits or self._new(names or [label])
        person.roles |= roles
        if names and len(names[0].split()) > len(person.names[0].split()):
            person.names.insert(0, names[0])
            self._link(person)
        return person

    def _initial(self, label: str) -> Person | None:
        """The one person whose last name begins with the letter that a label is: "M."."""
        if not re.fullmatch(r"[^\W\d_a-z]\.?", label):
            return None
        found = [p for p in self.people if p.names[0].split()[-1][:1].upper() == label[0]]
        return found[0] if len(found) == 1 else None

    def _fit(self, person: Person, roles: set[str], names: list[str]) -> float:
        """How well a label's roles and names fit a person; below 2 it is someone else."""
        wanted = {token for name in names[:1] for token in normal(name).split()}
        known = {token for name in person.names for token in normal(name).split()}
        shared = float(len(wanted & known))
        if shared < min(len(wanted), len(known)):
            shared = sum(any(_nearly(token, other) for other in known) for token in wanted)
            if shared < min(len(wanted), len(known)):
                return 0
            shared -= 0.5
        score = 2.0 + shared if wanted else 0.0
        if roles:
            score += 2.0 * len(roles & person.roles) / len(roles)
            if wanted and person.roles and not roles & person.roles:
                score -= 0.5
        if not score:
            return 0
        return score + (1.0 if person.in_title else 0) + (0.5 if "speaker" in person.parts else 0)

    def _in_office(self, roles: set[str]) -> Person | None:
        """The one person of the document who, as the authority says, held the office at its date."""
        entries = self._authority.entries if self._authority is not None else {}
        held = []
        for person in self.people:
            for office in entries[person.entry].occupations if person.entry else ():
                during = (office.start or "0") <= (self._date or "9") <= f"{office.end or '9'}~"
                if roles and during and roles <= set(normal(office.text).split()):
                    held.append(person)
                    break
        return held[0] if len(held) == 1 else None

    def name(self, text: str) -> tuple[set[str], list[str]]:
        """Parts words of office from a name, and other spellings in brackets from the name itself."""
        others = [inner for inner in _BRACKETED.findall(text) if len(inner.split()) > 1]
        plain = _BRACKETED.sub(
            lambda found: "" if found[1] in others and _preceded(text, found.start()) else found[1], text
        )
        plain = re.sub(r"\([^()]*\)", " ", plain)
        tokens = plain.replace(",", " ").split()
        roles: set[str] = set()
        last_role = -1
        for at, token in enumerate(tokens):
            if token.lower().rstrip(".") in self._words.roles or token.lower() in self._words.roles:
                roles.add(token.lower().rstrip("."))
                last_role = at
            elif token[:1].islower() or token.lower() in self._words.institutions:
                last_role = at
        rest = tokens[last_role + 1 :]
        rest = [token for token in rest if _NAME_TOKEN.match(token)][-4:]
        if len(rest) == 1 and last_role >= 0 and tokens[last_role].lower() in _OF_WHAT:
            rest = []  # an office's province: "Ministry of Culture"
        rest = self._trimmed(rest)
        names = [" ".join(rest)] if rest else []
        return roles - {"the"}, names + [other for other in others if _NAME_TOKEN.match(other.split()[0])]

    def _trimmed(self, tokens: list[str]) -> list[str]:
        """The end of a run of capitalised words that the authority knows as a person, else its last three."""
        if self._authority is not None:
            for start in range(len(tokens)):
                if self._authority.candidates(" ".join(tokens[start:]), "person"):
                    return tokens[start:]
        return tokens[-3:]

    def _known(self, name: str) -> Person | None:
        return next((p for p in self.people if any(_same(name, other) for other in p.names)), None)

    def _new(self, names: Sequence[str]) -> Person:
        person = Person(list(names))
        self.people.append(person)
        self._link(person)
        return person

    def _link(self, person: Person) -> None:
        person.entry = self._entry(person)

    def _entry(self, person: Person) -> str:
        if self._authority is None:
            return ""
        for name in person.names:
            found = self._authority.candidates(name, "person")
            if len(found) > 1:
                found = tuple(entry for entry in found if self._lived(entry)) or found
            if len(found) == 1:
                return found[0].id
        return ""

    def _lived(self, entry: Entry) -> bool:
        if not self._date:
            return True
        year = self._date[:4]
        return not (entry.birth and entry.birth[:4] > year or entry.death and entry.death[:4] < year)

    def settle(self) -> None:
        """Give every person an address: the authority's entry, else an id in this document."""
        self._merge()
        used: set[str] = set()
        for person in self.people:
            base = "-".join(normal(person.name).split()) or "person"
            base = unicodedata.normalize("NFKD", base)
            base = re.sub(r"[^a-z0-9-]", "", base) or "person"
            id, count = f"person-{base}", 1
            while id in used:
                count += 1
                id = f"person-{base}-{count}"
            used.add(id)
            person.id = id
            person.ref = f"#{person.entry}" if person.entry else f"#{id}"
        for node, person in self._turns:
            node.attributes["who"] = f"#{person.entry}" if person.entry else person.ref

    def _merge(self) -> None:
        """Make one of the persons whom the authority knows as one; turns keep their own, equal in address."""
        first: dict[str, Person] = {}
        for person in self.people:
            kept = first.setdefault(person.entry or str(id(person)), person)
            kept.parts |= person.parts
        self.people = list(first.values())


def _same(name: str, other: str) -> bool:
    """Are two names one, in all their words, of which one at least is spelled alike?"""
    one, two = normal(name).split(), normal(other).split()
    alike = len(one) == len(two) and all(map(_nearly, one, two))
    return alike and (one == two or any(a == b for a, b in zip(one, two, strict=True)))


def _nearly(one: str, other: str) -> bool:
    """Are two names spellings of one, but for a letter or two ("Zhaltov", "Zhultov")?"""
    if one == other:
        return True
    same = one[:1] == other[:1] and min(len(one), len(other)) > 4
    return same and SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.8


def _preceded(text: str, at: int) -> bool:
    """Does a name stand before the bracket, so that it gives another spelling of it?"""
    before = _BRACKETED.sub(" ", text[:at]).split()
    return bool(before) and bool(_NAME_TOKEN.match(before[-1]))


def _items(text: str) -> Iterable[str]:
    depth = 0
    item: list[str] = []
    for token in re.split(r"(\s+|,|;)", text):
        depth += token.count("[") + token.count("(") - token.count("]") - token.count(")")
        if depth <= 0 and (token in ",;" and token or token.lower() == "and"):
            if "".join(item).strip():
                yield "".join(item).strip(" .")
            item = []
        else:
            item.append(token)
    if "".join(item).strip():
        yield "".join(item).strip(" .")
