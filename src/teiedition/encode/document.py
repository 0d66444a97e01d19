"""One document: from its lines to the elements of its text and the facts of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.authority import Authority
from teiedition.encode import labels, record
from teiedition.encode.dates import Dates
from teiedition.encode.flow import Flow
from teiedition.encode.header import Archival, Facts
from teiedition.encode.interventions import Brackets
from teiedition.encode.nodes import Node, element
from teiedition.encode.paragraphs import Habits, Paragraph, paragraphs
from teiedition.encode.reading import Line, Reading
from teiedition.encode.segments import Segment, is_source_note
from teiedition.encode.speakers import Cast
from teiedition.encode.structure import Builder, Text
from teiedition.encode.vocabulary import Vocabulary


@dataclass(slots=True)
class Draft:
    """A document encoded but for its identifier and its ties to others."""

    segment: Segment
    facts: Facts
    text: Text
    cast: Cast | None = None
    doubts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Context:
    """What all documents of a source share."""

    reading: Reading
    words: Vocabulary
    dates: Dates
    authority: Authority | None
    spelling: dict[str, int]


def draft(segment: Segment, lines: Sequence[Line], context: Context, brackets: Brackets) -> Draft:
    """Encode the lines of one document."""
    return Drafter(context, brackets).draft(segment, lines)


class Drafter:
    def __init__(self, context: Context, brackets: Brackets) -> None:
        self._context = context
        self._builder = Builder(context.words, context.dates, brackets, self._flow)

    def draft(self, segment: Segment, whole: Sequence[Line]) -> Draft:
        context, lines = self._context, whole[segment.first : segment.last]
        parsed = record.parse(lines, context.reading, context.words, context.dates)
        made = Draft(segment, Facts(), Text())
        if parsed:
            made.facts.record, body = parsed[0], list(lines[parsed[1] :])
            self._recorded(made)
        else:
            body = self._headed(made, segment, lines)
        self._dated(made)
        closing = len(body)
        while closing and body[closing - 1].is_rule:
            closing -= 1
        grouped = paragraphs(body[:closing], Habits(body), {})
        self._front(made, grouped)
        if segment.tail:
            made.text.back.append(self._appendix(whole[slice(*segment.tail)]))
        for _ in body[closing:]:
            made.text.body.append(Node("milestone", {"unit": "document", "rend": "asterisks"}))
        return made

    def _appendix(self, lines: Sequence[Line]) -> Node:
        """Lines at the source's end that belong to its first document: about the authors, most often."""
        return Node("div", {"type": "appendix"}, self._builder.blocks(paragraphs(lines, Habits(lines), {}), None, self._is_label))

    def _flow(self, paragraph: Paragraph) -> Flow:
        reading = self._context.reading
        flow = Flow.of(reading.source.text, (reading.kept(line.slice) for line in paragraph.lines), paragraph.joints)
        for number, nodes in paragraph.breaks.items():
            place = flow.place(paragraph.lines[number + 1].start) if False else self._joint(flow, paragraph, number)
            flow.points += [(place, node) for node in nodes]
        return flow

    @staticmethod
    def _joint(flow: Flow, paragraph: Paragraph, number: int) -> int:
        return flow.place(paragraph.lines[number].end) + len(paragraph.joints[number])

    def _recorded(self, made: Draft) -> None:
        facts, found = made.facts, made.facts.record
        assert found is not None
        facts.title = self._context.reading.words(*(line.slice for line in found.title))
        citation = found.citation
        facts.archival = Archival(citation.repository, citation.shelfmark, citation.pages)
        facts.credits = citation.credits
        facts.original = [" ".join(line.text for line in section.lines) for section in found.section("language")]
        if found.date:
            facts.date = dict(found.date[1].attributes)
            facts.date_words = found.date[0].text
        elif citation.date:
            facts.date, facts.date_words = {"when": citation.date}, citation.date
        made.text.front += [element("fw", line.slice, attributes={"type": "header"}) for line in found.furniture]

    def _headed(self, made: Draft, segment: Segment, lines: Sequence[Line]) -> list[Line]:
        count = segment.title - segment.first
        heading = paragraphs(lines[:count], Habits(lines[:count]), {})
        for paragraph in heading:
            made.text.body.append(self._builder.block("head", paragraph))
        made.facts.title = self._context.reading.words(*(line.slice for line in lines[:count]))
        rest = list(lines[count:])
        if rest and is_source_note(rest[0].text):
            made.text.body.append(self._source_note(rest.pop(0)))
        return rest

    def _source_note(self, line: Line) -> Node:
        inner = line._replace(start=line.start + 1, end=line.end - 1, text=line.text[1:-1])
        return self._builder.block("note", Paragraph([inner]), {"type": "source"})

    def _dated(self, made: Draft) -> None:
        facts = made.facts
        if not facts.date and (found := self._context.dates.last(facts.title)):
            facts.date, facts.date_words = dict(found.attributes), facts.title[found.start : found.end]
        named = self._context.words.genre_pattern.search(re.sub(r"[\[\]]", "", facts.title))
        facts.genre = self._context.words.table("genres")[named[0].lower()] if named else "article"

    def _front(self, made: Draft, grouped: list[Paragraph]) -> None:
        words = self._context.words
        cast = Cast(words, self._context.authority, made.facts.date.get("when", ""))
        cast.add(_people_of(made.facts.title), "present", in_title=True)
        texts = [paragraph.text for paragraph in grouped]
        first = next((at for at, text in enumerate(texts) if self._speaks(text)), len(texts))
        conversation = made.facts.genre == "minutes" and first < len(texts)
        last = 0
        for at, text in enumerate(texts[: min(first, 15)]):
            if labels.fields(text, words, loose=True) or text.startswith("(") and text.endswith(")"):
                last = at + 1
        if not conversation:
            last = 0
        for paragraph in grouped[:last]:
            made.text.front += self._builder.fields(paragraph, cast, made.facts)
        if last and made.text.body:
            pass
        known = {label.end for label in ()}
        made.cast = cast if conversation else None
        made.text.body += self._builder.blocks(grouped[last:], made.cast, self._is_label)

    def _speaks(self, text: str) -> bool:
        label = labels.speaker(text)
        return label is not None and self._is_label(text[: label.end]) and not labels.fields(text, self._context.words, loose=True)

    def _is_label(self, label: str) -> bool:
        """Is a label a name, rather than a common noun?"""
        tokens = [token for token in re.findall(r"[^\W\d_]+", label)]
        strange = [t for t in tokens if t.lower() not in self._context.words.roles]
        if not strange:
            return bool(tokens)
        return not all(self._context.spelling.get(t.lower(), 0) for t in strange)


def _people_of(title: str) -> str:
    """The part of a title that names persons: what stands after "between" or before "'s"."""
    if found := re.search(r"\b[Bb]etween\s+(.+?)(?:\(|,\s*\d|$)", title):
        return found[1]
    if found := re.match(r"(.{3,40}?)[’']s\b", title):
        return found[1]
    return ""
