"""The bibliography of an edition: one entry a work, with every place that cites it."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest
from citeproc.source.bibtex.bibparse import BibTeXParser
from citeproc.source.json import CiteProcJSON
from lxml import etree

from teiedition import tree
from teiedition.annotate import annotate, citations, dates
from teiedition.annotate.bibliography import Name, Work, bibtex, csl, gather, listbibl

NOTES = {
    "first": [
        "Wei Lin, Talks on Waterways, trans. Jo Marsh, vol. 2 (Ames: Weir & Sons, 1992), 8.",
        "Maud Ellery, “Tolls on the Wend,” River Bulletin 4, no. 2 (May 1984): 3-9; Wei, Talks, 12.",
        "Ivan Sokolov, “Canals,” in Paul Vale, ed., Northern Waters (Oxford: Weir Press, 2010), 33-58.",
        "The Courier, 3 May 1902, 4; Ames City Archives, B 16-2-6, pp. 1-9; B 16-2-7.",
        "Ada Quill, “Ferries,” NIH Working Paper 14 (Fall 2007); Ibid., 3.",
    ],
    "second": [
        "Maud Ellery, “Tolls on the Wend,” River Bulletin 4, no. 2 (May 1984), 5; The Courier, 4 May 1902, 1."
    ],
}


def tei(notes: list[str]) -> str:
    body = "".join(f'<note place="foot" xml:id="fn{n}">{note}</note>' for n, note in enumerate(notes, 1))
    body = body.replace(" & ", " &amp; ")
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>'
        "<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        f"<text><body><p>Water.{body}</p></body></text></TEI>"
    )


@pytest.fixture(scope="module")
def works() -> dict[str, Work]:
    files = []
    for name, notes in NOTES.items():
        path = Path(f"{name}.xml")
        annotated = annotate(tei(notes), path, finders=(citations.find, dates.find)).tei
        files.append(tree.TeiFile(path, tree.parse(annotated.encode(), path)))
    return {work.title or work.shelfmark: work for work in gather(files)}


def test_every_work_has_one_entry(works: dict[str, Work]) -> None:
    assert {title: work.kind for title, work in works.items()} == {
        "Talks on Waterways": "book",
        "Tolls on the Wend": "article",
        "Canals": "chapter",
        "Ferries": "report",
        "The Courier": "periodical",
        "B 16-2-6": "archival",
        "B 16-2-7": "archival",
    }


def test_every_citing_place_is_linked(works: dict[str, Work]) -> None:
    tolls = [(place.document, place.pages) for place in works["Tolls on the Wend"].cited]
    assert tolls == [("first", "3–9"), ("second", "5")]
    assert [place.pages for place in works["Talks on Waterways"].cited] == ["8", "12"]
    assert {place.anchor for place in works["The Courier"].cited} == {"fn4", "fn1"}


def test_short_citation_shows_the_family_name(works: dict[str, Work]) -> None:
    assert works["Talks on Waterways"].authors == (Name("Wei Lin", family="Wei", given="Lin"),)
    assert works["Canals"].editors == (Name("Paul Vale", family="Vale", given="Paul"),)


def test_csl(works: dict[str, Work]) -> None:
    items = {item["title"]: item for item in csl.items(works.values()) if "title" in item}
    assert items["Tolls on the Wend"] == {
        "id": "bibl-ellery-1984",
        "type": "article-journal",
        "title": "Tolls on the Wend",
        "author": [{"family": "Ellery", "given": "Maud"}],
        "container-title": "River Bulletin",
        "issued": {"date-parts": [[1984, 5]]},
        "volume": "4",
        "issue": "2",
        "page": "3–9",
    }
    assert items["Talks on Waterways"]["translator"] == [{"family": "Marsh", "given": "Jo"}]
    assert items["Ferries"]["collection-title"] == "NIH Working Paper"
    assert json.loads(json.dumps(list(items.values()))) == list(items.values())


def test_bibtex(works: dict[str, Work]) -> None:
    text = bibtex.text([works["Talks on Waterways"]])
    assert text.startswith("@book{bibl-lin-marsh-1992,\n")
    assert "  author = {Wei, Lin},\n" in text
    assert "  publisher = {Weir \\& Sons},\n" in text
    assert "  volume = {2},\n" in text


def test_bibtex_keeps_bodies_whole_and_masks_what_tex_reads() -> None:
    work = Work("w", "book", "100% of $5 {a_b}~", authors=(Name("Board of Ames & Co."),))
    text = bibtex.text([work])
    assert "  author = {{Board of Ames \\& Co.}},\n" in text
    assert "100\\% of \\$5 \\{a\\_b\\}\\textasciitilde{}" in text


def test_both_are_read_by_a_program_that_others_wrote(works: dict[str, Work], tmp_path: Path) -> None:
    file = tmp_path / "works.bib"
    file.write_text(bibtex.text(works.values()), encoding="utf-8")
    entries = BibTeXParser(str(file), "utf-8")
    with warnings.catch_warnings(action="error"):
        items = CiteProcJSON(csl.items(works.values()))
    assert {str(key) for key in items} == {str(key) for key in entries} == {w.id for w in works.values()}
    assert (
        str(items["bibl-ellery-1984"]["title"]) == entries["bibl-ellery-1984"]["title"] == "Tolls on the Wend"
    )


@pytest.mark.parametrize(
    ("dating", "issued", "date"),
    [
        ({"when": "1961-07-11"}, {"date-parts": [[1961, 7, 11]]}, "1961-07-11"),
        ({"when": "1961", "cert": "low"}, {"date-parts": [[1961]], "circa": True}, "1961?"),
        ({"from": "1961-07", "to": "1961-09"}, {"date-parts": [[1961, 7], [1961, 9]]}, "1961-07/1961-09"),
        ({"notBefore": "2007-09", "notAfter": "2007-11"}, {"date-parts": [[2007]], "season": 3}, "2007-23"),
        ({"notBefore": "1950", "notAfter": "1959"}, {"date-parts": [[1950], [1959]]}, "195X"),
        ({"notBefore": "1957-07", "notAfter": "1957-12"}, {"date-parts": [[1957]]}, "1957-07/1957-12"),
        (
            {"notBefore": "2007-09", "notAfter": "2008-02"},
            {"date-parts": [[2007], [2008]]},
            "2007-09/2008-02",
        ),
        ({}, None, None),
    ],
)
def test_dates_as_each_format_has_them(dating: dict[str, str], issued: object, date: str | None) -> None:
    work = Work("w", "book", "Weirs", date=dating)
    assert csl.items([work])[0].get("issued") == issued
    found = re.search(r"  date = \{(.*)\}", bibtex.text([work]))
    assert (found[1] if found else None) == date


def test_listbibl(works: dict[str, Work]) -> None:
    root = listbibl.element(works.values())
    entry = root.find(".//tei:biblStruct[@type='chapter']", tree.NS)
    assert entry is not None
    assert [tree.local(child) for child in entry] == ["analytic", "monogr", "note"]
    assert tree.words(entry.find("tei:monogr/tei:title", tree.NS)) == "Northern Waters"
    targets = {ref.get("target") for ref in root.iterfind(".//tei:ref", tree.NS)}
    assert {"first.xml#bibl-ellery-1984", "second.xml#bibl-ellery-1984"} < targets


def test_archive_is_that_of_the_item_before() -> None:
    body = (
        '<bibl type="archival"><orgName>Ames City Archives</orgName>, <idno>B 1</idno></bibl>; '
        '<bibl type="archival"><idno>B 2</idno></bibl>'
    )
    path = Path("x.xml")
    root = tree.parse(tei([body]).encode(), path)
    found = {work.shelfmark: work.archive for work in gather([tree.TeiFile(path, root)])}
    assert found == {"B 1": "Ames City Archives", "B 2": "Ames City Archives"}


def test_structured_entry_of_an_editor_counts_too() -> None:
    body = """<biblStruct xml:id="quill">
        <analytic><author>Ada Quill</author><title level="a">Ferries</title></analytic>
        <monogr><title level="j">River Bulletin</title><imprint><date when="1990"/></imprint></monogr>
        </biblStruct>; <bibl corresp="#quill">Quill, <biblScope unit="page">3</biblScope></bibl>"""
    path = Path("x.xml")
    works = gather([tree.TeiFile(path, tree.parse(tei([body]).encode(), path))])
    assert [(work.id, work.kind, work.host, work.year, len(work.cited)) for work in works] == [
        ("quill", "article", "River Bulletin", "1990", 2)
    ]


def test_notes_and_corrections_are_no_part_of_a_title() -> None:
    choice = "<choice><sic>t</sic><corr>tt</corr></choice>"
    body = f'<bibl><title level="m">Wa{choice}er<note>sic</note></title></bibl>'
    path = Path("x.xml")
    works = gather([tree.TeiFile(path, tree.parse(tei([body]).encode(), path))])
    assert [work.title for work in works] == ["Water"]
    assert etree.QName(listbibl.element(works)).localname == "listBibl"


def gathered(*notes: str) -> list[Work]:
    """The works of one document with these notes, names of bodies marked where they stand in braces."""
    marked = [note.replace("{", "<orgName>").replace("}", "</orgName>") for note in notes]
    text = annotate(tei(marked), Path("x.xml"), finders=(citations.find, dates.find)).tei
    return list(gather([tree.TeiFile(Path("x.xml"), tree.parse(text.encode(), Path("x.xml")))]))


def test_a_volume_and_its_title_are_one_work() -> None:
    works = gathered(
        "See Foreign Relations, 1952–1954, vol. XII, Norland, Document 4.",
        "See Foreign Relations, 1952–1954, vol. XIII, Weir, Document 5.",
        "Tom Orr, Papers of Orr, vol. 3: The Lower Wend, trans. Jo Weir (Ames: Quay, 2007), 4.",
    )
    assert {(work.title, work.scopes["volume"], work.host) for work in works} == {
        ("Foreign Relations: Norland", "XII", ""),
        ("Foreign Relations: Weir", "XIII", ""),
        ("Papers of Orr: The Lower Wend", "3", ""),
    }


def test_boxes_with_one_number_are_told_apart_by_their_collections() -> None:
    works = gathered(
        "{Ames Library}, Brown Papers, Box 5, Weirs.", "{Ames Library}, Orr Papers, Box 5, Tolls.",
        "{Ames Library}, Orr Papers, Box 5, Locks.",
    )  # fmt: skip
    assert {work.collection for work in works} == {"Brown Papers", "Orr Papers"}
    assert {item["archive_collection"] for item in csl.items(works)} == {"Brown Papers", "Orr Papers"}
    assert "note = {Ames Library, Brown Papers, Box 5}" in bibtex.text(works)


def test_an_addressee_is_no_archive() -> None:
    (work,) = gathered("Tom Orr to the {Harbor Board}, 2 July 1968, {Ames Archive}, f. 5, op. 2, d. 3.")
    assert work.archive == "Ames Archive"


def test_suffixes_and_addresses_of_the_web() -> None:
    works = gathered(
        "Tom Orr, Jr., Locks (Ames: Quay, 1978), 3.",
        "Ada Quill, “Tolls,” Harbor Post, 3 May 2011, https://example.org/tolls (accessed 4 May 2011).",
        "Boston Globe, Mar. 30, 1962.",
    )
    items = {item["title"]: item for item in csl.items(works)}
    assert items["Locks"]["author"] == [{"family": "Orr", "given": "Tom", "suffix": "Jr."}]
    assert items["Tolls"]["URL"] == "https://example.org/tolls"
    assert "author = {Orr, Jr., Tom}" in bibtex.text(works)
    assert "date = {1962-03-30}" in bibtex.text(works)
