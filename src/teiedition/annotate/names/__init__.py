"""Finds the names of persons, places and organisations, and says which entry each one means.

Names come from the authority files first (`known`), then from what unknown names look like (`people`,
`bodies`). The longest wins. Titles before a person's name become part of the mention (`titles`), and
`discourse` settles whom or what each name means here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from teiedition.annotate.context import Context
from teiedition.annotate.names import (
    aliases,
    archives,
    bodies,
    company,
    departments,
    equivalents,
    given,
    inverted,
    known,
    localities,
    mentions,
    organs,
    people,
    places,
    recognized,
    states,
    surnames,
    symbols,
    unowned,
)
from teiedition.annotate.names.affinity import Affinity
from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.cast import Cast, assemble, is_full
from teiedition.annotate.names.discourse import Discourse, Meaning
from teiedition.annotate.names.draft import Draft, Taken, longest
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, gazetteer
from teiedition.annotate.names.references import references
from teiedition.annotate.names.titles import Names, Titles
from teiedition.annotate.names.words import CAPITAL, Words, words
from teiedition.annotate.text import Text
from teiedition.model import Mention

DOUBTFUL = 0.75
"""The score of an unknown person below which the words around may make it a place."""


def find(text: Text, context: Context) -> Iterable[Mention]:
    """All names in a document."""
    return mentioned(*understood(text, context))


def understood(text: Text, context: Context) -> tuple[Discourse, list[tuple[Draft, Meaning]]]:
    """All names in a document in their order, and what each means."""
    language = words(context.language)
    capitals = Capitals(text, language)
    forms = gazetteer(context.authority)
    titles = _titles(language, forms)
    drafts = _drafts(text, context, capitals, titles)
    cast = assemble(drafts, text.content, language)
    drafts = _with_short_names(text, drafts, cast, capitals, titles)
    discourse = Discourse(
        text, context, cast, titles, forms, Affinity(context.authority, forms, language),
        declared=dict(_declared(text, drafts, language)),
    )  # fmt: skip
    meant = [(draft, discourse.meaning(draft)) for draft in drafts]
    return discourse, meant


def mentioned(discourse: Discourse, meant: list[tuple[Draft, Meaning]]) -> list[Mention]:
    """The mentions of names that were understood so, and of persons by their offices."""
    content = discourse.text.content
    telling = [item for item in meant if _tells(*item, content)]
    return [*_mentions(telling, content), *references(discourse, meant)]


@lru_cache(maxsize=4)
def _titles(language: Words, forms: Gazetteer) -> Titles:
    """The language's titles and those that the authority files have in their forms."""
    return Titles(language, forms.roles)


def _drafts(text: Text, context: Context, capitals: Capitals, titles: Titles) -> list[Draft]:
    """All names but short ones. Persons are looked for twice: bodies end before a person's name, and once
    the bodies are known, they and the titles with them can be told from persons."""
    found = known.find(text, gazetteer(context.authority), capitals)
    found = bodies.with_adjectives(text.content, found, capitals.words)
    found = given.with_given_names(text, found, capitals, titles) if found else found
    found = inverted.with_initials_behind(text, found, capitals, titles)
    named = [person.name for person in context.participants]
    found += surnames.peers(text, Taken(found), capitals.words)
    found += bodies.firms(text, Taken(found), capitals.words)
    found += archives.archives(text, Taken(found), capitals.words)
    found += archives.explained(text, Taken(found), capitals.words)
    bearers = len({draft.entries[0].id for draft in found if draft.kind == "person" and draft.entries})
    finder = people.People(text, capitals, titles, named, recognized.persons(text, context), bearers)
    persons = finder.find(Taken(found), _names(found))
    bare, whole = list[Draft](), list[Draft]()
    for draft in found:
        (bare if _is_surname(draft, text.content) else whole).append(draft)
    firm = [*(draft for draft in whole if draft.kind == "person"), *persons]
    bodied = [draft for draft in whole if draft.kind == "organisation"]
    organisations = bodies.organisations(text, capitals, Taken(firm), Taken(bare), bodied)
    others = Taken([draft for draft in whole if draft.kind != "place"])
    located = places.longer(places.places(text, capitals, others), found)
    spans = {(draft.start, draft.end) for draft in bare}
    located = [draft for draft in located if not _acts(text, draft, spans, capitals.words)]
    forms = gazetteer(context.authority)
    located = states.with_entries(text.content, located, found, forms, capitals.words)
    ends = {draft.end for draft in located}
    found = [draft for draft in found if draft.kind != "place" or draft.end not in ends]
    known_places = [*located, *(draft for draft in found if draft.kind == "place")]
    doubtful = {text.content[draft.start : draft.end] for draft in persons if _is_doubtful(draft)}
    sure = [draft for draft in persons if text.content[draft.start : draft.end] not in doubtful]
    others = Taken([*found, *organisations, *located, *sure])
    known_persons = [*sure, *(draft for draft in whole if draft.kind == "person")]
    persons_named = len({text.content[draft.start : draft.end] for draft in known_persons})
    unlisted = localities.localities(text, capitals, others, known_places, doubtful, persons_named)
    located, elsewhere = [*located, *unlisted], Taken(unlisted)
    persons = [draft for draft in persons if elsewhere.is_free(draft.start, draft.end)]
    unknown = {id(draft) for draft in persons}
    kept = longest([*found, *organisations, *located, *persons])
    found = [draft for draft in kept if id(draft) not in unknown]
    found += bodies.abbreviations(text, capitals, Taken([*found, *persons]), found)
    found = organs.with_organs(text, found, capitals, forms, Taken(persons))
    found = equivalents.with_entries(text.content, found, forms, capitals.words)
    names = _names([*found, *persons])
    changed = [draft for draft in persons if any(title.of_what for title in draft.titles)]
    finder.places = len({text.content[draft.start : draft.end] for draft in known_places})
    persons = finder.find(Taken(found), names, _blocks(text, [*organisations, *located, *changed]))
    persons += company.company(
        text, capitals, titles, [*persons, *(draft for draft in found if draft.kind == "person")],
        Taken([*found, *persons]),
    )  # fmt: skip
    everybody = [*persons, *(draft for draft in found if draft.kind == "person")]
    found = departments.with_rows(text.content, found, forms, capitals.words)
    found += symbols.symbols(text, capitals, everybody, Taken([*found, *persons]))
    found += departments.departments(text.content, capitals, Taken([*found, *persons]), forms)
    drafts = _outside_works(text, [*found, *persons], capitals.words)
    drafts = _with_second_spellings(text.content, drafts, capitals.second_spellings)
    drafts = aliases.with_aliases(text, drafts, capitals, titles)
    drafts = [_balanced(text.content, draft) for draft in drafts]
    drafts = unowned.with_parties(text.content, drafts, forms, capitals.words)
    return _titled(text, drafts, titles, _names(drafts))


