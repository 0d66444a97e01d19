"""Several witnesses of one document → a collation in TEI (P5 chapter 13, parallel segmentation).

The words of each witness's reading text are aligned with those of the first. Where all agree the text
stands once; where they differ, an `app` holds a reading of each. Words that differ in capitals and
punctuation only are an app of type "orthographic". So every witness can be read from the collation whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from rapidfuzz.distance import LCSseq

from teiedition import tree
from teiedition.errors import InputError
from teiedition.tree import Element, tag

BREAK = "\u2029"
"""The token that ends a block (a paragraph, a heading, an item)."""
STRAY = 2
"""Fewer words in common than this, between two differences, are chance."""
_BLOCKS = frozenset(
    map(
        tag,
        (
            *("ab", "argument", "byline", "castItem", "cell", "closer", "dateline", "docAuthor", "docDate"),
            *("epigraph", "figDesc", "head", "item", "l", "label", "opener", "p", "postscript", "salute"),
            *("signed", "speaker", "stage", "trailer"),
        ),
    )
)
_LOOSE = re.compile(r"\s+([,.;:!?)\]])")
"""Punctuation that stood behind something not compared belongs to the word before."""
_UNREAD = frozenset(map(tag, ("note", "fw", "sic", "orig", "abbr", "am", "del", "teiHeader")))
"""What is no part of the reading text; of a choice, the corrected, regular, expanded form is read."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness: its sign, its file, its title, the words of its reading text with BREAK after each block."""

    sign: str
    file: Path
    title: str
    words: tuple[str, ...]

    @property
    def id(self) -> str:
        """The document's id: the stem of its file."""
        return self.file.stem


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the collation: for each witness its words; `same` if they are the same in all."""

    readings: tuple[tuple[str, ...], ...]

    @property
    def same(self) -> bool:
        """Do all witnesses have just these words?"""
        return len(set(self.readings)) == 1

    @property
    def slight(self) -> bool:
        """Do they differ in capitals and punctuation only?"""
        return not self.same and len({tuple(map(_normal, words)) for words in self.readings}) == 1


def witnesses(files: Sequence[Path]) -> tuple[Witness, ...]:
    """Read the witnesses; their signs are A, B, C … Raises InputError where a file has no text."""
    if len(files) < 2:
        raise InputError("a collation needs two witnesses at least", remedy="Name two TEI files or more.")
    return tuple(_witness(file, _sign(number)) for number, file in enumerate(files))


def _witness(file: Path, sign: str) -> Witness:
    root = tree.read(file).root
    texts = root.findall("tei:text", tree.NS)
    words = tuple(word for text in texts for word in _words(text))
    if not any(word != BREAK for word in words):
        raise InputError("has no text to compare", file, remedy="Name TEI documents with a text.")
    title = tree.words(root.find(".//tei:titleStmt/tei:title", tree.NS)) or file.stem
    return Witness(sign, file, title, words)


def _sign(number: int) -> str:
    letter = chr(ord("A") + number % 26)
    return letter if number < 26 else f"{_sign(number // 26 - 1)}{letter}"


def _words(text: Element) -> Iterator[str]:
    """The words of the reading text, as they are separated by white space, with BREAK after each block."""
    read: list[str] = []
    for part in [*_pieces(text), BREAK]:
        if part == BREAK:
            if words := _LOOSE.sub(r"\1", "".join(read)).split():
                yield from (*words, BREAK)
            read = []
        else:
            read.append(part)


def _pieces(element: Element) -> Iterator[str]:
    block = element.tag in _BLOCKS
    if block:
        yield BREAK
    if isinstance(element.tag, str) and not _is_unread(element):
        yield " " if element.tag in (tag("lb"), tag("pb"), tag("cb")) and element.get("break") != "no" else ""
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""
    if block:
        yield BREAK


def _is_unread(element: Element) -> bool:
    """Is it no part of the text? Another romanisation of a name is the editor's word, not the witness's."""
    return element.tag in _UNREAD or element.get("reason") == "romanization"


def _normal(word: str) -> str:
    """What of a word counts when witnesses are aligned: letters and digits, whatever their case."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in folded if letter.isalnum()) or folded


def collate(found: Sequence[Witness]) -> tuple[Segment, ...]:
    """The witnesses as segments, in order; those of one witness joined are its words."""
    base, others = found[0], found[1:]
    changes = [_changes(base.words, other.words) for other in others]
    segments: list[Segment] = []
    place, places = 0, [0 for _ in others]

    def take(end: int, lengths: Sequence[int]) -> Segment:
        nonlocal place, places
        ends = [start + length for start, length in zip(places, lengths, strict=True)]
        theirs = [other.words[start:stop] for other, start, stop in zip(others, places, ends, strict=True)]
        mine = base.words[place:end]
        place, places = end, ends
        return Segment((mine, *theirs))

    for start, end in [*_joined([change[:2] for one in changes for change in one]), (len(base.words),) * 2]:
        segments += _parted(take(start, [start - place] * len(others)))
        segments.append(take(end, [end - start + _growth(one, start, end) for one in changes]))
    return tuple(segment for segment in segments if any(segment.readings))


