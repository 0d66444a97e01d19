"""What the whole edition knows: its records and authority entries, and the context each page is given.

A record is made of each document by `xslt/record.xsl`; its vocabulary and that of the contexts stand in
docs/architecture.md. A context holds what a page shows of other documents and nothing more, so that a
change in one document changes the contexts of just those pages that show it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.authority import Authority, Entry, Occupation
from teiedition.config import Config
from teiedition.tree import Element

C = "urn:teiedition:catalogue"
KINDS = {"person": "persons", "place": "places", "organisation": "organisations"}
"""The kinds of entity, and the folder of the site in which their pages stand."""
ORDERS = {
    "date": lambda head: (head.get("when") or "9999", head.get("id")),
    "title": lambda head: (_sortable(head.get("title", "")), head.get("when") or "9999", head.get("id")),
    "genre": lambda head: (head.get("genre", ""), head.get("when") or "9999", head.get("id")),
}
_INVERSE = {"constituent": "host", "host": "constituent", "cites": "cited-by", "witness": "witness"}


def name(local: str) -> str:
    """An element name of the catalogue's vocabulary, as lxml writes it."""
    return f"{{{C}}}{local}"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation that the edition mentions or its authority files describe."""

    kind: str
    ref: str
    label: str
    dates: str = ""
    description: str = ""
    entry: Element | None = None

    @property
    def path(self) -> str:
        """Its page in the site."""
        return f"{KINDS[self.kind]}/{self.ref}.html"


@dataclass(frozen=True)
class Catalogue:
    """Records by document id, in order of date, and their files; authority; editorial pages' titles."""

    config: Config
    records: Mapping[str, Element]
    files: Mapping[str, Path]
    authority: Authority
    pages: Mapping[str, str]

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Everything that has a page of its own, by id: what is mentioned, and what mentions it needs."""
        labels: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for ref, node in self._all_mentions():
            form = node.get("bare") or node.findtext(name("name")) or node.text or ref
            labels[ref][node.get("kind", "person"), form] += 1
        found = {}
        for ref, forms in labels.items():
            kind, label = max(forms, key=lambda form: (_telling(form[1]), forms[form], form))
            found[ref] = self._described(ref) or Entity(kind, ref, label)
        return dict(sorted(found.items(), key=lambda item: (_sortable(item[1].label), item[0])))

    @cached_property
    def mentions(self) -> Mapping[str, Mapping[str, Sequence[Element]]]:
        """For each entity, the documents that mention it, and the mentions in them."""
        found: dict[str, dict[str, list[Element]]] = defaultdict(lambda: defaultdict(list))
        for ref, mention in self._all_mentions():
            parent = mention.getparent()
            if parent is not None:
                found[ref][parent.get("id", "")].append(mention)
        return found

    @cached_property
    def links(self) -> Mapping[str, Sequence[tuple[str, str, str]]]:
        """For each document, its links to others as (type, id, position), given and returned ones."""
        found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        for record in self.records.values():
            here = record.get("id", "")
            for link in record.iterchildren(name("link")):
                kind, there = link.get("type", ""), link.get("target", "")
                if there in self.records and there != here:
                    found[here].setdefault((kind, there), link.get("n", ""))
                    if back := _INVERSE.get(kind):
                        found[there].setdefault((back, here), "")
        return {
            here: [(kind, there, n) for (kind, there), n in links.items()] for here, links in found.items()
        }

    @cached_property
    def has_overview(self) -> bool:
        """Is there anything that the pages of the whole could show: dates, mentions, quantities?"""
        telling = [name(local) for local in ("mention", "measure", "date-mention")]
        return any(
            record.get("when") or next(record.iterchildren(*telling), None) is not None
            for record in self.records.values()
        )

    @cached_property
    def witnesses(self) -> Mapping[str, tuple[str, ...]]:
        """For each document of which there are several copies, their ids in order of date."""
        groups: dict[str, set[str]] = {}
        for here, links in self.links.items():
            for kind, there, _ in links:
                if kind == "witness":
                    joined = groups.get(here, {here}) | groups.get(there, {there})
                    groups.update((id, joined) for id in joined)
        order = {id: place for place, id in enumerate(self.records)}
        return {id: tuple(sorted(group, key=order.__getitem__)) for id, group in groups.items()}

    @cached_property
    def former(self) -> Mapping[str, str]:
        """Ids that documents had before they were renamed, each with the id of today."""
        found = {old: id for id, record in self.records.items() for old in record.get("former", "").split()}
        return {old: id for old, id in sorted(found.items()) if old not in self.records}

    def _all_mentions(self) -> Iterator[tuple[str, Element]]:
        """Mentions in the text, and persons in the header: senders, speakers, translators."""
        for record in self.records.values():
            for mention in record.iterchildren(*_NAMING):
                if ref := mention.get("ref"):
                    yield ref, mention

    def _described(self, ref: str) -> Entity | None:
        entry = self.authority.entries.get(ref)
        if entry is None:
            return None
        return Entity(
            entry.kind, ref, entry.label, entry.dates, entry.description, self._raw_entries.get(ref)
        )

    @cached_property
    def _raw_entries(self) -> Mapping[str, Element]:
        files = {entry.file for entry in self.authority.entries.values() if entry.file.suffix == ".xml"}
        roots = [tree.read(path).root for path in sorted(files)]
        return {element.get(tree.XML_ID, ""): element for root in roots for element in root.iter(*_ENTRIES)}

    # ── contexts and sources of pages, as XML ─────────────────────────────────────────────────────

    def context(self, page: str, record: Element | None = None) -> str:
        """The `c:context` of a page; with `record`, that of the document's own."""
        root = _element("context", page=page)
        root.append(self._edition)
        if record is not None:
            root.set("id", record.get("id", ""))
            if copies := self.witnesses.get(record.get("id", "")):
                root.set("compare", copies[0])
            root.extend(self._around(record))
            nodes = record.iterchildren(*_NAMING)
            refs = dict.fromkeys(node.get("ref", "") for node in nodes)
            root.extend(_entity(self.entities[ref]) for ref in refs if ref in self.entities)
        return _text(root)

    def book_context(self, ids: Iterable[str]) -> str:
        """The context of a book of these documents: every entity that they name."""
        root = _element("context", page="book")
        root.append(self._edition)
        named = {node.get("ref", "") for id in ids for node in self.records[id].iterchildren(name("mention"))}
        root.extend(_entity(entity) for ref, entity in self.entities.items() if ref in named)
        return _text(root)

    @property
    def _edition(self) -> Element:
        config = self.config
        edition = _element(
            "edition", title=config.title, subtitle=config.subtitle, description=config.description,
            publisher=config.publisher,
            licence=config.licence, **{"licence-url": config.licence_url, "base-url": config.base_url},
            lang=config.language, report=config.report, print="true" if "print" in config.outputs else "",
            overview="true" if self.has_overview else "",
        )  # fmt: skip
        edition.extend(_element("editor", editor) for editor in config.editors)
        edition.extend(
            _element("page", path=f"{stem}.html", title=title) for stem, title in self.pages.items()
        )
        return edition

    def _around(self, record: Element) -> Iterator[Element]:
        before, after = self._neighbours[record.get("id", "")]
        if before is not None:
            yield _head_line("previous", before)
        if after is not None:
            yield _head_line("next", after)
        for kind, there, n in self.links.get(record.get("id", ""), ()):
            yield _head_line("related", self.records[there], type=kind, position=n)

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[Element | None, Element | None]]:
        order = [None, *self.records.values(), None]
        return dict(zip(self.records, zip(order, order[2:], strict=False), strict=True))

    def moved(self, old: str) -> str:
        """The source of the page that leads on from a former id."""
        return _text(_head_line("moved", self.records[self.former[old]]))

    def home(self) -> str:
        """The source of the home page."""
        counts = Counter(entity.kind for entity in self.entities.values())
        dates = sorted(record.get("when", "")[:4] for record in self.records.values() if record.get("when"))
        root = _element(
            "home", documents=str(len(self.records)), **{KINDS[kind]: str(counts[kind]) for kind in KINDS}
        )
        if dates:
            root.set("from", dates[0])
            root.set("to", dates[-1])
        root.extend(_head(record) for record in self.records.values())
        return _text(root)

    def documents(self, order: str) -> str:
        """The source of the list of documents, in one of ORDERS."""
        root = _element("documents", order=order)
        root.extend(sorted(map(_head, self.records.values()), key=ORDERS[order]))
        return _text(root)

    def index(self, kind: str) -> str:
        """The source of the list of all entities of a kind."""
        root = _element("entities", kind=kind)
        for entity in self.entities.values():
            if entity.kind == kind:
                documents = self.mentions.get(entity.ref, {})
                mentions = sum(
                    mention.tag == name("mention") for found in documents.values() for mention in found
                )
                root.append(_entity(entity, mentions=str(mentions), documents=str(len(documents))))
        return _text(root)

    def entity(self, entity: Entity) -> str:
        """The source of an entity's own page."""
        root = _entity(entity)
        if entity.entry is not None:
            root.append(deepcopy(entity.entry))
        for document, mentions in self.mentions.get(entity.ref, {}).items():
            place = _head_line("in", self.records[document], genre=self.records[document].get("genre", ""))
            place.extend(self._with_speaker(mention) for mention in mentions)
            root.append(place)
        return _text(root)

    def sitemap(self) -> str:
        """The source of the site map: a `c:page` with the path of every page that has words of its own."""
        root = _element("sitemap")
        lists = ("index", "documents", *KINDS.values(), *["overview"] * self.has_overview, *self.pages)
        paths = [f"{stem}.html" for stem in (*lists, *self.records)] + [
            entity.path for entity in self.entities.values()
        ]
        root.extend(_element("page", path=path) for path in paths)
        return _text(root)

    def _with_speaker(self, mention: Element) -> Element:
        """A mention with the name of who is speaking there, where that is another entity."""
        copy = deepcopy(mention)
        speaker = self.entities.get(mention.get("speaker", ""))
        if speaker is not None:
            copy.set("speaker-label", speaker.label)
        return copy


