"""Who and what a document speaks of: the entities that its full names introduce, and their short names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.known import BARE, SHORT
from teiedition.annotate.names.words import INITIAL, Words
from teiedition.authority import Entry

_INITIALS = re.compile(rf"(?:{INITIAL})+")


class Entity(NamedTuple):
    """Somebody or something: an entry of the authority, or a name in this document that has none."""

    key: str
    label: str
    kind: str
    entry: Entry | None = None

    @property
    def ref(self) -> str:
        """The value of `@ref`; empty without an entry."""
        return f"#{self.entry.id}" if self.entry else ""


@dataclass(frozen=True)
class Cast:
    """The entities of a document, where they are named in full, and who is called by which short name."""

    entities: Mapping[str, Entity]
    full_names: dict[str, list[int]] = field(default_factory=dict)
    short_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a given name or a form of endearment, folded, who has it in the authority files, of those named."""
    styles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The titles, folded, that the document gives somebody together with a full name."""

    by_given: frozenset[tuple[str, str]] = frozenset()
    """The short names, folded, that are given names, each with the key of who has it."""
    wives: Mapping[str, str] = field(default_factory=dict)
    """By a family name, folded, the key of who is called so with a wife's title alone."""

    def called(
        self, short_name: str, titled: bool = False, in_office: bool = False, wife: bool = False
    ) -> tuple[Entity, ...]:
        """The entities of the document that a short name may mean. A title goes before a family name, and a
        `wife`'s before that of a husband."""
        name = folded(short_name)
        keys = self.short_names.get(name) or (() if titled else self.given_names.get(name, ()))
        if in_office:
            keys = tuple(key for key in keys if (name, key) not in self.by_given)
        if wife and name in self.wives:
            keys = (*(key for key in keys if self.entities[key].entry), self.wives[name])
        return tuple(self.entities[key] for key in keys)


def is_full(draft: Draft, content: str) -> bool:
    """Whether a name says by itself whom it means, or at least tells more than a surname does."""
    if any(reading.form.type not in SHORT for reading in draft.readings):
        return True
    return not draft.readings and (draft.kind != "person" or " " in draft.name(content))


def is_bare(draft: Draft) -> bool:
    """Whether the entries that a body's name may mean say besides whose the body is."""
    return bool(draft.readings) and all(reading.form.type == BARE for reading in draft.readings)


def assemble(drafts: Iterable[Draft], content: str, words: Words) -> Cast:
    """The cast of a document, from all its names."""
    entities: dict[str, Entity] = {}
    full_names: dict[str, list[int]] = defaultdict(list)
    short_names: dict[str, dict[str, None]] = defaultdict(dict)
    alone: dict[tuple[str, bool], str] = {}
    given: dict[str, dict[str, None]] = defaultdict(dict)
    styles: dict[str, frozenset[str]] = defaultdict(frozenset)
    by_given: set[tuple[str, str]] = set()
    for draft in drafts:
        name = draft.name(content)
        if draft.kind == "person" and len(draft.entries) == 1:
            for short in _given_names(draft.entries[0], words):
                given[folded(short)][draft.entries[0].id] = None
                entry = draft.entries[0]
                entities.setdefault(entry.id, Entity(entry.id, entry.label, entry.kind, entry))
        if is_bare(draft):
            draft = draft._replace(readings=())
        if not is_full(draft, content):
            if draft.kind == "person" and not draft.readings:
                alone.setdefault((folded(name), is_wifes(draft, words)), name)
            continue
        for entity in of_draft(draft, name):
            entities.setdefault(entity.key, entity)
            if len(draft.entries) < 2:
                full_names[entity.key].append(draft.start)
                styles[entity.key] |= {folded(title.head) for title in draft.titles}
            for short in _short_names(entity, name, words) if entity.kind == "person" else ():
                short_names[folded(short)][entity.key] = None
                if short in words.given and name.startswith(f"{short} "):
                    by_given.add((folded(short), entity.key))
    wives = _with_those_alone(alone, entities, short_names, given, styles, words)
    called, first = ({short: tuple(keys) for short, keys in names.items()} for names in (short_names, given))
    return Cast(entities, full_names, called, first, styles, frozenset(by_given), wives)


