"""Names that editors complete or explain in brackets: "A[nn] Orr", "Selby [Orr]"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.words import CAPITAL, UPPER
from teiedition.annotate.text import Text

_GIVEN = rf"(?:(?<!\w)[{UPPER}]\w?\[[a-zà-öø-ÿ]{{1,16}}(?: [{UPPER}]\.?)?\]\.? )+"
_COMPLETED = re.compile(rf"{_GIVEN}$")
"""Given names of which the first letters are the source's: "A[nn] B[el] "."""
_ADDED = rf"(?<![\w’'-])(?P<family>{CAPITAL}) \[(?P<given>{CAPITAL}(?: {CAPITAL})?)\]"
_WHOLE = re.compile(rf"{_GIVEN}{CAPITAL}(?! [{UPPER}]|[\w\[])|{_ADDED}")
_EXPANDED = re.compile(rf"(?<!\w)(?:[{UPPER}]\[[a-zà-öø-ÿ]{{1,16}}\] )+[{UPPER}]\[[a-zà-öø-ÿ]{{1,16}}\]")
"""Initials of which the editor has completed each: "H[arbour] B[oard]"."""
_LONGEST = 60


def with_aliases(text: Text, drafts: Sequence[Draft], capitals: Capitals, titles: Titles) -> list[Draft]:
    """The names, of which a person in brackets behind another name is one with it."""
    if "[" not in text.content:
        return list(drafts)
    found: list[Draft] = []
    drafts, bodies = _expanded(text.content, drafts, capitals.words.heads)
    taken = Taken([*drafts, *bodies])
    completed = [
        Draft(*match.span(), "person", (), 0.85, "given names that the editor has completed")
        for match in _WHOLE.finditer(text.content)
        if (match["family"] is None or _is_family(match, capitals)) and taken.is_free(*match.span())
    ]
    for draft in sorted([*drafts, *bodies, *completed], key=lambda draft: draft.start):
        if draft.kind == "person" and not draft.titles:
            draft = _completed(text.content, draft, taken)
            if found and (whole := _explained(text.content, found[-1], draft)):
                found[-1] = whole
                continue
            draft = _with_alias(text.content, draft, capitals, titles, taken)
        found.append(draft)
    return found


def _expanded(
    content: str, drafts: Sequence[Draft], heads: Collection[str]
) -> tuple[list[Draft], list[Draft]]:
    """The names without those of persons that end amid a completed word; and bodies of completed initials."""
    spans = [match.span() for match in re.finditer(_GIVEN, content)]
    kept = [
        draft
        for draft in drafts
        if draft.readings
        or draft.kind != "person"
        or not any(start < draft.end < end for start, end in spans)
    ]
    taken = Taken(kept)
    evidence = "initials of a body that the editor has completed"
    bodies = [
        Draft(*match.span(), "organisation", (), 0.8, evidence)
        for match in _EXPANDED.finditer(content)
        if match[0].replace("[", "").replace("]", "").split()[-1] in heads and taken.is_free(*match.span())
    ]
    return kept, bodies


def _is_family(match: re.Match[str], capitals: Capitals) -> bool:
    """Whether a family name stands before given names that the editor has added: "Zhou [Bel]"."""
    added = match["given"].split()
    plain = any(capitals.common[word] or word in capitals.words.adjectives for word in added)
    return match["family"] in capitals.words.family_first and not plain


def _completed(content: str, draft: Draft, taken: Taken) -> Draft:
    before = _COMPLETED.search(content, max(0, draft.start - _LONGEST), draft.start)
    return draft._replace(start=before.start()) if before and taken.is_free(*before.span()) else draft


def _explained(content: str, alias: Draft, draft: Draft) -> Draft | None:
    """ "Selby [Orr]" where both are known for persons."""
    if alias.kind != "person" or alias.first_end or not _is_bracketed(content, alias.end, draft):
        return None
    readings = draft.readings or alias.readings
    return alias._replace(end=draft.end + 1, first_end=alias.end, readings=readings)


def _with_alias(content: str, draft: Draft, capitals: Capitals, titles: Titles, taken: Taken) -> Draft:
    """The same where the word before the bracket is known for nothing."""
    number = bisect_right([run.start for run in capitals.runs], draft.start - 3) - 1
    if number < 0 or not _is_bracketed(content, capitals.runs[number].end, draft):
        return draft
    run = capitals.runs[number]
    name = run.tokens[-1]
    known = (
        name.traits.ordinary or name.traits.plain or capitals.common[name.word] or titles.is_last[name.word]
    )
    if known or not taken.is_free(name.start, name.end):
        return draft
    evidence = f"{draft.evidence}; with another name before it"
    return draft._replace(start=name.start, end=draft.end + 1, first_end=name.end, evidence=evidence)


def _is_bracketed(content: str, end: int, draft: Draft) -> bool:
    """Whether a name is all of a bracket behind what ends there."""
    return content[end : draft.start] == " [" and content[draft.end : draft.end + 1] == "]"
