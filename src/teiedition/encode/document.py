"""One document: from its lines to the elements of its text and the facts of its header."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from teiedition.encode import articles, labels
from teiedition.encode.composition import Composition
from teiedition.encode.correspondence import correspondents, dated
from teiedition.encode.datelines import Datelines
from teiedition.encode.dates import Dates
from teiedition.encode.draft import Context, Draft
from teiedition.encode.enclosures import Enclosure, Enclosures
from teiedition.encode.hours import hours
from teiedition.encode.inferred import infer
from teiedition.encode.language import language
from teiedition.encode.letters import Frame, Letters
from teiedition.encode.nodes import Node
from teiedition.encode.origin import Origin
from teiedition.encode.participants import listed
from teiedition.encode.parties import Correspondents, Parties
from teiedition.encode.parts import Part, Writer
from teiedition.encode.preamble import Preamble
from teiedition.encode.reading import Line
from teiedition.encode.segments import Segment
from teiedition.encode.speakers import Cast
from teiedition.encode.status import is_sound, is_source_note
from teiedition.encode.structure import Structure
from teiedition.encode.turns import Turns

_MANY_NOTES = 5
_SAMPLE = 200
_BRACKETS = str.maketrans("[]", "  ")


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
        origin = Origin(made, self._context, self._writer)
        origin.above(self._lines[segment.first : begin])
        recorded = origin.record(self._lines[begin : segment.last])
        title = begin if recorded else segment.title
        body = begin + recorded
        end = segment.last
        while end > max(title, body) and self._lines[end - 1].is_rule:
            end -= 1
        composed = self._compose(self._lines[body:end])
        text = composed.lines
        if not recorded:
            text = origin.headed(composed, self._lines[title - 1].number if title > begin else 0)
        made.facts.language = language(" ".join(line.text for line in text[:_SAMPLE]), self._context.words)
        self._body(text)
        ending = [Node("milestone", {"unit": "document", "rend": "asterisks"})] * bool(segment.last - end)
        made.text.closing += [*composed.left_over(), *composed.last_furniture, *ending]
        if segment.tail:
            made.facts.appendix = self._appendix(self._lines[slice(*segment.tail)])
        return made

    def _compose(self, lines: Sequence[Line]) -> Composition:
        context = self._context
        headings = context.words.words("notes", "headings")
        self._composed = Composition(
            lines, context.reading, context.furniture, self._writer, headings=headings
        )
        self._made.reading, self._made.notes = self._composed.reading, self._composed.notes
        return self._composed

    def _body(self, lines: Sequence[Line]) -> None:
        made, words = self._made, self._context.words
        facts, text = made.facts, made.text
        cast = Cast(words, self._context.authority, facts.date.get("when", ""))
        cast.add(_people_of(facts.title, self._context.dates), "present", in_title=True)
        turns = self._turns(lines, cast)
        parts = self._parts(lines, turns)
        titled = Correspondents(words, self._context.dates).of(facts.title)
        letters = self._letters(titled)
        greeted = bool(titled and titled.sure) or letters.greets(parts)
        if not facts.genre and not greeted:
            parts = self._byline(parts)
        parts = self._preamble(Preamble(words, letters, self._writer, cast, facts), parts, turns)
        if not facts.genre and any(
            "present" in person.parts and not person.in_title for person in cast.people
        ):
            self._met()
        turns.settle(part.text for part in parts)
        many = len(made.notes) >= _MANY_NOTES and not greeted
        facts.genre = facts.genre or ("minutes" if turns.found else "article" if many else "")
        if turns.found:
            parts = self._opened(letters.opened(parts))
        elif facts.genre != "article":
            parts, papers = Enclosures(words, Correspondents(words, self._context.dates)).apart(parts)
            parts = self._framed(letters.frame(parts), titled)
            text.back += [self._enclosed(paper, turns) for paper in papers]
        text.body += Structure(self._writer, turns, words, facts.genre == "article").blocks(parts)
        facts.genre = facts.genre or ("agreement" if _has_articles(parts) else "report")
        if facts.archival.repository or facts.archival.shelfmark:
            self._name_source()
        made.cast = cast if turns.found or facts.genre == "minutes" else None
        infer(made, self._context, lines, self._lines, self._composed.last_furniture)

    def _met(self) -> None:
        """A document that lists those present is minutes; the date within its title is its own."""
        facts = self._made.facts
        facts.genre = "minutes"
        found = self._context.dates.of_title(facts.title)
        if found and not facts.date:
            facts.date, facts.date_words = dict(found.attributes), facts.title[found.start : found.end]
            facts.hours = hours(facts.title[found.end :])

    def _turns(self, lines: Sequence[Line], cast: Cast) -> Turns:
        context, minutes = self._context, self._made.facts.genre == "minutes"
        return Turns([line.text for line in lines], context.words, context.spelling, cast, minutes)

    def _parts(self, lines: Sequence[Line], turns: Turns) -> list[Part]:
        words = self._context.words

        def starts(text: str) -> bool:
            begins = text[:60].lower().startswith(("attachment", "enclosure", "inclosure", "distribut"))
            return turns.starts(text) or begins or bool(labels.fields(text[:200], words, loose=False))

        apart = listed(lines, words) | self._letters(None).opening(lines)
        return self._composed.parts(lines, starts, apart)

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

    def _letters(self, titled: Parties | None) -> Letters:
        datelines = Datelines(self._context.dates, self._made.facts.day[:4])
        sender = [word.strip("(),.").lower() for word in titled.sender.split()] if titled else []
        greets = titled is not None or self._made.facts.genre == "speech"
        return Letters(self._context.words, datelines, self._writer, sender, greets)

    def _opened(self, frame: Frame) -> list[Part]:
        """The parts behind a text's opening, of which the facts are taken."""
        text = self._made.text
        if frame.opener and text.opener:
            text.opener[0].children += [" ", *frame.opener.children]
        elif frame.opener:
            text.opener.append(frame.opener)
        dated(self._made.facts, frame.dateline, self._context.dates)
        return frame.body

    def _framed(self, frame: Frame, titled: Parties | None) -> list[Part]:
        """The parts between a text's opening and its closing, of which the facts are taken."""
        facts, text = self._made.facts, self._made.text
        self._opened(frame)
        text.closing[:0] = frame.closing
        if not facts.genre:
            facts.genre = self._genre(frame, titled)
        correspondents(facts, frame, titled, self._context.dates)
        return frame.body

    def _name_source(self) -> None:
        """Mark the footnote that says where the document lies, if one does, as the note of its source."""
        for block in (*self._made.text.head, *self._made.text.body):
            for note in block.find("note"):
                said = self._made.reading.words(*itertools.islice(note.slices(), 1))
                if "place" in note.attributes and is_source_note(said) and is_sound(said):
                    note.attributes = {"type": "source", **note.attributes}
                    return

    def _enclosed(self, paper: Enclosure, turns: Turns) -> Node:
        """A paper beneath the document, as a division of its back matter."""
        frame = self._letters(None).frame(paper.parts)
        heads = [
            node
            for at, part in enumerate(paper.heads)
            for node in (*part.before, self._writer.element("head", part, {"type": "sub"} if at else None))
        ]
        blocks = Structure(self._writer, turns, self._context.words, False).blocks(frame.body)
        opener = [frame.opener] if frame.opener else []
        return Node("div", {"type": paper.kind}, [*heads, *opener, *blocks, *frame.closing])

    def _genre(self, frame: Frame, titled: Parties | None) -> str:
        """The genre of a text whose title does not say it: a letter, a cable, or none."""
        if frame.greeted and (frame.closing or frame.opener):
            return "letter"
        opened = " ".join(self._made.reading.words(s) for s in frame.opener.slices()) if frame.opener else ""
        if named := self._context.words.genre(opened):
            return named
        if titled and titled.named:
            return "cable"
        return "letter" if titled and (titled.sure or frame.signatories) else ""

    def _appendix(self, lines: Sequence[Line]) -> Node:
        """Lines at the source's end that belong to its first document: about the authors, most often."""
        composed = Composition(lines, self._made.reading, {}, self._writer, noted=False)
        parts = composed.parts(composed.lines, lambda text: False)
        nodes = [node for part in parts for node in (*part.before, self._writer.block(part))]
        return Node("note", {"type": "appendix"}, [*nodes, *composed.last_furniture])


def _has_articles(parts: Sequence[Part]) -> bool:
    return sum(part.text.startswith("Article ") for part in parts) > 2


def _people_of(title: str, dates: Dates) -> str:
    """The part of a title that names persons: what stands after "between" or before "'s"."""
    if dated := dates.of_title(title):
        title = title[: dated.start].rstrip(" ,")
    if title.isupper():
        title = re.sub(r"\b(?:Of|The|And|In|To|For|With)\b", lambda found: found[0].lower(), title.title())
    if found := re.search(r"\b(?i:between)\s+(.+?)(?:\(|,\s*\d|$)", title):
        return found[1]
    if found := re.match(r"(.{3,40}?)[’']s\b", title):
        return found[1]
    return ""
