"""Persons whose initials stand behind: "Present: Orr, A. B., Lee, T. K., Selby, M."; "Orr A. B. reported"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import Reading
from teiedition.annotate.names.given import agree, given_names, is_family_name
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import INITIAL
from teiedition.annotate.text import Text
from teiedition.authority import Form

_INITIAL = re.compile(INITIAL)
_BEHIND = re.compile(r"[,;:)\]\n]|$| (?:[a-z(–—\d-]|$)|\.? ?$")
"""What may follow; a name with a capital shows that the initials belong to it."""


class _Inverted(NamedTuple):
    family: Token
    initials: Token
    run: Run
    comma: bool


def with_initials_behind(
    text: Text, drafts: Sequence[Draft], capitals: Capitals, titles: Titles
) -> list[Draft]:
    """The names with the initials behind family names, and those of further persons written so.

    One such name alone proves little after a comma, or with one initial; two in a row do.
    """
    seen = list(_candidates(text.content, capitals))
    if not seen:
        return list(drafts)
    bare = {(draft.start, draft.end): draft for draft in drafts if is_family_name(draft)}
    taken = Taken([draft for draft in drafts if not is_family_name(draft)])
    seen = [item for item in seen if taken.is_free(*_span(item))]
    rows = Counter((item.run.block.start, item.comma) for item in seen)
    found: dict[tuple[int, int], Draft] = {}
    for item in seen:
        draft = bare.get((item.family.start, item.family.end))
        several = len(_INITIAL.findall(item.initials.word)) > 1 and not item.comma
        titled = titles.stands_before(text.content, item.run.block.start, item.family)
        if draft or several or titled or rows[item.run.block.start, item.comma] > 1:
            found[item.family.start, item.family.end] = _draft(text.content, item, draft, capitals)
    kept = [draft for draft in drafts if (draft.start, draft.end) not in found]
    return sorted([*kept, *found.values()], key=lambda draft: draft.start)


def _span(item: _Inverted) -> tuple[int, int]:
    return item.family.start, item.initials.end


def _candidates(content: str, capitals: Capitals) -> Iterator[_Inverted]:
    """Initials at the end of a run, or alone behind a comma, with the family name before them."""
    for number, run in enumerate(capitals.runs):
        last = run.tokens[-1]
        if not last.traits.initials or last.word[-1] != "." or last.word in capitals.words.honours:
            continue
        before, comma = run, len(run.tokens) == 1
        if comma:
            before = capitals.runs[number - 1] if number else run
            if before.block is not run.block or content[before.tokens[-1].end : last.start] != ", ":
                continue
        tokens = before.tokens if comma else before.tokens[:-1]
        alone = len(tokens) == 1 or comma or tokens[-2].word.lower() in capitals.words.title_ends
        if alone and _BEHIND.match(content, last.end, run.block.end) and _may_be_family(tokens[-1], capitals):
            regional = capitals.words.regions.match(content, tokens[-1].end)
            if not regional and last.word not in capitals.words.abbreviated_places:
                yield _Inverted(tokens[-1], last, run, comma)


def _may_be_family(token: Token, capitals: Capitals) -> bool:
    traits = token.traits
    return not (traits.ordinary or traits.plain or traits.initials or capitals.common[token.word])


def _draft(content: str, item: _Inverted, known: Draft | None, capitals: Capitals) -> Draft:
    start, end = _span(item)
    evidence = "a family name with its initials behind it"
    if known is None:
        return Draft(start, end, "person", (), 0.85, evidence)
    initials = _INITIAL.findall(item.initials.word)
    entries = [
        entry
        for entry in known.entries
        if agree(initials, given_names(entry, known, content), capitals.words)
    ]
    form = Form(content[start:end], "variant")
    readings = tuple(Reading(entry, form) for entry in entries)
    return known._replace(end=end, readings=readings, evidence=f"{known.evidence}; {evidence}", score=0.9)
