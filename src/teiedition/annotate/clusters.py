"""Mentions of unknown names put together: what is one person, place or body, across documents.

The same name in any spelling, with or without title, short names as each document uses them, initials beside
full given names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from teiedition import tree
from teiedition.annotate import context as contexts
from teiedition.annotate.encoding import parseable
from teiedition.annotate.names import understood
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import squeezed
from teiedition.annotate.names.words import Words, words
from teiedition.annotate.scan import scan
from teiedition.authority import Authority

CONTEXTS = 3
"""So many places where a name stands are shown."""
_AROUND = 60


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


def of_document(id: str, tei: str, authority: Authority | None = None, language: str = "en") -> list[Cluster]:
    """The clusters of unknown names in one document, given as its id and TEI text."""
    text = scan(tei).text
    context = contexts.of(tree.parse(parseable(tei), Path(id)), authority, language)
    _, meant = understood(text, context)
    found: dict[str, Cluster] = {}
    for draft, meaning in meant:
        if meaning.candidates or (meaning.entity and meaning.entity.entry):
            continue
        key = meaning.entity.key if meaning.entity else f"{draft.kind} {draft.name(text.content)}"
        _add(found.setdefault(key, Cluster(draft.kind)), id, text.content, draft)
    return list(found.values())


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


def _add(cluster: Cluster, id: str, content: str, draft: Draft) -> None:
    name = draft.name(content)
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


def _merged(found: list[Cluster], language: Words) -> list[Cluster]:
    """Put together the clusters of several documents that share a name."""
    merged: list[Cluster] = []
    by_key: dict[str, Cluster] = {}
    full = [cluster for cluster in found if cluster.forms]
    for cluster in sorted(full, key=lambda cluster: -max(map(len, cluster.forms))):
        keys = dict.fromkeys(key for form in cluster.forms for key in _keys(cluster.kind, form, language))
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
    return _with_short_names(_with_initials(merged), short)


def _with_initials(merged: list[Cluster]) -> list[Cluster]:
    """Give names with initials to the only person in the edition whose given name they may stand for."""
    whole: dict[tuple[str, str], dict[int, Cluster]] = defaultdict(dict)
    initialed: list[tuple[tuple[str, str], Cluster]] = []
    for cluster in merged:
        for first, last in dict.fromkeys(_ends(form) for form in cluster.forms):
            if cluster.kind == "person" and first.endswith("."):
                initialed.append(((first[0].lower(), last), cluster))
            elif cluster.kind == "person":
                whole[squeezed(first).text[:1], last][id(cluster)] = cluster
    for key, cluster in initialed:
        known = [other for other in whole.get(key, {}).values() if other is not cluster]
        if len(known) == 1 and any(other is cluster for other in merged):
            _join(known[0], cluster)
            merged = [other for other in merged if other is not cluster]
    return merged


def _ends(form: str) -> tuple[str, str]:
    """The first word of a name, and the last one folded."""
    parts = form.split()
    return parts[0], squeezed(parts[-1]).text


def _with_short_names(merged: list[Cluster], short: list[Cluster]) -> list[Cluster]:
    """Give family names that no document explains to the only person in the edition who has them."""
    bearers: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in merged:
        for form in cluster.forms if cluster.kind == "person" else ():
            for part in (form.split()[0], form.split()[-1]):
                bearers[squeezed(part).text][id(cluster)] = cluster
    left: dict[str, Cluster] = {}
    for cluster in short:
        name = squeezed(cluster.best).text
        known = list(bearers.get(name, {}).values())
        _join(known[0] if len(known) == 1 else left.setdefault(name, Cluster(cluster.kind)), cluster)
    return [*merged, *left.values()]


def _join(whole: Cluster, part: Cluster) -> None:
    whole.forms += part.forms
    whole.short_forms += part.short_forms
    whole.contexts = (whole.contexts + part.contexts)[:CONTEXTS]
    whole.members += part.members


def _keys(kind: str, form: str, language: Words) -> Iterator[str]:
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
        yield f"{kind} of {' '.join(sorted(_telling(form, language)))}"
    if kind == "place":
        yield from (f"place {key}" for key in _place_keys(form, parts, language))


def _place_keys(form: str, parts: list[str], language: Words) -> Iterator[str]:
    """A state by one of its names: "Kingdom of Norland" by "Norland", "Republic of Korea" not by "Korea"."""
    if state := language.same_place.get(form.replace("’", "'")):
        yield squeezed(state).text
        return
    yield re.split(" of ", squeezed(form).text)[-1]
    if form.split()[-1] in language.place_after:
        yield " ".join(parts[:-1])


def _telling(form: str, language: Words) -> Iterator[str]:
    """The words of a body's name, states instead of their adjectives: "Norwegian" is "Norway"."""
    form = form.replace("’", "'")
    for name, state in _states(language):
        if name in form:
            form = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", state, form)
    yield from (part for part in squeezed(form).text.split() if part not in language.function)


@cache
def _states(language: Words) -> list[tuple[str, str]]:
    """Names and adjectives of states with the name to know them by, the longest first."""
    named = (*language.same_place.items(), *language.people_of.items())
    return sorted(named, key=lambda item: -len(item[0]))
