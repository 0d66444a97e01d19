"""Places that somebody sits or speaks for, in brackets behind the name: "Mr. Orr (Selby, North): …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import CAPITAL, Words

_SEAT = re.compile(
    rf" \(({CAPITAL}(?:(?: |, | and | of (?:the )?){CAPITAL}){{0,3}})\)(?=:| asked\b|$)", re.MULTILINE
)
_WORD = re.compile(CAPITAL)


def with_seats(content: str, drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """The names and those places; a place in such a bracket is the whole of it."""
    seats = []
    others = Taken(draft for draft in drafts if draft.kind != "place")
    for draft in drafts:
        seat = _SEAT.match(content, draft.end) if draft.kind == "person" else None
        if seat and others.is_free(*seat.span(1)) and _may_be_place(seat[1], words):
            known = [other for other in drafts if (other.start, other.end) == seat.span(1)]
            if not known:
                seats.append(Draft(*seat.span(1), "place", (), 0.75, "whom somebody speaks for"))
    taken = Taken(seats)
    return [*(draft for draft in drafts if taken.is_free(draft.start, draft.end)), *seats]


def _may_be_place(name: str, words: Words) -> bool:
    """Whether no word of a bracket says that it is an office, a party or a body."""
    known = traits_of(words)
    said = [known[word] for word in _WORD.findall(name)]
    other = any(traits.head or traits.small in words.title_ends or traits.upper for traits in said)
    return not other and not any(word in words.creeds for word in _WORD.findall(name))
