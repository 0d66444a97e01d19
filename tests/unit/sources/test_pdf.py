"""PDF files: the text layer in reading order, told apart from what the page layout adds."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import typst

from teiedition import sources
from teiedition.errors import EnvironmentFault, InputError
from teiedition.model import Source

Told = Callable[..., list[tuple[str, str, str]]]
Typeset = Callable[..., bytes]
Read = Callable[..., Source]

FILLER = (
    "The pilot reported that the northern channel was clear, and the board of the harbour took note of it. "
    "Two ships were waiting outside; their masters had asked for leave to enter before the storm. "
    "Nobody could tell how long the quay would stand. "
)


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Typeset:
    """Sets Typst markup as a PDF."""

    def build(
        markup: str, columns: int = 1, page: str = "", size: str = "10pt", indent: str = "1em"
    ) -> bytes:
        file = tmp_path_factory.mktemp("pdf") / "a.typ"
        file.write_text(
            f"#set page(width:14cm,height:20cm,margin:2cm,columns:{columns}{',' if page else ''}{page})\n"
            f'#set text(size:{size},font:"Libertinus Serif",lang:"en",hyphenate:true)\n'
            f"#set par(justify:true,first-line-indent:{indent},spacing:0.65em)\n{markup}",
            "utf-8",
        )
        return typst.compile(file)

    return build


@pytest.fixture(scope="module")
def read(typeset: Typeset, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Sets Typst markup as a PDF, and reads it."""

    def build(markup: str, **how: str | int) -> Source:
        path = tmp_path_factory.mktemp("pdf") / "a.pdf"
        path.write_bytes(typeset(markup, **how))
        return sources.read(path)

    return build


def paragraphs(source: Source) -> list[str]:
    """The paragraphs as running text: furniture taken out, lines and words joined again."""
    found = []
    for span in source.spans:
        if span.kind == "paragraph":
            text = list(source.text[span.start : span.end])
            for inner in source.spans:
                if inner.kind == "furniture" and span.start <= inner.start < span.end:
                    text[inner.start - span.start : inner.end - span.start] = [""] * (inner.end - inner.start)
            found.append(" ".join("".join(text).replace("-\n", "").split()))
    return found


def test_lines_paragraphs_and_headings(read: Read, told: Told) -> None:
    heads = f"= Of ships\n\n{FILLER}\n\n== Masts\n\n{FILLER}\n\n== Sails\n\n"
    source = read(f"{heads}Short one.\n\n*Bold words* and _slanting_ ones.")
    assert paragraphs(source) == [
        FILLER.strip(), FILLER.strip(), "Short one.", "Bold words and slanting ones.",
    ]  # fmt: skip
    assert told(source, "heading") == [
        ("heading", "0", "Of ships"), ("heading", "1", "Masts"), ("heading", "1", "Sails"),
    ]  # fmt: skip
    assert "Bold words" in [text for kind, _, text in told(source, "bold")]
    assert told(source, "italic") == [("italic", "", "slanting")]
    assert source.format == "pdf"


def test_the_text_keeps_its_lines_and_hyphens(read: Read) -> None:
    source = read(FILLER * 6, columns=2)
    assert all(len(line) < 90 for line in source.text.splitlines())
    assert any(line.endswith("-") for line in source.text.splitlines())


def test_columns_are_read_one_after_the_other(read: Read) -> None:
    first, second = FILLER.replace("pilot", "first man"), FILLER.replace("pilot", "second man")
    source = read(f"{first}\n\n{first}\n#colbreak()\n{second}\n\n{second}", columns=2, size="8pt")
    assert paragraphs(source) == [first.strip()] * 2 + [second.strip()] * 2


HEADS = "header:[Papers of the Harbour Board], footer: context align(center, counter(page).display())"


def test_running_heads_and_page_numbers_are_furniture(read: Read, told: Told) -> None:
    source = read("#counter(page).update(41)\n" + "\n\n".join([FILLER * 3] * 14), page=HEADS)
    pages = told(source, "page")
    assert len(pages) > 3
    assert [number for _, number, _ in pages][:3] == ["41", "42", "43"]
    furniture = told(source, "furniture")
    assert furniture.count(("furniture", "header", "Papers of the Harbour Board")) == len(pages)
    assert [text for _, kind, text in furniture if kind == "pageNum"] == [number for _, number, _ in pages]
    assert paragraphs(source) == [(FILLER * 3).strip()] * 14


def test_heads_that_alternate_and_count(read: Read, told: Told) -> None:
    heads = (
        "header: context if calc.odd(here().page()) [The Harbour #h(1fr) #counter(page).display()]"
        " else [#counter(page).display() #h(1fr) A. Brandt]"
    )
    source = read("\n\n".join([FILLER * 3] * 12), page=heads)
    texts = [text for _, _, text in told(source, "furniture")]
    assert texts[:3] == ["The Harbour\t1", "2\tA. Brandt", "The Harbour\t3"]
    assert paragraphs(source) == [(FILLER * 3).strip()] * 12


def test_footnotes_stand_after_the_paragraph_of_their_mark(read: Read, told: Told) -> None:
    source = read(
        "It rained.#footnote[Log, 3. The master wrote it down the same night,"
        " in haste and by candle light, he says.]"
        f" So it went on.#footnote[Log, 4.]\n\n{FILLER}"
    )
    assert told(source, "note-ref") == [("note-ref", "foot1", "1"), ("note-ref", "foot2", "2")]
    notes = [" ".join(text.split()) for _, _, text in told(source, "note")]
    assert notes[0].startswith("Log, 3. The master") and notes[0].endswith("he says.")
    assert notes[1] == "Log, 4."
    assert source.text.index("went on") < source.text.index("Log, 3") < source.text.index("The pilot")


