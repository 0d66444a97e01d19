"""The values that pass between the stages. No input or output here, and no XML.

Offsets count code points of `Source.text` and are half-open: `text[start:end]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of source text that the file format says something about: `text[start:end]`, a kind, a value.

    Blocks. Block spans end before the blank line that follows the block.
    `paragraph`; `heading`: level from "1", "0" for the document's title; `quote`;
    `list`: "ordered", "bulleted" or "gloss" (labels are words); `list-item`: depth from "1"; both hold all
    that is inside them; `label`: the printed number or bullet with which an item or heading begins;
    `table`; `row`: "label" for a head row; `cell`: "ROW,COLUMN" from 1, with ",ROWS,COLUMNS" after it
    where cells were merged. In the text a tab stands between cells, a line feed between rows;
    `align`: "center" or "right"; `style`: name of the style that the writer chose (`tei:persName`,
    `Signature`), on paragraphs and on words; of our own naming `hidden`, `caption`, `text box`;
    `page`: the printed number, else the count from 1; two page spans meet inside a paragraph where a page
    breaks it; `furniture`: TEI's `fw/@type` ("header", "footer", "pageNum"; "margin" for type set across
    the page, "navigation" for a web page's menus), inside a paragraph where a page breaks that.

    Words: `bold italic underline strikethrough superscript subscript small-caps`, without value;
    `link`: the address, "#NAME" for an `anchor` of that value (an empty span) in the same file;
    `language`: a BCP 47 tag; `image`: the name of one of `Source.attachments`; the words under it, if
    any, are the picture's description; `inserted`, `deleted`: tracked changes, by whom.

    Notes. `note-ref`: the mark as printed, in its place; value is the note's id, which begins with "foot"
    or "end". `note`: the note's text with the same id, without its mark. Notes stand after the outermost
    block that holds their mark, each as blocks of its own. `comment-ref`: the words that a comment is
    about (may be empty), value is the comment's id; `comment`: its text, which stands like a note's;
    `author`: the same stretch, by whom.
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
    """By start; of those that start together, the longer first."""
    attachments: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    """Pictures in the file: name → bytes."""
    encoding: str = "utf-8"
    """The character encoding of a text file; other than UTF-8 and UTF-16 it was recognised, not known."""

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
    sentence which rule and which facts led here. `children` are marked up inside it (a `roleName`, the
    parts of a `bibl`), with offsets in the same text. `candidates` are the values of `@ref` that it may
    have, each with a degree from 0 to 1, where none of them is sure enough. In the `closed` stretches of
    it nothing else is marked up.
    """

    start: int
    end: int
    element: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    certainty: float = 1.0
    evidence: str = ""
    children: tuple[Mention, ...] = ()
    candidates: tuple[tuple[str, float], ...] = ()
    closed: tuple[tuple[int, int], ...] = ()


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
