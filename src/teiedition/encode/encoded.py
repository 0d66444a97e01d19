"""What `encode` gives for each document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EncodedDocument:
    """A document found in a source, encoded.

    `tei` is XML text; `source` the source's id; lines count from 1, the last included; `reason` says why
    a document begins there, with `confidence` from 0 to 1; `date` is in W3C form, or empty; `shelfmark`
    is as printed; `counts` says how much of what was found; `doubts` are sentences for the editor.
    """

    id: str
    tei: str
    source: str
    first_line: int
    last_line: int
    reason: str
    confidence: float
    genre: str
    date: str
    title: str
    shelfmark: str
    counts: Mapping[str, int] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