def ordered(records: Iterable[Element]) -> dict[str, Element]:
    """Records by id in order of date, undated ones last."""
    return {record.get("id", ""): record for record in sorted(records, key=ORDERS["date"])}


def page_titles(folder: Path) -> dict[str, str]:
    """The editorial pages in a folder: stem → title, in order of their names."""
    title = ".//tei:titleStmt/tei:title"
    return {
        path.stem: tree.words(tree.read(path).root.find(title, tree.NS)) or path.stem
        for path in sorted(folder.glob("*.xml"))
    }


_ENTRIES = [tree.tag(local) for local in ("person", "personGrp", "place", "org")]


_NAMING = [name(local) for local in ("mention", "person", "named")]
"""What names an entity: in the text, in the header with a role, elsewhere in the header."""


def _telling(form: str) -> bool:
    """Does a form of a name tell more than a surname, and without an editor's brackets?"""
    return " " in form and "[" not in form


def _about(entry: Entry) -> str:
    """Who or what an entry is, in a line: offices held; else what the authority file says of it."""
    offices = [
        f"{office.text} ({years})" if (years := _years(office)) else office.text
        for office in entry.occupations
    ]
    return "; ".join(offices) or entry.description


def _years(office: Occupation) -> str:
    start, end = office.start[:4], office.end[:4]
    return start if start == end else f"{start}–{end}" if end else f"from {start}" if start else ""


def _element(local: str, text: str | None = None, **attributes: str) -> Element:
    element = etree.Element(
        name(local), {key: value for key, value in attributes.items() if value}, nsmap={"c": C}
    )
    element.text = text
    return element


def _entity(entity: Entity, **more: str) -> Element:
    return _element(
        "entity", kind=entity.kind, ref=entity.ref, label=entity.label, sort=_sortable(entity.label),
        dates=entity.dates, description=entity.description, **more,
    )  # fmt: skip


def _head_line(local: str, record: Element, **more: str) -> Element:
    facts = {key: record.get(key, "") for key in ("id", "title", "when")}
    return _element(local, **facts, **more)


def _head(record: Element) -> Element:
    """A record without its mentions and the like: what a list shows."""
    head = _element("document", **{str(key): str(value) for key, value in record.attrib.items()})
    head.extend(
        deepcopy(child) for child in record.iterchildren(*map(name, ("date", "source", "abstract", "person")))
    )
    return head


def _sortable(label: str) -> str:
    folded = label.casefold()
    for article in ("the ", "a ", "an "):
        folded = folded.removeprefix(article)
    return folded


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")
