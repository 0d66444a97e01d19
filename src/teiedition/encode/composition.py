"""A document's lines put together: running heads and notes told from text, text put into parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence

from teiedition.encode import itemised, notes, tables
from teiedition.encode.flow import Flow
from teiedition.encode.formats import element as element_of
from teiedition.encode.nodes import Node, Slice, element
from teiedition.encode.paragraphs import Habits, Pages, Paragraph, join, paragraphs
from teiedition.encode.parts import Part, Writer
from teiedition.encode.reading import Line, Reading
from teiedition.model import Span


class Composition:
    """The text lines of a document, its notes and pages, and the way from lines to parts.

    `furniture` are the lines that belong to the page: line number → TEI's `fw/@type`; `noted` says
    whether to look for notes, `headings` are words that stand above notes behind the text.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        reading: Reading,
        furniture: Mapping[int, str],
        writer: Writer,
        noted: bool = True,
        headings: Collection[str] = (),
    ) -> None:
        self._writer = writer
        text, tops, self.last_furniture = _without_furniture(lines, furniture)
        known, text = _known_notes(text, reading)
        found = notes.Apparatus(text)
        if noted and not known:
            found = notes.find(text, frozenset(tops), Habits(text), headings)
        if found.heading:
            label = element("fw", found.heading.slice, attributes={"type": "label"})
            self.last_furniture = [label, *self.last_furniture]
        self.notes = [*known, *found.notes]
        self.lines = found.text
        self.reading = reading.without(Slice(*note.mark) for note in self.notes if note.mark)
        self._pages = Pages(found.page_begins, self._moved(tops))
        self._ordered = sorted(self.notes, key=lambda note: note.offset)
        self._offsets = [note.offset for note in self._ordered]
        self._pictures = _pictures(self.reading.formats.pictures, self.lines)
        self._written: set[int] = set()
        self._ids = {id(note): f"fn{number:02}" for number, note in enumerate(self.notes, start=1)}

    def _moved(self, tops: Mapping[int, list[Node]]) -> dict[int, list[Node]]:
        """Running heads by the number of the text line beneath them; notes between do not count."""
        numbers = [line.number for line in self.lines]
        moved: dict[int, list[Node]] = {}
        for number, nodes in tops.items():
            at = bisect_left(numbers, number)
            if at < len(numbers):
                moved.setdefault(numbers[at], []).extend(nodes)
            else:
                self.last_furniture = [*nodes, *self.last_furniture]
        return moved

    def parts(
        self, lines: Sequence[Line], starts: Callable[[str], bool], apart: frozenset[int] = frozenset()
    ) -> list[Part]:
        """The parts that lines make: paragraphs, tables. `starts` and `apart` as in `Habits`."""
        habits = Habits(lines, starts, apart)
        found: list[Part] = []
        at = 0
        end = (len(lines), (len(lines), len(lines)))
        for start, (first, last) in [*sorted(tables.groups(lines).items()), end]:
            grouped = paragraphs(lines[at:start], habits, self._pages)
            found += [self.part(paragraph) for paragraph in grouped]
            if first < last:
                found.append(self._table(lines[first:last]))
            at = last
        return found

    def _table(self, lines: Sequence[Line]) -> Part:
        rows = []
        for label, cells in tables.rows(lines, self.reading.formats):
            rows.append((label, [self._cell(cell, lines[0]) if cell else None for cell in cells]))
        return Part(Flow(), 0, 0, lines[0], self.above(lines), rows)

    def _cell(self, cell: Slice, line: Line) -> Part:
        text = self.reading.source.text[cell.start : cell.end]
        return self.part(Paragraph([line._replace(start=cell.start, end=cell.end, text=text)]))

    def above(self, lines: Sequence[Line]) -> list[Node]:
        """The running heads and page numbers that stand above the lines."""
        return [node for line in lines for node in self._pages.furniture.get(line.number, ())]

    def left_over(self) -> list[Node]:
        """The notes that stand in no part of the text: what they belonged to became markup."""
        return [self._note(note) for note in self.notes if id(note) not in self._written]

    def part(self, paragraph: Paragraph) -> Part:
        """The part that a paragraph makes, with its notes and page breaks in their places."""
        flow = self._flow(paragraph)
        return Part(flow, 0, len(flow.text), paragraph.lines[0], paragraph.before)

    def _flow(self, paragraph: Paragraph) -> Flow:
        mine = [note for line in paragraph.lines for note in self._within(line)]
        spaced = [note.offset for note in mine if note.mark is None]
        stretches = (self.reading.kept(line.slice) for line in paragraph.lines)
        flow = Flow.of(self.reading.source.text, stretches, paragraph.joints, spaced)
        for number, nodes in paragraph.breaks.items():
            place = flow.place(paragraph.lines[number].end) + len(paragraph.joints[number])
            flow.points += [(place, node) for node in nodes]
        flow.points += [(flow.place(note.offset), self._note(note)) for note in mine]
        for line in paragraph.lines:
            for at, picture in self._pictures.get(line.number, ()):
                if line.start <= at <= line.end and (node := element_of(picture)):
                    flow.points.append((flow.place(at), node))
        flow.points.sort(key=lambda point: point[0])
        return flow

    def _within(self, line: Line) -> list[notes.Note]:
        return self._ordered[bisect_right(self._offsets, line.start) : bisect_right(self._offsets, line.end)]

    def _note(self, note: notes.Note) -> Node:
        kind = {"type": "comment"} if note.place == "comment" else {"place": note.place}
        self._written.add(id(note))
        attributes = {**kind, "n": note.number, "xml:id": self._ids[id(note)]}
        if note.certainty:
            attributes.update(cert=note.certainty, resp="#teiedition")
        kept = {name: value for name, value in attributes.items() if value}
        habits = Habits(note.lines)
        words, items = itemised.in_note(note.lines)
        made = self._writer.element("note", self.part(join(words, habits)), kept)
        if items:
            parts = [self.part(join(item, habits)) for item in items]
            made.children.append(itemised.built(parts, self._writer))
        return made


