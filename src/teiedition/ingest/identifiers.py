"""Identifiers that stay: the ledger of what was encoded from which source, and documents named by it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path

from teiedition.encode import EncodedDocument
from teiedition.errors import InputError
from teiedition.files import write_whole

LEDGER = ".encoded.json"


@dataclass(frozen=True, slots=True)
class Minted:
    """A line of the ledger: the source that an identifier was given to, and the file's digest as written."""

    source: str
    digest: str


def named(documents: Sequence[EncodedDocument], ledger: Mapping[str, Minted]) -> list[EncodedDocument]:
    """The documents under identifiers of their own: that of another source's document gets a number."""
    taken: set[str] = set()
    names: dict[tuple[str, str], str] = {}
    for document in documents:
        free = (id for id in _ids(document.id) if id not in taken and _may_have(id, document.source, ledger))
        names[document.source, document.id] = name = next(free)
        taken.add(name)
    return [_renamed(document, names) for document in documents]


def _ids(id: str) -> Iterator[str]:
    yield id
    yield from (f"{id}-{number}" for number in count(2))


def _may_have(id: str, source: str, ledger: Mapping[str, Minted]) -> bool:
    return id not in ledger or ledger[id].source == source


def _renamed(document: EncodedDocument, names: Mapping[tuple[str, str], str]) -> EncodedDocument:
    """The document with its own identifier and those of its companions in the source as `names` has them."""
    tei = document.tei
    for (source, old), new in names.items():
        if source == document.source and old != new:
            tei = tei.replace(f'"d{old}"', f'"d{new}"').replace(f'"{old}.xml', f'"{new}.xml')
    return replace(document, id=names[document.source, document.id], tei=tei)


def read(out: Path) -> dict[str, Minted]:
    """The ledger of a folder of TEI files: a line for each identifier. Raises InputError where it is none."""
    path = out / LEDGER
    if not path.exists():
        return {}
    try:
        return {id: Minted(**line) for id, line in json.loads(path.read_text("utf-8")).items()}
    except (ValueError, TypeError, AttributeError):
        raise InputError(
            "is not the ledger that encode wrote", path,
            remedy="Restore it from version control, or delete it: then all files that are there are kept.",
        ) from None  # fmt: skip


def write(out: Path, ledger: Mapping[str, Minted]) -> None:
    """Write the ledger of a folder."""
    lines = {id: asdict(line) for id, line in sorted(ledger.items())}
    write_whole(out / LEDGER, json.dumps(lines, indent=1) + "\n")
