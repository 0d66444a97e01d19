"""Bodies with another name of theirs in brackets: "NHB [Norland Harbour Board]", "Harbour Board (NHB)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Reading
from teiedition.annotate.names.words import UPPER
from teiedition.annotate.text import Text

_OPENED = re.compile(r" [(\[]")
_SHORTENED = re.compile(rf"[\w.&/-]*[{UPPER}][\w.&/-]*[{UPPER}][\w.&/-]*")
"""Initials, or a word put together of the beginnings of others: "HarbSoviet"."""


def with_glosses(text: Text, drafts: Sequence[Draft]) -> list[Draft]:
    """The names in their order, a body and the bracket that explains it as one; and what the bracket tells of
    a body is known of it elsewhere too."""
    joined = list(_joined(text, sorted(drafts, key=lambda draft: draft.start)))
    told: dict[str, tuple[Reading, ...]] = {}
    for draft in joined:
        if draft.kind == "organisation" and draft.first_end and draft.readings:
            told[folded(draft.name(text.content))] = draft.readings
            told[folded(draft.second_name(text.content).strip("()"))] = draft.readings
    if not told:
        return joined
    return [
        draft._replace(readings=told.get(folded(draft.name(text.content)), ()))
        if draft.kind == "organisation" and not draft.readings
        else draft
        for draft in joined
    ]


def _joined(text: Text, drafts: Sequence[Draft]) -> Iterator[Draft]:
    supplied = {mark.start: mark.end for mark in text.marks if mark.element == "supplied"}
    waiting: Draft | None = None
    for draft in drafts:
        both = waiting and waiting.kind == draft.kind == "organisation" and draft.start - waiting.end < 3
        end = _end(text.content, waiting, draft, supplied) if waiting and both else 0
        if waiting and end:
            readings = waiting.readings or draft.readings
            evidence = f"{waiting.evidence}; explained in brackets"
            draft = waiting._replace(end=end, first_end=waiting.end, readings=readings, evidence=evidence)
        elif waiting:
            yield waiting
        waiting = draft
    if waiting:
        yield waiting


def _end(content: str, one: Draft, other: Draft, supplied: dict[int, int]) -> int:
    """Where the bracket behind a body ends of which another name is all; 0 where there is none, or it is not
    a name of the same body."""
    if one.first_end:
        return 0
    names = (content[one.start : one.end], content[other.start : other.end])
    if not any(_SHORTENED.fullmatch(name) for name in names) or folded(names[0]) == folded(names[1]):
        return 0
    if one.readings and other.readings and not set(one.entries) & set(other.entries):
        return 0
    opened = _OPENED.fullmatch(content, one.end, other.start)
    if opened and content[other.end : other.end + 1] in (")", "]"):
        return other.end + 1
    told = content[one.end : other.start] == " " and supplied.get(other.start) == other.end
    return other.end if told else 0
