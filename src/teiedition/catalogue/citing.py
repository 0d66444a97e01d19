"""The works that the documents cite, from the citations in their records, each with its places in context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.annotate.bibliography import Citing, Work, gather, listbibl
from teiedition.annotate.bibliography.works import Name
from teiedition.catalogue.entity import Entity
from teiedition.catalogue.filing import western
from teiedition.catalogue.vocabulary import element, head_line, name, sortable
from teiedition.tree import Element


@dataclass(frozen=True, slots=True)
class Cited:
    """A work, the end of its page's address, and the citations of it: document → where, in which words.

    A citation is a `c:citation` of a record. `authors` are as a bibliography files them, `archive` is the
    name under which the edition knows the archive of an item.
    """

    work: Work
    id: str
    authors: str
    archive: str
    citations: Mapping[str, Sequence[tuple[Citing, Element]]]

    @property
    def path(self) -> str:
        """Its page in the site."""
        return f"works/{self.id}.html"

    @property
    def label(self) -> str:
        """What it is called: its title; of an archival item, the archive and the shelfmark."""
        work = self.work
        return work.title or ", ".join(filter(None, (self.archive, work.shelfmark))) or self.id

    def brief(self) -> Element:
        """What names the work: a `c:work`."""
        work = self.work
        return element(
            "work", id=self.id, kind=work.kind, label=self.label, authors=self.authors, year=work.year,
            host=work.host, archive=self.archive, shelfmark=work.shelfmark, path=self.path,
        )  # fmt: skip

    def line(self) -> Element:
        """The work as a list shows it: a `c:work` with how often it is cited, in how many documents."""
        made = self.brief()
        made.set("citations", str(sum(map(len, self.citations.values()))))
        made.set("documents", str(len(self.citations)))
        return made

    def entry(self) -> Element:
        """The edition's entry for it: a `tei:biblStruct`, without the places that cite it."""
        (made,) = listbibl.element([self.work])
        etree.strip_elements(made, tree.tag("note"))
        del made.attrib[tree.XML_ID]
        for scopes in made.iterchildren(tree.tag("monogr")):
            scopes.extend(sorted(scopes.iterchildren(tree.tag("biblScope")), key=_scope_key))
        return made

    def forms(self) -> list[str]:
        """How it is cited, the full form first; each wording once, whatever the pages."""
        words = [c.findtext(name("words"), "") for places in self.citations.values() for _, c in places]
        if self.work.kind != "archival":
            words = [_PAGES.sub("", wording) for wording in words]
        return list(dict.fromkeys(filter(None, words)))

    def places(self, records: Mapping[str, Element]) -> Iterator[Element]:
        """A `c:in` for each document that cites it, with its citations."""
        for document, found in self.citations.items():
            place = head_line("in", records[document], genre=records[document].get("genre", ""))
            place.extend(_in_context(citing, citation) for citing, citation in found)
            yield place


_PAGES = re.compile(r"[\s,:]*(?:pp?\.\s*)?\d[\d\s,–-]*\.?$")
_SCOPES = ("volume", "issue", "page")


def _scope_key(scope: Element) -> int:
    unit = scope.get("unit", "")
    return _SCOPES.index(unit) if unit in _SCOPES else len(_SCOPES)


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
    authors = _inverted(work.authors or work.editors, entities)
    archive = _archive(in_order, entities) or work.archive
    return Cited(work, work.id.replace(":", "-"), authors, archive, in_order)


def _archive(found: Mapping[str, Sequence[tuple[Citing, Element]]], entities: Mapping[str, Entity]) -> str:
    """The archive that a citation points at, as the edition calls it."""
    names = (
        body
        for places in found.values()
        for _, citation in places
        for body in citation.iter(tree.tag("orgName"))
    )
    refs = ((body.get("ref") or "").rpartition("#")[2] for body in names)
    return next((entities[ref].label for ref in refs if ref in entities), "")


def _inverted(people: Iterable[Name], entities: Mapping[str, Entity]) -> str:
    """The people as a bibliography has them, family names first, with a semicolon between."""
    return "; ".join(_filed(one, entities.get(one.ref)) for one in people)


def _filed(one: Name, entity: Entity | None) -> str:
    """A person of whom the authority file tells no order: the citations know, if they part the same name."""
    if entity is None:
        return f"{one.family}, {one.given}" if one.family and one.given else one.full
    if entity.filed and (entity.filed != entity.label or not western(entity.label)):
        return entity.filed
    words = entity.label.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if one.family == words[-1] and words[1:] else entity.label


def _key(cited: Cited) -> tuple[bool, str, str, str]:
    archival = cited.work.kind == "archival"
    first = cited.archive if archival else cited.authors or cited.work.title
    return archival, sortable(first), cited.work.year, cited.label


def _in_context(citing: Citing, citation: Element) -> Element:
    made = element("citation", pages=citing.pages, **_where(citing, citation))
    parts = (name("before"), name("words"), name("after"))
    made.extend(deepcopy(part) for part in citation.iterchildren(*parts))
    return made


def _where(citing: Citing, citation: Element) -> dict[str, str]:
    """Where it stands in the document's page: at its own id, else at that of the block around it."""
    own = next(citation.iterchildren(*_BIBLS)).get(tree.XML_ID, "")
    group = citation.getparent()
    around = {} if group is None else {key: group.get(key, "") for key in ("at", "part")}
    return {**around, "at": own or around.get("at", "") or citing.anchor}
