"""The works that the documents cite, from the citations in their records, each with its places in context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.annotate.bibliography import Citing, Work, gather, listbibl
from teiedition.annotate.bibliography.works import Name
from teiedition.catalogue.entity import Entity
from teiedition.catalogue.vocabulary import element, head_line, name, sortable
from teiedition.tree import Element


@dataclass(frozen=True, slots=True)
class Cited:
    """A work, the end of its page's address, and the citations of it: document → where, in which words.

    A citation is a `c:citation` of a record.
    """

    work: Work
    id: str
    authors: str
    citations: Mapping[str, Sequence[tuple[Citing, Element]]]

    @property
    def path(self) -> str:
        """Its page in the site."""
        return f"works/{self.id}.html"

    @property
    def label(self) -> str:
        """What it is called: its title; of an archival item, the archive and the shelfmark."""
        work = self.work
        return work.title or ", ".join(filter(None, (work.archive, work.shelfmark))) or self.id

    def line(self, **more: str) -> Element:
        """The work as a list shows it: a `c:work`."""
        work, number = self.work, sum(map(len, self.citations.values()))
        return element(
            "work", id=self.id, kind=work.kind, label=self.label, authors=self.authors, year=work.year,
            host=work.host, archive=work.archive, shelfmark=work.shelfmark, path=self.path,
            citations=str(number), documents=str(len(self.citations)), **more,
        )  # fmt: skip

    def entry(self) -> Element:
        """The edition's entry for it: a `tei:biblStruct`, without the places that cite it."""
        (made,) = listbibl.element([self.work])
        etree.strip_elements(made, tree.tag("note"))
        del made.attrib[tree.XML_ID]
        return made

    def forms(self) -> list[str]:
        """How it is cited, the full form first; each wording once."""
        words = [c.findtext(name("words"), "") for places in self.citations.values() for _, c in places]
        return list(dict.fromkeys(filter(None, words)))

    def places(self, records: Mapping[str, Element]) -> Iterator[Element]:
        """A `c:in` for each document that cites it, with its citations."""
        for document, found in self.citations.items():
            place = head_line("in", records[document], genre=records[document].get("genre", ""))
            place.extend(_in_context(citing, citation) for citing, citation in found)
            yield place


def works(records: Mapping[str, Element], entities: Mapping[str, Entity]) -> dict[str, Cited]:
    """The works cited by their ids: published ones by author and year, then archival ones by archive."""
    citations = {id: list(_citations(record)) for id, record in records.items()}
    found = gather(_as_text(record) for record in records.values() if citations[record.get("id", "")])
    made = [_cited(work, citations, entities) for work in found]
    made.sort(key=_key)
    return {cited.id: cited for cited in made}


def _citations(record: Element) -> Iterator[Element]:
    """The `c:citation` of each citation in the record, in the order in which `gather` counts them."""
    for group in record.iterchildren(name("cites")):
        for citation in group:
            yield from (citation for _ in citation.iter(*_BIBLS))


_BIBLS = (tree.tag("bibl"), tree.tag("biblStruct"))


def _as_text(record: Element) -> tree.TeiFile:
    """A document that has nothing but the record's citations, each group in a note named after its place."""
    root = etree.Element(tree.tag("TEI"))
    body = etree.SubElement(root, tree.tag("text"))
    for group in record.iterchildren(name("cites")):
        place = etree.SubElement(body, tree.tag("note"), {tree.XML_ID: group.get("at", "")})
        place.extend(deepcopy(bibl) for citation in group for bibl in citation.iterchildren(*_BIBLS))
    return tree.TeiFile(Path(f"{record.get('id', '')}.xml"), root)


def _cited(work: Work, citations: Mapping[str, list[Element]], entities: Mapping[str, Entity]) -> Cited:
    found: dict[str, list[tuple[Citing, Element]]] = {}
    for citing in sorted(work.cited, key=lambda citing: citing.number):
        found.setdefault(citing.document, []).append((citing, citations[citing.document][citing.number]))
    in_order = {id: found[id] for id in citations if id in found}
    return Cited(work, work.id.replace(":", "-"), _inverted(work.authors or work.editors, entities), in_order)


def _inverted(people: Iterable[Name], entities: Mapping[str, Entity]) -> str:
    """The people as a bibliography has them, family names first, with a semicolon between."""
    return "; ".join(
        (entities[one.ref].filed if one.ref in entities else "")
        or (f"{one.family}, {one.given}" if one.family and one.given else one.full)
        for one in people
    )


def _key(cited: Cited) -> tuple[bool, str, str, str]:
    work = cited.work
    return (
        work.kind == "archival",
        sortable(cited.authors or work.archive or work.title),
        work.year,
        cited.label,
    )


def _in_context(citing: Citing, citation: Element) -> Element:
    made = element("citation", at=_anchor(citing, citation), pages=citing.pages)
    parts = (name("before"), name("words"), name("after"))
    made.extend(deepcopy(part) for part in citation.iterchildren(*parts))
    return made


def _anchor(citing: Citing, citation: Element) -> str:
    """Where it stands in the document's page: at its own id, else at that of the block around it."""
    own = next(citation.iterchildren(*_BIBLS)).get(tree.XML_ID, "")
    group = citation.getparent()
    return own or (group.get("at", "") if group is not None else "") or citing.anchor
