"""Finds the names of persons, places and organisations, and says which entry each one means.

`search` finds them: those of the authority files first, then what looks like a name; the longest wins, and
titles before a person's name become part of the mention. `discourse` settles whom or what each name means
here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from teiedition.annotate.context import Context
from teiedition.annotate.names import company, mentions, surnames
from teiedition.annotate.names.affinity import Affinity
from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.cast import Cast, assemble, is_full
from teiedition.annotate.names.discourse import Discourse, Meaning
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import Gazetteer, gazetteer
from teiedition.annotate.names.references import references
from teiedition.annotate.names.search import Search, by_start, spans, titled
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.words import CAPITAL, Words, words
from teiedition.annotate.text import Text
from teiedition.model import Mention


def find(text: Text, context: Context) -> Iterable[Mention]:
    """All names in a document."""
    return mentioned(*understood(text, context))


def understood(text: Text, context: Context) -> tuple[Discourse, list[tuple[Draft, Meaning]]]:
    """All names in a document in their order, and what each means."""
    language = words(context.language)
    capitals = Capitals(text, language)
    forms = gazetteer(context.authority)
    titles = _titles(language, forms)
    drafts = Search(text, context, capitals, titles).names()
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


def _with_short_names(
    text: Text, drafts: list[Draft], cast: Cast, capitals: Capitals, titles: Titles
) -> list[Draft]:
    taken = Taken(drafts)
    short = surnames.short_names(text, cast.short_names.keys(), taken, capitals)
    short += company.company(text, capitals, titles, short, Taken([*drafts, *short]))
    return sorted([*drafts, *titled(text, short, titles, spans([*drafts, *short]))], key=by_start)


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
