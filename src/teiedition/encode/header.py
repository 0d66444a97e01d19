"""The TEI header: what the source says of itself, in TEI's terms.

`Facts` are gathered where they are found; here they are only written down. What a source says only in
its record (title, citation, summary, credits, languages) stands here as source text; what it says in its
text as well is said again here in words of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from teiedition import __version__
from teiedition.config import Config
from teiedition.encode.dates import Dated, Dates
from teiedition.encode.nodes import Child, Node, Slice, element
from teiedition.encode.reading import Line
from teiedition.encode.record import Record, Section, funder
from teiedition.encode.speakers import Cast
from teiedition.encode.vocabulary import Vocabulary

SOFTWARE = "teiedition"


@dataclass(slots=True)
class Archival:
    """Where the original is: repository, shelfmark and pages as printed."""

    repository: str = ""
    shelfmark: str = ""
    pages: tuple[str, str] = ("", "")
    damaged: bool = False
    inferred: str = ""
    certainty: str = ""


@dataclass(slots=True)
class Host:
    """The published work that a document is appended to."""

    id: str
    title: str
    authors: tuple[str, ...]
    series: tuple[str, str] = ("", "")


@dataclass(slots=True)
class Facts:
    """What is known of a document. `date` holds TEI's dating attributes, `date_words` the words for them."""

    title: str = ""
    genre: str = ""
    date: dict[str, str] = field(default_factory=dict)
    date_words: str = ""
    place: str = ""
    record: Record | None = None
    archival: Archival = field(default_factory=Archival)
    authors: tuple[str, ...] = ()
    credits: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    language: str = "en"
    number: str = ""
    sender: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    time: str = ""
    location: str = ""
    own_number: str = ""
    series: tuple[str, str] = ("", "")
    host: Host | None = None
    parts: list[tuple[str, str]] = field(default_factory=list)
    original: list[str] = field(default_factory=list)
    appendix: Node | None = None
    """What stands at the source's end and speaks of the whole: about the authors, most often."""


def header(
    facts: Facts, cast: Cast | None, source: str, config: Config, words: Vocabulary, dates: Dates
) -> Node:
    """The `teiHeader` of a document from the source with the id `source`."""
    return Writer(facts, cast, source, config, words, dates).header()


