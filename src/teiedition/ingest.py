"""From source files to TEI files on disk: read, encode, join witnesses, annotate, prove, write.

A TEI file that an editor has changed since it was encoded is never written over: `.encoded.json` beside
the files holds the digest of each as it was written, and a file that looks otherwise is the editor's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from teiedition import fidelity
from teiedition.annotate import annotate
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode, join_witnesses
from teiedition.errors import InputError
from teiedition.files import digest, write_whole
from teiedition.model import Problem, Source
from teiedition.sources import discover, read

LEDGER = ".encoded.json"


@dataclass(slots=True)
class Ingested:
    """What came of source files: documents in order, the files written and kept, problems, shares."""

    documents: list[EncodedDocument] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    """Files that an editor has changed, and that therefore stayed as they are."""
    problems: list[Problem] = field(default_factory=list)
    shares: dict[Path, float] = field(default_factory=dict)
    """For each source, the share of its characters that its documents account for."""


def ingest(paths: Sequence[Path], out: Path, config: Config, authority: Authority | None, plain: bool) -> Ingested:
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
    documents = list(join_witnesses(_told_apart(documents)))
    if not plain:
        documents = [_annotated(document, out, authority, config) for document in documents]
    found.documents = documents
    _prove(sources, documents, found)
    _write(documents, out, found)
    return found


def problem_of(error: InputError, path: Path) -> Problem:
    """A file that can't be used, as a finding, so that the others can go on."""
    return Problem(
        Path(error.file or path), error.line or 0, error.column or 0, "source", error.reason, remedy=error.remedy or ""
    )


def _told_apart(documents: Iterable[EncodedDocument]) -> list[EncodedDocument]:
    """Give the second document of one id, from another source, an id of its own."""
    taken: dict[str, int] = {}
    apart = []
    for document in documents:
        taken[document.id] = taken.get(document.id, 0) + 1
        apart.append(document if taken[document.id] == 1 else document.renamed(f"{document.id}-{taken[document.id]}"))
    return apart


def _annotated(
    document: EncodedDocument, out: Path, authority: Authority | None, config: Config
) -> EncodedDocument:
    return replace(document, tei=annotate(document.tei, out / f"{document.id}.xml", authority, config).tei)


def _prove(sources: Mapping[str, Source], documents: Sequence[EncodedDocument], found: Ingested) -> None:
    for id, source in sources.items():
        account = fidelity.account(source, [document.tei for document in documents if document.source == id])
        found.shares[source.path] = account.share
        found.problems += account.problems


def _write(documents: Sequence[EncodedDocument], out: Path, found: Ingested) -> None:
    ledger = _ledger(out)
    for document in documents:
        path = out / f"{document.id}.xml"
        if path.exists() and digest(path.read_bytes()) not in (ledger.get(document.id), digest(document.tei)):
            found.kept.append(path)
            continue
        write_whole(path, document.tei)
        ledger[document.id] = digest(document.tei)
        found.written.append(path)
    write_whole(out / LEDGER, json.dumps(dict(sorted(ledger.items())), indent=1))


def _ledger(out: Path) -> dict[str, str]:
    path = out / LEDGER
    if not path.exists():
        return {}
    try:
        return dict(json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError):
        return {}  # then every file that is there counts as an editor's, and stays
