"""Collections: the edition, below it the kinds of sets, the sets of each kind, and the documents.

edition:HOST ─ set:documents ─ every document
             ├ set:genre  ─ set:genre:minutes ─ documents …
             └ set:archive, set:person, set:source likewise
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from teiedition.harvest.answer import Answer
from teiedition.harvest.dts.request import Fault, Request
from teiedition.harvest.dts.writing import Json, tree, view, written
from teiedition.harvest.repository import Repository, Selection

MEDIA_TYPES = ("application/tei+xml", "text/html", "text/plain")
DOCUMENTS = "set:documents"


@dataclass(frozen=True, slots=True)
class Node:
    """A collection: its id, what people call it, its parent's id, and how many members it has."""

    id: str
    title: str
    parents: tuple[str, ...]
    size: int


def answer(request: Request) -> Answer:
    """A collection or a document, with a page of its members or its parents."""
    direction = request.parameters.get("nav", "children")
    if direction not in ("children", "parents"):
        raise Fault(400, "nav is children or parents")
    page = request.number("page", 1)
    id = request.parameters.get("id", root(request.repository))
    node = _node(request.repository, id)
    facts = resource(request, id) if node is None else _collection(request, node)
    if direction == "parents":
        parents = _parents(request.repository, id) if node is None else node.parents
        members, size = [_member(request, parent) for parent in parents[_span(request, page)]], len(parents)
    elif node is None:
        members, size = [], 0
    else:
        members, size = _children(request, node, page or 1), node.size
    last = max(1, -(-size // request.links.members))
    if page is not None and page > last:
        raise Fault(404, f"there is no page {page}; the last is {last}")
    if node is not None or direction == "parents":
        facts["member"] = members
    if last > 1 or page is not None:
        facts["view"] = view(request.address, request.parameters, page or 1, last)
    return written(facts)


def root(repository: Repository) -> str:
    """The id of the collection that holds all others."""
    return f"edition:{repository.host}"


def resource(request: Request, id: str) -> Json:
    """A document with all that the collection endpoint says of it. Raises Fault if there is none."""
    facts = _described(request, id)
    trees = {name: request.repository.units(id, name) for name in request.repository.trees(id)}
    described = [tree(name, [(unit.level, unit.type) for unit in units]) for name, units in trees.items()]
    return facts | {"citationTrees": described}


def _described(request: Request, id: str) -> Json:
    """A document without its citation tree, as it stands among the members of a collection."""
    head = request.repository.head(id)
    if head is None:
        raise Fault(404, "there is no collection and no document with this identifier")
    language = head.get("language", "und")
    core: Json = {"title": [{"lang": language, "value": head["title"]}], "identifier": id}
    for fact, term in (("date", "created"), ("genre", "type"), ("language", "language")):
        if fact in head:
            core[term] = [head[fact]] if term == "language" else head[fact]
    where = ", ".join(head[fact] for fact in ("repository", "shelfmark") if fact in head)
    if where:
        core["source"] = [{"lang": language, "value": where}]
    if request.repository.edition["licence_url"]:
        core["license"] = request.repository.edition["licence_url"]
    facts: Json = {
        "@id": id, "@type": "Resource", "title": head["title"],
        "totalParents": len(_parents(request.repository, id)), "totalChildren": 0, "dublinCore": core,
        "collection": request.links.collection(id), "navigation": request.links.navigation(id),
        "document": request.links.document(id), "download": request.links.whole(id),
        "mediaTypes": list(MEDIA_TYPES),
    }  # fmt: skip
    return facts | ({"description": head["abstract"]} if head.get("abstract") else {})


def _node(repository: Repository, id: str) -> Node | None:
    """The collection of that id; None where there is none."""
    top = root(repository)
    if id == top:
        return Node(id, repository.edition["title"], (), len(_kinds(repository)))
    if id == DOCUMENTS:
        return Node(id, "All documents", (top,), repository.live_count(""))
    spec = id.removeprefix("set:")
    label = repository.set_label(spec) if id.startswith("set:") else None
    if label is None:
        return None
    if ":" not in spec:
        return Node(id, label, (top,), repository.set_count(spec))
    return Node(id, label, (f"set:{spec.split(':')[0]}",), repository.live_count(spec))


def _kinds(repository: Repository) -> list[str]:
    return [DOCUMENTS, *(f"set:{spec}" for spec in repository.set_kinds())]


def _children(request: Request, node: Node, page: int) -> list[Json]:
    repository, spec = request.repository, node.id.removeprefix("set:")
    limit = request.links.members
    if not node.parents:
        ids: Sequence[str] = _kinds(repository)[_span(request, page)]
    elif node.id != DOCUMENTS and ":" not in spec:
        ids = [f"set:{found}" for found in repository.sets_page(spec, limit, (page - 1) * limit)]
    else:
        chosen = Selection(set="" if node.id == DOCUMENTS else spec)
        ids = repository.live_page(chosen, limit, (page - 1) * limit)
    return [_member(request, id) for id in ids]


def _member(request: Request, id: str) -> Json:
    node = _node(request.repository, id)
    if node is not None:
        return _collection(request, node)
    return _described(request, id)


def _collection(request: Request, node: Node) -> Json:
    return {
        "@id": node.id, "@type": "Collection", "title": node.title, "totalParents": len(node.parents),
        "totalChildren": node.size, "collection": request.links.collection(node.id),
    }  # fmt: skip


def _parents(repository: Repository, document: str) -> list[str]:
    return [DOCUMENTS, *(f"set:{spec}" for spec in repository.sets_of(document))]


def _span(request: Request, page: int | None) -> slice:
    start = ((page or 1) - 1) * request.links.members
    return slice(start, start + request.links.members)
