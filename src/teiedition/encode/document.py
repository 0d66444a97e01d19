"""One document: from its lines to the elements of its text and the facts of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from teiedition.authority import Authority
from teiedition.encode import articles, labels, provenance, record
from teiedition.encode.composition import Composition
from teiedition.encode.correspondence import correspondents, dated
from teiedition.encode.dates import Dates
from teiedition.encode.endings import ends_sentence
from teiedition.encode.facts import Archival, Facts
from teiedition.encode.interventions import Brackets
from teiedition.encode.language import language
from teiedition.encode.letters import Frame, Letters
from teiedition.encode.nodes import Node, element
from teiedition.encode.notes import Note
from teiedition.encode.paragraphs import Habits, Paragraph, join
from teiedition.encode.parts import Part, Writer
from teiedition.encode.preamble import Preamble, listed
from teiedition.encode.reading import Line, Reading
from teiedition.encode.segments import Segment, is_source_note
from teiedition.encode.speakers import Cast
from teiedition.encode.structure import Structure, Text
from teiedition.encode.turns import Turns
from teiedition.encode.vocabulary import Vocabulary

_MANY_NOTES = 5
_LINE = 160
_SAMPLE = 200
_FROM_TO = re.compile(r"(?i:(?:no\.?\s*)?[\d.]*\s*from)\s+[^\W\d_a-z].{1,60}\s(?i:to)\s+[^\W\d_a-z].{1,60}")
_BRACKETS = str.maketrans("[]", "  ")


@dataclass(frozen=True, slots=True)
class Context:
    """What all documents of a source share. `spelling` counts its words as they are written, `furniture`
    are the lines that belong to its pages: line number → TEI's `fw/@type`."""

    reading: Reading
    words: Vocabulary
    dates: Dates
    authority: Authority | None
    spelling: dict[str, int]
    furniture: dict[int, str]
    brackets: Brackets
    lexicon: provenance.Lexicon


@dataclass(slots=True)
class Draft:
    """A document encoded but for its identifier and its ties to others."""

    segment: Segment
    reading: Reading
    first_line: int
    last_line: int
    facts: Facts = field(default_factory=Facts)
    text: Text = field(default_factory=Text)
    cast: Cast | None = None
    notes: list[Note] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def draft(segment: Segment, lines: Sequence[Line], context: Context) -> Draft:
    """Encode one document; `lines` are those of the whole source."""
    return Drafter(segment, lines, context).draft()


