"""An article with footnotes, set as sources set them: with and without marks, wrapped, page by page."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode
from teiedition.model import Source

ARTICLE = Path(__file__).parent / "specimen" / "noted-article.txt"
_NOTE = re.compile(r"\{\{(.*?)\}\}")
_MARK = re.compile("\x01(\\d+)\x02")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SYMBOLS = ("*", "†", "‡", "§", "**", "††", "‡‡")
_NEAR, _CLEAR = 3, 12
"""How near to its place a note stands where it should; how many characters before it tell its place."""


@dataclass(frozen=True)
class Setting:
    """How an article is set.

    `mark` is the form of the mark in the text: `{}` stands for the number, `¹` and `*` for raised figures
    and symbols; "" is a mark that was lost with the space behind it, " " one lost without a trace.
    `number` is the form of the number before the note. `width` is that of the lines, 0 for a paragraph a
    line, -1 for lines broken only where a mark was raised. `blank` says where empty lines stand: `all`
    (between paragraphs as well), `pages` (around the notes), `none`. `head` is the running head; `place`
    where the notes stand: at the foot, or behind all under a heading or none. `restart`: numbers begin
    anew on each page. `over`: the page's last note goes on at the foot of the next.
    """

    mark: str = "{}"
    number: str = "{} "
    width: int = 0
    blank: str = "all"
    head: str = "{page}"
    place: str = "foot"
    restart: bool = False
    over: bool = False
    page: int = 34


class Printed:
    """An article as printed: its blocks with `\\x01n\\x02` for the nth mark, and its notes."""

    def __init__(self, text: str) -> None:
        self.notes: list[str] = []

        def mark(found: re.Match[str]) -> str:
            self.notes.append(found[1])
            return f"\x01{len(self.notes)}\x02"

        self.blocks = [_NOTE.sub(mark, block) for block in text.strip().split("\n\n")]

    def set(self, setting: Setting) -> str:
        """The article in a setting."""
        return "\n".join(_Setter(self, setting).lines()) + "\n"

    @cached_property
    def _places(self) -> list[int]:
        """The place of each note: how many letters and figures stand before it."""
        whole = "".join(self.blocks)
        return [len(_letters(_MARK.sub("", whole[: found.start()]))) for found in _MARK.finditer(whole)]

    def apart(self, at: int, before: str) -> int:
        """How many letters a note that stands behind the letters `before` is away from its place."""
        place, found = self._places[at], self.letters.find(before)
        nearest = len(self.letters)
        while found >= 0:
            nearest = min(nearest, abs(found + len(before) - place))
            found = self.letters.find(before, found + 1)
        return nearest

    @cached_property
    def letters(self) -> str:
        """The letters and figures of the text."""
        return _letters(_MARK.sub("", "".join(self.blocks)))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


class _Setter:
    def __init__(self, article: Printed, setting: Setting) -> None:
        self._article, self._set = article, setting
        self._numbers = {at: at for at in range(1, len(article.notes) + 1)}
        self._rest = ""

    def lines(self) -> Iterator[str]:
        body = [line for block in self._article.blocks for line in self._block(block)]
        if self._set.place != "foot":
            yield from (self._marked(line) for line in body)
            yield from [self._set.place, ""] if self._set.place != "end" else []
            for number in self._numbers:
                yield from self._note(number, self._article.notes[number - 1])
            return
        for page, lines in enumerate(self._pages(body), start=1):
            yield from self._page(lines, page)

    def _block(self, block: str) -> list[str]:
        """A paragraph's lines."""
        block = _MARK.sub("\x01\\1\x02 ", block) if self._set.mark.strip() == self._set.mark else block
        block = re.sub("\x02 (?=$|[,.;:)])", "\x02", re.sub(" +", " ", block)).strip()
        if self._set.mark == "":
            block = re.sub("\x02 ", "\x02", block)
        between = [""] if self._set.blank == "all" else []
        if self._set.width > 0:
            return [*textwrap.wrap(block, self._set.width), *between]
        if self._set.width < 0:
            return [*_flowing(block), *between]
        return [block, *between]

    def _pages(self, lines: list[str]) -> Iterator[list[str]]:
        page: list[str] = []
        used = 0
        for line in lines:
            page.append(line)
            used += len(line) // 95 + 1
            if used >= self._set.page:
                yield page
                page, used = [], 0
        if page:
            yield page

    def _page(self, lines: list[str], page: int) -> Iterator[str]:
        marks = [int(number) for line in lines for number in _MARK.findall(line)]
        if self._set.restart:
            self._numbers.update((mark, at) for at, mark in enumerate(marks, start=1))
        apart = [""] if self._set.blank != "none" else []
        while lines and not lines[-1]:
            lines.pop()
        yield from map(self._marked, lines)
        yield from apart
        yield from self._wrapped(self._rest) if self._rest else ()
        self._rest = ""
        for mark in marks:
            text = self._article.notes[mark - 1]
            words = text.split()
            if self._set.over and mark == marks[-1] and len(words) > 16:
                text, self._rest = " ".join(words[:9]), " ".join(words[9:])
            yield from self._note(mark, text)
        head = self._set.head.format(page=page, side=("Ambrose and Tveit", "The Salt Road")[page % 2])
        yield from [*apart, head, *apart] if head else apart

    def _note(self, mark: int, text: str) -> list[str]:
        return self._wrapped(self._sign(self._set.number, mark) + text)

    def _wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(text, self._set.width) if self._set.width > 0 else [text]

    def _marked(self, line: str) -> str:
        mark = self._set.mark
        return _MARK.sub(lambda found: self._sign(mark.strip(), int(found[1])), line)

    def _sign(self, form: str, mark: int) -> str:
        number = self._numbers[mark]
        symbol = _SYMBOLS[(number - 1) % len(_SYMBOLS)]
        return form.format(number).replace("¹", str(number).translate(_RAISED)).replace("*", symbol)


