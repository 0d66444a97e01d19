"""The bibliography of an edition: one entry a work, with every place that cites it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
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
