"""Finds citations and takes them apart (docs/encoding.md; TEI P5 #COBICON).

A note is cut into what may be one citation each (`layout`); each is read by the first form that fits
(`archival`, `published`); short forms find the work they repeat (`known`). Dates within a citation are
the date finder's, names the name finders'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teiedition.annotate.citations import archival, published
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.known import Known
from teiedition.annotate.citations.layout import Layout, Segment
from teiedition.annotate.citations.reader import Reader, reader
from teiedition.annotate.citations.shelfmarks import shelfmarks
from teiedition.annotate.context import Context
from teiedition.annotate.text import Block, Text
from teiedition.model import Mention

__all__ = ["find", "find_citations"]

FORMS = (
    published.quoted, published.book, archival.interview, archival.described, published.periodical,
    published.continued, published.short,
)  # fmt: skip
LONGEST_CITATION = 1500
CITING = frozenset(["foot", "end", "bottom", "margin"])


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The citations in a document: in its notes, and archival ones in brackets in the text."""
    attributes = [block.attributes for block in text.blocks] + [mark.attributes for mark in text.marks]
    in_use = {names["xml:id"] for names in attributes if "xml:id" in names}
    known = Known(in_use, reader(context.language).words.listed("idem"))
    for block in text.blocks:
        language = block.language or context.language
        if _cites(block):
            source = block.attributes.get("type") == "source"
            _read(text.content, block.start, block.end, language, known, source)
        elif not block.in_header:
            _read_brackets(text.content, block.start, block.end, language, known)
    given = [
        (mark.start, mark.end, mark.attributes.get("xml:id", ""))
        for mark in text.marks
        if mark.element in ("bibl", "biblStruct", "biblFull")
    ]
    mentions = known.mentions(text.content, given)
    return [*mentions, *_translations(text, mentions)]


def _translations(text: Text, mentions: list[Mention]) -> Iterator[Mention]:
    """The glosses of an editor that stand behind a title: they are its translation."""
    levels = {
        child.end: child.attributes.get("level", "")
        for mention in mentions for child in mention.children if child.element == "title"
    }  # fmt: skip
    for block in text.blocks:
        if block.element != "note" or block.attributes.get("type") != "gloss" or block.anchor is None:
            continue
        level = levels.get(block.anchor) or levels.get(block.anchor - 1)
        if level:
            values = {"level": level, "type": "translation"}
            yield Mention(
                block.start, block.end, "title", values, 0.9, "a gloss behind the title of a citation"
            )


def find_citations(text: str, language: str = "en") -> list[Mention]:
    """The citations in the text of a note, each a `bibl` with its parts as children.

    `corresp` points at the `xml:id` that a full citation of the same text got. Nothing raises.
    """
    known = Known(idem=reader(language).words.listed("idem"))
    for start, end in _lines(text):
        _read(text, start, end, language, known)
    return known.mentions(text)


def _cites(block: Block) -> bool:
    """Whether a block is a note, or an item of a bibliography; not a gloss, not a status."""
    if block.in_header or "bibl" in block.path:
        return False
    if block.element == "note" or "note" in block.path:
        kind = block.attributes.get("type", "")
        return kind in ("", "source", "footnote", "endnote") or block.attributes.get("place", "") in CITING
    return "listBibl" in block.path


def _read(text: str, start: int, end: int, language: str, known: Known, source: bool = False) -> None:
    layout, words = Layout(text, start, end), reader(language)
    segments = layout.segments(words.words)
    for segment in segments:
        if segment.end - segment.start > LONGEST_CITATION:
            _read_brackets(text, segment.start, segment.end, language, known)
            continue
        for part in _parts(layout, segment, words):
            citation = read(layout, part, words, language, known.last)
            if citation is None and source:
                citation = archival.unmarked(text, layout.tokens(part), words)
            if citation is None:
                citation = _named_again(layout, part, words, language, known)
            if citation is None or not known.add(citation, text, listed=len(segments) > 1):
                _read_brackets(text, part.start, part.end, language, known)


def _named_again(
    layout: Layout, segment: Segment, words: Reader, language: str, known: Known
) -> Citation | None:
    """A newspaper that was cited before, amid a sentence: "can be found in The Courier, 8 July 1961, 5"."""
    for title in known.periodicals:
        place = layout.text.find(title, segment.start + 1, segment.end)
        if place > 0:
            return read(layout, Segment(place, segment.end), words, language, known.last)
    return None


def _read_brackets(text: str, start: int, end: int, language: str, known: Known) -> None:
    """Archival citations in round brackets in the midst of a text."""
    if "(" not in text[start:end]:
        return
    for group in Layout(text, start, end).groups:
        if group.kind == "paren":
            layout, words = Layout(text, *group.inner), reader(language)
            for segment in layout.segments(words.words):
                citation = _archival(layout, segment, words, language, None)
                citation = citation or archival.unmarked(text, layout.tokens(segment), words)
                if citation:
                    known.add(citation, text)


def read(
    layout: Layout, segment: Segment, words: Reader, language: str, last: Citation | None
) -> Citation | None:
    """The citation that a segment is; None where it is none. `last` is the one before."""
    place = _shelfmark(layout, segment, language)
    if found := archival.ibid(layout, segment, place, words, shelfmarks(language)):
        return found
    if found := _archival(layout, segment, words, language, last):
        return found
    tokens = layout.tokens(segment)
    if not tokens:
        return None
    for form in FORMS:
        if form is published.continued and (
            last is None or last.kind not in ("periodical", "part", "short", "book")
        ):
            continue
        if found := form(layout.text, tokens, words):
            return found
    return None


def _archival(
    layout: Layout, segment: Segment, words: Reader, language: str, last: Citation | None
) -> Citation | None:
    place = _shelfmark(layout, segment, language)
    if place is None:
        return None
    return archival.archival(
        layout, segment, place, words, last is not None and last.kind in ("archival", "ibid")
    )


def _shelfmark(layout: Layout, segment: Segment, language: str) -> tuple[int, int] | None:
    start, end = segment.start - layout.start, segment.end - layout.start
    found = shelfmarks(language).first(layout.masked, start, end)
    return (found[0] + layout.start, found[1] + layout.start) if found else None


def _parts(layout: Layout, segment: Segment, words: Reader) -> Iterator[Segment]:
    """A segment, cut before a date that goes on from a newspaper's: "2 May 1902, 4, and 9 June, 3"."""
    tokens = layout.tokens(segment)
    begin = segment.start
    for index, token in enumerate(tokens[2:], 2):
        lead = words.words.lead_in.match(layout.text, token.start, token.end)
        dated = lead and words.imprints.is_date(layout.text, lead.end(), token.end)
        if lead and dated and index + 1 < len(tokens):
            yield Segment(begin, tokens[index - 1].end, segment.via)
            begin = lead.end()
    yield Segment(begin, segment.end, segment.via)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
