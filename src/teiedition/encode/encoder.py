"""The way from a source to its documents in TEI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import labels, layout, reading, segments
from teiedition.encode.dates import Dates
from teiedition.encode.document import Context, Draft, draft
from teiedition.encode.encoded import EncodedDocument
from teiedition.encode.header import Host, header
from teiedition.encode.identifiers import identifier, unique
from teiedition.encode.interventions import DOCUMENT, Brackets
from teiedition.encode.nodes import Node
from teiedition.encode.provenance import Lexicon
from teiedition.encode.vocabulary import vocabulary
from teiedition.encode.write import xml
from teiedition.model import Source

SCHEMA = "../schema/teiedition.rng"


def encode(source: Source, config: Config, authority: Authority | None = None) -> tuple[EncodedDocument, ...]:
    """Encode every document of a source as plain TEI, in the source's order.

    With an `authority`, participants and speakers point at its entries. Identifiers follow from the
    documents' dates and titles alone, so that encoding again gives the same ones.
    """
    words = vocabulary(config.encode)
    dates = Dates(words)
    read = reading.read(source)
    spelling = labels.common_words(line.text for line in read.lines)
    found = segments.Segmenter(words, dates).segments(read.lines)
    texts = [
        line.text
        for line in read.lines
        if not segments.is_source_note(line.text) or line.text[1:7] == "Source"
    ]
    names = [entry.label for entry in authority.entries.values()] if authority else []
    context = Context(
        read, words, dates, authority, spelling, layout.furniture(read.lines),
        Brackets(words, spelling), Lexicon([*texts, *names], words),
    )  # fmt: skip
    drafts = [draft(segment, read.lines, context) for segment in found]
    ids = unique(identifier(_day(made), made.facts.title, words) for made in drafts)
    _tie(drafts, ids)
    return tuple(_finished(made, id, context, config) for made, id in zip(drafts, ids, strict=True))


def _tie(drafts: Sequence[Draft], ids: Sequence[str]) -> None:
    """Tie the documents appended to an article to it, both ways."""
    first = drafts[0].facts
    for made in drafts:
        _refer([*made.text.front, *made.text.head, *made.text.body], ids)
    if len(drafts) < 2 or first.record is not None or any(made.facts.record for made in drafts):
        return
    host = Host(ids[0], first.title, first.authors, first.series)
    for number, (made, id) in enumerate(zip(drafts[1:], ids[1:], strict=True), start=1):
        made.facts.host, made.facts.number = host, str(number)
        first.parts.append((str(number), id))


def _refer(nodes: Sequence[Node], ids: Sequence[str]) -> None:
    """Let "[Document 5]" point at the fifth appended document; where there is none, it is a gloss."""
    for node in nodes:
        for ref in node.find("ref"):
            _, marked, number = ref.attributes.get("target", "").partition(DOCUMENT)
            if marked and 0 < int(number) < len(ids):
                ref.attributes["target"] = f"{ids[int(number)]}.xml"
            elif marked:
                ref.name, ref.attributes = "note", {"type": "gloss"}


def _day(made: Draft) -> str:
    return next(
        (made.facts.date[name] for name in ("when", "notBefore", "from") if name in made.facts.date), ""
    )


def _finished(made: Draft, id: str, context: Context, config: Config) -> EncodedDocument:
    if made.cast:
        made.cast.settle()
    facts = made.facts
    source = context.reading.source.id
    text = Node("text", {"type": facts.genre})
    parts = made.text
    body = [*parts.head, *parts.opener, *parts.body, *parts.closing]
    for name, children in (("front", parts.front), ("body", body), ("back", parts.back)):
        if children:
            text.children.append(Node(name, {}, list(children)))
    head = header(facts, made.cast, source, config, context.words, context.dates)
    root = Node("TEI", {"xml:id": f"d{id}", "xml:lang": facts.language}, [head, text])
    counts = Counter(_names(text))
    lines = context.reading.lines
    return EncodedDocument(
        id, xml(root, made.reading, SCHEMA), source,
        lines[made.segment.first].number, lines[made.segment.last - 1].number,
        made.segment.reason, made.segment.confidence, facts.genre, _day(made), facts.title,
        facts.archival.shelfmark,
        {"speeches": counts["sp"], "paragraphs": counts["p"], "notes": len(made.notes),
         "notes anchored": sum(note.probability > 0 for note in made.notes), "interventions": counts["supplied"]},
        tuple(made.doubts),
    )  # fmt: skip


def _names(node: Node) -> list[str]:
    found = [node.name]
    for child in node.children:
        if isinstance(child, Node):
            found += _names(child)
    return found
