"""From source files to TEI files on disk: read, encode, join witnesses, annotate, prove, write.

The ledger `.encoded.json` beside the files says from which source each came and holds its digest as it
was written. So identifiers stay what they were however often and in whatever order sources are encoded,
and a file that looks otherwise than written is the editor's and is never written over.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import count
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

from teiedition import fidelity, tree
from teiedition.annotate import annotate, candidates
from teiedition.annotate.citations import edition
from teiedition.annotate.citations.links import Documents
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode, join_witnesses
from teiedition.errors import InputError
from teiedition.files import digest, read_bytes, write_whole
from teiedition.model import Problem, Source
from teiedition.resources import resource
from teiedition.sources import discover, read

LEDGER = ".encoded.json"
SCHEMA = "../schema/teiedition.rng"
"""Where an edition keeps the schema, seen from its TEI files, which name it for editing programs."""


@dataclass(slots=True)
class Ingested:
    """What came of source files: documents in order, the files written and kept, problems, shares."""

    documents: list[EncodedDocument] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    """Files that an editor has changed, and that therefore stayed as they are."""
    problems: list[Problem] = field(default_factory=list)
    candidates: list[Path] = field(default_factory=list)
    """Draft authority files for names that no authority file has."""
    pictures: list[Path] = field(default_factory=list)
    """Pictures of the sources, written into a folder beside each document that shows them."""
    shares: dict[Path, float] = field(default_factory=dict)
    """For each source, the share of its characters that its documents account for."""


def ingest(
    paths: Sequence[Path], out: Path, config: Config, authority: Authority | None, plain: bool
) -> Ingested:
    """Encode the sources at `paths` (folders stand for the sources in them) into `out`.

    A source that can't be read or of which something was lost is reported as a problem; the others are
    encoded. Raises InputError where there is no source at all.
    """
    found = Ingested()
    sources: dict[str, Source] = {}
    documents: list[EncodedDocument] = []
    for path in discover(paths):
        try:
            source = read(path)
            documents += encode(source, config, authority)
            sources[source.id] = source
        except InputError as error:
            found.problems.append(problem_of(error, path))
    ledger = _ledger(out)
    documents = [_schema_named(document, out) for document in documents]
    documents = list(join_witnesses(_named(documents, ledger)))
    if not plain:
        own = [_file(document, out) for document in documents]
        others = set(out.glob("*.xml")) - {file.path for file in own}
        known = edition.documents([*own, *edition.read(others)])
        documents = [_annotated(document, out, authority, known, config) for document in documents]
        texts = [(document.id, document.tei) for document in documents]
        found.candidates = draft_candidates(texts, authority, config, out)
    documents = [_pictured(document, sources[document.source]) for document in documents]
    found.documents = documents
    _prove(sources, documents, out, found)
    _write(documents, out, ledger, found)
    for document in documents:
        _write_pictures(document, sources[document.source], out, found)
    return found


def draft_candidates(
    documents: Sequence[tuple[str, str]], authority: Authority | None, config: Config, out: Path
) -> list[Path]:
    """Write drafts of authority entries for the unknown names in documents, given as (id, TEI).

    They go to `candidates/` in the edition's authority folder, or below `out` where that is no edition's.
    """
    home = config.authority if out.resolve() == config.tei.resolve() else out / "authority"
    folder = home / "candidates"
    drafts = candidates.drafts(documents, authority, folder)
    for name, tei in drafts.items():
        write_whole(folder / name, tei)
    return [folder / name for name in drafts]


def problem_of(error: InputError, path: Path) -> Problem:
    """A file that can't be used, as a finding, so that the others can go on."""
    return Problem(
        Path(error.file or path),
        error.line or 0,
        error.column or 0,
        "source",
        error.reason,
        remedy=error.remedy or "",
    )


@dataclass(frozen=True, slots=True)
class Minted:
    """A line of the ledger: the source that an identifier was given to, and the file's digest as written."""

    source: str
    digest: str


def _named(documents: Sequence[EncodedDocument], ledger: Mapping[str, Minted]) -> list[EncodedDocument]:
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


def _annotated(
    document: EncodedDocument, out: Path, authority: Authority | None, known: Documents, config: Config
) -> EncodedDocument:
    path = out / f"{document.id}.xml"
    marked = annotate(document.tei, path, authority, config.language, documents=known)
    return replace(document, tei=marked.tei)


def _file(document: EncodedDocument, out: Path) -> tree.TeiFile:
    path = out / f"{document.id}.xml"
    return tree.TeiFile(path, tree.parse(document.tei.encode(), path))


def _prove(
    sources: Mapping[str, Source], documents: Sequence[EncodedDocument], out: Path, found: Ingested
) -> None:
    for id, source in sources.items():
        files = [_file(document, out) for document in documents if document.source == id]
        account = fidelity.account(source, files)
        found.shares[source.path] = account.share
        found.problems += fidelity.problems(account, files)


def _pictured(document: EncodedDocument, source: Source) -> EncodedDocument:
    """The document with each picture that its source held named by its place beside the document."""
    tei = document.tei
    for name in source.attachments:
        tei = tei.replace(f'<graphic url="{escape(name)}"', f'<graphic url="{_beside(document, name)}"')
    return replace(document, tei=tei)


def _beside(document: EncodedDocument, name: str) -> str:
    """Where a picture of a document's source stands, seen from the document's file."""
    return f"{document.id}/{re.sub(r'[^a-zA-Z0-9._-]+', '-', name).lstrip('.')}"


def _write_pictures(document: EncodedDocument, source: Source, out: Path, found: Ingested) -> None:
    """Write the pictures that a document shows into the folder of its name; one that is there stays."""
    if out / f"{document.id}.xml" in found.kept:
        return
    for name, data in source.attachments.items():
        place = _beside(document, name)
        if data and f'<graphic url="{place}"' in document.tei and not (out / place).exists():
            write_whole(out / place, data)
            found.pictures.append(out / place)


def _schema_named(document: EncodedDocument, out: Path) -> EncodedDocument:
    """The document naming grammar and rules as found from `out`: the edition's, else copies beside it."""
    if _has_schema(out):
        return document
    head, end, rest = document.tei.partition("<TEI ")
    return replace(
        document, tei=head.replace(f'href="{PurePosixPath(SCHEMA).parent}/', 'href="') + end + rest
    )


def _has_schema(out: Path) -> bool:
    """Is there a schema of the edition's own? `out` itself need not be there yet."""
    return Path(os.path.normpath(out.absolute() / SCHEMA)).exists()


def _write(
    documents: Sequence[EncodedDocument], out: Path, ledger: dict[str, Minted], found: Ingested
) -> None:
    for document in documents:
        path = out / f"{document.id}.xml"
        now = digest(document.tei)
        written = ledger[document.id].digest if document.id in ledger else now
        if path.exists() and digest(path.read_bytes()) not in (written, now):
            found.kept.append(path)
            continue
        write_whole(path, document.tei)
        ledger[document.id] = Minted(document.source, now)
        found.written.append(path)
    if found.written and not _has_schema(out):
        for schema in (PurePosixPath(SCHEMA).with_suffix(ending).name for ending in (".rng", ".sch")):
            write_whole(out / schema, read_bytes(resource("schema", schema)))
    if found.written:
        lines = {id: asdict(line) for id, line in sorted(ledger.items())}
        write_whole(out / LEDGER, json.dumps(lines, indent=1) + "\n")


def _ledger(out: Path) -> dict[str, Minted]:
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
