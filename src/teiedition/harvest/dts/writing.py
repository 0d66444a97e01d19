"""What answers are made of: addresses, the JSON-LD around them, pages of long lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from teiedition.harvest.answer import Answer

VERSION = "1.0"
CONTEXT = "https://dtsapi.org/context/v1.0.json"
JSON = "application/ld+json"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses below `base`, the address of the entry point."""

    base: str
    members: int = 100
    """Members of a collection on a page."""
    units: int = 1000
    """Citable units on a page."""

    def entry(self) -> Json:
        """The templates of the endpoints."""
        return {
            "collection": f"{self.base}/collection{{?id,page,nav}}",
            "navigation": f"{self.base}/navigation{{?resource,ref,start,end,down,tree,page}}",
            "document": f"{self.base}/document{{?resource,ref,start,end,tree,mediaType}}",
        }

    def asked(self, address: str, parameters: Mapping[str, str]) -> str:
        """The address of an answer: that of the request, with its parameters."""
        return f"{address}?{urlencode(parameters)}"

    def collection(self, id: str) -> str:
        """The template of a collection or document in the collection endpoint."""
        return f"{self.base}/collection?id={quote(id, safe='')}{{&page,nav}}"

    def navigation(self, id: str) -> str:
        """The template of a document in the navigation endpoint."""
        return f"{self.base}/navigation?resource={quote(id, safe='')}{{&ref,start,end,down,tree,page}}"

    def document(self, id: str) -> str:
        """The template of a document in the document endpoint."""
        return f"{self.whole(id)}{{&ref,start,end,tree,mediaType}}"

    def whole(self, id: str) -> str:
        """The address of a whole document."""
        return f"{self.base}/document?resource={quote(id, safe='')}"


def written(facts: Json) -> Answer:
    """An answer of JSON-LD."""
    body = json.dumps({"@context": CONTEXT, "dtsVersion": VERSION} | facts, ensure_ascii=False)
    return Answer(body.encode(), JSON)


def entry(links: Links) -> Answer:
    """Where the other endpoints are, as URI templates (RFC 6570)."""
    return written({"@id": links.base, "@type": "EntryPoint"} | links.entry())


def view(address: str, parameters: Mapping[str, str], page: int, last: int) -> Json:
    """The Pagination object of a page; before the first and after the last there is nothing."""

    def at(number: int) -> str | None:
        given = dict(parameters) | {"page": str(number)}
        return f"{address}?{urlencode(given)}" if 1 <= number <= last else None

    return {
        "@id": at(page), "@type": "Pagination", "first": at(1), "previous": at(page - 1),
        "next": at(page + 1), "last": at(last),
    }  # fmt: skip


def tree(name: str, types: Sequence[tuple[int, str]]) -> Json:
    """The citation tree of units given by level and type: which types there are below which.

    The default tree has no name.
    """
    root: Json = {}
    above: list[Json] = [root]
    for level, kind in types:
        del above[level:]
        above.append(above[-1].setdefault(kind, {}))
    named = {"identifier": name} if name else {}
    return {"@type": "CitationTree", **named, "citeStructure": _structure(root)}


def _structure(types: Json) -> list[Json]:
    found = []
    for kind, below in types.items():
        node: Json = {"@type": "CiteStructure", "citeType": kind}
        found.append(node | {"citeStructure": _structure(below)} if below else node)
    return found
