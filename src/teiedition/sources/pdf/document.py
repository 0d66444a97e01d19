"""A PDF file's lines, furniture and notes put into one text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from teiedition.model import Source, Span
from teiedition.sources.composer import LINE, Composer, Opened
from teiedition.sources.pdf.footnotes import Note, footnotes, is_mark
from teiedition.sources.pdf.furniture import Furniture
from teiedition.sources.pdf.lines import Line, Word
from teiedition.sources.pdf.paragraphs import Block, blocks, body_size, set_columns, steady_sizes

OCR = "Have its text recognised first (OCR), for example with ocrmypdf."


class Document:
    """Writes the lines of all pages: blocks, the notes after them, furniture where pages end."""

    def __init__(self, pages: Sequence[list[Line]], edges: Furniture, across: Sequence[str]) -> None:
        self.pages, self.edges, self.across = pages, edges, across
        self.composer = Composer()
        self.page = 0
        self.borders: list[Opened] = []
        text = [line for page in pages for line in page if id(line) not in edges.kinds]
        steady_sizes(text)
        size = body_size(text)
        body, self.notes = footnotes(text, size)
        set_columns(body)
        set_columns([line for note in self.notes for line in note.lines])
        self.blocks = blocks(body, size)
        self.unplaced = {id(note): note for note in self.notes}

    def source(self, path: Path) -> Source:
        """Write everything in its order."""
        self._furniture(0, "header")
        for at, block in enumerate(self.blocks):
            marked = self._block(block)
            until = self.blocks[at + 1].lines[0].page if at + 1 < len(self.blocks) else len(self.pages)
            for note in self._due(marked, until):
                self._note(note)
        self._turn(len(self.pages) - 1, inside=False)
        self._furniture(len(self.pages) - 1, "footer")
        starts = [self.composer.length if each.start is None else each.start for each in self.borders]
        borders = [0, *starts, self.composer.length]
        self.composer.spans += [
            Span(start, end, "page", number)
            for start, end, number in zip(borders, borders[1:], self.edges.numbers, strict=False)
            if start < end
        ]
        return self.composer.source(path, "pdf", OCR)

    def _block(self, block: Block) -> list[Note]:
        """Write a block; the notes whose marks it holds."""
        self._turn(block.lines[0].page, inside=False)
        self.composer.end_block()
        marked: list[Note] = []
        kind, value = ("paragraph", "") if block.level is None else ("heading", str(block.level))
        with self.composer.span("table" if block.table else kind, "" if block.table else value):
            aligned = self.composer.open()
            for row, line in enumerate(block.lines, 1):
                self._turn(line.page, inside=True)
                if block.table:
                    self._row(line, row, marked)
                else:
                    self._line(line.words, line.page, marked)
                self.composer.pending = LINE
            if block.centred:
                self.composer.close(aligned, "align", "center")
        self.composer.pending = ""
        self.composer.end_block()
        return marked

    def _row(self, line: Line, row: int, marked: list[Note]) -> None:
        """Write a line as cells."""
        cells: list[list[Word]] = [[]]
        for word in line.words:
            cells[-1].append(word)
            if word.text == "\t":
                cells[-1].pop()
                cells.append([])
        with self.composer.row():
            for column, words in enumerate(cells, 1):
                with self.composer.cell((row, column), first=column == 1):
                    self._line(words, line.page, marked)

    def _line(self, words: Sequence[Word], page: int, marked: list[Note] | None = None) -> None:
        """Write words with their looks; a raised number that a note has is the note's mark."""
        for word in (part for each in words for part in _marks(each)):
            looks = [("bold", word.bold), ("italic", word.italic)]
            note = self._marked(word, page) if marked is not None and is_mark(word) else None
            if note and marked is not None:
                marked.append(note)
                with self.composer.span("note-ref", self._name(note)):
                    self.composer.write(word.text.rstrip())
                continue
            with ExitStack() as spans:
                for kind in [kind for kind, holds in [*looks, ("superscript", word.raised)] if holds]:
                    spans.enter_context(self.composer.span(kind))
                self.composer.write(word.text.rstrip(" "))
            self.composer.write(" " if word.text.endswith(" ") else "")

    def _name(self, note: Note) -> str:
        return f"foot{next(n for n, each in enumerate(self.notes, 1) if each is note)}"

    def _marked(self, word: Word, page: int) -> Note | None:
        """The note that has this mark on the page, or else on a page beside it."""
        mark = word.text.strip(" .)")
        for apart in (0, 1, -1):
            for note in self.unplaced.values():
                if note.mark == mark and note.page - page == apart:
                    return self.unplaced.pop(id(note))
        return None

    def _due(self, marked: list[Note], until: int) -> list[Note]:
        """The notes to write after a block: those marked in it, and those of ended pages without a mark."""
        late = [note for note in self.unplaced.values() if note.page < until]
        for note in late:
            del self.unplaced[id(note)]
            note.lines[0].words.insert(0, Word(f"{note.mark} " if note.mark else ""))
        return marked + late

    def _note(self, note: Note) -> None:
        self.composer.end_block()
        with self.composer.span("note", self._name(note)):
            for block in blocks(note.lines, note.lines[0].size):
                self.composer.end_block()
                with self.composer.span("paragraph"):
                    for line in block.lines:
                        self._line(line.words, line.page)
                        self.composer.pending = LINE
                self.composer.pending = ""
        self.composer.end_block()

    # -- pages

    def _turn(self, page: int, inside: bool) -> None:
        """Write the feet and heads between the page we are on and another."""
        while self.page < page:
            self._furniture(self.page, "footer", inside)
            self.borders.append(self.composer.open())
            self.page += 1
            self._furniture(self.page, "header", inside)

    def _furniture(self, page: int, edge: str, inside: bool = False) -> None:
        """Write the head or the foot of a page."""
        for kind, words in self._edge(page, edge):
            if inside:
                self.composer.pending = LINE
            else:
                self.composer.end_block()
            with self.composer.span("furniture", kind):
                self.composer.write(words)
            self.composer.pending = LINE if inside else ""
        if not inside:
            self.composer.end_block()

    def _edge(self, page: int, edge: str) -> list[tuple[str, str]]:
        lines = sorted(self.pages[page], key=lambda line: (-line.base, line.left))
        middle = sum(line.base for line in lines) / max(len(lines), 1)
        found = [
            (kind, line.text)
            for line in lines
            if (kind := self.edges.kinds.get(id(line))) and (line.base > middle) == (edge == "header")
        ]
        return found + ([("margin", self.across[page])] if edge == "footer" and self.across[page] else [])


def _marks(word: Word) -> list[Word]:
    """A raised word cut into its marks, should there be several ("3,4")."""
    if not word.raised:
        return [word]
    return [Word(part, word.bold, word.italic, True) for part in re.split(r"([,;\s]+)", word.text) if part]
