"""Bodies of the authority files by shorter names that the document gives them: by the last words of the
longer one ("Tide Board" after "Norland Tide Board"), by the initials that stand in brackets behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.extents import ABBREVIATED
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Reading
from teiedition.annotate.names.words import Words

_WORD = re.compile(r"[^\W_][\w’'&-]*")


def with_brackets(content: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The names; bodies of the authority files with their initials in brackets behind them as one name."""
    found, end = list[Draft](), 0
    for draft in sorted(drafts, key=lambda draft: draft.start):
        if draft.start < end and not draft.readings:
            continue
        if draft.kind == "organisation" and draft.readings and not draft.first_end:
            bracket = ABBREVIATED.match(content, draft.end)
            if bracket and _are_initials(bracket[0][2:-1], content[draft.start : draft.end]):
                draft = draft._replace(end=bracket.end(), first_end=draft.end)
                end = draft.end
        found.append(draft)
    return found


def with_entries(content: str, drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """The names; bodies without an entry have that of the one body of which theirs is a shorter name."""
    short = [draft for draft in drafts if draft.kind == "organisation" and not draft.readings]
    if not short:
        return list(drafts)
    meant = _meant(content, drafts, words)
    return [
        draft._replace(readings=meant.get(folded(content[draft.start : draft.end]), ()))
        if draft.kind == "organisation" and not draft.readings
        else draft
        for draft in drafts
    ]


def _meant(content: str, drafts: Sequence[Draft], words: Words) -> dict[str, tuple[Reading, ...]]:
    """What the bodies of a document may be called for short, if that is one of them only."""
    found: dict[str, dict[str, tuple[Reading, ...]]] = defaultdict(dict)
    for draft in drafts:
        if draft.kind == "organisation":
            name = draft.name(content)
            key = draft.entries[0].id if len(draft.entries) == 1 else folded(name)
            for short in (*_shorter(name, words), *_bracketed(content, draft)):
                found[folded(short)][key] = draft.readings if len(draft.entries) == 1 else ()
    return {short: next(iter(them.values())) for short, them in found.items() if len(them) == 1}


def _shorter(name: str, words: Words) -> Iterator[str]:
    """The last words of a name, two at least, which say what it is. A body that every state has is not told
    by that alone: "Harbour Ministry" of "Norlandish Harbour Ministry"."""
    parts = list(_WORD.finditer(name))
    first, last = parts[0][0], parts[-1][0]
    if " of " in name or last not in words.heads:
        return
    if last in words.of_states and (first in words.adjectives or first in words.places):
        return
    for part in parts[1:-1]:
        short = name[part.start() :]
        if part[0][0].isupper() and short not in words.known_bodies:
            yield short


def _bracketed(content: str, draft: Draft) -> Iterator[str]:
    bracket = ABBREVIATED.match(content, draft.first_end) if draft.first_end else None
    if bracket:
        yield bracket[0][2:-1]


def _are_initials(letters: str, name: str) -> bool:
    """Whether letters may be the initials of a name: they stand in it in this order."""
    rest = iter(name.lower())
    letters = "".join(filter(str.isalpha, letters)).lower()
    return letters[:1] == name[:1].lower() and all(letter in rest for letter in letters)
