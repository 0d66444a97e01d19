"""Departments called by what they are for alone: "between State and Justice", "cleared with Justice".

A word such as "State" may mean anything else. The text or the authority files say somewhere that there is a
department of this name, or two of them are named in one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.words import CAPITAL, UPPER, Words

_WORD_BEHIND = re.compile(r" ([a-z]+)(?![\w-])")
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([a-z]{3,}) $")
_ITEM = re.compile(rf"{CAPITAL}(?: {CAPITAL}){{0,2}}")
"""One of several departments in a row."""
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
    series = _series(content, words) if _has_any(content, words.departments) else frozenset()
    for start, end in series:
        if taken.is_free(start, end):
            meant = readings(content[start:end], forms, words)
            yield Draft(start, end, "organisation", meant, 0.7, "a department in a row with other bodies")
    if not alone:
        return
    named = {name for match in _in_full(words).finditer(content) for name in match.groups() if name}
    named |= {name for match in _pair(words).finditer(content) for name in match.groups()}
    known = {name: readings(name, forms, words) for name in {run.tokens[0].word for run in alone}}
    offices = {at for match in _offices(words).finditer(content) for at in range(match.start(1), match.end())}
    for run in alone:
        name = run.tokens[0].word
        said = (name in named or known[name]) and run.start not in offices
        if said and (run.start, run.end) not in series and _stands(content, run, words, bool(known[name])):
            evidence = "a department that is called by what it is for"
            yield Draft(run.start, run.end, "organisation", known[name], 0.7, evidence)


def _series(content: str, words: Words) -> frozenset[tuple[int, int]]:
    """Where the departments stand that are named in one breath with initials of bodies that everybody
    knows: "Justice and AID officials", "the views of Justice, AID, and CIA"."""
    rows, one = _in_series(words)
    found = set[tuple[int, int]]()
    for row in rows.finditer(content):
        members = list(one.finditer(content, *row.span()))
        departments = [member.span() for member in members if member[0] in words.departments]
        known = any(member[0] in words.abbreviated_organisations for member in members)
        if known or (len(departments) > 1 and "/" in row[0]):
            found.update(departments)
    return frozenset(found)


def with_rows(content: str, drafts: Sequence[Draft], forms: Gazetteer, words: Words) -> list[Draft]:
    """The names with each of several departments: "the Departments of Justice, the Tides, and Trade", "the
    Justice and Labor Departments". What the authority files have is that: "the Departments of the Harbour
    Board and the Tide Commission"."""
    if not _has_any(content, words.department_rows):
        return list(drafts)
    rows = list(_row(words).finditer(content))
    spans = [part.span() for row in rows for part in _ITEM.finditer(content, *row.span(1))]
    spans += _together(content, words)
    if not spans:
        return list(drafts)
    starts = {row.start() for row in rows}
    entered = [
        draft
        for draft in drafts
        if draft.readings and draft.kind == "organisation" and draft.start not in starts
    ]
    evidence = "one of several in a row"
    found = [
        Draft(start, end, "organisation", readings(content[start:end], forms, words), 0.8, evidence)
        for start, end in dict.fromkeys(spans)
        if not any(draft.start <= start and end <= draft.end for draft in entered)
    ]
    taken = Taken(found)
    return [*(draft for draft in drafts if taken.is_free(draft.start, draft.end)), *found]


def _together(content: str, words: Words) -> list[tuple[int, int]]:
    """Departments with one word for all behind them, which is part of the last one's name."""
    rows, item = _before_word(words)
    found = []
    for row in rows.finditer(content):
        *others, (start, _) = (part.span() for part in item.finditer(content, *row.span(1)))
        found += [*others, (start, row.end())]
    return found


def _stands(content: str, run: Run, words: Words, listed: bool) -> bool:
    """Whether the words around let it be a department: "cleared with Justice", "Justice would object". One
    that is `listed` in the authority files may stand behind a verb: "it might cost Justice more"."""
    behind = _WORD_BEHIND.match(content, run.end, run.block.end)
    does = behind is not None and (
        behind[1] in words.acts
        or behind[1] in words.helping
        or words.speech.match(content, run.end) is not None
    )
    if run.after_stop:
        return does or (listed and behind is not None and behind[1] in words.department_behind)
    ends = behind is None and _CLOSED.match(content, run.end, run.block.end) is not None
    goes_on = behind is not None and (behind[1] in words.function or behind[1] in words.department_behind)
    if content.endswith(words.department_before_not, max(0, run.start - 20), run.start):
        return False
    if not (does or ends or goes_on):
        return False
    said = _WORD_BEFORE.search(content, max(run.block.start, run.start - 20), run.start) if listed else None
    verb = said is not None and said[1] not in words.function and said[1] not in words.descriptions
    return verb or bool(_before(words).search(content, run.block.start, run.start))


def readings(name: str, forms: Gazetteer, words: Words) -> tuple[Reading, ...]:
    """What the authority files have of this name: "Department of Justice", "Justice Department", and of an
    armed force "Royal Navy"."""
    name = next(
        (name.removesuffix(f" {row}") for row in words.department_rows if name.endswith(f" {row}")), name
    )
    full = [f"{head} of {the}{name}" for head in words.department_heads for the in ("", "the ")]
    full += [f"{name} {head}" for head in words.department_heads]
    full += [f"{whose} {name}" for whose in words.department_wholes if name in words.services]
    return tuple(reading for form in full for reading in forms.readings.get(folded(form), ()))


@cache
def _offices(words: Words) -> re.Pattern[str]:
    """Several offices in one breath: "Secretaries of State and Justice"."""
    name = rf"(?:the )?(?:{_any(words.departments)})"
    heads = _any(words.department_offices - words.department_rows)
    return re.compile(rf"(?<!\w)(?:{heads}) of ({name}(?:, {name})*,? (?:and|or) {name})(?!\w)")


@cache
def _in_full(words: Words) -> re.Pattern[str]:
    heads, names = _any(words.department_heads | words.department_offices), _any(words.departments)
    return re.compile(rf"(?<!\w)(?:(?:{heads}) of (?:the )?({names})|({names}) (?:{heads}))(?!\w)")


def _has_any(content: str, words: Iterable[str]) -> bool:
    return any(word in content for word in words)


@cache
def _row(words: Words) -> re.Pattern[str]:
    """Several departments in a row."""
    item = _ITEM.pattern
    more = rf"(?:, (?:the )?{item})*,? and (?:the )?{item}"
    return re.compile(rf"(?<!\w)(?:{_any(words.department_rows)}) of (?:the )?({item}{more})")


@cache
def _before_word(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Several departments before the word for them: "the Justice and Labor Departments", and one of them."""
    nouns = [word for word in words.portfolios if not words.qualifying.fullmatch(word)]
    item = rf"(?:{_any(frozenset([*nouns, *words.departments, *words.services]))})"
    row = rf"({item}(?:, {item})*,? and {item}) (?:{_any(words.department_rows)})"
    return re.compile(rf"(?<![\w-]){row}(?![\w-])"), re.compile(item)


@cache
def _in_series(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Departments and initials in a row, and one of them; the first is no office's."""
    one = rf"(?:{_any(words.departments)}|[{UPPER}]{{2,6}})(?![\w-])"
    alone = rf"{one}(?! [{UPPER}])"
    offices = "".join(rf"(?<!{office} of )" for office in sorted(words.department_offices))
    row = rf"(?<![\w/-]){offices}(?:{one}(?:/{one})+|{alone}(?:(?:, |,? and )(?:the )?{alone})+)"
    return re.compile(row), re.compile(one)


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
