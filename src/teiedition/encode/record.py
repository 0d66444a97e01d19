"""The record that an archive's site prints above a document: title, date, citation, summary, credits.

**December 11, 1965**
**Title**
**Citation:**
"Title", December 11, 1965, Publisher, Archive 106-01477-01, 5-8. Obtained by X and translated by Y. <https://…>
**Summary:** … **Credits:** … **Original Language:** … **Contents:** …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from teiedition.encode.dates import Dated, Dates
from teiedition.encode.nodes import Child, element
from teiedition.encode.reading import Line, Reading
from teiedition.encode.shelfmarks import held
from teiedition.encode.vocabulary import Vocabulary

_CITED_TITLE = re.compile(r"[\"“](.{3,400}?),?[\"”],?\s*", re.DOTALL)
_URL = re.compile(r"https?://[^\s<>]+")
_CREDIT = re.compile(
    r"(?:^|\band )\s*(obtained|translated|contributed|provided|transcribed|edited)\b"
    r"(?: for \w[\w ]*?)? by ",
    re.IGNORECASE,
)
_FUNDER = re.compile(r"(?:support|funding|grant)s?\s+(?:from|of|by)\s+(?:the\s+)?(.+?)\.?$")


class Section(NamedTuple):
    """A labelled part of the record."""

    meaning: str
    label: Line
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    def labelled(self) -> list[Child]:
        """The section's source text, its printed label as `fw`."""
        return [element("fw", self.label.slice, attributes={"type": "label"}), " ", *spaced(self.lines)]


@dataclass(slots=True)
class Citation:
    """What an archive's citation says: offsets count in the citation's words, white space folded."""

    title: str = ""
    date: str = ""
    publisher: str = ""
    repository: str = ""
    shelfmark: str = ""
    pages: tuple[str, str] = ("", "")
    credits: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    url: str = ""


@dataclass(slots=True)
class Record:
    """The record's parts. `furniture` are lines of the site's page that say nothing of the document."""

    title: tuple[Line, ...]
    date: tuple[Line, Dated] | None
    furniture: tuple[Line, ...]
    sections: tuple[Section, ...]
    citation: Citation

    def section(self, meaning: str) -> list[Section]:
        """The sections of that meaning: citation, summary, credits, language, contents, rights."""
        return [section for section in self.sections if section.meaning == meaning]


def spaced(lines: Iterable[Line]) -> list[Child]:
    """The source text of lines, with spaces between."""
    children: list[Child] = []
    for line in lines:
        children += [" ", line.slice] if children else [line.slice]
    return children


def parse(
    lines: Sequence[Line], reading: Reading, words: Vocabulary, dates: Dates
) -> tuple[Record, int] | None:
    """The record with which `lines` begin and the number of its lines; None where there is no record."""
    labels = words.table("record")
    marks = [at for at, line in enumerate(lines[:120]) if (_label(line.text) in labels)]
    if not marks or labels[_label(lines[marks[0]].text)] != "citation" or marks[0] > 15:
        return None
    sections, at = [], marks[0]
    while at < len(lines) and (meaning := labels.get(_label(lines[at].text))):
        end = _section_end(lines, at + 1, meaning, labels, words)
        sections.append(Section(meaning, lines[at], tuple(lines[at + 1 : end])))
        at = end
    cited = reading.words(*(line.slice for line in sections[0].lines))
    citation = cite(cited, dates)
    title, date, furniture = _head(lines[: marks[0]], citation, dates)
    return Record(title, date, furniture, tuple(sections), citation), at


def _label(text: str) -> str:
    return text[:-1].strip().lower() if text.endswith(":") and len(text) < 40 else ""


def _section_end(
    lines: Sequence[Line], at: int, meaning: str, labels: Mapping[str, Any], words: Vocabulary
) -> int:
    """A section's text is one block of lines; a summary may have several until the next label, and lines
    on languages end with the last that names one."""
    end = at + 1
    if meaning in ("language", "contents"):
        while (
            end < len(lines) and not lines[end].gap and words.languages(re.findall(r"\w+", lines[end].text))
        ):
            end += 1
        return min(end, len(lines))
    while end < len(lines) and not lines[end].gap and not _label(lines[end].text):
        end += 1
    if meaning == "summary":
        further = next((n for n in range(end, min(end + 12, len(lines))) if _label(lines[n].text)), end)
        end = further
    return min(end, len(lines))


def _head(
    lines: Sequence[Line], citation: Citation, dates: Dates
) -> tuple[tuple[Line, ...], tuple[Line, Dated] | None, tuple[Line, ...]]:
    wanted = _plain(citation.title)
    title: list[Line] = []
    date: tuple[Line, Dated] | None = None
    furniture: list[Line] = []
    for line in lines:
        whole = dates.whole(line.text)
        if whole and date is None:
            date = (line, whole)
        elif wanted and _plain(line.text) in wanted or not wanted and line.bold:
            title.append(line)
        else:
            furniture.append(line)
    if not title and furniture:
        title, furniture = [furniture[-1]], furniture[:-1]
    return tuple(title), date, tuple(furniture)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def cite(text: str, dates: Dates) -> Citation:
    """Take an archive's citation apart; `text` is one line."""
    citation = Citation()
    if found := _URL.search(text):
        citation.url, text = found[0], text[: found.start()] + text[found.end() :]
    if found := _CITED_TITLE.match(text):
        citation.title, text = found[1], text[found.end() :]
    sentences = re.split(r"(?<=[\w)])\.\s+(?=[A-Z])", text, maxsplit=1)
    dated = dates.find(sentences[0])
    rest = sentences[0]
    if dated and dated[0].start < 3:
        citation.date, rest = dated[0].sort_key, rest[dated[0].end :]
    _place(citation, rest.strip(" ,.<>"))
    citation.credits = credits(sentences[1]) if len(sentences) > 1 else []
    return citation


def _place(citation: Citation, text: str) -> None:
    """Publisher, repository, shelfmark and pages, parted by commas."""
    publisher, comma, rest = text.partition(",")
    if comma and not re.search(r"\d", publisher):
        citation.publisher, text = publisher.strip(), rest.strip()
    found = held(text)
    citation.repository, citation.shelfmark, citation.pages = found.repository, found.shelfmark, found.pages


def credits(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Who did what, from "Obtained by A and translated by B and C": (the deed, the names)."""
    marks = list(_CREDIT.finditer(text))
    found = []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        names = text[mark.end() : end].strip(" .<>]")
        people = tuple(
            name.strip(" .") for name in re.split(r",\s*and\s+|,\s*|\s+and\s+", names) if name.strip(" .")
        )
        found.append((f"{mark[1].capitalize()} by", people))
    return found


def funder(text: str) -> str:
    """The body that paid, from "made possible with support from X"; empty where none is named."""
    found = _FUNDER.search(text)
    return found[1] if found else ""
