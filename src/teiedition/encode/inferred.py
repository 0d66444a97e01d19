"""What a document's title does not say and its text does: date, series; and a title for want of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from teiedition.encode import articles
from teiedition.encode.dates import Dates
from teiedition.encode.draft import Context, Draft
from teiedition.encode.endings import ends_sentence
from teiedition.encode.facts import Facts
from teiedition.encode.nodes import Node
from teiedition.encode.reading import Line
from teiedition.encode.vocabulary import Vocabulary

_LINE = 160
_HEAD = 8
"""Lines in which the word for the kind of document is looked for."""
_BRACKETS = str.maketrans("[]", "  ")
_DONE = re.compile(r"(?:Done|Signed|Concluded|Given|Made|Executed)\b")


def infer(
    made: Draft, context: Context, text: Sequence[Line], lines: Sequence[Line], furniture: Sequence[Node]
) -> None:
    """Fill a document's facts. `text` are its own lines without notes, `lines` those of the whole source,
    `furniture` are running heads beneath its text."""
    facts = made.facts
    if facts.genre == "article":
        _published(made, context, lines, furniture)
    elif not facts.date:
        _date(facts, text, context.dates)
    if _is_kind(facts.title, context.words):
        facts.title = (
            _made_up(facts, text, context.words) if facts.sender or facts.addressees else facts.title
        )
    if not facts.title:
        facts.title = _made_up(facts, text, context.words)
        made.doubts.append("The source gives the document no title; this one is made up.")


def _published(made: Draft, context: Context, lines: Sequence[Line], furniture: Sequence[Node]) -> None:
    facts, segment = made.facts, made.segment
    if not facts.date:
        tail = lines[slice(*segment.tail)] if segment.tail else ()
        whole = [*lines[segment.first : segment.last], *tail]
        facts.date, facts.date_words = articles.not_before(whole, context.dates)
    facts.series = articles.series([*made.text.body, *furniture], made.reading, facts)


def _date(facts: Facts, text: Sequence[Line], dates: Dates) -> None:
    """A date from the field "Time", the short lines above the text ("held at Selby on 3 May 1901"), or the
    formula beneath it ("Done at Selby on 3 May 1901")."""
    above = [line.text for line in takewhile(_is_brief, text)]
    beneath = [line.text for line in text if _DONE.match(line.text)][-1:]
    for words in (facts.time.translate(_BRACKETS), *above, *beneath):
        if found := [dated for dated in dates.find(words) if len(dated.sort_key) > 4]:
            facts.date = dict(found[0].attributes)
            facts.date_words = words[found[0].start : found[0].end]
            return


def _is_brief(line: Line) -> bool:
    """Is a line short, and no sentence?"""
    return len(line.text) < _LINE and (not ends_sentence(line.text) or line.text.endswith((" a.m.", " p.m.")))


def _is_kind(title: str, words: Vocabulary) -> bool:
    """Is a title nothing but the word for a kind of document: "MEMORANDUM"?"""
    return bool(words.genre_pattern.fullmatch(title.strip(" .:")))


def _made_up(facts: Facts, lines: Sequence[Line], words: Vocabulary) -> str:
    """A title for a document without one, from its kind, its parties and its date."""
    sender = f" from {_cased(facts.sender[0])}" if facts.sender else ""
    addressee = f" to {_cased(facts.addressees[0])}" if facts.addressees else ""
    if not (sender or addressee) and not facts.date_words:
        first = lines[0].text[:200].split() if lines else []
        return " ".join(first[:8]) + ("…" if len(first) > 8 else "") or "Untitled"
    near = " ".join(line.text for line in lines[:_HEAD])
    named = words.genre_pattern.search(facts.title or near)
    kind = named[0] if named and named[0][:1].isupper() else facts.genre
    date = f", {facts.date_words}" if facts.date_words else ""
    return f"{kind.capitalize()}{sender}{addressee}{date}"


def _cased(name: str) -> str:
    """A name in capitals with its small letters."""
    return name.title() if name.isupper() else name
