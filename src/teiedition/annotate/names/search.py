"""The search for names in a document, in stages: each leaves to the next what it has not taken.

Persons are looked for twice. Bodies end before a person's name, so unknown persons come first; and once the
bodies are known, they and the titles with them can be told from persons.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from teiedition.annotate.context import Context
from teiedition.annotate.names import (
    aliases,
    archives,
    bodies,
    company,
    departments,
    equivalents,
    firms,
    forces,
    given,
    glossed,
    inverted,
    invested,
    known,
    licensed,
    localities,
    organs,
    places,
    recognized,
    represented,
    shortened,
    states,
    surnames,
    symbols,
    transcribed,
    unowned,
)
from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.cast import is_full
from teiedition.annotate.names.draft import Draft, Taken, longest
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import gazetteer
from teiedition.annotate.names.offices import Offices
from teiedition.annotate.names.people import People
from teiedition.annotate.names.titles import Names, Titles
from teiedition.annotate.names.words import Words
from teiedition.annotate.text import Text

_BEHIND = re.compile(r" (\w+)")
DOUBTFUL = 0.75
"""The score of an unknown person below which the words around may make it a place."""


class Search:
    """Looks for the names in one document."""

    def __init__(self, text: Text, context: Context, capitals: Capitals, titles: Titles) -> None:
        self.text, self.context, self.capitals, self.titles = text, context, capitals, titles
        self.content, self.words = text.content, capitals.words
        self.forms = gazetteer(context.authority)

    def names(self) -> list[Draft]:
        """All names but short ones, those of persons with their titles, in their order."""
        listed = self._listed()
        finder = self._finder(listed)
        tabled = bodies.tabled(self.content, self.words)
        persons = finder.find(Taken([*listed, *tabled]), spans(listed))
        organisations = self._organisations(listed, persons)
        located = self._located(listed)
        ends = {draft.end for draft in located}
        listed = [draft for draft in listed if draft.kind != "place" or draft.end not in ends]
        known_places = [*located, *_of_kind("place", listed)]
        unlisted = self._unlisted(listed, [*organisations, *located], persons, known_places)
        elsewhere = Taken(unlisted)
        persons = [draft for draft in persons if elsewhere.is_free(draft.start, draft.end)]
        located += unlisted
        found = self._with_bodies(listed, organisations, located, persons)
        finder.places = len({self.content[draft.start : draft.end] for draft in known_places})
        changed = [draft for draft in persons if any(title.of_what for title in draft.titles)]
        blocks = _blocks(self.text, [*organisations, *located, *changed])
        persons = finder.find(Taken(found), spans([*found, *persons]), blocks)
        drafts = self._with_company(found, persons)
        drafts = represented.with_seats(self.content, drafts, self.words)
        drafts = _outside_works(self.text, drafts, self.words)
        if second := self.capitals.second_spellings:
            drafts = _with_second_spellings(self.content, drafts, second)
        drafts = aliases.with_aliases(self.text, drafts, self.capitals, self.titles)
        if "[" in self.content:
            drafts = [_balanced(self.content, draft) for draft in drafts]
        drafts = unowned.with_parties(self.content, drafts, self.forms, self.words)
        drafts = titled(self.text, drafts, self.titles, spans(drafts))
        offices = Offices(self.text, self.context, self.titles)
        drafts = transcribed.with_entries(drafts, self.content, offices)
        return invested.with_given_names(self.content, drafts, self.words)

    def _listed(self) -> list[Draft]:
        """The names of the authority files, and what can be told of others by their form alone."""
        text, words = self.text, self.words
        found = known.find(text, self.forms, self.capitals)
        found = bodies.with_adjectives(self.content, found, words)
        found = given.with_given_names(text, found, self.capitals, self.titles) if found else found
        found = inverted.with_initials_behind(text, found, self.capitals, self.titles)
        peers = surnames.peers(text, Taken(draft for draft in found if draft.kind != "place"), words)
        found = [*(draft for draft in found if Taken(peers).is_free(draft.start, draft.end)), *peers]
        found += firms.firms(text, Taken(found), words)
        found += archives.archives(text, Taken(found), words)
        return found + archives.explained(text, Taken(found), words)

    def _finder(self, listed: Iterable[Draft]) -> People:
        """Finds unknown persons, in the light of how many are known."""
        bearers = {draft.entries[0].id for draft in _of_kind("person", listed) if draft.entries}
        named = [person.name for person in self.context.participants]
        persons = recognized.persons(self.text, self.context)
        return People(self.text, self.capitals, self.titles, named, persons, len(bearers))

    def _organisations(self, listed: Iterable[Draft], persons: Iterable[Draft]) -> list[Draft]:
        """Unknown bodies; a family name of the authority files alone may be part of one."""
        bare, whole = list[Draft](), list[Draft]()
        for draft in listed:
            (bare if _is_surname(draft, self.content) else whole).append(draft)
        everybody = [*_of_kind("person", whole), *persons]
        firm = Taken(draft for draft in everybody if not self._is_honoured(draft))
        known_bodies = _of_kind("organisation", whole)
        return bodies.organisations(self.text, self.capitals, firm, Taken(bare), known_bodies)

    def _is_honoured(self, person: Draft) -> bool:
        """Whether somebody's name begins that of a body: "Ann Orr University"."""
        behind = _BEHIND.match(self.content, person.end)
        return behind is not None and behind[1] in self.words.named_after and not person.titles

    def _located(self, listed: Sequence[Draft]) -> list[Draft]:
        """Places that tables of places have, with the entries of states."""
        bare = [draft for draft in listed if _is_surname(draft, self.content)]
        alone = {(draft.start, draft.end) for draft in bare}
        others = [draft for draft in listed if draft.kind != "place" and draft not in bare]
        found = places.longer(places.places(self.text, self.capitals, Taken(others)), listed)
        found = [draft for draft in found if not _acts(self.text, draft, alone, self.words)]
        return states.with_entries(self.content, found, listed, self.forms, self.words)

    def _unlisted(
        self, listed: list[Draft], others: list[Draft], persons: list[Draft], known_places: list[Draft]
    ) -> list[Draft]:
        """Places that no table has; what is but doubtfully a person's name may turn out to be one."""
        content = self.content
        doubtful = {content[draft.start : draft.end] for draft in persons if _is_doubtful(draft)}
        sure = [draft for draft in persons if content[draft.start : draft.end] not in doubtful]
        taken = Taken([*listed, *others, *sure])
        in_full = [draft for draft in _of_kind("person", listed) if not _is_surname(draft, content)]
        persons_named = len({content[draft.start : draft.end] for draft in [*sure, *in_full]})
        return localities.localities(self.text, self.capitals, taken, known_places, doubtful, persons_named)

    def _with_bodies(
        self, listed: list[Draft], organisations: list[Draft], located: list[Draft], persons: list[Draft]
    ) -> list[Draft]:
        """All names but those of unknown persons: the longest of those found, abbreviations of bodies and
        their organs."""
        unknown = {id(draft) for draft in persons}
        kept = longest([*listed, *organisations, *located, *persons])
        found = [draft for draft in kept if id(draft) not in unknown]
        found = shortened.with_brackets(self.content, found)
        found += bodies.abbreviations(self.text, self.capitals, Taken([*found, *persons]), found)
        found = glossed.with_glosses(self.text, found)
        found = organs.with_organs(self.text, found, self.capitals, self.forms, Taken(persons))
        found = equivalents.with_entries(self.content, found, self.forms, self.words)
        return shortened.with_entries(self.content, found, self.words)

    def _with_company(self, found: list[Draft], persons: list[Draft]) -> list[Draft]:
        """All names, with those that the names around them tell: persons in a row, symbols, departments."""
        text, capitals = self.text, self.capitals
        everybody = [*persons, *_of_kind("person", found)]
        persons = persons + company.company(text, capitals, self.titles, everybody, Taken([*found, *persons]))
        everybody = [*persons, *_of_kind("person", found)]
        found = departments.with_rows(self.content, found, self.forms, self.words)
        found += forces.forces(self.content, Taken([*found, *persons]), self.forms, self.words)
        known_bodies = _of_kind("organisation", found)
        taken = Taken([*found, *persons])
        found += licensed.licensed(self.content, capitals, known_bodies, taken, self.forms)
        found += symbols.symbols(text, capitals, everybody, known_bodies, Taken([*found, *persons]))
        taken = Taken([*found, *persons])
        return [*found, *departments.departments(self.content, capitals, taken, self.forms), *persons]