class Writer:
    def __init__(
        self, facts: Facts, cast: Cast | None, source: str, config: Config, words: Vocabulary, dates: Dates
    ) -> None:
        self._facts, self._cast, self._source = facts, cast, source
        self._config, self._words, self._dates = config, words, dates

    def header(self) -> Node:
        file = [self._titles(), self._publication(), self._notes(), self._sources()]
        return element(
            "teiHeader",
            element("fileDesc", *(part for part in file if part is not None)),
            self._encoding(),
            self._profile(),
            element(
                "revisionDesc",
                element(
                    "change", f"Encoded from the source {self._source}.", attributes={"who": f"#{SOFTWARE}"}
                ),
            ),
        )

    # fileDesc

    def _titles(self) -> Node:
        facts = self._facts
        title = element("title", *self._title())
        people = [element("author", element("persName", name)) for name in facts.authors]
        credits = [
            element("respStmt", element("resp", deed), *(element("persName", name) for name in names))
            for deed, names in facts.credits
        ]
        payer = [
            element("funder", element("orgName", name))
            for section in self._sections("credits")
            if (name := funder(self._text(section)))
        ]
        return element("titleStmt", title, *people, *payer, *credits)

    def _title(self) -> list[Child]:
        """The title with its date last."""
        facts, record = self._facts, self._facts.record
        if record is not None:
            children: list[Child] = []
            for line in record.title:
                children += [line.slice, " "]
            if record.date is not None:
                line, dated = record.date
                children.append(element("date", line.slice, attributes=dict(dated.attributes)))
            return children
        found = self._dates.last(facts.title)
        if found is None:
            date = element("date", facts.date_words, attributes=facts.date) if facts.date_words else None
            return [facts.title, *([" ", date] if date else [])]
        return [
            facts.title[: found.start],
            element("date", facts.title[found.start : found.end], attributes=dict(found.attributes)),
            facts.title[found.end :],
        ]

    def _publication(self) -> Node:
        facts, citation = self._facts, self._facts.record.citation if self._facts.record else None
        publisher = (
            (citation.publisher if citation else "")
            or self._config.publisher
            or self._config.title
            or SOFTWARE
        )
        idnos = [("source", self._source)]
        if citation and citation.url:
            tail = citation.url.rstrip("/").rsplit("/", 1)[-1]
            idnos += [("document", tail)] if tail.isdigit() else []
            idnos.append(("URL", citation.url))
        if facts.own_number:
            idnos.append(("number", facts.own_number))
        licence = None
        if self._config.licence:
            licence = element(
                "licence", self._config.licence, attributes={"target": self._config.licence_url}
            )
        else:
            licence = element("p", "The rights in the text remain with their holders.")
        return element(
            "publicationStmt",
            element("publisher", element("orgName", publisher)),
            *(element("idno", value, attributes={"type": kind}) for kind, value in idnos),
            element("availability", licence),
        )

    def _notes(self) -> Node | None:
        notes = [
            element("note", *self._labelled(section), attributes={"type": "credits"})
            for section in self._sections("credits")
        ]
        notes += [
            element("note", *self._labelled(section), attributes={"type": "rights"})
            for section in self._sections("rights")
        ]
        if self._facts.appendix is not None:
            notes.append(self._facts.appendix)
        return element("notesStmt", *notes) if notes else None

    def _sources(self) -> Node:
        cited = [
            element("bibl", *self._labelled(section), attributes={"type": "citation"})
            for section in self._sections("citation")
        ]
        held = self._held()
        printed = self._printed()
        parts = [*cited, *([held] if held else []), *([printed] if printed else [])]
        if not parts:
            parts = [
                element(
                    "bibl",
                    element("title", self._facts.title),
                    " ",
                    element("idno", self._source, attributes={"type": "source"}),
                )
            ]
        return element("sourceDesc", *parts)

    def _held(self) -> Node | None:
        archival = self._facts.archival
        if not (archival.repository or archival.shelfmark):
            return None
        certainty = {"cert": "low"} if archival.damaged else {}
        idno = (
            element("idno", archival.shelfmark, attributes={"type": "shelfmark", **certainty})
            if archival.shelfmark
            else None
        )
        repository = element("repository", archival.repository) if archival.repository else None
        locus = None
        if archival.pages[0]:
            first, last = archival.pages
            locus = element(
                "locus", f"{first}-{last}" if last else first, attributes={"from": first, "to": last}
            )
        language = [
            element("textLang", name, attributes={"mainLang": code}) for name, code in self._original()[:1]
        ]
        item = element("msItem", locus, element("title", self._facts.title), *language)
        inferred = (
            element(
                "altIdentifier",
                element(
                    "idno",
                    archival.inferred,
                    attributes={"type": "shelfmark", "cert": archival.certainty, "resp": f"#{SOFTWARE}"},
                ),
                attributes={"type": "inferred"},
            )
            if archival.inferred
            else None
        )
        return element(
            "msDesc", element("msIdentifier", repository, idno, inferred), element("msContents", item)
        )

    def _original(self) -> list[tuple[str, str]]:
        codes = self._words.table("languages")
        return [(name, str(codes[name.lower()])) for name in self._facts.original if name.lower() in codes]

    def _printed(self) -> Node | None:
        """The printed work: the article itself, or the one that the document is appended to."""
        facts, host = self._facts, self._facts.host
        if host is None and not facts.authors:
            return None
        title, authors = (host.title, host.authors) if host else (facts.title, facts.authors)
        series = host.series if host else facts.series
        related = (
            [element("relatedItem", attributes={"type": "host", "target": f"{host.id}.xml"})]
            if host
            else [
                element("relatedItem", attributes={"type": "constituent", "n": n, "target": f"{id}.xml"})
                for n, id in facts.parts
            ]
        )
        imprint = element(
            "imprint",
            element("publisher", self._config.publisher or "not stated"),
            element("date", attributes=facts.date if not host else None),
        )
        if not imprint.children[1:] or not (
            imprint.children[1].attributes if isinstance(imprint.children[1], Node) else {}
        ):
            imprint = element("imprint", element("date", "not stated"))
        scope = (
            element("biblScope", facts.number, attributes={"unit": "document"})
            if host and facts.number
            else None
        )
        monogr = element(
            "monogr",
            *(element("author", name) for name in authors),
            element("title", title, attributes={"level": "m"}),
            imprint,
            scope,
        )
        within = None
        if series[0]:
            within = element("series", element("title", series[0], attributes={"level": "s"}),
                             element("biblScope", series[1], attributes={"unit": "issue"}) if series[1] else None)  # fmt: skip
        return element("biblStruct", monogr, within, *related)

    # encodingDesc, profileDesc

    def _encoding(self) -> Node:
        application = element(
            "application",
            element("label", SOFTWARE),
            attributes={"xml:id": SOFTWARE, "ident": SOFTWARE, "version": __version__},
        )
        return element(
            "encodingDesc",
            element(
                "projectDesc",
                element("p", "Encoded by machine from the source text; nothing of it is left out."),
            ),
            element("appInfo", application),
            element(
                "editorialDecl",
                element(
                    "correction",
                    element(
                        "p",
                        "Nothing is silently corrected. Characters lost in copying stay as they stand, in unclear; a reading that can be inferred stands beside them in corr, with its certainty.",
                    ),
                    attributes={"status": "medium"},
                ),
                element(
                    "normalization",
                    element(
                        "p",
                        "White space is normalised. Square brackets are replaced by supplied, note and ref; signs of Markdown and lines of asterisks by elements. Sentences broken by a page are joined, and pb stands at the break.",
                    ),
                ),
                element(
                    "hyphenation",
                    element("p", "Hyphens that only break a word at a line's end are left out."),
                    attributes={"eol": "some"},
                ),
                element(
                    "interpretation",
                    element(
                        "p",
                        "Notes whose marks were lost are placed by inference; note/@cert says how sure their place is.",
                    ),
                ),
            ),
        )

    def _profile(self) -> Node:
        facts = self._facts
        created = element(
            "creation",
            element("date", facts.date_words, attributes=facts.date) if facts.date else None,
            *([" ", element("placeName", facts.place)] if facts.place else []),
        )
        abstract = [
            element("abstract", *(element("p", *children) for children in self._summary(section)))
            for section in self._sections("summary")
        ]
        return element(
            "profileDesc",
            created,
            *abstract,
            self._languages(),
            self._correspondence(),
            self._participants(),
            self._setting(),
        )

    def _summary(self, section: Section) -> Iterator[list[Child]]:
        label: list[Child] = [element("fw", section.label.slice, attributes={"type": "label"}), " "]
        group: list[Line] = []
        for line in section.lines:
            if group and line.gap:
                yield label + _spaced(group)
                label, group = [], []
            group.append(line)
        yield label + _spaced(group)

    def _languages(self) -> Node:
        codes = self._words.table("languages")
        found = []
        for section in self._sections("language") + self._sections("contents"):
            text = self._text(section)
            code = next(
                (str(codes[word]) for word in re.findall(r"[\w-]+", text.lower()) if word in codes),
                self._facts.language,
            )
            found.append(element("language", *self._labelled(section), attributes={"ident": code}))
        return element(
            "langUsage", *(found or [element("language", attributes={"ident": self._facts.language})])
        )

    def _correspondence(self) -> Node | None:
        facts = self._facts
        if not facts.sender and not facts.addressees:
            return None
        date = element("date", facts.date_words, attributes=facts.date) if facts.date else None
        place = element("placeName", facts.place) if facts.place else None
        sent = element(
            "correspAction",
            *(element("name", name) for name in facts.sender),
            place,
            date,
            attributes={"type": "sent"},
        )
        received = element(
            "correspAction",
            *(element("name", name) for name in facts.addressees),
            attributes={"type": "received"},
        )
        copied = element(
            "correspAction",
            *(element("name", name) for name in facts.copies),
            attributes={"type": "received", "subtype": "copy"},
        )
        return element("correspDesc", *(action for action in (sent, received, copied) if action.children))

    def _participants(self) -> Node | None:
        if self._cast is None or not self._cast.people:
            return None
        people = []
        for person in self._cast.people:
            attributes = {"role": _role(person.parts)}
            if person.entry:
                attributes["corresp"] = person.ref
            else:
                attributes = {"xml:id": person.id, **attributes}
            people.append(element("person", element("persName", person.name), attributes=attributes))
        return element("particDesc", element("listPerson", *people))

    def _setting(self) -> Node | None:
        time, place = self._facts.time, self._facts.location
        if not time and not place:
            return None
        found = self._dates.find(_open(time))
        date = (
            element("date", time, attributes=dict(found[0].attributes))
            if found
            else element("p", time)
            if time
            else None
        )
        return element(
            "settingDesc", element("setting", element("placeName", place) if place else None, date)
        )

    # source text in the header

    def _sections(self, meaning: str) -> list[Section]:
        return self._facts.record.section(meaning) if self._facts.record else []

    def _text(self, section: Section) -> str:
        return " ".join(line.text for line in section.lines)

    def _labelled(self, section: Section) -> list[Child]:
        return [
            element("fw", section.label.slice, attributes={"type": "label"}),
            " ",
            *_spaced(section.lines),
        ]


def _spaced(lines: Iterable[Line]) -> list[Child]:
    children: list[Child] = []
    for line in lines:
        children += [" ", line.slice] if children else [line.slice]
    return children


def _role(parts: set[str]) -> str:
    order = ("speaker", "present", "translator", "note-taker", "author", "from", "to")
    return next((part for part in order if part in parts), "present")


def _open(text: str) -> str:
    return text.replace("[", " ").replace("]", " ")
