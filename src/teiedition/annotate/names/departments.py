"""Departments called by what they are for alone: "between State and Justice", "cleared with Justice".

A word such as "State" may mean anything else. The text or the authority files say somewhere that there is a
department of this name, or two of them are named in one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.words import CAPITAL, Words

_WORD_BEHIND = re.compile(r" ([a-z]+)(?![\w-])")
_CLOSED = re.compile(r"[,.;:)\]/–—]|['’]s(?!\w)|$|\n")


def departments(content: str, capitals: Capitals, taken: Taken, forms: Gazetteer) -> Iterator[Draft]:
    """The departments that are called so in what is not taken."""
    words = capitals.words
    alone = [
        run
        for run in capitals.runs
        if len(run.tokens) == 1
        and run.tokens[0].word in words.departments
        and taken.is_free(run.start, run.end)
    ]
    if not alone:
        return
    named = {name for match in _in_full(words).finditer(content) for name in match.groups() if name}
    named |= {name for match in _pair(words).finditer(content) for name in match.groups()}
    known = {name: _readings(name, forms, words) for name in {run.tokens[0].word for run in alone}}
    for run in alone:
        name = run.tokens[0].word
        if (name in named or known[name]) and _stands(content, run, words):
            evidence = "a department that is called by what it is for"
            yield Draft(run.start, run.end, "organisation", known[name], 0.7, evidence)


def with_rows(content: str, drafts: Sequence[Draft], forms: Gazetteer, words: Words) -> list[Draft]:
    """The names with each of several departments: "the Departments of Justice, the Tides, and Trade".
    What the authority files have is that: "the Departments of the Harbour Board and the Tide Commission"."""
    rows, item = _row(words)
    entered = [draft for draft in drafts if draft.readings and draft.kind == "organisation"]
    found = [
        Draft(
            *match.span(),
            "organisation",
            _readings(match[0], forms, words),
            0.8,
            "one of several departments",
        )
        for row in rows.finditer(content)
        for match in item.finditer(content, row.start(1), row.end())
        if not any(draft.start <= match.start() and match.end() <= draft.end for draft in entered)
    ]
    taken = Taken(found)
    return (
        [*(draft for draft in drafts if taken.is_free(draft.start, draft.end)), *found]
        if found
        else [*drafts]
    )


def _stands(content: str, run: Run, words: Words) -> bool:
    """Whether the words around let it be a department: "cleared with Justice", "Justice would object"."""
    behind = _WORD_BEHIND.match(content, run.end, run.block.end)
    does = behind is not None and (
        behind[1] in words.acts
        or behind[1] in words.helping
        or words.speech.match(content, run.end) is not None
    )
    if run.after_stop:
        return does
    ends = behind is None and _CLOSED.match(content, run.end, run.block.end) is not None
    goes_on = behind is not None and (behind[1] in words.function or behind[1] in words.department_behind)
    if content.endswith(words.department_before_not, max(0, run.start - 20), run.start):
        return False
    return (does or ends or goes_on) and bool(_before(words).search(content, run.block.start, run.start))


def _readings(name: str, forms: Gazetteer, words: Words) -> tuple[Reading, ...]:
    """What the authority files have of this name: "Department of Justice", "Justice Department"."""
    full = [f"{head} of {the}{name}" for head in words.department_heads for the in ("", "the ")]
    full += [f"{name} {head}" for head in words.department_heads]
    return tuple(reading for form in full for reading in forms.readings.get(folded(form), ()))


@cache
def _in_full(words: Words) -> re.Pattern[str]:
    heads, names = _any(words.department_heads | words.department_offices), _any(words.departments)
    return re.compile(rf"(?<!\w)(?:(?:{heads}) of (?:the )?({names})|({names}) (?:{heads}))(?!\w)")


@cache
def _row(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Several departments in a row, and one of them."""
    item = rf"{CAPITAL}(?: {CAPITAL}){{0,2}}"
    more = rf"(?:, (?:the )?{item})*,? and (?:the )?{item}"
    return re.compile(rf"(?<!\w)(?:{_any(words.department_rows)}) of (?:the )?({item}{more})"), re.compile(
        item
    )


@cache
def _pair(words: Words) -> re.Pattern[str]:
    names = _any(words.departments)
    return re.compile(rf"(?<= )({names})(?:,? and |/)({names})(?![\w-]| [A-Z])")


@cache
def _before(words: Words) -> re.Pattern[str]:
    """What may stand before a department amid a sentence: a small word, another body and a comma or slash."""
    return re.compile(rf"(?:(?:^|[ (“—])(?:{_any(words.department_before)}) |[A-Za-z](?:, |[/–-])| \()$")


def _any(names: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