def titled(text: Text, drafts: Iterable[Draft], titles: Titles, names: Names) -> list[Draft]:
    """The names in the order of the text, those of persons with the titles before them."""
    found = []
    for draft in sorted(drafts, key=by_start):
        block = text.block_at(draft.start)
        if draft.kind == "person" and block is not None:
            may_be = titles.may_end(text.content, block.start, draft.start - 1)
            before = tuple(titles.before(text, block, draft.start, names)) if may_be else ()
            draft = draft._replace(titles=before) if before != draft.titles else draft
        found.append(draft)
    return found


def spans(drafts: Iterable[Draft]) -> Names:
    bodies = [(draft.start, draft.end) for draft in drafts if draft.kind != "person"]
    return Names(bodies, [(draft.start, draft.end) for draft in drafts if draft.kind == "person"])


def by_start(draft: Draft) -> int:
    return draft.start


def _of_kind(kind: str, drafts: Iterable[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.kind == kind]


def _acts(text: Text, place: Draft, surnames: Container[tuple[int, int]], words: Words) -> bool:
    """Whether what a table has as a place is a family name of the authority files, of somebody who does what
    persons do: "Selby dined", of Ann Selby."""
    if (place.start, place.end) not in surnames:
        return False
    behind = text.content[place.end + 1 : place.end + 24].split(" ")[0]
    return behind in words.acts or words.speech.match(text.content, place.end) is not None


def _is_surname(draft: Draft, content: str) -> bool:
    """Whether this is one word that the authority files have as a short name of persons only."""
    name = content[draft.start : draft.end]
    return draft.kind == "person" and " " not in name and not is_full(draft, content)


def _blocks(text: Text, drafts: Iterable[Draft]) -> set[int]:
    """The starts of the blocks in which these names stand."""
    return {block.start for draft in drafts if (block := text.block_at(draft.start))}


def _is_doubtful(draft: Draft) -> bool:
    """Whether little speaks for an unknown person, so that it may be a place as well."""
    return not draft.titles and draft.score < DOUBTFUL


def _outside_works(text: Text, drafts: list[Draft], language: Words) -> list[Draft]:
    """The names but for those in the titles of works: "a book entitled “The Fall of Norland”"."""
    works = [match.end() for match in language.works.finditer(text.content)]
    if not works:
        return drafts
    titles = Taken()
    for start in works:
        end = min((at for mark in '”"' if (at := text.content.find(mark, start, start + 240)) > 0), default=0)
        if end:
            titles.add(start, end)
    return [draft for draft in drafts if titles.is_free(draft.start, draft.end)]


def _with_second_spellings(content: str, drafts: list[Draft], second: Mapping[int, int]) -> list[Draft]:
    """The names with the second spelling that follows them; that is no name of its own then, but tells whose
    name the first one is, here and elsewhere."""
    longer = [
        draft._replace(end=end, first_end=draft.end) if (end := second.get(draft.end, 0)) else draft
        for draft in drafts
    ]
    joined = [draft for draft, before in zip(longer, drafts, strict=True) if draft.end > before.end]
    inside = Taken(joined)
    kept = [draft for draft in longer if draft.first_end or inside.is_free(draft.start, draft.end)]
    told = {
        (whole.kind, folded(whole.name(content))): draft.readings
        for whole in joined
        for draft in drafts
        if draft.readings and draft.kind == whole.kind and whole.first_end < draft.start < whole.end
    }

    def with_entry(draft: Draft) -> Draft:
        said = () if draft.readings else told.get((draft.kind, folded(draft.name(content))), ())
        return draft._replace(readings=said) if said else draft

    return [with_entry(draft) for draft in kept] if told else kept


def _balanced(content: str, draft: Draft) -> Draft:
    """The name with the bracket at its edge, if it has the other one inside: "[Ann] Orr", "A[nn] O[rr]"."""
    name = content[draft.start : draft.end]
    lacking = name.count("[") - name.count("]")
    if lacking > 0 and content[draft.end : draft.end + 1] == "]":
        return draft._replace(end=draft.end + 1)
    if lacking < 0 and content[draft.start - 1 : draft.start] == "[":
        return draft._replace(start=draft.start - 1)
    return draft
