"""Annotating many documents: each by itself, so that several processes can share them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from teiedition.annotate import Annotated, annotate, candidates, clusters, recognizers
from teiedition.annotate.citations.links import Documents
from teiedition.annotate.encoding import decoded
from teiedition.annotate.explain import Explanation
from teiedition.annotate.finders import finders
from teiedition.annotate.names.gazetteer import gazetteer
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.errors import InputError
from teiedition.files import read_bytes, write_whole
from teiedition.ingest.problems import problem_of
from teiedition.model import Problem

SHARE = 50_000
"""So many bytes of text are worth a process of their own."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What annotating needs beside the document. `model` is an installed spaCy model, or none."""

    authority: Authority | None
    language: str
    documents: Documents
    model: str | None = None

    def prepare(self) -> None:
        """Make what all documents need, so that forked processes share it.

        Raises EnvironmentFault where the model is not there.
        """
        if self.authority is not None:
            gazetteer(self.authority)
        if self.model:
            recognizers.spacy(self.model)

    def mark_up(self, tei: str, path: Path) -> tuple[Annotated, list[clusters.Cluster]]:
        """A document annotated, and the names in it that no authority file has.

        `path` is its file, which it need not be in yet.
        """
        recognize = recognizers.spacy(self.model) if self.model else None
        gathering = clusters.Gathering()
        made = annotate(
            tei, path, self.authority, self.language, finders(gathering.find), recognize, self.documents
        )
        return made, gathering.clusters(path.stem, made.titular)


@dataclass(frozen=True, slots=True)
class Marked:
    """A file annotated: its TEI in the encoding of the file, the report, unknown names, what was asked."""

    tei: str
    encoding: str
    report: Mapping[str, Any]
    unknown: list[clusters.Cluster]
    explanations: list[Explanation]


def marked_file(path: Path, marker: Marker, asked: str | int | None = None) -> Marked | Problem:
    """A file annotated, or why it can't be; with explanations of the mentions that are `asked` for."""
    try:
        text, encoding = decoded(read_bytes(path), path)
        made, unknown = marker.mark_up(text, path)
    except InputError as error:
        return problem_of(error, path)
    return Marked(made.tei, encoding, made.report, unknown, made.explain(asked) if asked is not None else [])


def size(paths: Sequence[Path]) -> int:
    """The size of files in bytes; one that is not there has none."""
    return sum(path.stat().st_size for path in paths if path.is_file())


def draft_candidates(
    unknown: Iterable[clusters.Cluster], authority: Authority | None, config: Config, out: Path
) -> list[Path]:
    """Write drafts of authority entries for the unknown names of documents, given in the documents' order.

    They go to `candidates/` in the edition's authority folder, or below `out` where that is no edition's.
    """
    home = config.authority if out.resolve() == config.tei.resolve() else out / "authority"
    folder = home / "candidates"
    drafts = candidates.of_clusters(clusters.merged(unknown), authority, folder)
    for name, tei in drafts.items():
        write_whole(folder / name, tei)
    return [folder / name for name in drafts]