def _flowing(block: str) -> list[str]:
    """The lines of a paragraph, those on which no mark stands run together."""
    lines: list[str] = []
    marked = True
    for line in textwrap.wrap(block, 95):
        if not marked and not _MARK.search(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        marked = bool(_MARK.search(line))
    return lines


@dataclass(frozen=True)
class Result:
    """How many notes were found, told exactly, and put within three characters of their place; the share of
    the text's letters that stand where they should; what is wrong; how many documents were made."""

    found: int
    exact: int
    placed: int
    text: float
    faults: tuple[str, ...]
    documents: int


def encoded(article: Printed, setting: Setting) -> tuple[Source, tuple[EncodedDocument, ...]]:
    """The article in a setting as a source, and what becomes of it."""
    source = Source(Path("article.txt"), article.set(setting))
    return source, encode(source, Config(folder=Path()))


def result(article: Printed, setting: Setting) -> Result:
    """Set the article, encode it and compare."""
    _, made = encoded(article, setting)
    notes, text = _read(made)
    wanted: dict[str, list[int]] = {}
    for at, note in enumerate(article.notes):
        wanted.setdefault(_letters(note), []).append(at)
    placed = 0
    faults = []
    for words, before in notes:
        if not wanted.get(words):
            faults.append(f"no such note: {words[:50]}…{words[-40:]}")
            continue
        apart, at = min((article.apart(at, before), at) for at in wanted[words])
        wanted[words].remove(at)
        placed += apart <= _NEAR
        faults += [f"note {at + 1} stands behind {before}"] if apart > _NEAR else []
    missing = [at for rest in wanted.values() for at in rest]
    faults += [f"note {at + 1} is missing: {article.notes[at][:60]}…" for at in missing]
    exact = len(article.notes) - len(missing)
    return Result(len(notes), exact, placed, _kept(article.letters, text), tuple(faults), len(made))


def _kept(wanted: str, text: str) -> float:
    """The share of stretches of twenty letters that the text has as it should."""
    stretches = [wanted[at : at + 20] for at in range(0, len(wanted) - 20, 20)]
    return sum(stretch in text for stretch in stretches) / len(stretches)


def _read(made: tuple[EncodedDocument, ...]) -> tuple[list[tuple[str, str]], str]:
    """The notes with the letters before them, and the letters of the text."""
    notes: list[tuple[str, str]] = []
    text: list[str] = []

    def walk(element: tree.Element) -> None:
        name = etree.QName(element).localname
        if name == "note" and element.get("place"):
            before = _letters("".join(text)[-300:])[-_CLEAR:]
            notes.append((_letters("".join(element.itertext())), before))
        elif name not in ("fw", "corr", "teiHeader"):
            text.append(element.text or "")
            for child in element:
                walk(child)
        text.append(element.tail or "")

    for document in made:
        walk(tree.parse(document.tei.encode(), Path(f"{document.id}.xml")))
    return notes, _letters("".join(text))
