"""DTS as files (Level 0): the answer to every valid call but ranges, under the path that its template gives.

index.json                        the entry
collection.json  collection/ID.json  collection/ID/children.json  collection/ID/parents.json
navigation/ID;down=1.json  navigation/ID/UNIT.json  navigation/ID;down=0/UNIT.json …
document/ID.xml  document/ID/UNIT.xml
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from teiedition.harvest.answer import Arguments
from teiedition.harvest.dts import collection, document, navigation
from teiedition.harvest.dts.request import Request
from teiedition.harvest.dts.writing import Links, entry
from teiedition.harvest.repository import Repository, Selection, Unit

EVERYTHING = 1_000_000_000


@dataclass(frozen=True, slots=True)
class FileLinks(Links):
    """Addresses of files below `base`."""

    members: int = EVERYTHING
    units: int = EVERYTHING

    def entry(self) -> dict[str, str]:
        """The templates of the endpoints."""
        return {
            "collection": f"{self.base}/collection{{/id,nav}}.json",
            "navigation": f"{self.base}/navigation{{/resource}}{{;down}}{{/ref}}.json",
            "document": f"{self.base}/document{{/resource,ref}}.xml",
        }

    def collection(self, id: str) -> str:
        """The template of a collection or document in the collection endpoint."""
        return f"{self.base}/collection/{quote(id, safe='')}{{/nav}}.json"

    def navigation(self, id: str) -> str:
        """The template of a document in the navigation endpoint."""
        return f"{self.base}/navigation/{quote(id, safe='')}{{;down}}{{/ref}}.json"

    def document(self, id: str) -> str:
        """The template of a document in the document endpoint."""
        return f"{self.base}/document/{quote(id, safe='')}{{/ref}}.xml"

    def whole(self, id: str) -> str:
        """The address of a whole document."""
        return f"{self.base}/document/{quote(id, safe='')}.xml"

    def asked(self, address: str, parameters: Mapping[str, str]) -> str:
        """The address of an answer: that of its file."""
        return address


def files(repository: Repository, base: str) -> Iterator[tuple[str, bytes]]:
    """Every file by its path below `base`, where they are published."""
    links = FileLinks(base)

    def request(path: str, **parameters: str) -> Request:
        given: Arguments = list(parameters.items())
        return Request.of(repository, given, links, f"{base}/{quote(path, safe='/;=')}")

    yield "index.json", entry(links).body
    for id in ("", *_collections(repository)):
        for nav in ("", "children", "parents"):
            path = "/".join(filter(None, ("collection", id, nav))) + ".json"
            given = {name: value for name, value in (("id", id), ("nav", nav)) if value}
            yield path, collection.answer(request(path, **given)).body
    for item in repository.items(Selection(), "", EVERYTHING):
        if not item.deleted:
            for path, given in _of_document(item.id, repository.units(item.id)):
                answer = document.answer if path.endswith(".xml") else navigation.answer
                yield path, answer(request(path, resource=item.id, **given)).body


def _collections(repository: Repository) -> Iterator[str]:
    """The ids of all collections and documents."""
    yield from (collection.root(repository), collection.DOCUMENTS)
    yield from (f"set:{spec}" for spec, _ in repository.sets("", EVERYTHING))
    yield from (item.id for item in repository.items(Selection(), "", EVERYTHING) if not item.deleted)


def _of_document(id: str, units: Sequence[Unit]) -> Iterator[tuple[str, dict[str, str]]]:
    """Paths and parameters of all calls about one document."""
    depth = max((unit.level for unit in units), default=0)
    yield f"document/{id}.xml", {}
    for down in ("-1", *map(str, range(1, depth + 1))):
        yield f"navigation/{id};down={down}.json", {"down": down}
    for unit in units:
        yield f"document/{id}/{unit.name}.xml", {"ref": unit.name}
        yield f"navigation/{id}/{unit.name}.json", {"ref": unit.name}
        for down in ("-1", "0", *map(str, range(1, max(1, depth - unit.level) + 1))):
            yield f"navigation/{id};down={down}/{unit.name}.json", {"ref": unit.name, "down": down}
