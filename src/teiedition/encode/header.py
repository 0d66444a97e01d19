"""The TEI header: what the source says of itself, in TEI's terms.

Facts are gathered where they are found; here they are only written down. What a source says only in its
record (title, citation, summary, credits, languages) stands here as source text; what it says in its text
as well is said again here in words of our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from teiedition import __version__
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode.dates import Dates
from teiedition.encode.description import described
from teiedition.encode.facts import Facts
from teiedition.encode.nodes import Child, Node, element
from teiedition.encode.profile import profile
from teiedition.encode.record import funder
from teiedition.encode.speakers import Cast
from teiedition.encode.vocabulary import Vocabulary

SOFTWARE = "teiedition"

_CORRECTION = (
    "Nothing is silently corrected. Characters lost in copying stay as they stand, in unclear; a reading "
    "that can be inferred stands beside them in corr, with its certainty."
)
_NORMALIZATION = (
    "White space is normalised. Square brackets are replaced by supplied, note, gap and ref; signs of "
    "Markdown and lines of asterisks by elements. Sentences broken by a page are joined, and pb stands at "
    "the break."
)
_HYPHENATION = "Hyphens that only break a word at a line's end are left out."
_INTERPRETATION = (
    "A note whose mark was lost stands where it was inferred to belong; note/@cert says how sure that is."
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all headers of a source's documents share."""

    source: str
    config: Config
    words: Vocabulary
    dates: Dates
    authority: Authority | None


def header(facts: Facts, cast: Cast | None, frame: Frame) -> Node:
    """The `teiHeader` of a document."""
    sources = described(facts, frame.words, frame.authority)
    if not sources.children:
        sources.children.append(_whole(facts, frame.source))
    file = (_titles(facts, frame), _publication(facts, frame), _notes(facts), sources)
    change = element("change", f"Encoded from the source {frame.source}.", attributes={"who": f"#{SOFTWARE}"})
    return element(
        "teiHeader",
        element("fileDesc", *file),
        _encoding(),
        profile(facts, cast, frame.words, frame.dates),
        element("revisionDesc", change),
    )


def _titles(facts: Facts, frame: Frame) -> Node:
    people = [element("author", element("persName", name)) for name in facts.authors]
    credits = [
        element("respStmt", element("resp", deed), *(element("persName", name) for name in names))
        for deed, names in facts.credits
    ]
    sections = facts.record.section("credits") if facts.record else []
    payers = [name for section in sections if (name := funder(section.text))]
    paid = [element("funder", element("orgName", name)) for name in payers]
    return element("titleStmt", element("title", *_title(facts, frame.dates)), *people, *paid, *credits)


def _title(facts: Facts, dates: Dates) -> list[Child]:
    """The title with its date last."""
    record = facts.record
    if record is not None:
        children: list[Child] = [child for line in record.title for child in (line.slice, " ")]
        if record.date is not None:
            line, dated = record.date
            children.append(element("date", line.slice, attributes=dated.attributes))
        return children
    found = dates.last(facts.title) if facts.genre == "article" else dates.of_title(facts.title)
    if found is None:
        return [facts.title]
    before, words, after = (
        facts.title[: found.start],
        facts.title[found.start : found.end],
        facts.title[found.end :],
    )
    return [before, element("date", words, attributes=found.attributes), after]


def _publication(facts: Facts, frame: Frame) -> Node:
    citation = facts.record.citation if facts.record else None
    config = frame.config
    publisher = (citation.publisher if citation else "") or config.publisher or config.title or SOFTWARE
    idnos = {"source": frame.source}
    if citation and citation.url:
        tail = citation.url.rstrip("/").rsplit("/", 1)[-1]
        if tail.isdigit():
            idnos["document"] = tail
        idnos["URL"] = citation.url
    if facts.number:
        idnos["number"] = facts.number
    if config.licence:
        terms = element("licence", config.licence, attributes={"target": config.licence_url})
    else:
        terms = element("p", "The rights in the text remain with their holders.")
    return element(
        "publicationStmt",
        element("publisher", element("orgName", publisher)),
        *(element("idno", value, attributes={"type": kind}) for kind, value in idnos.items()),
        element("availability", terms),
    )


def _notes(facts: Facts) -> Node | None:
    notes = [
        element("note", *section.labelled(), attributes={"type": meaning})
        for meaning in ("credits", "rights")
        for section in (facts.record.section(meaning) if facts.record else ())
    ]
    if facts.appendix is not None:
        notes.append(facts.appendix)
    return element("notesStmt", *notes) if notes else None


def _whole(facts: Facts, source: str) -> Node:
    idno = element("idno", source, attributes={"type": "source"})
    return element("bibl", element("title", facts.title), " ", idno)


def _encoding() -> Node:
    application = element(
        "application",
        element("label", SOFTWARE),
        attributes={"xml:id": SOFTWARE, "ident": SOFTWARE, "version": __version__},
    )
    return element(
        "encodingDesc",
        element(
            "projectDesc", element("p", "Encoded by machine from the source text; nothing of it is left out.")
        ),
        element("editorialDecl", *_declarations()),
        element("appInfo", application),
    )


def _declarations() -> list[Node]:
    said: list[tuple[str, str, Mapping[str, str]]] = [
        ("correction", _CORRECTION, {"status": "medium"}),
        ("normalization", _NORMALIZATION, {}),
        ("hyphenation", _HYPHENATION, {"eol": "some"}),
        ("interpretation", _INTERPRETATION, {}),
    ]
    return [element(name, element("p", words), attributes=attributes) for name, words, attributes in said]
