"""Finds citations and takes them apart (docs/encoding.md; TEI P5 #COBICON).

A note is cut into what may be one citation each (`layout`); each is read by the first form that fits
(`archival`, `documents`, `articles`, `books`, `periodicals`); short forms find the work they repeat
(`known`). Dates within a citation are the date finder's, names the name finders'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from teiedition.annotate.citations import archival, articles, books, documents, periodicals, printed
from teiedition.annotate.citations.amid import works
from teiedition.annotate.citations.author_date import author_date
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.entries import entry
from teiedition.annotate.citations.files import subtitle
from teiedition.annotate.citations.known import Known
from teiedition.annotate.citations.layout import Layout, Segment, Token
from teiedition.annotate.citations.reader import Reader, reader
from teiedition.annotate.citations.shelfmarks import shelfmarks
from teiedition.annotate.citations.treaties import treaties
from teiedition.annotate.citations.web import address, with_address
from teiedition.annotate.context import Context
from teiedition.annotate.text import Block, Mark, Text
from teiedition.model import Mention

__all__ = ["find", "find_citations"]

FORMS = (
    author_date, printed.printed, articles.quoted, books.book, books.unbracketed, documents.interview,
    documents.described, periodicals.periodical, periodicals.continued, periodicals.short,
)  # fmt: skip
LONGEST_CITATION = 1500
CLOSING = re.compile(r"[.,”\"’ ]*")
BEFORE_IMPRINT = re.compile(r" \(|, (?:[^\W\d_]{2,6}\. |\d+ ?\()")
"""What stands behind a title and its translation: the imprint, or a volume or an editor before it."""
SOURCE_LINES = frozenset(["p", "ab"])
AND_ARCHIVE = re.compile(
    r",? and (?=[A-Z]{3,}\w*, (?:[Ff]onds?|[Ff]\.) ?\d)|(?<=\d) or (?=[A-Z][a-z]+ [a-zA-Z])"
)
CITING = frozenset(["foot", "end", "bottom", "margin"])


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The citations in a document: in its notes; archival ones also in brackets or alone in a paragraph."""
    attributes = [block.attributes for block in text.blocks] + [mark.attributes for mark in text.marks]
    in_use = {names["xml:id"] for names in attributes if "xml:id" in names}
    known = Known(in_use, reader(context.language).words.listed("idem"))
    glosses = [(mark.start, mark.end) for mark in text.marks if _is_gloss(text, mark)]
    listed = False
    for block in text.blocks:
        language = block.language or context.language
        if block.element == "head":
            title = text.content[block.start : block.end]
            listed = reader(language).words.bibliography.fullmatch(title) is not None
        elif listed and (work := entry(text.content, block.start, block.end, reader(language))):
            known.add(work, text.content)
        elif _cites(block):
            inside = [span for span in glosses if block.start <= span[0] and span[1] <= block.end]
            labelled = reader(language).words.source_label.match(text.content, block.start)
            source = block.attributes.get("type") == "source" or labelled is not None
            _read(Layout(text.content, block.start, block.end, inside), language, known, source)
        elif (line := _source_line(text, block, language)) is not None:
            _read(line, language, known)
        elif not block.in_header:
            _read_brackets(text.content, block.start, block.end, language, known)
    given = [
        (mark.start, mark.end, mark.attributes.get("xml:id", ""))
        for mark in text.marks
        if mark.element in ("bibl", "biblStruct", "biblFull")
    ]
    mentions = known.mentions(text.content, given)
    return [*mentions, *_translations(text, mentions)]


def _source_line(text: Text, block: Block, language: str) -> Layout | None:
    """A paragraph that says where the document is kept, and nothing else: "Source: …", or in brackets."""
    if block.element not in SOURCE_LINES or block.in_header:
        return None
    start, end = block.start, block.end
    if not reader(language).words.source_label.match(text.content, start, end):
        if text.content[start] != "[" or text.content.find("]", start, end) != end - 1:
            return None
        start, end = start + 1, end - 1
    layout = Layout(text.content, start, end)
    return layout if _shelfmark(layout, Segment(start, end), language) else None