class Drafter:
    """Encodes one document, step by step."""

    def __init__(self, segment: Segment, lines: Sequence[Line], context: Context) -> None:
        self._lines, self._context = lines, context
        first, last = lines[segment.first], lines[segment.last - 1]
        self._made = Draft(segment, context.reading, first.number, last.number)
        self._writer = Writer(context.brackets, context.reading.formats)

    def draft(self) -> Draft:
        made, segment = self._made, self._made.segment
        begin = segment.first + segment.above
        made.text.front += map(self._above, self._lines[segment.first : begin])
        recorded = self._record(self._lines[begin : segment.last])
        title = begin if recorded else segment.title
        body = begin + recorded
        end = segment.last
        while end > max(title, body) and self._lines[end - 1].is_rule:
            end -= 1
        composed = self._compose(self._lines[body:end])
        text = composed.lines
        if not recorded:
            text = self._headed(text, self._lines[title - 1].number if title > begin else 0)
        made.facts.language = language(" ".join(line.text for line in text[:_SAMPLE]), self._context.words)
        self._body(text)
        ending = [Node("milestone", {"unit": "document", "rend": "asterisks"})] * bool(segment.last - end)
        made.text.closing += [*composed.left_over(), *composed.last_furniture, *ending]
        if segment.tail:
            made.facts.appendix = self._appendix(self._lines[slice(*segment.tail)])
        return made

    def _above(self, line: Line) -> Node:
        """What stands above the title: marks of secrecy, or the title of the whole source."""
        if self._context.words.classifies(line.text):
            return element("note", line.slice, attributes={"type": "classification"})
        return _header_line(line)

    def _compose(self, lines: Sequence[Line]) -> Composition:
        context = self._context
        headings = context.words.words("notes", "headings")
        self._composed = Composition(
            lines, context.reading, context.furniture, self._writer, headings=headings
        )
        self._made.reading, self._made.notes = self._composed.reading, self._composed.notes
        return self._composed

    # what stands before the text

    def _record(self, lines: Sequence[Line]) -> int:
        """An archive's record above the text: takes its facts, and says how many lines it has."""
        context, facts = self._context, self._made.facts
        parsed = record.parse(lines, context.reading, context.words, context.dates)
        if parsed is None:
            return 0
        found, count = parsed
        facts.record = found
        facts.title = context.reading.words(*(line.slice for line in found.title))
        facts.archival = Archival(found.citation.repository, found.citation.shelfmark, found.citation.pages)
        facts.credits = found.citation.credits
        facts.original = [section.text for section in found.section("language")]
        if found.date:
            facts.date, facts.date_words = dict(found.date[1].attributes), found.date[0].text
        elif found.citation.date:
            facts.date, facts.date_words = {"when": found.citation.date}, found.citation.date
        facts.genre = self._genre(facts.title)
        self._made.text.front += map(_header_line, found.furniture)
        return count

    def _headed(self, text: Sequence[Line], last: int) -> list[Line]:
        """The title above the text and the note of the source beneath it; the lines behind them."""
        facts, dates = self._made.facts, self._context.dates
        title = [line for line in text if line.number <= last]
        rest = list(text[len(title) :])
        if title:
            part = self._composed.part(join(title, Habits(title)))
            above = self._composed.above(title)
            self._made.text.head += [*above, self._writer.element("head", part)]
            facts.title = self._made.reading.words(*(line.slice for line in title))
            facts.genre = self._genre(facts.title)
        found = dates.last(facts.title)
        if found and (facts.genre or "from" not in found.attributes):
            facts.date, facts.date_words = dict(found.attributes), facts.title[found.start : found.end]
        if rest and is_source_note(rest[0].text):
            self._made.text.head += self._composed.above(rest[:1])
            self._made.text.head.append(self._source_note(rest.pop(0)))
        return rest

    def _source_note(self, line: Line) -> Node:
        facts = self._made.facts
        if line.text[0] == "[":
            end = line.text.endswith("]")
            line = line._replace(
                start=line.start + 1, end=line.end - end, text=line.text[1 : len(line.text) - end]
            )
        found = provenance.parse(line.text, self._context.lexicon, str(self._made.segment.order))
        facts.archival = Archival(
            found.repository, found.shelfmark, found.pages, found.damaged, found.inferred, found.certainty
        )
        facts.credits = found.credits
        if found.damaged:
            self._made.doubts.append(_damage(found))
        part = self._composed.part(Paragraph([line]))
        return self._writer.element("note", part, {"type": "source"}, provenance.markups(found))

    def _genre(self, title: str) -> str:
        """The genre that a title names; empty for none."""
        named = self._context.words.genre_pattern.search(title.translate(_BRACKETS))
        return str(self._context.words.table("genres")[named[0].lower()]) if named else ""

    # the text

    def _body(self, lines: Sequence[Line]) -> None:
        made, words = self._made, self._context.words
        facts, text = made.facts, made.text
        cast = Cast(words, self._context.authority, facts.date.get("when", ""))
        cast.add(_people_of(facts.title), "present", in_title=True)
        turns = self._turns(lines, cast)
        parts = self._parts(lines, turns)
        if not facts.genre:
            parts = self._byline(parts)
        letters = Letters(words, self._context.dates, self._writer)
        parts = self._preamble(Preamble(words, letters, self._writer, cast, facts), parts, turns)
        many = len(made.notes) >= _MANY_NOTES
        if not facts.genre and _FROM_TO.fullmatch(facts.title):
            facts.genre = "cable"
        facts.genre = facts.genre or ("minutes" if turns.found else "article" if many else "")
        if facts.genre != "article" and not turns.found:
            parts = self._framed(letters.frame(parts))
        text.body += Structure(self._writer, turns, words, facts.genre == "article").blocks(parts)
        facts.genre = facts.genre or ("agreement" if _has_articles(parts) else "report")
        made.cast = cast if turns.found or facts.genre == "minutes" else None
        self._settle(lines)

    def _turns(self, lines: Sequence[Line], cast: Cast) -> Turns:
        context, minutes = self._context, self._made.facts.genre == "minutes"
        return Turns([line.text for line in lines], context.words, context.spelling, cast, minutes)

    def _parts(self, lines: Sequence[Line], turns: Turns) -> list[Part]:
        words = self._context.words

        def starts(text: str) -> bool:
            return turns.starts(text) or bool(labels.fields(text[:200], words, loose=False))

        return self._composed.parts(lines, starts, listed(lines, words))

    def _byline(self, parts: list[Part]) -> list[Part]:
        """The authors' names beneath an article's title."""
        facts = self._made.facts
        names = articles.authors(parts[0].text) if len(parts) > 1 and not parts[0].rows else ()
        if not names:
            return parts
        facts.genre, facts.authors = "article", names
        self._made.text.head += [*parts[0].before, self._writer.byline(parts[0], names)]
        return parts[1:]

    def _preamble(self, preamble: Preamble, parts: list[Part], turns: Turns) -> list[Part]:
        """The labelled facts before the text, and the date line among them."""
        nodes, rest = preamble.take(parts, turns)
        self._made.text.front += nodes
        if preamble.dateline:
            dateline = self._writer.element("dateline", preamble.dateline)
            self._made.text.opener.append(Node("opener", {}, [*preamble.dateline.before, dateline]))
            dated(self._made.facts, preamble.dateline.text, self._context.dates)
        return rest

    def _framed(self, frame: Frame) -> list[Part]:
        """The parts between a text's opening and its closing, of which the facts are taken."""
        facts, text = self._made.facts, self._made.text
        if frame.opener and text.opener:
            text.opener[0].children += [" ", *frame.opener.children]
        elif frame.opener:
            text.opener.append(frame.opener)
        text.closing[:0] = frame.closing
        if not facts.genre and frame.addressee and (frame.closing or text.opener):
            facts.genre = "letter"
        correspondents(facts, frame, self._context.dates)
        return frame.body

    def _settle(self, lines: Sequence[Line]) -> None:
        """What the text says of itself where its title does not: its date, its series, a title."""
        facts, dates, segment = self._made.facts, self._context.dates, self._made.segment
        if not facts.date and (found := dates.find(facts.time.translate(_BRACKETS))):
            facts.date = dict(found[0].attributes)
            facts.date_words = facts.time[found[0].start : found[0].end]
        if not facts.date and facts.genre != "article":
            self._date_above(lines)
        if facts.genre == "article":
            if not facts.date:
                tail = self._lines[slice(*segment.tail)] if segment.tail else ()
                whole = [*self._lines[segment.first : segment.last], *tail]
                facts.date, facts.date_words = articles.not_before(whole, dates)
            blocks = [*self._made.text.body, *self._composed.last_furniture]
            facts.series = articles.series(blocks, self._made.reading, facts)
        if not facts.title:
            facts.title = _made_up(facts, lines)
            self._made.doubts.append("The source gives the document no title; this one is made up.")

    def _date_above(self, lines: Sequence[Line]) -> None:
        """A date in the short lines with which the text begins: "held at Selby on 3 May 1901"."""
        for line in takewhile(_is_brief, lines):
            if found := self._context.dates.find(line.text):
                facts = self._made.facts
                facts.date = dict(found[0].attributes)
                facts.date_words = line.text[found[0].start : found[0].end]
                return

    def _appendix(self, lines: Sequence[Line]) -> Node:
        """Lines at the source's end that belong to its first document: about the authors, most often."""
        composed = Composition(lines, self._made.reading, {}, self._writer, noted=False)
        parts = composed.parts(composed.lines, lambda text: False)
        nodes = [node for part in parts for node in (*part.before, self._writer.block(part))]
        return Node("note", {"type": "appendix"}, [*nodes, *composed.last_furniture])


