"""One document: from its lines to the elements of its text and the facts of its header."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.authority import Authority
from teiedition.encode import labels, notes, provenance, record, tables
from teiedition.encode.correspondence import correspondents, dated
from teiedition.encode.dates import Dates
from teiedition.encode.facts import Archival, Facts
from teiedition.encode.flow import Flow
from teiedition.encode.interventions import Brackets
from teiedition.encode.letters import Frame, Letters
from teiedition.encode.nodes import Node, Slice, element
from teiedition.encode.paragraphs import Habits, Pages, Paragraph, join, paragraphs
from teiedition.encode.parts import Part, Writer
from teiedition.encode.preamble import Preamble
from teiedition.encode.reading import Line, Reading
from teiedition.encode.segments import Segment, is_source_note
from teiedition.encode.speakers import Cast
from teiedition.encode.structure import Structure, Text
from teiedition.encode.turns import Turns
from teiedition.encode.vocabulary import Vocabulary


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
    notes: list[notes.Note] = field(default_factory=list)
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
        self._writer = Writer(context.brackets)
        self._notes: list[notes.Note] = []
        self._offsets: list[int] = []

    def draft(self) -> Draft:
        made, segment = self._made, self._made.segment
        lines = self._lines[segment.first + segment.above : segment.last]
        whole = self._lines[segment.first : segment.first + segment.above]
        made.text.front += [element("fw", line.slice, attributes={"type": "header"}) for line in whole]
        recorded = self._record(lines)
        count = segment.title - segment.first - segment.above
        heading, rest = ((), lines[recorded:]) if recorded else (lines[:count], lines[count:])
        closing = len(rest)
        while closing and rest[closing - 1].is_rule:
            closing -= 1
        text, pages = self._apparatus([*heading, *rest[:closing]])
        if heading:
            text = self._headed(text, heading[-1].number)
        self._body(text, pages)
        made.text.closing += [
            Node("milestone", {"unit": "document", "rend": "asterisks"}) for _ in rest[closing:]
        ]
        if segment.tail:
            made.facts.appendix = self._tail(self._lines[slice(*segment.tail)])
        return made

    # notes and pages

    def _apparatus(self, lines: Sequence[Line]) -> tuple[list[Line], Pages]:
        """Parts the text's lines from running heads and notes."""
        kinds = self._context.furniture
        text = [line for line in lines if line.number not in kinds]
        tops: dict[int, list[Node]] = {}
        waiting: list[Node] = []
        for line in lines:
            if line.number in kinds:
                waiting.append(element("fw", line.slice, attributes={"type": kinds[line.number]}))
            elif waiting:
                tops[line.number], waiting = waiting, []
        found = notes.find(text, frozenset(tops), Habits(text))
        self._keep(found.notes)
        numbers = [line.number for line in found.text]
        furniture: dict[int, list[Node]] = {}
        for number, nodes in tops.items():
            at = bisect_left(numbers, number)
            if at < len(numbers):
                furniture.setdefault(numbers[at], []).extend(nodes)
            else:
                waiting = nodes + waiting
        self._made.text.closing += waiting
        return found.text, Pages(found.page_begins, furniture)

    def _keep(self, found: list[notes.Note]) -> None:
        self._notes = sorted(found, key=lambda note: note.offset)
        self._offsets = [note.offset for note in self._notes]
        self._made.notes = found
        self._made.reading = self._made.reading.without(Slice(*note.mark) for note in found if note.mark)
        self._ids = {id(note): f"fn{number:02}" for number, note in enumerate(found, start=1)}

    def _flow(self, paragraph: Paragraph) -> Flow:
        reading = self._made.reading
        mine = [note for line in paragraph.lines for note in self._within(line)]
        spaced = [note.offset for note in mine if note.mark is None]
        flow = Flow.of(
            reading.source.text,
            (reading.kept(line.slice) for line in paragraph.lines),
            paragraph.joints,
            spaced,
        )
        for number, nodes in paragraph.breaks.items():
            place = flow.place(paragraph.lines[number].end) + len(paragraph.joints[number])
            flow.points += [(place, node) for node in nodes]
        flow.points += [(flow.place(note.offset), self._note(note)) for note in mine]
        flow.points.sort(key=lambda point: point[0])
        return flow

    def _within(self, line: Line) -> list[notes.Note]:
        return self._notes[bisect_right(self._offsets, line.start) : bisect_right(self._offsets, line.end)]

    def _note(self, note: notes.Note) -> Node:
        attributes = {"place": note.place, "n": note.number, "xml:id": self._ids[id(note)]}
        if note.certainty:
            attributes.update(cert=note.certainty, resp="#teiedition")
        kept = {name: value for name, value in attributes.items() if value}
        return self._writer.element("note", self._part(join(note.lines, Habits(note.lines))), kept)

    def _part(self, paragraph: Paragraph) -> Part:
        flow = self._flow(paragraph)
        return Part(flow, 0, len(flow.text), paragraph.lines[0], paragraph.before)

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
        facts.original = [
            " ".join(line.text for line in section.lines) for section in found.section("language")
        ]
        if found.date:
            facts.date, facts.date_words = dict(found.date[1].attributes), found.date[0].text
        elif found.citation.date:
            facts.date, facts.date_words = {"when": found.citation.date}, found.citation.date
        facts.genre = self._genre(facts.title)
        self._made.text.front += [
            element("fw", line.slice, attributes={"type": "header"}) for line in found.furniture
        ]
        return count

    def _headed(self, text: list[Line], last: int) -> list[Line]:
        """The title above the text and the note of the source beneath it; the lines behind them."""
        facts, dates = self._made.facts, self._context.dates
        title = [line for line in text if line.number <= last]
        rest = text[len(title) :]
        if title:
            self._made.text.head.append(self._writer.element("head", self._part(join(title, Habits(title)))))
            facts.title = self._made.reading.words(*(line.slice for line in title))
            facts.genre = self._genre(facts.title)
        found = dates.last(facts.title)
        if found and (facts.genre or "from" not in found.attributes):
            facts.date, facts.date_words = dict(found.attributes), facts.title[found.start : found.end]
        if rest and is_source_note(rest[0].text):
            self._made.text.head.append(self._source_note(rest.pop(0)))
        return rest

    def _source_note(self, line: Line) -> Node:
        facts = self._made.facts
        if line.text[0] == "[":
            line = line._replace(start=line.start + 1, end=line.end - 1, text=line.text[1:-1])
        found = provenance.parse(line.text, self._context.lexicon, str(self._made.segment.order))
        facts.archival = Archival(
            found.repository, found.shelfmark, found.pages, found.damaged, found.inferred, found.certainty
        )
        facts.credits = found.credits
        if found.damaged:
            self._made.doubts.append(_damage(found))
        part = self._part(Paragraph([line]))
        return self._writer.element("note", part, {"type": "source"}, provenance.markups(found))

    def _genre(self, title: str) -> str:
        """The genre that a title names; empty for none."""
        named = self._context.words.genre_pattern.search(re.sub(r"[\[\]]", "", title))
        return str(self._context.words.table("genres")[named[0].lower()]) if named else ""

    # the text

    def _body(self, lines: Sequence[Line], pages: Pages) -> None:
        made, context = self._made, self._context
        facts, text = made.facts, made.text
        cast = Cast(context.words, context.authority, facts.date.get("when", ""))
        cast.add(_people_of(facts.title), "present", in_title=True)
        spoken = [line.text for line in lines]
        turns = Turns(spoken, context.words, context.spelling, cast, facts.genre == "minutes")
        parts = self._parts(lines, pages, turns)
        if not facts.genre:
            parts = self._byline(parts)
        letters = Letters(context.words, context.dates, self._writer)
        preamble = Preamble(context.words, letters, self._writer, cast, facts)
        nodes, parts = preamble.take(parts, turns)
        text.front += nodes
        if preamble.dateline:
            dateline = self._writer.element("dateline", preamble.dateline)
            text.opener.append(Node("opener", {}, [*preamble.dateline.before, dateline]))
            dated(facts, preamble.dateline.text, context.dates)
        facts.genre = facts.genre or ("minutes" if turns.found else "article" if len(made.notes) > 4 else "")
        if facts.genre not in ("article", "minutes"):
            parts = self._framed(letters.frame(parts))
        sectioned = facts.genre == "article"
        text.body += Structure(self._writer, turns, context.words, sectioned).blocks(parts)
        facts.genre = facts.genre or ("agreement" if _has_articles(parts) else "report")
        made.cast = cast if turns.found or facts.genre == "minutes" else None
        self._settle(lines)

    def _framed(self, frame: Frame) -> list[Part]:
        """The parts between a text's opening and its closing, of which the facts are taken."""
        facts, text, context = self._made.facts, self._made.text, self._context
        if frame.opener and text.opener:
            text.opener[0].children += [" ", *frame.opener.children]
        elif frame.opener:
            text.opener.append(frame.opener)
        text.closing[:0] = frame.closing
        if not facts.genre and frame.addressee and (frame.closing or frame.dateline):
            facts.genre = "letter"
        correspondents(facts, frame, context.dates)
        return frame.body

    def _settle(self, lines: Sequence[Line]) -> None:
        """What the text says of itself where its title does not: its date, its series, a title."""
        facts, dates = self._made.facts, self._context.dates
        if not facts.date and (found := dates.find(facts.time.translate(_BRACKETS))):
            facts.date = dict(found[0].attributes)
            facts.date_words = facts.time[found[0].start : found[0].end]
        if not facts.date and facts.genre == "article":
            facts.date, facts.date_words = _not_before(self._all_lines(), dates)
        if facts.genre == "article":
            facts.series = _series(self._made.text, self._made.reading, facts)
        if not facts.title:
            facts.title = _made_up(facts, lines)
            self._made.doubts.append("The source gives the document no title; this one is made up.")

    def _all_lines(self) -> Sequence[Line]:
        first, _, last, *_ = self._made.segment
        tail = self._made.segment.tail
        return [*self._lines[first:last], *(self._lines[slice(*tail)] if tail else ())]

    def _parts(self, lines: Sequence[Line], pages: Pages, turns: Turns) -> list[Part]:
        words = self._context.words

        def starts(text: str) -> bool:
            return turns.starts(text) or bool(labels.fields(text[:200], words, loose=False))

        habits = Habits(lines, starts, _listed(lines, words))
        found: list[Part] = []
        at = 0
        groups = tables.groups(lines)
        for start, (first, last) in [*sorted(groups.items()), (len(lines), (len(lines), len(lines)))]:
            found += [self._part(paragraph) for paragraph in paragraphs(lines[at:start], habits, pages)]
            if first < last:
                before = [node for line in lines[first:last] for node in pages.furniture.get(line.number, [])]
                found.append(Part(Flow(), 0, 0, lines[first], before, lines[first:last]))
            at = last
        return found

    def _byline(self, parts: list[Part]) -> list[Part]:
        """The authors' names beneath an article's title."""
        if not parts or not _NAMES.fullmatch(parts[0].text.strip("*†‡ ")) or len(parts) < 2:
            return parts
        names = [name.strip("*†‡ ") for name in re.split(r",\s*and\s+|,\s*|\s+and\s+|;\s*", parts[0].text)]
        self._made.facts.genre = "article"
        self._made.facts.authors = tuple(name for name in names if name)
        self._made.text.head += [*parts[0].before, self._writer.byline(parts[0], self._made.facts.authors)]
        return parts[1:]

    def _tail(self, lines: Sequence[Line]) -> Node:
        """Lines at the source's end that belong to its first document: about the authors, most often."""
        turns = Turns([], self._context.words, {}, Cast(self._context.words, None, ""), False)
        parts = self._parts(lines, Pages(), turns)
        return Node("note", {"type": "appendix"}, [self._writer.element("p", part) for part in parts])


