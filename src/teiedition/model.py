"""The values that pass between the stages. No input or output here, and no XML.

Offsets count code points of `Source.text` and are half-open: `text[start:end]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of source text that the file format says something about.

    `kind` is the field's own word: `bold italic superscript heading list-item cell note note-ref
    link style page inserted deleted comment image`; `value` its argument (heading level, link target,
    note number, style name, page number).
    """

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source file, read: its text, and what its format knew beyond the text."""

    path: Path
    text: str
    format: str = "txt"
    spans: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The file's stem, by which TEI headers name the source."""
        return self.path.stem

    def line_of(self, offset: int) -> int:
        """The line, from 1, in which an offset lies."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text, by an annotator: where, what, and why.

    `start` and `end` count in the text that the annotator was given. `element` and `attributes` are
    TEI's (`persName`, `{"ref": "#zhou-enlai"}`). `certainty` runs from 0 to 1; `evidence` says in a
    sentence which rule and which facts led here.
    """

    start: int
    end: int
    element: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    certainty: float = 1.0
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an editor has to look at. Lines and columns count from 1; 0 is unknown.

    `severity` is `error` (the document can't be published as it is), `warning`, or `info`.
    `rule` is a stable short name such as `grammar`, `reference`, `not-well-formed`.
    """

    file: Path
    line: int
    column: int
    rule: str
    message: str
    severity: str = "error"
    remedy: str = ""
    subject: str = ""
    """The guilty thing by name: an element, an attribute, a value."""
    allowed: tuple[str, ...] = ()
    """What would be allowed in its place, shortest useful list first."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line or None, self.column or None) if part)
        return f"{place}: {self.severity}: {self.message}" + (f"\n  → {self.remedy}" if self.remedy else "")