def _is_gloss(text: Text, mark: Mark) -> bool:
    """Whether an editor's words look like the translation of a title: behind it, and before its imprint."""
    words = text.content[mark.start : mark.end]
    behind_quotation = text.content[max(0, mark.start - 2) : mark.start].strip()[-1:] in ("”", '"')
    before_imprint = BEFORE_IMPRINT.match(text.content, mark.end)
    return (
        mark.element == "supplied"
        and mark.attributes.get("reason") != "romanization"
        and words[:1].isupper()
        and (behind_quotation or (before_imprint is not None and " " in words))
    )


def _translations(text: Text, mentions: list[Mention]) -> Iterator[Mention]:
    """The glosses of an editor that stand behind a title: they are its translation."""
    levels = {
        child.end: child.attributes.get("level", "")
        for mention in mentions for child in mention.children if child.element == "title"
    }  # fmt: skip
    for block in text.blocks:
        if block.element != "note" or block.attributes.get("type") != "gloss" or block.anchor is None:
            continue
        behind = CLOSING.match(text.content[max(0, block.anchor - 3) : block.anchor][::-1])
        level = next((levels[at] for at in _back(block.anchor, behind) if at in levels), "")
        if level:
            values = {"level": level, "type": "translation"}
            yield Mention(
                block.start, block.end, "title", values, 0.9, "a gloss behind the title of a citation"
            )


def _back(anchor: int, marks: re.Match[str] | None) -> range:
    """The offsets at which a title may end whose gloss is anchored here: before its closing marks too."""
    return range(anchor, anchor - (marks.end() if marks else 0) - 1, -1)


def find_citations(text: str, language: str = "en") -> list[Mention]:
    """The citations in the text of a note, each a `bibl` with its parts as children.

    `corresp` points at the `xml:id` that a full citation of the same text got. Nothing raises.
    """
    known = Known(idem=reader(language).words.listed("idem"))
    for start, end in _lines(text):
        _read(Layout(text, start, end), language, known)
    return known.mentions(text)


def _cites(block: Block) -> bool:
    """Whether a block is a note, or an item of a bibliography; not a gloss, not a status."""
    if block.in_header or "bibl" in block.path:
        return False
    if block.element == "note" or "note" in block.path:
        kind = block.attributes.get("type", "")
        return kind in ("", "source", "footnote", "endnote") or block.attributes.get("place", "") in CITING
    return "listBibl" in block.path


def _read(layout: Layout, language: str, known: Known, source: bool = False) -> None:
    text, words = layout.text, reader(language)
    segments = [part for segment in layout.segments(words.words) for part in _held_apart(text, segment)]
    for segment in segments:
        if segment.end - segment.start > LONGEST_CITATION:
            _read_brackets(text, segment.start, segment.end, language, known, note=True)
            continue
        for part in _parts(layout, segment, words):
            citation = read(layout, part, words, language, known.last)
            if citation is None and (source or segment.held):
                citation = archival.unmarked(text, layout.tokens(part), words)
            if citation is None:
                citation = _named_again(layout, part, words, language, known)
            if citation is not None and known.add(citation, text, listed=len(segments) > 1):
                part = Segment(citation.end, part.end)
            _read_amid(layout, part, language, known, citation is None)


def _read_amid(layout: Layout, segment: Segment, language: str, known: Known, sentence: bool) -> None:
    """Works, treaties and brackets in a `sentence`; behind a citation only further works."""
    text, words = layout.text, reader(language)
    at = segment.start
    for work in (*works(layout, segment, words, not sentence), None):
        if sentence:
            end = work.start if work else segment.end
            for treaty in treaties(text, at, end, words.words):
                known.add(treaty, text)
            _read_brackets(text, at, end, language, known, note=True)
        if work:
            known.add(work, text, listed=True)
            at = work.end


def _held_apart(text: str, segment: Segment) -> Iterator[Segment]:
    """A segment, cut where "and" joins the shelfmark of another archive: "NHA, f. 5, d. 7 and NSA, f. 2"."""
    begin = segment.start
    for match in AND_ARCHIVE.finditer(text, segment.start, segment.end):
        yield replace(segment, start=begin, end=match.start())
        begin = match.end()
    yield replace(segment, start=begin)