def _pictures(spans: Sequence[Span], lines: Sequence[Line]) -> dict[int, list[tuple[int, Span]]]:
    """Pictures without words, and where each stands, by the number of the line in or behind which that is."""
    starts = [line.start for line in lines]
    found: dict[int, list[tuple[int, Span]]] = {}
    for span in spans if lines else ():
        line = lines[max(0, bisect_right(starts, span.start) - 1)]
        found.setdefault(line.number, []).append((min(max(span.start, line.start), line.end), span))
    return found


def _without_furniture(
    lines: Sequence[Line], kinds: Mapping[int, str]
) -> tuple[list[Line], dict[int, list[Node]], list[Node]]:
    """The lines without those of the page; those by the number of the line beneath; those beneath all."""
    text: list[Line] = []
    tops: dict[int, list[Node]] = {}
    waiting: list[Node] = []
    for line in lines:
        kind = kinds.get(line.number) or line.apart.startswith("furniture") and line.apart.partition(" ")[2]
        if kind:
            waiting.append(element("fw", line.slice, attributes={"type": kind}))
        else:
            text.append(line)
            if waiting:
                tops[line.number], waiting = waiting, []
    return text, tops, waiting


def _known_notes(lines: Sequence[Line], reading: Reading) -> tuple[list[notes.Note], list[Line]]:
    """The notes and comments that the format knew, and the other lines."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if line.apart:
            groups.setdefault(line.apart, []).append(line)
    if not groups:
        return [], list(lines)
    text = [line for line in lines if not line.apart]
    return [_known(name, group, reading, text) for name, group in groups.items()], text


def _known(name: str, lines: list[Line], reading: Reading, text: Sequence[Line]) -> notes.Note:
    kind, _, value = name.partition(" ")
    mark = reading.formats.marks.get(value)
    if kind == "comment":
        offset = mark.end if mark else _end_before(lines[0], text)
        return notes.Note(lines, "", offset, (offset, offset), place="comment")
    place = "end" if value.startswith("end") else "foot"
    if mark is None:
        return notes.Note(lines, "", _end_before(lines[0], text), None, 0.0, place=place)
    printed = reading.source.text[mark.start : mark.end].strip("[]()^ ")
    return notes.Note(lines, printed, mark.start, (mark.start, mark.end), place=place)


def _end_before(line: Line, text: Sequence[Line]) -> int:
    before = [other.end for other in text if other.end <= line.start]
    return before[-1] if before else line.start
