"""Mentions of unknown names put together: what is one person, place or body, across documents.

The same name in any spelling, with or without title, short names as each document uses them, initials beside
full given names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from teiedition import tree
from teiedition.annotate import alike
from teiedition.annotate import context as contexts
from teiedition.annotate.context import Context
from teiedition.annotate.encoding import parseable
from teiedition.annotate.names import mentioned, understood
from teiedition.annotate.names.cast import is_wifes
from teiedition.annotate.names.discourse import Meaning
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.words import Words, words
from teiedition.annotate.scan import scan
from teiedition.annotate.text import Text
from teiedition.authority import Authority
from teiedition.model import Mention

CONTEXTS = 3
"""So many places where a name stands are shown."""
_AROUND = 60
_BESIDE = 7
"""So near each other nobody is named twice with different names."""


@dataclass
class Cluster:
    """Mentions of one thing: `forms` with their counts, full ones apart from short ones, and contexts."""

    kind: str
    forms: Counter[str] = field(default_factory=Counter)
    short_forms: Counter[str] = field(default_factory=Counter)
    contexts: list[tuple[str, str]] = field(default_factory=list)
    members: list[tuple[str, int, int]] = field(default_factory=list)
    """The document and the place of each mention."""

    @property
    def best(self) -> str:
        """The form to show it by: the most frequent full one, the longest of those."""
        forms = self.forms or self.short_forms
        return max(forms, key=lambda form: (forms[form], len(form), form))


@dataclass
class Gathering:
    """Finds the names of one document, and keeps those that are unknown.

    `find` is a finder as `names.find` is; what it understands need not be understood again.
    """

    content: str = ""
    language: str = "en"
    unknown: list[tuple[Draft, Meaning]] = field(default_factory=list)

    def find(self, text: Text, context: Context) -> list[Mention]:
        """All names in a document."""
        discourse, meant = understood(text, context)
        self.content, self.language = text.content, context.language
        self.unknown = [
            (draft, meaning)
            for draft, meaning in meant
            if not meaning.candidates and not (meaning.entity and meaning.entity.entry)
        ]
        return mentioned(discourse, meant)

    def clusters(self, id: str, left_out: Container[tuple[int, int]] = ()) -> list[Cluster]:
        """The clusters of the unknown names found; `id` is the document's. Those that were `left_out` of the
        markup, by start and end, are no names here: a newspaper's title that looks like somebody's name."""
        found: dict[str, Cluster] = {}
        for draft, meaning in self.unknown:
            if (draft.outer_start, draft.end) in left_out:
                continue
            language = words(self.language)
            wife = " (wife)" if not meaning.entity and is_wifes(draft, language) else ""
            key = meaning.entity.key if meaning.entity else f"{draft.kind} {draft.name(self.content)}{wife}"
            _add(found.setdefault(key, Cluster(draft.kind)), id, self.content, draft, key.endswith(" (wife)"))
        return _with_wholes(list(found.values()), words(self.language))


def of_document(id: str, tei: str, authority: Authority | None = None, language: str = "en") -> list[Cluster]:
    """The clusters of unknown names in one document, given as its id and TEI text."""
    gathering = Gathering()
    gathering.find(scan(tei).text, contexts.of(tree.parse(parseable(tei), Path(id)), authority, language))
    return gathering.clusters(id)


def clusters(
    documents: Iterable[tuple[str, str]], authority: Authority | None = None, language: str = "en"
) -> list[Cluster]:
    """The clusters of unknown names in documents, given as id and TEI text; the most frequent first."""
    found = (cluster for id, tei in documents for cluster in of_document(id, tei, authority, language))
    return merged(found, language)


def merged(found: Iterable[Cluster], language: str = "en") -> list[Cluster]:
    """The clusters of several documents, in their order, as those of all; the most frequent first."""
    whole = _merged(list(found), words(language))
    return sorted(whole, key=lambda cluster: (-len(cluster.members), cluster.best))


def _add(cluster: Cluster, id: str, content: str, draft: Draft, wife: bool = False) -> None:
    name = content[draft.outer_start : draft.end] if wife else draft.name(content)
    for form in filter(None, (name, draft.second_name(content))):
        short = draft.kind == "person" and " " not in form
        (cluster.short_forms if short else cluster.forms)[form] += 1
    cluster.members.append((id, draft.start, draft.end))
    if len(cluster.contexts) < CONTEXTS:
        cluster.contexts.append((id, _context(content, draft)))


def _context(content: str, draft: Draft) -> str:
    """A mention with the whole words around it."""
    before = content[max(0, draft.outer_start - _AROUND) : draft.outer_start].rpartition("\n")[2]
    behind = content[draft.end : draft.end + _AROUND].partition("\n")[0]
    first = before.partition(" ")[2] if len(before) == _AROUND else before
    last = behind.rpartition(" ")[0] if len(behind) == _AROUND else behind
    return f"{first}{content[draft.outer_start : draft.end]}{last}".strip()


def _with_wholes(found: list[Cluster], language: Words) -> list[Cluster]:
    """Give bodies that a document calls by part of a longer name to the only one that has that name."""
    bodies = [cluster for cluster in found if cluster.kind == "organisation"]
    named = [[alike.telling(form, language) for form in body.forms] for body in bodies]
    whole_of: dict[int, Cluster] = {}
    for part, said in zip(bodies, named, strict=True):
        wholes = [
            whole
            for whole, names in zip(bodies, named, strict=True)
            if any(
                alike.shortens(short, name, form, language)
                for short in said
                for name, form in zip(names, whole.forms, strict=True)
            )
        ]
        if len(wholes) == 1:
            whole_of[id(part)] = wholes[0]
    gone: set[int] = set()
    for part in sorted(bodies, key=lambda body: len(body.best)):
        whole_body = whole_of.get(id(part))
        if whole_body is not None and id(whole_body) not in gone:
            part.short_forms, part.forms = part.short_forms + part.forms, Counter()
            _join(whole_body, part)
            gone.add(id(part))
    return [cluster for cluster in found if id(cluster) not in gone]


def _merged(found: list[Cluster], language: Words) -> list[Cluster]:
    """Put together the clusters of several documents that share a name."""
    merged: list[Cluster] = []
    by_key: dict[str, Cluster] = {}
    full = [cluster for cluster in found if cluster.forms]
    for cluster in sorted(full, key=lambda cluster: -max(map(len, cluster.forms))):
        keys = dict.fromkeys(
            key for form in cluster.forms for key in alike.keys(cluster.kind, form, language)
        )
        same = {id(by_key[key]): by_key[key] for key in keys if key in by_key}
        whole = next(iter(same.values()), None)
        if whole is None:
            merged.append(whole := Cluster(cluster.kind))
        _join(whole, cluster)
        for part in list(same.values())[1:]:
            _join(whole, part)
            merged = [other for other in merged if other is not part]
            by_key.update({key: whole for key, other in by_key.items() if other is part})
        by_key.update(dict.fromkeys(keys, whole))
    short = [cluster for cluster in found if not cluster.forms]
    return _with_short_names(_with_slips(_with_given_names(merged, language), language), short, language)


def _with_given_names(merged: list[Cluster], language: Words) -> list[Cluster]:
    """Give persons named with initials, short forms or some of their given names to the only other one of the
    family who may be meant; or to any, where those are all one."""
    families: dict[str, list[tuple[Cluster, list[alike.Person]]]] = defaultdict(list)
    for cluster in merged:
        if cluster.kind == "person" and not _is_wifes(cluster, language):
            named = [alike.person(form, language) for form in cluster.forms]
            if all(one.given and one.family == named[0].family for one in named):
                families[named[0].family].append((cluster, named))
    gone: set[int] = set()
    for family in families.values():
        ranking = sorted(family, key=lambda item: _letters(item[1]))
        for number, (cluster, named) in enumerate(ranking):
            fuller = [
                item
                for item in ranking[number + 1 :]
                if alike.may_be_one(named, item[1], language) and not _stand_together(cluster, item[0])
            ]
            if fuller and all(alike.may_be_one(fuller[0][1], names, language) for _, names in fuller[1:]):
                _join(fuller[-1][0], cluster)
                gone.add(id(cluster))
    return [cluster for cluster in merged if id(cluster) not in gone]


def _letters(named: Iterable[alike.Person]) -> int:
    """How many letters the fullest given names have."""
    return max(sum(map(len, one.given)) for one in named)


def _with_slips(merged: list[Cluster], language: Words) -> list[Cluster]:
    """Give names with a slip in a long word to the only name that has all others and that one without it."""
    by_rest: dict[tuple[str, ...], list[tuple[str, Cluster]]] = defaultdict(list)
    for cluster in merged:
        for form in cluster.forms if cluster.kind != "organisation" else ():
            *rest, last = [cluster.kind, *alike.words_of(form)]
            if cluster.kind == "place" or rest[1:]:
                by_rest[tuple(rest)].append((last, cluster))
    gone: set[int] = set()
    for group in by_rest.values():
        for word, cluster in sorted(group, key=lambda item: len(item[1].members)):
            alike_ones = {
                id(other): other for name, other in group if alike.slip(word, name) and other is not cluster
            }
            known = word.title() in language.places
            whole = next(iter(alike_ones.values()), None)
            if (
                whole
                and len(alike_ones) == 1
                and not known
                and id(whole) not in gone
                and id(cluster) not in gone
            ):
                _join(whole, cluster)
                gone.add(id(cluster))
    return [cluster for cluster in merged if id(cluster) not in gone]


def _with_short_names(merged: list[Cluster], short: list[Cluster], language: Words) -> list[Cluster]:
    """Give family names that no document explains to the only person in the edition who has them."""
    bearers: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in merged:
        for form in cluster.forms if cluster.kind == "person" and not _is_wifes(cluster, language) else ():
            for part in (alike.person(form, language).family, *_ends(form, language)):
                bearers[part][id(cluster)] = cluster
    left: dict[str, Cluster] = {}
    for cluster in short:
        name = alike.family_name(cluster.best, language)
        known = [one for one in bearers.get(name, {}).values() if not _follows(cluster, one)]
        _join(known[0] if len(known) == 1 else left.setdefault(name, Cluster(cluster.kind)), cluster)
    return [*merged, *left.values()]


def _ends(form: str, language: Words) -> Iterator[str]:
    """The first and the last word of a name, either of which somebody may be called by; not a given name that
    is many people's family name as well."""
    first, *_, last = [form.split()[0], *form.split()]
    if not (first in language.given and first in language.common_family | language.famous):
        yield alike.words_of(first)[0]
    yield alike.words_of(last)[-1]


def _is_wifes(cluster: Cluster, language: Words) -> bool:
    """Whether somebody is known by a wife's title and the family name alone."""
    return all(form.split()[0] in language.wives for form in cluster.forms)


def _stand_together(one: Cluster, other: Cluster) -> bool:
    """Whether two names stand side by side in some document, and so are two persons."""
    return _follows(one, other) or _follows(other, one)


def _follows(one: Cluster, other: Cluster) -> bool:
    """Whether the second name stands straight behind the first in some document: "Mr. Orr and Ann Orr"."""
    ends = [(id, end) for id, _, end in one.members]
    starts = {(id, start) for id, start, _ in other.members}
    return any((id, end + gap) in starts for id, end in ends for gap in range(1, _BESIDE))


def _join(whole: Cluster, part: Cluster) -> None:
    whole.forms += part.forms
    whole.short_forms += part.short_forms
    whole.contexts = (whole.contexts + part.contexts)[:CONTEXTS]
    whole.members += part.members