Change = tuple[int, int, int, int]
"""A stretch of the base, half-open, and that of another witness that stands in its place."""


def _changes(base: Sequence[str], other: Sequence[str]) -> list[Change]:
    """Where another witness differs from the base, in order; words in common by chance count as different."""
    codes = LCSseq.opcodes([_normal(word) for word in base], [_normal(word) for word in other])
    changes: list[Change] = []
    for code in codes:
        if code.tag == "equal":
            continue
        here = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        before = changes[-1] if changes else None
        between = base[before[1] : here[0]] if before else ()
        chance = len(between) < STRAY and BREAK not in between and before and _large(before) and _large(here)
        if before and (chance or not between):
            changes[-1] = (before[0], here[1], before[2], here[3])
        else:
            changes.append(here)
    return changes


def _large(change: Change) -> bool:
    return max(change[1] - change[0], change[3] - change[2]) > 1


def _joined(regions: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of the base that overlap or touch, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(regions)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _growth(changes: Sequence[Change], start: int, end: int) -> int:
    """How many words more than the base a witness has in a stretch of it; fewer if negative."""
    within = [change for change in changes if start <= change[0] and change[1] <= end]
    return sum((theirs_end - theirs) - (mine_end - mine) for mine, mine_end, theirs, theirs_end in within)


def _parted(segment: Segment) -> Iterator[Segment]:
    """Words aligned one by one, parted where their forms differ, so that what is the same stands once."""
    columns = list(zip(*segment.readings, strict=True))
    start = 0
    for place in range(1, len(columns) + 1):
        alike = place < len(columns) and _alike(columns[place]) == _alike(columns[start])
        if not alike:
            yield Segment(tuple(zip(*columns[start:place], strict=True)))
            start = place


def _alike(column: Sequence[str]) -> bool:
    return len(set(column)) == 1


# ── as TEI ────────────────────────────────────────────────────────────────────────────────────────


def to_tei(found: Sequence[Witness], segments: Sequence[Segment]) -> str:
    """The collation as a TEI document; paragraphs end where all witnesses end one."""
    root = etree.fromstring(f'<TEI xmlns="{tree.TEI}"/>')
    _header(etree.SubElement(root, tag("teiHeader")), found)
    body = etree.SubElement(etree.SubElement(root, tag("text")), tag("body"))
    paragraph = etree.SubElement(body, tag("p"))
    for segment in segments:
        if not segment.same:
            _apparatus(paragraph, found, segment)
            continue
        for word in segment.readings[0]:
            if word == BREAK:
                paragraph = etree.SubElement(body, tag("p"))
            else:
                _append(paragraph, f"{word} ")
    for empty in [one for one in body if not len(one) and not (one.text or "").strip()]:
        body.remove(empty)
    return etree.tostring(root, encoding="unicode")


def _header(header: Element, found: Sequence[Witness]) -> None:
    file = etree.SubElement(header, tag("fileDesc"))
    title = etree.SubElement(etree.SubElement(file, tag("titleStmt")), tag("title"))
    title.text = found[0].title
    statement = etree.SubElement(etree.SubElement(file, tag("publicationStmt")), tag("p"))
    statement.text = "Compared by machine, word by word."
    source = etree.SubElement(etree.SubElement(file, tag("sourceDesc")), tag("listWit"))
    for witness in found:
        entry = etree.SubElement(source, tag("witness"), {tree.XML_ID: witness.sign})
        etree.SubElement(entry, tag("ref"), target=f"{witness.id}.xml").text = witness.title
    encoding = etree.SubElement(header, tag("encodingDesc"))
    etree.SubElement(encoding, tag("variantEncoding"), method="parallel-segmentation", location="internal")


def _apparatus(parent: Element, found: Sequence[Witness], segment: Segment) -> None:
    """An app with one rdg for the witnesses that agree."""
    kind = "orthographic" if segment.slight else "substantive"
    app = etree.SubElement(parent, tag("app"), type=kind)
    signs: dict[tuple[str, ...], list[str]] = {}
    for witness, words in zip(found, segment.readings, strict=True):
        signs.setdefault(words, []).append(f"#{witness.sign}")
    for words, those in signs.items():
        reading = etree.SubElement(app, tag("rdg"), wit=" ".join(those))
        for word in words:
            if word == BREAK:
                etree.SubElement(reading, tag("milestone"), unit="p")
            else:
                _append(reading, f"{word} ")


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