def _header_line(line: Line) -> Node:
    return element("fw", line.slice, attributes={"type": "header"})


def _is_brief(line: Line) -> bool:
    """Is a line short, and no sentence?"""
    return len(line.text) < _LINE and (not ends_sentence(line.text) or line.text.endswith((" a.m.", " p.m.")))


def _made_up(facts: Facts, lines: Sequence[Line]) -> str:
    """A title for a document without one, from its kind, its parties and its date."""
    sender = f" from {facts.sender[0]}" if facts.sender else ""
    addressee = f" to {facts.addressees[0]}" if facts.addressees else ""
    if not (sender or addressee) and not facts.date_words:
        words = lines[0].text[:200].split() if lines else []
        return " ".join(words[:8]) + ("…" if len(words) > 8 else "") or "Untitled"
    date = f", {facts.date_words}" if facts.date_words else ""
    return f"{facts.genre.capitalize()}{sender}{addressee}{date}"


def _has_articles(parts: Sequence[Part]) -> bool:
    return sum(part.text.startswith("Article ") for part in parts) > 2


def _damage(found: provenance.Provenance) -> str:
    if found.inferred:
        cited = f"it is cited elsewhere in the source as {found.inferred}"
        return f"The shelfmark is damaged ({found.shelfmark}); {cited}."
    return f"The shelfmark or the pages are damaged: {found.shelfmark}, {'-'.join(found.pages)}."


def _people_of(title: str) -> str:
    """The part of a title that names persons: what stands after "between" or before "'s"."""
    if found := re.search(r"\b[Bb]etween\s+(.+?)(?:\(|,\s*\d|$)", title):
        return found[1]
    if found := re.match(r"(.{3,40}?)[’']s\b", title):
        return found[1]
    return ""
