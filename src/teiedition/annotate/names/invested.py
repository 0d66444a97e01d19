"""Persons with a title between their given names and the rest: "Henry John Viscount Selby", as treaties
have them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.words import CAPITAL, Words

_GIVEN = re.compile(rf"(?<![\w’'.-])(?:{CAPITAL} ){{1,4}}$")
_LONGEST = 50


def with_given_names(content: str, drafts: Iterable[Draft], words: Words) -> list[Draft]:
    """The names in their order, each of these as one."""
    found = list[Draft]()
    for draft in drafts:
        if draft.kind == "person" and (start := _given_before(content, draft, words)) is not None:
            before = found.pop() if found and found[-1].end > start else None
            titles = before.titles if before else ()
            draft = draft._replace(start=before.start if before else start, titles=titles, score=0.9)
        found.append(draft)
    return found


def _given_before(content: str, draft: Draft, words: Words) -> int | None:
    """Where the given names before the title of a name begin; the title may be taken for one of them."""
    start, end = draft.start, draft.outer_start
    last = content[max(0, end - 16) : end].split(" ")[-2:-1]
    if last and last[0] in words.lords and not draft.titles:
        end -= len(last[0]) + 1
    elif content[end : start if start > end else draft.end].split(" ")[0] not in words.lords:
        return None
    before = _GIVEN.search(content, max(0, end - _LONGEST), end)
    if before is None:
        return None
    start, said = before.start(), before[0].split()
    while said and said[0] not in words.given:
        start += len(said.pop(0)) + 1
    return start if said and all(name in words.given for name in said) else None
