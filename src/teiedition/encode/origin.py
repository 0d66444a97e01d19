"""Where a document comes from: an archive's record above it, or its title and the note of its source."""

from __future__ import annotations

from collections.abc import Sequence

from teiedition.encode import provenance, record, status
from teiedition.encode.composition import Composition
from teiedition.encode.correspondence import dated
from teiedition.encode.datelines import namelike
from teiedition.encode.dates import Dated
from teiedition.encode.draft import Context, Draft
from teiedition.encode.facts import Archival
from teiedition.encode.hours import hours
from teiedition.encode.nodes import Node, Slice, element
from teiedition.encode.paragraphs import Habits, join
from teiedition.encode.parts import Writer
from teiedition.encode.reading import Line
from teiedition.encode.status import is_sound, is_source_note

_BRACKETS = str.maketrans("[]", "  ")
_LONGEST = 8
"""The most lines that a note of the source is looked for in."""


class Origin:
    """Takes the facts of a document's origin, and writes what is said of it."""

    def __init__(self, made: Draft, context: Context, writer: Writer) -> None:
        self._made, self._context, self._writer = made, context, writer

    def above(self, lines: Sequence[Line]) -> None:
        """What stands above the title: marks of secrecy, the file's number, the head of the writing paper, or
        the title of the whole source."""
        for line in lines:
            self._made.text.front.append(self._above(line))

    def _above(self, line: Line) -> Node:
        facts, words = self._made.facts, self._context.words
        if kind := status.kind(line.text, words):
            return element("note", line.slice, attributes={"type": kind})
        repository, mark, _ = status.filed(line.text)
        if mark:
            facts.archival = Archival(repository, mark)
            facts.genre = self._genre(line.text)
            return self._filed(line, mark)
        if found := self._context.dates.find(line.text):
            dated(facts, line.text, self._context.dates)
        bodies = {word.lower().strip(".,") for word in line.text.split()} & words.institutions
        return element("p", line.slice) if bodies or found else _header_line(line)

    @staticmethod
    def _filed(line: Line, mark: str) -> Node:
        """The number of a document's file as a note of its source."""
        start = line.start + line.text.index(mark)
        end = start + len(mark)
        idno = element("idno", Slice(start, end), attributes={"type": "shelfmark"})
        name = Slice(line.start, start) if start > line.start else None
        bibl = element("bibl", name, idno, attributes={"type": "archival"})
        rest = Slice(end, line.end) if end < line.end else None
        return element("note", bibl, rest, attributes={"type": "source"})

    def record(self, lines: Sequence[Line]) -> int:
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

    def headed(self, composed: Composition, last: int) -> list[Line]:
        """The title, which ends with line number `last`, and the note of the source; the text's lines."""
        text = composed.lines
        facts, dates = self._made.facts, self._context.dates
        title = [line for line in text if line.number <= last]
        rest = list(text[len(title) :])
        if title:
            part = composed.part(join(title, Habits(title)))
            above = composed.above(title)
            self._made.text.head += [*above, self._writer.element("head", part)]
            facts.title = self._made.reading.words(*(line.slice for line in title))
            facts.genre = self._genre(facts.title) or facts.genre
        found = dates.of_title(facts.title) if facts.genre else dates.last(facts.title)
        if found and (facts.genre or "from" not in found.attributes):
            facts.date, facts.date_words = dict(found.attributes), facts.title[found.start : found.end]
            self._setting(found)
        if rest and is_source_note(rest[0].text):
            self._made.text.head += composed.above(rest[:1])
            count = self._source_lines(rest)
            self._made.text.head.append(self._source_note(composed, rest[:count]))
            return rest[count:]
        return self._beneath(composed, rest)

    def _setting(self, dated: Dated) -> None:
        """Place and hour of a conversation whose title says them around its date."""
        facts = self._made.facts
        if facts.genre == "minutes":
            facts.hours = hours(facts.title[dated.end :])
            place = facts.title[: dated.start].partition(",")[2].strip(" ,.")
            roles = {word.lower() for word in place.split()} & self._context.words.roles - {"state", "the"}
            if place and namelike(place) and len(place.split()) <= 8 and not roles:
                facts.location = place

    def _beneath(self, composed: Composition, lines: list[Line]) -> list[Line]:
        """Look for the note of the source beneath the text, or in a footnote; the lines without it."""
        for note in composed.notes:
            if is_sound(note.lines[0].text):
                self._take(" ".join(line.text for line in note.lines))
                return lines
        for at, line in enumerate(lines):
            if at and line.gap and is_source_note(line.text) and is_sound(line.text):
                count = self._source_lines(lines[at:])
                found = self._source_note(composed, lines[at : at + count])
                self._made.text.closing += [*composed.above(lines[at : at + 1]), found]
                return [*lines[:at], *lines[at + count :]]
        return lines

    def _source_lines(self, lines: Sequence[Line]) -> int:
        """How many lines the note of the source has that begins with the first: up to its bracket's end."""
        count = 1
        if lines[0].text.startswith("["):
            opened = 0
            for number, line in enumerate(lines[:_LONGEST], start=1):
                opened += line.text.count("[") - line.text.count("]")
                if opened <= 0 or number < len(lines) and lines[number].gap:
                    return number if opened <= 0 else 1
            return 1
        habits = Habits(lines)
        while count < min(len(lines), _LONGEST) and habits.continues(lines[count - 1], lines[count]):
            count += 1
        return count

    def _source_note(self, composed: Composition, lines: Sequence[Line]) -> Node:
        inner = list(lines)
        if inner[0].text.startswith("["):
            first = inner[0]
            inner[0] = first._replace(start=first.start + 1, text=first.text[1:])
            if (last := inner[-1]).text.endswith("]"):
                inner[-1] = last._replace(end=last.end - 1, text=last.text[:-1])
        part = composed.part(join(inner, Habits(inner)))
        markups = provenance.markups(self._take(part.text))
        return self._writer.element("note", part, {"type": "source"}, markups)

    def _take(self, text: str) -> provenance.Provenance:
        """The facts of a note of the source."""
        facts = self._made.facts
        found = provenance.parse(text, self._context.lexicon, str(self._made.segment.order))
        facts.archival = Archival(
            found.repository, found.shelfmark, found.pages, found.damaged, found.inferred, found.certainty
        )
        facts.credits = found.credits
        if found.damaged:
            self._made.doubts.append(_damage(found))
        return found

    def _genre(self, title: str) -> str:
        """The genre that a title names; empty for none."""
        return self._context.words.genre(title.translate(_BRACKETS))


def _header_line(line: Line) -> Node:
    return element("fw", line.slice, attributes={"type": "header"})


def _damage(found: provenance.Provenance) -> str:
    if found.inferred:
        cited = f"it is cited elsewhere in the source as {found.inferred}"
        return f"The shelfmark is damaged ({found.shelfmark}); {cited}."
    return f"The shelfmark or the pages are damaged: {found.shelfmark}, {'-'.join(found.pages)}."
