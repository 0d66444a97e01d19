"""One document: from its lines to the elements of its text and the facts of its header."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.authority import Authority
from teiedition.encode import labels, layout, notes, record
from teiedition.encode.dates import Dates
from teiedition.encode.flow import Flow
from teiedition.encode.header import Archival, Facts
from teiedition.encode.interventions import Brackets
from teiedition.encode.nodes import Node, Slice, element
from teiedition.encode.paragraphs import Habits, Pages, Paragraph, join, paragraphs
from teiedition.encode.reading import Line, Reading
from teiedition.encode.segments import Segment, is_source_note
from teiedition.encode.speakers import Cast
from teiedition.encode.structure import Builder, Text
from teiedition.encode.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """What all documents of a source share."""

    reading: Reading
    words: Vocabulary
    dates: Dates
    authority: Authority | None
    spelling: dict[str, int]
    furniture: dict[int, str]


@dataclass(slots=True)
class Draft:
    """A document encoded but for its identifier and its ties to others."""

    segment: Segment
    reading: Reading
    facts: Facts = field(default_factory=Facts)
    text: Text = field(default_factory=Text)
    cast: Cast | None = None
    notes: list[notes.Note] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def draft(segment: Segment, lines: Sequence[Line], context: Context, brackets: Brackets) -> Draft:
    """Encode one document; `lines` are those of the whole source."""
    return Drafter(segment, lines, context, brackets).draft()


class Drafter:
    """Encodes one document, step by step."""

    def __init__(self, segment: Segment, lines: Sequence[Line], context: Context, brackets: Brackets) -> None:
        self._lines, self._context = lines, context
        self._made = Draft(segment, context.reading)
        self._builder = Builder(context.words, context.dates, brackets, self._flow)
        self._notes: list[notes.Note] = []
        self._offsets: list[int] = []

    def draft(self) -> Draft:
        made, segment = self._made, self._made.segment
        lines = self._lines[segment.first : segment.last]
        count, body = self._record(lines) or (segment.title - segment.first, None)
        heading = lines[:count] if body is None else ()
        rest = body if body is not None else lines[count:]
        closing = len(rest)
        while closing and rest[closing - 1].is_rule:
            closing -= 1
        text, pages = self._apparatus([*heading, *rest[:closing]])
        habits = Habits(text, self._speaks)
        if heading:
            self._headed([line for line in text if line.number <= heading[-1].number], habits)
            text = [line for line in text if line.number > heading[-1].number]
        self._dated()
        if heading and text and is_source_note(text[0].text):
            made.text.body.append(self._source_note(text.pop(0)))
        self._body(paragraphs(text, habits, pages))
        if segment.tail:
            tail = self._lines[slice(*segment.tail)]
            grouped = paragraphs(tail, Habits(tail), Pages())
            made.text.back.append(Node("div", {"type": "appendix"}, list(self._builder.blocks(grouped, None, self._is_label))))
        made.text.body += [Node("milestone", {"unit": "document", "rend": "asterisks"}) for _ in rest[closing:]]
        return made

    # notes and pages

    def _apparatus(self, lines: Sequence[Line]) -> tuple[list[Line], Pages]:
        """Parts the text's lines from running heads and notes."""
        kinds = self._context.furniture
        text = [line for line in lines if line.number not in kinds]
        furniture: dict[int, list[Node]] = {}
        waiting: list[Node] = []
        for line in lines:
            if line.number in kinds:
                waiting.append(element("fw", line.slice, attributes={"type": kinds[line.number]}))
            elif waiting:
                furniture[line.number], waiting = waiting, []
        found = notes.find(text, frozenset(furniture), Habits(text))
        begins = set(found.page_begins)
        self._keep(found.notes)
        moved: dict[int, list[Node]] = {}
        numbers = [line.number for line in found.text]
        for number, nodes in furniture.items():
            at = bisect_left(numbers, number)
            if at < len(numbers):
                moved.setdefault(numbers[at], []).extend(nodes)
            else:
                waiting = nodes + waiting
        self._made.text.back += waiting
        return found.text, Pages(frozenset(begins), moved)

    def _keep(self, found: list[notes.Note]) -> None:
        self._notes = sorted(found, key=lambda note: note.offset)
        self._offsets = [note.offset for note in self._notes]
        self._made.notes = found
        marks = [Slice(*note.mark) for note in found if note.mark]
        self._made.reading = self._made.reading.without(marks)
        self._numbers = {id(note): f"fn{number:02}" for number, note in enumerate(found, start=1)}

    def _flow(self, paragraph: Paragraph) -> Flow:
        reading = self._made.reading
        mine = [note for line in paragraph.lines for note in self._within(line)]
        spaced = [note.offset for note in mine if note.mark is None]
        flow = Flow.of(reading.source.text, (reading.kept(line.slice) for line in paragraph.lines), paragraph.joints, spaced)
        for number, nodes in paragraph.breaks.items():
            place = flow.place(paragraph.lines[number].end) + len(paragraph.joints[number])
            flow.points += [(place, node) for node in nodes]
        flow.points += [(flow.place(note.offset), self._note(note)) for note in mine]
        flow.points.sort(key=lambda point: point[0])
        return flow

    def _within(self, line: Line) -> list[notes.Note]:
        return self._notes[bisect_right(self._offsets, line.start) : bisect_right(self._offsets, line.end)]

    def _note(self, note: notes.Note) -> Node:
        attributes = {"place": note.place, "n": note.number, "xml:id": self._numbers[id(note)]}
        if note.mark is None:
            level = "high" if note.probability >= 0.7 else "medium" if note.probability >= 0.4 else "low"
            attributes.update(cert=level, resp="#teiedition")
        kept = {name: value for name, value in attributes.items() if value}
        return self._builder.block("note", join(note.lines, Habits(note.lines)), kept)

    # what stands before the text

    def _record(self, lines: Sequence[Line]) -> tuple[int, Sequence[Line]] | None:
        """An archive's record above the text: its facts, and the lines behind it."""
        context, facts = self._context, self._made.facts
        parsed = record.parse(lines, context.reading, context.words, context.dates)
        if parsed is None:
            return None
        found, count = parsed
        facts.record = found
        facts.title = context.reading.words(*(line.slice for line in found.title))
        facts.archival = Archival(found.citation.repository, found.citation.shelfmark, found.citation.pages)
        facts.credits = found.citation.credits
        facts.original = [" ".join(line.text for line in section.lines) for section in found.section("language")]
        if found.date:
            facts.date, facts.date_words = dict(found.date[1].attributes), found.date[0].text
        elif found.citation.date:
            facts.date, facts.date_words = {"when": found.citation.date}, found.citation.date
        self._made.text.front += [element("fw", line.slice, attributes={"type": "header"}) for line in found.furniture]
        return count, lines[count:]

    def _headed(self, lines: Sequence[Line], habits: Habits) -> None:
        self._made.text.body.append(self._builder.block("head", join(lines, habits)))
        self._made.facts.title = self._made.reading.words(*(line.slice for line in lines))

    def _source_note(self, line: Line) -> Node:
        inner = line._replace(start=line.start + 1, end=line.end - 1, text=line.text[1:-1])
        return self._builder.block("note", Paragraph([inner]), {"type": "source"})

    def _dated(self) -> None:
        facts, context = self._made.facts, self._context
        if not facts.date and (found := context.dates.last(facts.title)):
            facts.date, facts.date_words = dict(found.attributes), facts.title[found.start : found.end]
        named = context.words.genre_pattern.search(re.sub(r"[\[\]]", "", facts.title))
        facts.genre = context.words.table("genres")[named[0].lower()] if named else "article"

    # the text

    def _body(self, grouped: list[Paragraph]) -> None:
        made, words = self._made, self._context.words
        cast = Cast(words, self._context.authority, made.facts.date.get("when", ""))
        cast.add(_people_of(made.facts.title), "present", in_title=True)
        texts = [paragraph.text for paragraph in grouped]
        first = next((at for at, text in enumerate(texts) if self._speaks(text)), len(texts))
        last = 0
        if made.facts.genre == "minutes":
            for at, text in enumerate(texts[: min(first, 15)]):
                if labels.fields(text, words, loose=True) or text.startswith("(") and text.endswith(")"):
                    last = at + 1
            if first < len(texts):
                made.cast = cast
        for paragraph in grouped[:last]:
            made.text.front += self._builder.fields(paragraph, cast, made.facts)
        made.text.body += self._builder.blocks(grouped[last:], made.cast, self._is_label)

    def _speaks(self, text: str) -> bool:
        label = labels.speaker(text)
        return (
            label is not None and self._is_label(text[: label.end])
            and not labels.fields(text, self._context.words, loose=True)
        )  # fmt: skip

    def _is_label(self, label: str) -> bool:
        """Is a label a name, rather than a common noun?"""
        tokens = re.findall(r"[^\W\d_]+", label)
        strange = [token for token in tokens if token.lower() not in self._context.words.roles]
        return bool(tokens) and not (strange and all(self._context.spelling.get(t.lower(), 0) for t in strange))


def _people_of(title: str) -> str:
    """The part of a title that names persons: what stands after "between" or before "'s"."""
    if found := re.search(r"\b[Bb]etween\s+(.+?)(?:\(|,\s*\d|$)", title):
        return found[1]
    if found := re.match(r"(.{3,40}?)[’']s\b", title):
        return found[1]
    return ""