def test_a_footnote_goes_on_over_the_page(read: Read, told: Told) -> None:
    source = read(f"It rained.#footnote[{FILLER * 14} The end.]\n\n" + "\n\n".join([FILLER] * 5), page=HEADS)
    ((_, _, note),) = told(source, "note")
    assert " ".join(note.replace("-\n", "").split()) == f"{FILLER * 14}The end."
    assert len(told(source, "page")) > 1


def test_notes_with_lost_marks_keep_their_numbers(read: Read, told: Told) -> None:
    source = read(f"{FILLER}\n#v(1fr)\n#text(size:7pt)[#par[#super[3] Log, 3.]\n\n#par[#super[4] Log, 4.]]")
    assert [text for _, _, text in told(source, "note")] == ["3 Log, 3.", "4 Log, 4."]
    assert not told(source, "note-ref")


def test_powers_are_no_marks(read: Read, told: Told) -> None:
    source = read("Ten m#super[2] of cloth and H#sub[2]O.\n\n" + FILLER)
    assert source.text.startswith("Ten m2 of cloth and H2O.")
    assert told(source, "superscript") == [("superscript", "", "2")]


def test_rows_of_cells(read: Read, told: Told) -> None:
    source = read(f"{FILLER}\n\n#table(columns:(4cm,4cm),stroke:none,[Year],[Tons],[1871],[5])\n\n{FILLER}")
    assert [(place, text) for _, place, text in told(source, "cell")] == [
        ("1,1", "Year"), ("1,2", "Tons"), ("2,1", "1871"), ("2,2", "5"),
    ]  # fmt: skip


def test_type_set_across_and_pages_on_their_side(read: Read, told: Told) -> None:
    source = read(f"#place(right, dx:1.5cm, rotate(-90deg, reflow:true)[Copy 12])\n{FILLER}")
    assert told(source, "furniture") == [("furniture", "margin", "Copy 12")]
    assert paragraphs(source) == [FILLER.strip()]
    turned = read(f"#rotate(-90deg, reflow:true, block(width:14cm)[{FILLER}])")
    assert paragraphs(turned) == [FILLER.strip()]


def test_sizes_that_scatter_as_after_ocr_make_no_headings(read: Read, told: Told) -> None:
    sizes = [9.4, 10.6, 9.9, 10.3, 9.1, 10.9, 10.1, 9.7]
    words = (FILLER * 4).split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    set_lines = [f"#text(size:{sizes[n % 8]}pt)[{line}]" for n, line in enumerate(lines)]
    source = read("#set par(leading:6pt)\n" + " \\\n".join(set_lines), indent="0pt")
    assert " ".join(paragraphs(source)) == (FILLER * 4).strip()
    assert not told(source, "heading", "note")


def test_spaced_words(read: Read) -> None:
    source = read(f"#text(tracking:2pt)[Harbour of Nordhavn]\n\n{FILLER}")
    assert source.text.startswith("Harbour of Nordhavn\n")


def test_a_title_over_two_columns(read: Read, told: Told) -> None:
    title = '#place(top, scope: "parent", float: true, text(size:16pt)[Of harbours and their masters])\n'
    source = read(f"{title}{FILLER * 3}\n\n#colbreak()\n\n{FILLER * 2}", columns=2, size="8pt")
    assert told(source, "heading")[0][2] == "Of harbours and their masters"
    assert " ".join(paragraphs(source)) == (FILLER * 5).strip()


def test_every_letter_of_the_text_layer_is_in_the_text(read: Read, typeset: Typeset) -> None:
    markup = "= Head\n" + "\n\n".join(
        f"{FILLER}#footnote[Note {n}, {n}.] æøå “quoted” — Größe, №{n}; office and flow." for n in range(30)
    )
    data = typeset(markup, page=HEADS)
    source = read(markup, page=HEADS)
    seen = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    for ligature, letters in (("ﬁ", "fi"), ("ﬀ", "ff"), ("ﬂ", "fl"), ("ﬃ", "ffi")):
        seen = seen.replace(ligature, letters)
    marks = sum(1 for span in source.spans if span.kind == "note-ref")
    assert marks == 30
    # the layer has each note's number twice, at its mark and before its text; the text has it at the mark
    numbers = "".join(str(n) for n in range(1, 31))
    assert sorted("".join(source.text.split()) + numbers) == sorted("".join(seen.split()))


def test_pages_without_text_layer(typeset: Typeset, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(typeset("#rect(width:100%,height:100%)"))
    with pytest.raises(InputError, match="no text layer") as caught:
        sources.read(path)
    assert "OCR" in str(caught.value.remedy)


def test_a_machine_without_the_library(
    typeset: Typeset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(typeset(FILLER))
    with pytest.raises(EnvironmentFault, match="needs the library pypdfium2") as caught:
        sources.read(tmp_path / "a.pdf")
    assert "pip install pypdfium2" in str(caught.value.remedy)


def test_protected_damaged_and_cut_files(typeset: Typeset, tmp_path: Path) -> None:
    data, path = typeset(FILLER), tmp_path / "a.pdf"
    writer = pypdf.PdfWriter(io.BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    path.write_bytes(locked.getvalue())
    with pytest.raises(InputError, match="password-protected"):
        sources.read(path)
    for spoilt in (data[:200], data[:20] + b"\0" * 3000, b"%PDF-1.7\n%%EOF"):
        path.write_bytes(spoilt)
        with pytest.raises(InputError, match="is damaged|holds no text|no text layer"):
            sources.read(path)