_PREAMBLE = 40
_BRACKETS = str.maketrans("[]", "  ")
_NAMES = re.compile(
    r"(?:[^\W\d_a-z][\w’'.-]*(?:,?\s+(?=[^\W\d_a-z])|,?\s+and\s+|\s+(?:de|von|van|der|la)\s+)?){2,14}"
)


def _listed(lines: Sequence[Line], words: Vocabulary) -> frozenset[int]:
    """The numbers of the lines under a label that stands alone ("PARTICIPANTS:"), each a thing of its own."""
    found: set[int] = set()
    for at, line in enumerate(lines[:_PREAMBLE]):
        bare = line.text.endswith(":") or line.text.isupper()
        if bare and len(labels.fields(line.text, words, loose=True)) == 1:
            for number, after in enumerate(lines[at + 1 : _PREAMBLE], start=at + 1):
                if number > at + 1 and after.gap or labels.fields(after.text[:200], words, loose=False):
                    break
                found.add(after.number)
    return frozenset(found)


def _not_before(lines: Sequence[Line], dates: Dates) -> tuple[dict[str, str], str]:
    """An article that does not say its date is no earlier than the latest month, or year of a work
    cited, that it names."""
    best = ("", "")
    for line in lines:
        for found in dates.find(line.text):
            words = line.text[found.start : found.end]
            end = found.attributes.get("when", "")
            if len(end) > 4 or line.text[found.end : found.end + 1] == ")":
                best = max(best, (end[:7], words))
    return ({"notBefore": best[0], "cert": "medium"}, f"not before {best[1]}") if best[0] else ({}, "")