def _acts(text: Text, place: Draft, surnames: Container[tuple[int, int]], words: Words) -> bool:
    """Whether what a table has as a place is a family name of the authority files, of somebody who does what
    persons do: "Selby dined", of Ann Selby."""
    if (place.start, place.end) not in surnames:
        return False
    behind = text.content[place.end + 1 : place.end + 24].split(" ")[0]
    return behind in words.acts or words.speech.match(text.content, place.end) is not None


def _is_doubtful(draft: Draft) -> bool:
    """Whether little speaks for an unknown person, so that it may be a place as well."""
    return not draft.titles and draft.score < DOUBTFUL


def _is_surname(draft: Draft, content: str) -> bool:
    """Whether this is one word that the authority files have as a short name of persons only."""
    name = content[draft.start : draft.end]
    return draft.kind == "person" and " " not in name and not is_full(draft, content)


def _blocks(text: Text, drafts: Iterable[Draft]) -> set[int]:
    """The starts of the blocks in which these names stand."""
    return {block.start for draft in drafts if (block := text.block_at(draft.start))}


def _outside_works(text: Text, drafts: list[Draft], language: Words) -> list[Draft]:
    """The names but for those in the titles of works: "a book entitled “The Fall of Norland”"."""
    works = [match.end() for match in language.works.finditer(text.content)]
    titles = Taken()
    for start in works:
        end = min((at for mark in '”"' if (at := text.content.find(mark, start, start + 240)) > 0), default=0)
        if end:
            titles.add(start, end)
    return [draft for draft in drafts if titles.is_free(draft.start, draft.end)]


def _by_start(draft: Draft) -> int:
    return draft.start


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


def _with_short_names(
    text: Text, drafts: list[Draft], cast: Cast, capitals: Capitals, titles: Titles
) -> list[Draft]:
    taken = Taken(drafts)
    short = surnames.short_names(text, cast.short_names.keys(), taken, capitals)
    short += company.company(text, capitals, titles, short, Taken([*drafts, *short]))
    return sorted([*drafts, *_titled(text, short, titles, _names([*drafts, *short]))], key=_by_start)


def _titled(text: Text, drafts: Iterable[Draft], titles: Titles, names: Names) -> list[Draft]:
    """The names in the order of the text, those of persons with the titles before them."""
    found = []
    for draft in sorted(drafts, key=_by_start):
        block = text.block_at(draft.start)
        if draft.kind == "person" and block is not None:
            before = tuple(titles.before(text, block, draft.start, names))
            draft = draft._replace(titles=before) if before != draft.titles else draft
        found.append(draft)
    return found


def _names(drafts: Iterable[Draft]) -> Names:
    bodies = [(draft.start, draft.end) for draft in drafts if draft.kind != "person"]
    return Names(bodies, [(draft.start, draft.end) for draft in drafts if draft.kind == "person"])


def _declared(text: Text, drafts: list[Draft], language: Words) -> Iterator[tuple[int, str]]:
    """The labels that the text declares, with the start of the name they are for."""
    starts = [draft.start for draft in drafts]
    for match in _declaration(language).finditer(text.content):
        before = bisect_left(starts, match.start())
        if before and match.start() - drafts[before - 1].end < 80:
            yield drafts[before - 1].start, match[1]


@cache
def _declaration(language: Words) -> re.Pattern[str]:
    return re.compile(rf"[(\[](?:{language.declared}),? [“\"‘']?(?:the )?({CAPITAL}(?: {CAPITAL})*)")


def _tells(draft: Draft, meaning: Meaning, content: str) -> bool:
    """Whether a mention is worth marking up: a word such as "the Party" is where its meaning is clear."""
    common = draft.kind != "person" and " " not in content[draft.start : draft.end]
    return meaning.entity is not None or not common or not draft.readings or is_full(draft, content)


def _mentions(meant: list[tuple[Draft, Meaning]], content: str) -> Iterator[Mention]:
    inner = [mentions.mention(draft, meaning, content) for draft, meaning in meant if draft.kind != "person"]
    starts = [item.start for item in inner]
    titles = Taken([title for draft, _ in meant for title in draft.titles if not title.plural])
    yield from (item for item in inner if not titles.covers(item.start, item.end))
    for draft, meaning in meant:
        if draft.kind == "person":
            around = inner[bisect_left(starts, draft.outer_start) : bisect_left(starts, draft.start)]
            yield from (mentions.title_alone(title, around) for title in draft.titles if title.plural)
            if any(title.plural for title in draft.titles):
                draft = draft._replace(titles=tuple(title for title in draft.titles if not title.plural))
            yield mentions.mention(draft, meaning, content, around)
