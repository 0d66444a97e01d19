"""All that is known of an edition, and the source and context of each page that shows it.

A context holds what a page shows of other documents and nothing more, so that a change in one document
changes the contexts of just those pages that show it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from teiedition import tree
from teiedition.authority import Authority, Form
from teiedition.catalogue import parts
from teiedition.catalogue.books import volumes
from teiedition.catalogue.citing import Cited, works
from teiedition.catalogue.company import company
from teiedition.catalogue.entity import KINDS, Entity, described
from teiedition.catalogue.filing import filed
from teiedition.catalogue.holdings import Holding, archives, sources
from teiedition.catalogue.pictures import Picture, picture_lines
from teiedition.catalogue.vocabulary import element, head, head_line, name, sortable, text
from teiedition.config import Config
from teiedition.tree import Element

ORDERS = {
    "date": lambda head: (head.get("when") or "9999", head.get("id")),
    "title": lambda head: (sortable(head.get("title", "")), head.get("when") or "9999", head.get("id")),
    "genre": lambda head: (head.get("genre", ""), head.get("when") or "9999", head.get("id")),
}
MANY = 10
"""So many other documents a card counts; of more it says that they are more."""
_INVERSE = {"constituent": "host", "host": "constituent", "cites": "cited-by", "witness": "witness"}


@dataclass(frozen=True)
class Catalogue:
    """Records by document id, in order of date, and their files; authority; editorial pages' titles."""

    config: Config
    records: Mapping[str, Element]
    files: Mapping[str, Path]
    authority: Authority
    pages: Mapping[str, str]
    pictures: Mapping[str, Mapping[str, Picture]] = field(default_factory=dict)
    """The pictures that each document names and the edition's folders hold."""

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
            found[ref] = self._described(ref) or _named(kind, ref, label, [form for _, form in forms])
        return dict(sorted(found.items(), key=lambda item: (item[1].sort, item[0])))

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
    def works(self) -> Mapping[str, Cited]:
        """The works that the documents cite, by id, in the order of a bibliography."""
        return works(self.records, self.entities)

    @cached_property
    def sources(self) -> Mapping[str, Holding]:
        """What the documents were taken out of, by id."""
        return sources(self.records)

    @cached_property
    def archives(self) -> Mapping[str, Holding]:
        """The archives that hold the documents, by id."""
        return archives(self.records, self.entities)

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
        """Mentions in the text, and persons in the header: senders, speakers, translators.

        A speaker of whom nothing is known but a sign is nobody.
        """
        for record in self.records.values():
            for mention in record.iterchildren(*_NAMING):
                ref = mention.get("ref")
                if ref and (
                    mention.get("role") != "speaker" or mention.text or ref in self.authority.entries
                ):
                    yield ref, mention

    def _described(self, ref: str) -> Entity | None:
        entry = self.authority.entries.get(ref)
        return described(entry, self._raw_entries.get(ref)) if entry else None

    @cached_property
    def _raw_entries(self) -> Mapping[str, Element]:
        files = {entry.file for entry in self.authority.entries.values() if entry.file.suffix == ".xml"}
        roots = [tree.read(path).root for path in sorted(files)]
        return {element.get(tree.XML_ID, ""): element for root in roots for element in root.iter(*_ENTRIES)}

    # ── contexts and sources of pages, as XML ─────────────────────────────────────────────────────

    def context(
        self,
        page: str,
        record: Element | None = None,
        part: str | None = None,
        more: Iterable[Element] = (),
    ) -> str:
        """The `c:context` of a page; with `record`, that of a document's own page, or of a part's.

        `more` is what else the page shows of it.
        """
        root = element("context", page=page)
        root.append(self._edition)
        if record is not None:
            root.set("id", record.get("id", ""))
            if copies := self.witnesses.get(record.get("id", "")):
                root.set("compare", copies[0])
            root.extend(self._around(record))
            root.extend(self._named_in(record))
            root.extend(parts.lines(record, part) if part is not None else ())
            root.extend(picture_lines(record, self.pictures.get(record.get("id", ""), {})))
        root.extend(more)
        return text(root)

    def book_context(self, ids: Iterable[str]) -> str:
        """The context of a book of these documents: every entity that they name."""
        root = element("context", page="book")
        root.append(self._edition)
        named = {node.get("ref", "") for id in ids for node in self.records[id].iterchildren(*_NAMING)}
        root.extend(entity.line() for ref, entity in self.entities.items() if ref in named)
        return text(root)

    @property
    def _edition(self) -> Element:
        config = self.config
        edition = element(
            "edition", title=config.title, subtitle=config.subtitle, description=config.description,
            publisher=config.publisher,
            licence=config.licence, **{"licence-url": config.licence_url, "base-url": config.base_url},
            lang=config.language, report=config.report, print="true" if "print" in config.outputs else "",
            epub="true" if "epub" in config.outputs else "", overview="true" if self.has_overview else "",
            books="true" if "data" in config.outputs and {"print", "epub"} & set(config.outputs) else "",
            **{kind: "true" for kind in ("works", "sources", "archives") if getattr(self, kind)},
        )  # fmt: skip
        edition.extend(element("editor", editor) for editor in config.editors)
        edition.extend(
            element("page", path=f"{stem}.html", title=title) for stem, title in self.pages.items()
        )
        return edition

    def _around(self, record: Element) -> Iterator[Element]:
        before, after = self._neighbours[record.get("id", "")]
        if before is not None:
            yield head_line("previous", before)
        if after is not None:
            yield head_line("next", after)
        for kind, there, n in self.links.get(record.get("id", ""), ()):
            yield head_line("related", self.records[there], type=kind, position=n)

        for kind, holding in self._held.get(record.get("id", ""), ()):
            alone = "true" if len(holding.records) == 1 else ""
            yield element("held", kind=kind, label=holding.label, path=holding.path, alone=alone)
        for cited in self._works_of.get(record.get("id", ""), ()):
            yield cited.brief()

    def _named_in(self, record: Element) -> Iterator[Element]:
        """Whom the document names, each with what a card says of it here; and whom it may name."""
        here = Counter(mention.get("ref", "") for mention in record.iterchildren(name("mention")))
        refs = dict.fromkeys(node.get("ref", "") for node in record.iterchildren(*_NAMING))
        for ref in refs:
            if entity := self.entities.get(ref):
                yield entity.with_links(
                    here=str(here[ref] or ""),
                    others=_some(len(self.mentions[ref]) - 1),
                    office=entity.office_at(record.get("when", "")),
                )
        for candidate in record.iterchildren(name("candidate")):
            if (ref := candidate.get("ref", "")) not in refs:
                refs[ref] = None
                if entity := self.entities.get(ref) or self._described(ref):
                    without = "" if ref in self.entities else "true"
                    yield entity.line(candidate="true", **{"without-page": without})

    @cached_property
    def _held(self) -> Mapping[str, Sequence[tuple[str, Holding]]]:
        found: dict[str, list[tuple[str, Holding]]] = defaultdict(list)
        for holding in (*self.archives.values(), *self.sources.values()):
            for record in holding.records:
                found[record.get("id", "")].append((holding.kind, holding))
        return found

    @cached_property
    def _works_of(self) -> Mapping[str, Sequence[Cited]]:
        found: dict[str, list[Cited]] = defaultdict(list)
        for cited in self.works.values():
            for document in cited.citations:
                found[document].append(cited)
        return found

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[Element | None, Element | None]]:
        order = [None, *self.records.values(), None]
        return dict(zip(self.records, zip(order, order[2:], strict=False), strict=True))

    @cached_property
    def _company(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        return company(self.records.values())

    def moved(self, old: str) -> str:
        """The source of the page that leads on from a former id."""
        return text(head_line("moved", self.records[self.former[old]]))

    def missing(self) -> str:
        """The source of the page that is sent for addresses without a page."""
        return text(element("missing"))

    def home(self) -> str:
        """The source of the home page."""
        counts = Counter(entity.kind for entity in self.entities.values())
        dates = sorted(record.get("when", "")[:4] for record in self.records.values() if record.get("when"))
        root = element(
            "home", documents=str(len(self.records)), works=str(len(self.works)),
            sources=str(len(self.sources)), volumes=str(len(volumes(self.records))),
            **{KINDS[kind]: str(counts[kind]) for kind in KINDS},
        )  # fmt: skip
        if dates:
            root.set("from", dates[0])
            root.set("to", dates[-1])
        root.extend(head(record) for record in self.records.values())
        return text(root)

    def documents(self, order: str) -> str:
        """The source of the list of documents, in one of ORDERS."""
        root = element("documents", order=order)
        root.extend(sorted(map(head, self.records.values()), key=ORDERS[order]))
        return text(root)

    def index(self, kind: str) -> str:
        """The source of the list of all entities of a kind."""
        root = element("entities", kind=kind)
        for entity in self.entities.values():
            if entity.kind == kind:
                documents = self.mentions.get(entity.ref, {})
                mentions = sum(
                    mention.tag == name("mention") for found in documents.values() for mention in found
                )
                root.append(entity.line(mentions=str(mentions), documents=str(len(documents))))
        return text(root)

    def entity(self, entity: Entity) -> str:
        """The source of an entity's own page."""
        root = entity.line()
        if entity.entry is not None:
            root.append(deepcopy(entity.entry))
        for ref, times in self._company.get(entity.ref, ()):
            if other := self.entities.get(ref):
                root.append(element("with", kind=other.kind, ref=ref, label=other.label, times=str(times)))
        for document, mentions in self.mentions.get(entity.ref, {}).items():
            place = head_line("in", self.records[document], genre=self.records[document].get("genre", ""))
            place.extend(self._with_speaker(mention) for mention in mentions)
            root.append(place)
        return text(root)

    def sitemap(self) -> str:
        """The source of the site map: a `c:page` with the path of every page that has words of its own."""
        root = element("sitemap")
        lists = ("index", "documents", *KINDS.values(), "search", *["overview"] * self.has_overview)
        known = [kind for kind in ("works", "sources", "archives") if getattr(self, kind)]
        paths = [f"{stem}.html" for stem in (*lists, *known, *self.pages)]
        paths += [page for record in self.records.values() for page in parts.pages(record)]
        paths += [
            f"compare/{first}.html" for first in sorted({copies[0] for copies in self.witnesses.values()})
        ]
        for things in (self.entities, self.works, self.sources, self.archives):
            paths += [thing.path for thing in things.values()]
        root.extend(element("page", path=path) for path in paths)
        return text(root)

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


def _some(number: int) -> str:
    """A number up to MANY, which stands for all greater ones: so that pages stay as they are."""
    return str(min(number, MANY)) if number > 0 else ""


def _named(kind: str, ref: str, label: str, forms: Iterable[str]) -> Entity:
    """An entity of which nothing is known but the forms in which documents name it."""
    entity = Entity(kind, ref, label)
    return replace(entity, filed=filed(label, map(Form, forms))) if kind == "person" else entity


def _telling(form: str) -> bool:
    """Does a form of a name tell more than a surname, and without an editor's brackets?"""
    return " " in form and "[" not in form