def _series(text: Text, reading: Reading, facts: Facts) -> tuple[str, str]:
    """The series and the number in it that running heads name beside authors and title."""
    heads = {reading.words(*fw.slices()) for block in [*text.body, *text.closing] for fw in block.find("fw")}
    for head in sorted(heads):
        rest = head.removeprefix(facts.title)
        for name in facts.authors:
            rest = rest.replace(name, "")
        rest = re.sub(r"^(?:[\s,;]|and\b)+", "", rest)
        if found := re.fullmatch(r"(.{3,80}?)[\s,]*(?:#|[Nn]o\.?|[Nn]umber)\s*(\d+)", rest):
            return found[1].strip(), found[2]
    return "", ""


def _made_up(facts: Facts, lines: Sequence[Line]) -> str:
    """A title for a document without one, from its kind, its parties and its date."""
    sender = f" from {facts.sender[0]}" if facts.sender else ""
    addressee = f" to {facts.addressees[0]}" if facts.addressees else ""
    if not (sender or addressee) and not facts.date_words:
        words = lines[0].text.split() if lines else []
        return " ".join(words[:8]) + ("…" if len(words) > 8 else "") or "Untitled"
    date = f", {facts.date_words}" if facts.date_words else ""
    return f"{facts.genre.capitalize()}{sender}{addressee}{date}"


def _has_articles(parts: Sequence[Part]) -> bool:
    return sum(part.text.startswith("Article ") for part in parts) > 2


def _damage(found: provenance.Provenance) -> str:
    if found.inferred:
        return f"The shelfmark is damaged ({found.shelfmark}); it is cited elsewhere in the source as {found.inferred}."
    return f"The shelfmark or the pages are damaged: {found.shelfmark}, {'-'.join(found.pages)}."


def _people_of(title: str) -> str:
    """The part of a title that names persons: what stands after "between" or before "'s"."""
    if found := re.search(r"\b[Bb]etween\s+(.+?)(?:\(|,\s*\d|$)", title):
        return found[1]
    if found := re.match(r"(.{3,40}?)[’']s\b", title):
        return found[1]
    return ""
