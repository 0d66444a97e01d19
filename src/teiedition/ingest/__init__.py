"""From source files to TEI files on disk: read, encode, join witnesses, annotate, prove, write.

The ledger `.encoded.json` beside the files says from which source each came and holds its digest as it
was written. So identifiers stay what they were however often and in whatever order sources are encoded,
and a file that looks otherwise than written is the editor's and is never written over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from teiedition import fidelity, tree
from teiedition.annotate.citations import edition
from teiedition.annotate.citations.links import Documents
from teiedition.annotate.clusters import Cluster
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode, join_witnesses
from teiedition.errors import InputError
from teiedition.files import digest, read_bytes, write_whole
from teiedition.ingest import identifiers, marking, pictures
from teiedition.ingest.identifiers import Minted
from teiedition.ingest.marking import Marker, draft_candidates
from teiedition.ingest.problems import problem_of
from teiedition.model import Problem, Source
from teiedition.resources import resource
from teiedition.sources import discover, read
from teiedition.workers import fitting, shared_out

__all__ = ["Ingested", "Marker", "draft_candidates", "ingest", "problem_of"]

Share = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]
"""A function that has processes share the work on items."""

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
    paths: Sequence[Path],
    out: Path,
    config: Config,
    authority: Authority | None,
    plain: bool,
    jobs: int | None = None,
) -> Ingested:
    """Encode the sources at `paths` (folders stand for the sources in them) into `out`.

    A source that can't be read or of which something was lost is reported as a problem; the others are
    encoded. `jobs` processes share the work; without it, as many as there are processors, if it is enough.
    Raises InputError where there is no source at all.
    """
    found = Ingested()
    files = discover(paths)
    share: Share = partial(shared_out, processes=fitting(jobs, marking.size(files), marking.SHARE))
    sources, documents = _encoded(files, config, authority, share, found)
    ledger = identifiers.read(out)
    documents = [_schema_named(document, out) for document in documents]
    documents = list(join_witnesses(identifiers.named(documents, ledger)))
    if not plain:
        marker = Marker(authority, config.language, _citable(documents, out))
        documents, unknown = _annotated(documents, out, marker, share)
        found.candidates = draft_candidates(unknown, authority, config, out)
    found.documents = [pictures.pictured(document, sources[document.source]) for document in documents]
    _prove(sources, out, share, found)
    _write(out, ledger, found)
    for document in found.documents:
        if out / f"{document.id}.xml" not in found.kept:
            found.pictures += pictures.write(document, sources[document.source], out)
    return found


def _encoded(
    files: Sequence[Path], config: Config, authority: Authority | None, share: Share, found: Ingested
) -> tuple[dict[str, Source], list[EncodedDocument]]:
    """The sources by their ids, and the documents in them; of a file that can't be read, its problem."""
    sources: dict[str, Source] = {}
    documents: list[EncodedDocument] = []
    for made in share(partial(_of_source, config=config, authority=authority), files):
        if isinstance(made, Problem):
            found.problems.append(made)
        else:
            source, inside = made
            sources[source.id] = source
            documents += inside
    return sources, documents


def _of_source(
    path: Path, config: Config, authority: Authority | None
) -> tuple[Source, tuple[EncodedDocument, ...]] | Problem:
    try:
        source = read(path)
        return source, encode(source, config, authority)
    except InputError as error:
        return problem_of(error, path)


def _citable(documents: Sequence[EncodedDocument], out: Path) -> Documents:
    """The documents that citations may mean: these, and those that are in the folder already."""
    own = [_file(document, out) for document in documents]
    others = set(out.glob("*.xml")) - {file.path for file in own}
    return edition.documents([*own, *edition.read(others)])


def _annotated(
    documents: Sequence[EncodedDocument], out: Path, marker: Marker, share: Share
) -> tuple[list[EncodedDocument], list[Cluster]]:
    """The documents annotated, and the names in them that no authority file has."""
    marker.prepare()
    made = list(share(partial(_marked, out=out, marker=marker), documents))
    return [document for document, _ in made], [cluster for _, unknown in made for cluster in unknown]


def _marked(document: EncodedDocument, out: Path, marker: Marker) -> tuple[EncodedDocument, list[Cluster]]:
    made, unknown = marker.mark_up(document.tei, out / f"{document.id}.xml")
    return replace(document, tei=made.tei), unknown


def _file(document: EncodedDocument, out: Path) -> tree.TeiFile:
    path = out / f"{document.id}.xml"
    return tree.TeiFile(path, tree.parse(document.tei.encode(), path))


def _prove(sources: Mapping[str, Source], out: Path, share: Share, found: Ingested) -> None:
    """Find out what of each source is in its documents, and what was lost."""
    tasks = [
        (source, [document for document in found.documents if document.source == id])
        for id, source in sources.items()
    ]
    for source, (proven, problems) in zip(
        sources.values(), share(partial(_proven, out=out), tasks), strict=True
    ):
        found.shares[source.path] = proven
        found.problems += problems


def _proven(task: tuple[Source, Sequence[EncodedDocument]], out: Path) -> tuple[float, list[Problem]]:
    source, documents = task
    files = [_file(document, out) for document in documents]
    account = fidelity.account(source, files)
    return account.share, list(fidelity.problems(account, files))


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


def _write(out: Path, ledger: dict[str, Minted], found: Ingested) -> None:
    for document in found.documents:
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
        identifiers.write(out, ledger)
