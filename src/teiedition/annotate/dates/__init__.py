"""Finds dates and gives them their values (docs/encoding.md; TEI P5, att.datable.w3c)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from teiedition.annotate.context import Context
from teiedition.annotate.dates.discourse import Discourse
from teiedition.annotate.dates.distances import distances
from teiedition.annotate.dates.evidence import Evidence, evidence
from teiedition.annotate.dates.expressions import Expression, Grammar, grammar
from teiedition.annotate.dates.lists import days_before, days_behind, with_year_of_list
from teiedition.annotate.dates.meanings import joined, stretch_of
from teiedition.annotate.dates.said import Said
from teiedition.annotate.dates.slashes import order
from teiedition.annotate.text import Block, Text
from teiedition.calendars import Stretch, written
from teiedition.model import Mention

CALENDARS = {"julian": "https://www.wikidata.org/entity/Q11184"}
"""What @calendar says where the words follow another calendar than the Gregorian, in which values are."""

AROUND = 6
"""So much may stand around a day that is all that a heading says, or the last that an opener does."""

__all__ = ["Discourse", "find", "find_dates"]


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The dates in a document. A note goes on from where it is anchored, and the text from there too."""
    thread = Discourse(context.not_after or None)
    threads: dict[int, Discourse] = {}
    thread.order = order(text.content)
    told = False
    anchors = sorted({block.anchor for block in text.blocks if block.anchor is not None})
    for block in text.blocks:
        language = block.language or context.language
        if block.in_header or "note" in block.path:
            aside = threads.get(block.anchor or -1, thread).fork()
            yield from find_dates(text.content, None, language, aside, block.start, block.end)
            continue
        thread.new_paragraph()
        found = list[Mention]()
        at = block.start
        for anchor in [*anchors[bisect_right(anchors, at) : bisect_right(anchors, block.end)], block.end]:
            found += find_dates(text.content, None, language, thread, at, anchor)
            at = max(anchor, found[-1].end if found else anchor)
            threads[anchor] = thread.fork()
        if found and _is_dateline(text.content, block, found, told):
            thread.written_on(found[0].attributes.get("when", ""))
        elif found and block.element == "head":
            thread.settle()
        told = told or block.element == "p"
        yield from found


def _is_dateline(content: str, block: Block, found: list[Mention], told: bool) -> bool:
    """Whether a block tells when what follows was written: a dateline; amid the text a heading that is a
    day ("The Fifth of May" is a title), or an opener that ends with one."""
    if block.element in ("head", "opener") and told and len(found) == 1:
        titled = block.element == "head" and any(map(str.isalpha, content[block.start : found[0].start]))
        return not titled and block.end - found[0].end < AROUND
    return block.element == "dateline" and "closer" not in block.path


def find_dates(
    text: str,
    document_date: str | None = None,
    language: str = "en",
    discourse: Discourse | None = None,
    start: int = 0,
    end: int | None = None,
) -> list[Mention]:
    """Find dates, complete partial ones, and count relative ones from `document_date`.

    `document_date` is in W3C form. Offsets: code points into `text`, half-open; only what begins between
    `start` and `end` is given, and a newline ends an expression. `discourse` is the thread of the text
    before, so that a document can be given block by block; without it, the text stands alone. A date that
    can't be worked out is returned without a value; nothing raises. Rule: docs/encoding.md; TEI P5 #NDDATE.
    """
    thread = discourse or Discourse(document_date)
    dates, judge, apart = grammar(language), evidence(language), distances(language)
    triggers = _triggers(language)
    found: list[Mention] = []
    at, stop = start, len(text) if end is None else end
    while trigger := triggers.search(text, at, stop):
        at = trigger.end()
        if distance := apart.read(text, trigger.start()):
            found += _single(text, distance, judge, thread)
            continue
        for expression in _expressions(text, trigger.start(), dates):
            if expression.first.figures:
                expression = replace(expression, first=thread.ordered(expression.first))
            if judge.stands(text, expression, thread.document_year):
                mentions = _mentions(text, with_year_of_list(text, expression, dates), judge, thread)
                found += mentions
                at = expression.end if mentions else at
    return found


@cache
def _triggers(language: str) -> re.Pattern[str]:
    """Where a date may begin, and where the unit of a distance does."""
    return re.compile(f"{grammar(language).trigger.pattern}|{distances(language).trigger}")


def _expressions(text: str, at: int, dates: Grammar) -> list[Expression]:
    """The date that begins at a place, or the days that a list beginning there has in one month."""
    if text[at].isdigit() and (days := days_before(text, at, dates)):
        return days
    expression = dates.read(text, at)
    return (days_behind(text, expression, dates) or [expression]) if expression else []