def _with_those_alone(
    alone: Mapping[tuple[str, bool], str],
    entities: dict[str, Entity],
    short_names: dict[str, dict[str, None]],
    given: Mapping[str, Mapping[str, None]],
    styles: Mapping[str, frozenset[str]],
    words: Words,
) -> dict[str, str]:
    """Add to the entities those who have no full name. Whom a wife's title names is not who is named without
    one, nor somebody with a man's name or another title: those wives are given, by the family name."""
    wives: dict[str, str] = {}
    titles = frozenset(map(folded, words.wives))
    for (short, wife), name in alone.items():
        bearers = [entities[key] for key in short_names.get(short, ())]
        others = [bearer for bearer in bearers if not _may_be_she(bearer, styles, titles, words)]
        if wife and ((short, False) in alone or others) and len(others) == len(bearers):
            wives[short] = f"person {short} (wife)"
            entities[wives[short]] = Entity(wives[short], name, "person")
        elif short not in short_names and short not in given:
            entity = Entity(f"person {short}", name, "person")
            entities[entity.key] = entity
            short_names[short][entity.key] = None
    return wives


def _may_be_she(
    bearer: Entity, styles: Mapping[str, frozenset[str]], wives: frozenset[str], words: Words
) -> bool:
    """Whether somebody may be called by a wife's title."""
    called = styles.get(bearer.key, frozenset())
    if bearer.entry:
        return bearer.entry.sex[:1].upper() not in ("M", "1")
    return bool(called & wives) or not (called or bearer.label.split()[0] in words.men)


def is_wifes(draft: Draft, words: Words) -> bool:
    """Whether a wife's title stands before a name."""
    return any(title.words in words.wives for title in draft.titles)


def _given_names(entry: Entry, words: Words) -> Iterable[str]:
    """The first given name that the files have of somebody, and how people called so are called."""
    for form in entry.forms:
        title, _, name = form.text.partition(" ")
        first, _, rest = (name if title in words.knightly else form.text).partition(" ")
        if rest and form.type not in SHORT and first in words.given and "," not in form.text:
            yield first
            yield from words.endearments.get(first, ())


def of_draft(draft: Draft, name: str) -> tuple[Entity, ...]:
    """The entities that a full name may mean."""
    known = [
        Entity(entry.id, entry.label, entry.kind, entry)
        for entry in draft.entries
        if any(reading.form.type not in SHORT for reading in draft.readings if reading.entry is entry)
    ]
    return tuple(known) or (Entity(f"{draft.kind} {folded(name)}", name, draft.kind),)


def _short_names(entity: Entity, name: str, words: Words) -> Iterable[str]:
    """What somebody introduced by this name may be called afterwards: the family name."""
    parts = [part for part in name.split() if part.rstrip(",") not in words.suffix_words]
    while len(parts) > 1 and _INITIALS.fullmatch(parts[-1]):
        parts.pop()
    if entity.entry:
        yield from (form.text for form in entity.entry.forms if form.type in SHORT and " " not in form.text)
    if parts[0] in words.wives:
        return
    if parts[0] in words.knightly:
        parts = parts[1:] or parts
    if len(parts) == 1 and " " in name:
        yield parts[0].rstrip(",")
    elif len(parts) > 1:
        first = parts[0].title() if parts[0].isupper() else parts[0]
        family_first = first in words.family_first and first not in words.given
        hyphened = "-" in parts[-1] and parts[-1].rpartition("-")[2].islower()
        yield parts[0] if family_first or hyphened else parts[-1].rstrip(",")
        if parts[0] in words.given or (family_first and len(parts) == 3):
            yield parts[0] if not family_first else parts[2]
        elif family_first and "-" in parts[-1] and not hyphened:
            yield parts[-1].rpartition("-")[2]