def _named_again(
    layout: Layout, segment: Segment, words: Reader, language: str, known: Known
) -> Citation | None:
    """A newspaper that was cited before, amid a sentence: "can be found in The Courier, 8 July 1961, 5"."""
    for title in known.periodicals:
        place = layout.text.find(title, segment.start + 1, segment.end)
        if place > 0:
            return read(layout, Segment(place, segment.end), words, language, known.last)
    return None


def _paged(layout: Layout, segment: Segment, words: Reader, language: str, note: bool) -> Citation | None:
    """What is in print, with the page; outside notes, of a series only."""
    cited = words.words.page_label.search(layout.text, segment.start, segment.end)
    if not cited or not (note or words.words.series.match(layout.text, segment.start)):
        return None
    return read(layout, segment, words, language, None)


def _read_brackets(text: str, start: int, end: int, language: str, known: Known, note: bool = False) -> None:
    """Archival citations in round brackets in the midst of a text; in that of a `note` also what is in
    print, with the page."""
    if "(" not in text[start:end]:
        return
    for group in Layout(text, start, end).groups:
        if group.kind == "paren":
            layout, words = Layout(text, *group.inner), reader(language)
            for segment in layout.segments(words.words):
                place = _shelfmark(layout, segment, language)
                citation = archival.ibid(layout, segment, place, words, shelfmarks(language))
                citation = citation or _archival(layout, segment, place, words, None)
                citation = citation or archival.unmarked(text, layout.tokens(segment), words)
                citation = citation or _paged(layout, segment, words, language, note)
                if citation:
                    known.add(citation, text)
                    continue
                if note:
                    for treaty in treaties(text, segment.start, segment.end, words.words):
                        known.add(treaty, text)


def read(
    layout: Layout, segment: Segment, words: Reader, language: str, last: Citation | None
) -> Citation | None:
    """The citation that a segment is; None where it is none. `last` is the one before."""
    url = address(layout.text, segment, words.words)
    if url is None:
        return _read_one(layout, segment, words, language, last)
    found = _read_one(layout, Segment(segment.start, url.start()), words, language, last)
    return found and with_address(layout.text, found, url)


def _read_one(
    layout: Layout, segment: Segment, words: Reader, language: str, last: Citation | None
) -> Citation | None:
    place = _shelfmark(layout, segment, language)
    if found := archival.ibid(layout, segment, place, words, shelfmarks(language)):
        return subtitle(layout.text, found, words)
    if found := _archival(layout, segment, place, words, last):
        return found
    tokens = words.joined(layout.text, layout.tokens(segment))
    if not tokens:
        return None
    found = _of_any_form(layout.text, tokens, words, last) or _led_up_to(layout.text, tokens, words)
    return found and subtitle(layout.text, found, words)


def _of_any_form(text: str, tokens: list[Token], words: Reader, last: Citation | None) -> Citation | None:
    for form in FORMS:
        if form is periodicals.continued and (
            last is None or last.kind not in ("periodical", "part", "short", "book", "series")
        ):
            continue
        if found := form(text, tokens, words):
            return found
    return None


def _led_up_to(text: str, tokens: list[Token], words: Reader) -> Citation | None:
    """A work by somebody behind words that lead up to it: "and, for the contrary view, Ada Quill, …"."""
    while len(tokens) > 2 and tokens[0].kind == "text" and text[tokens[0].start].islower():
        tokens = tokens[1:]
        for form in (articles.quoted, books.book):
            found = form(text, tokens, words)
            if found and any(child.element in ("author", "editor") for child in found.children):
                return found
    return None


def _archival(
    layout: Layout, segment: Segment, place: tuple[int, int] | None, words: Reader, last: Citation | None
) -> Citation | None:
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
    """A segment, cut before a date that goes on from a newspaper's: "2 May 1902, 4, and 9 June, 3".

    And before "and ibid.", too.
    """
    tokens = layout.tokens(segment)
    begin = segment.start
    for index, token in enumerate(tokens[2:], 2):
        lead = words.words.lead_in.match(layout.text, token.start, token.end)
        dated = lead and (
            words.imprints.is_date(layout.text, lead.end(), token.end)
            or words.words.ibid.match(layout.text, lead.end())
            or words.words.series.match(layout.text, lead.end())
        )
        if lead and dated and index + 1 < len(tokens):
            yield Segment(begin, tokens[index - 1].end, segment.via)
            begin = lead.end()
    yield Segment(begin, segment.end, segment.via)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