def _mentions(text: str, said: Expression, judge: Evidence, thread: Discourse) -> list[Mention]:
    """One mention, or two where two dates are merely listed ("25 November and 6 December 1958")."""
    if said.second is None:
        return _single(text, said, judge, thread)
    if said.joiner != "and" or judge.between(text, said.start):
        return [_pair(text, said, said.second, judge, thread)]
    first = Expression(said.start, said.split[0], said.first)
    second = Expression(said.split[1], said.end, said.second)
    return _single(text, first, judge, thread) + _single(text, second, judge, thread)


def _single(text: str, expression: Expression, judge: Evidence, thread: Discourse) -> list[Mention]:
    said, start, end = expression.first, expression.start, expression.end
    if said.month and not said.has_year and not said.relative and judge.recurs(text, start, end):
        thread.recurring = True
        when = "--" + written(0, said.month, said.day or 0)[5:]
        return [Mention(start, end, "date", {"when": when}, 0.95, "comes back every year")]
    opens = judge.opens(text, start)
    named = said.month and not said.has_year and not said.relative
    if year := judge.named_event(text, start) if named else None:
        time = stretch_of(replace(said, year=year))
        why = "an event that is known by this name"
        return [Mention(start, end, "date", time.attributes(), 0.95, why)] if time else []
    event, known = _event_year(text, expression, judge, thread) if said.only("month") else (None, False)
    if event:
        complete, why, sure = replace(said, year=event), "the year of the event that it names", 0.95
    elif said.only("month") and judge.ongoing(text, start):
        complete, why, sure = thread.lately(said)
    else:
        due = judge.due if said.only("weekday") else judge.deadline
        future = judge.future(text, start, end) or due(text, start) or judge.bound(text, start) == "notBefore"
        complete, why, sure = thread.complete(said, future, opens, judge.written(text, start))
    stretch = stretch_of(complete)
    if said.step is not None and stretch is None:
        return []
    if (not said.relative or said.month) and (opens or not known):
        thread.remember(complete, opens)
    if said.month and said.year and not (said.day or said.two_digits):
        thread.events.setdefault((said.month, judge.event(text, start, end)), said.year)
    values = _bounded(stretch, judge.bound(text, start)) if stretch else {}
    kind = {"type": "relative"} if said.relative else {}
    calendar = {"calendar": CALENDARS[said.calendar]} if said.calendar in CALENDARS else {}
    return [Mention(start, end, "date", {**kind, **values, **calendar}, sure if values else 0.5, why)]


def _event_year(
    text: str, expression: Expression, judge: Evidence, thread: Discourse
) -> tuple[int | None, bool]:
    """The year of an event called after a month: said behind it, or known from its first mention."""
    name = (expression.first.month or 0, judge.event(text, expression.start, expression.end))
    if year := judge.event_year(text, expression.end):
        thread.events.setdefault(name, year)
        return year, False
    year = thread.events.get(name) if name[1] else None
    return year, year is not None


def _pair(text: str, expression: Expression, second: Said, judge: Evidence, thread: Discourse) -> Mention:
    start, end = expression.start, expression.end
    future = judge.future(text, start, end)
    opens = judge.opens(text, start)
    first, why, sure = thread.complete(expression.first, future, opens)
    if second.relation is not None:
        last = thread.complete(second)[0]
        if first.month and last.year and not expression.first.has_year and expression.first.relation is None:
            first = replace(first, year=last.year - (first.month > (last.month or 12)))
    elif second.has_year and not second.two_digits:
        last = second
    elif second.two_digits:
        last = thread.complete(second)[0]
    else:
        over = bool(second.month and first.month and second.month < first.month)
        last = replace(second, year=first.year + over if first.year else None)
        future = future or (thread.begins_soon(first) and not judge.told(text, start, end))
        if over and first.year and not future and thread.lies_ahead(last):
            first, last = replace(first, year=first.year - 1), replace(last, year=first.year)
    joiner = "through" if expression.joiner == "and" else expression.joiner
    stretch = joined(first, last, joiner)
    if last.month:
        thread.remember(last, opens)
    values = stretch.attributes() if stretch else {}
    return Mention(start, end, "date", values, sure if values else 0.5, why)


def _bounded(stretch: Stretch, bound: str) -> dict[str, str]:
    """The attributes of a single date; "not later than 5 May" has it as @notAfter."""
    values = stretch.attributes()
    return {bound: values["when"]} if bound and "when" in values else values
