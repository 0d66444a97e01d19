"""The way from a source to its documents in TEI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import labels, layout, reading, segments
from teiedition.encode.dates import Dates
from teiedition.encode.document import draft
from teiedition.encode.draft import Context, Draft
from teiedition.encode.encoded import EncodedDocument
from teiedition.encode.facts import Printed
from teiedition.encode.header import Frame, header
from teiedition.encode.identifiers import identifier, unique
from teiedition.encode.interventions import DOCUMENT, Brackets
from teiedition.encode.nodes import Node
from teiedition.encode.provenance import Lexicon
from teiedition.encode.reading import Reading
from teiedition.encode.status import is_sound, is_source_note
from teiedition.encode.vocabulary import Vocabulary, vocabulary
from teiedition.encode.write import xml
from teiedition.errors import InputError
from teiedition.model import Source

SCHEMA = "../schema/teiedition.rng"
_SURE = 0.9
_NOT_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BETWEEN = ("fw", "gap", "milestone", "note", "pb")
"""What may stand between a body's blocks, and makes no body without them."""
_INTERVENTIONS = ("supplied", "sic", "gap")


def encode(source: Source, config: Config, authority: Authority | None = None) -> tuple[EncodedDocument, ...]:
    """Encode every document of a source as plain TEI, in the source's order.

    With an `authority`, participants and speakers point at its entries. Identifiers follow from the
    documents' dates and titles alone, so that encoding again gives the same ones. `config.encode` adds a
    collection's own words to those of `vocabulary.toml`. Raises `InputError` for a source without text.
    """
    _check(source)
    words = vocabulary(config.encode, config.folder / "edition.toml")
    dates = Dates(words)
    read = reading.read(source)
    context = _context(read, words, dates, authority)
    found = segments.Segmenter(words, dates).segments(read.lines)
    drafts = [draft(segment, read.lines, context) for segment in found]
    ids = unique(identifier(made.facts.day, _untitled_date(made, dates), words) for made in drafts)
    _tie(drafts, ids)
    frame = Frame(source.id, config, words, dates, authority)
    return tuple(_finished(made, id, frame) for made, id in zip(drafts, ids, strict=True))


def _check(source: Source) -> None:
    if not source.text.strip():
        remedy = "Put the text into it, or take it away."
        raise InputError("The source holds no text.", source.path, remedy=remedy)
    if found := _NOT_XML.search(source.text):
        line = source.text.count("\n", 0, found.start()) + 1
        remedy = "Take it out, or read the file with teiedition.sources.read."
        reason = f"The character U+{ord(found[0]):04X} can't stand in XML."
        raise InputError(reason, source.path, line, remedy=remedy)


def _context(read: Reading, words: Vocabulary, dates: Dates, authority: Authority | None) -> Context:
    texts = [line.text for line in read.lines]
    sound = [text for text in texts if not is_source_note(text) or is_sound(text)]
    names = [entry.label for entry in authority.entries.values()] if authority else []
    spelling = labels.common_words(texts)
    furniture = layout.furniture(read.lines)
    lexicon = Lexicon([*sound, *names], words)
    return Context(read, words, dates, authority, spelling, furniture, Brackets(words, spelling), lexicon)


def _untitled_date(made: Draft, dates: Dates) -> str:
    """The title without the date at its end."""
    facts = made.facts
    found = dates.last(facts.title) if facts.genre == "article" else dates.of_title(facts.title)
    return facts.title[: found.start] if found and facts.day else facts.title


def _tie(drafts: Sequence[Draft], ids: Sequence[str]) -> None:
    """Tie the documents appended to an article to it, both ways, and let references point at them."""
    for made in drafts:
        _refer([*made.text.front, *made.text.head, *made.text.body, *made.text.back], ids)
    if len(drafts) < 2 or drafts[0].facts.genre != "article" or any(made.facts.record for made in drafts):
        return
    first = drafts[0].facts
    host = Printed(ids[0], first.title, first.authors, first.series, first.date, first.date_words)
    for order, (made, id) in enumerate(zip(drafts[1:], ids[1:], strict=True), start=1):
        made.facts.host, made.facts.order = host, str(order)
        first.parts.append((str(order), id))


def _refer(nodes: Sequence[Node], ids: Sequence[str]) -> None:
    """Let "[Document 5]" point at the fifth appended document; where there is none, it is a gloss."""
    for node in nodes:
        for ref in node.find("ref"):
            _, marked, number = ref.attributes.get("target", "").partition(DOCUMENT)
            if marked and 0 < int(number) < len(ids):
                ref.attributes["target"] = f"{ids[int(number)]}.xml"
            elif marked:
                ref.name, ref.attributes = "note", {"type": "gloss"}


def _finished(made: Draft, id: str, frame: Frame) -> EncodedDocument:
    if made.cast:
        made.cast.settle()
    facts, parts, segment = made.facts, made.text, made.segment
    blank = [] if any(node.name not in _BETWEEN for node in parts.body) else [Node("p")]
    body = [*parts.head, *parts.opener, *parts.body, *blank, *parts.closing]
    divisions = [
        Node(name, {}, list(nodes))
        for name, nodes in (("front", parts.front), ("body", body), ("back", parts.back))
        if nodes
    ]
    text = Node("text", {"type": facts.genre}, list(divisions))
    root = Node(
        "TEI", {"xml:id": f"d{id}", "xml:lang": facts.language}, [header(facts, made.cast, frame), text]
    )
    return EncodedDocument(
        id=id,
        tei=xml(root, made.reading, SCHEMA),
        source=frame.source,
        first_line=made.first_line,
        last_line=made.last_line,
        reason=segment.reason,
        confidence=segment.confidence,
        genre=facts.genre,
        date=facts.day,
        title=facts.title,
        shelfmark=facts.archival.shelfmark,
        counts=_counts(text, made),
        doubts=tuple(_doubts(made, frame)),
    )


def _counts(text: Node, made: Draft) -> Mapping[str, int]:
    names = Counter(node.name for node in text.all())
    glosses = sum(node.attributes.get("type") in ("gloss", "sic", "unclear") for node in text.find("note"))
    return {
        "speeches": names["sp"],
        "paragraphs": names["p"],
        "notes": len(made.notes),
        "anchored": sum(note.probability > 0 for note in made.notes),
        "interventions": sum(names[name] for name in _INTERVENTIONS) + glosses,
        "damaged": names["unclear"],
    }


def _doubts(made: Draft, frame: Frame) -> Iterator[str]:
    yield from made.doubts
    if made.segment.confidence < _SURE:
        yield f"That a document begins in line {made.first_line} is not sure: {made.segment.reason}."
    if not made.facts.day:
        yield "The document does not say its date."
    low = sum(note.certainty == "low" for note in made.notes)
    if low:
        yield f'{low} of {len(made.notes)} notes stand where they may not belong; they have cert="low".'
    if made.cast and frame.authority:
        strange = [
            person.name for person in made.cast.people if "speaker" in person.parts and not person.entry
        ]
        if strange:
            yield f"The authority files have no entry for {', '.join(strange)}."
