"""What the whole edition knows: how names are filed, sources and archives, works cited, who may be meant."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import etree

from edition import AUTHORITY
from records import catalogue_of
from teiedition.authority import Form
from teiedition.catalogue import Catalogue
from teiedition.catalogue import lists as pages
from teiedition.catalogue.entity import Entity, Occupation
from teiedition.catalogue.filing import filed
from teiedition.catalogue.holdings import pages_of
from teiedition.catalogue.vocabulary import slug
from teiedition.publish import lists

TEI = "http://www.tei-c.org/ns/1.0"
C = {"c": "urn:teiedition:catalogue"}


@pytest.mark.parametrize(
    ("label", "forms", "expected"),
    [
        ("Ketil Foster Varnum", ["Varnum"], "Varnum, Ketil Foster"),
        ("Ketil Varnum", ["K. Varnum"], "Varnum, Ketil"),
        ("Ketil F. Varnum", [], "Varnum, Ketil F."),
        ("Anna Varnum", [], "Varnum, Anna"),
        ("Ketil Varnum", [], "Ketil Varnum"),
        ("Kim Sol Bi", ["Kim"], "Kim Sol Bi"),
        ("Li Sorang", ["Sorang"], "Li Sorang"),
        ("Orimoto Sena", ["Sena", "Sena Orimoto"], "Orimoto Sena"),
        ("Anna Varnum", ["Anna"], "Anna Varnum"),
        ("Karl von Ustrum", ["Ustrum"], "Karl von Ustrum"),
        ("Anna Ruiz Prado", ["Anna Prado Ruiz"], "Anna Ruiz Prado"),
        ("Adam III", [], "Adam III"),
        ("Ketil Varnum", ["Varnum, Ketil"], "Varnum, Ketil"),
        ("Varnum", [], "Varnum"),
    ],
)
def test_a_name_is_filed_under_the_family_only_where_that_is_known(
    label: str, forms: list[str], expected: str
) -> None:
    assert filed(label, [Form(form) for form in forms]) == expected


def test_a_title_before_the_last_word_tells_the_family_name() -> None:
    assert filed("Ketil Varnum", [Form("Pilot Varnum", "short", "Pilot")]) == "Varnum, Ketil"


def test_marked_parts_of_a_name_go_before_all_else() -> None:
    person = f'<person xmlns="{TEI}"><persName>{{}}</persName></person>'
    parts = "<forename>Karl</forename> <surname>von Ustrum</surname>"
    assert filed("Karl von Ustrum", [], etree.fromstring(person.format(parts))) == "von Ustrum, Karl"
    parts = "<surname>Anna</surname> <forename>Berg</forename>"
    assert filed("Anna Berg", [], etree.fromstring(person.format(parts))) == "Anna Berg"


@pytest.mark.parametrize(
    ("extent", "pages"),
    [("57-67", 11), ("12", 1), ("3–5, 9", 4), ("123-7", 5), ("verso", 0), ("", 0), ("9-3", 0)],
)
def test_pages_are_counted(extent: str, pages: int) -> None:
    assert pages_of(extent) == pages


@pytest.mark.parametrize(
    ("when", "held"),
    [("1951", "Pilot"), ("1950-03-02", "Pilot"), ("1950-03-01", ""), ("1952-07", ""), ("", "")],
)
def test_an_office_is_told_only_for_the_time_in_which_it_was_held(when: str, held: str) -> None:
    offices = (Occupation("Pilot", "1950-03-02", "1952-06"), Occupation("Clerk"))
    assert Entity("person", "anna", "Anna", offices=offices).office_at(when) == held


def test_names_in_any_script_make_addresses() -> None:
    assert (slug("Štátny archív, Žilina"), slug("外交部档案馆"), slug("?")) == (
        "statny-archiv-zilina",
        "外交部档案馆",
        "unnamed",
    )


MAYBE = '<c:candidate ref="otto-lind"/>'
HOLDING = '<c:source id="{}" repository="{}" ref="{}" shelfmark="{}" pages="{}" part-of="b" position="{}"/>'


def held(id: str, archive: str, shelfmark: str, pages: str = "", position: str = "", ref: str = "") -> str:
    return HOLDING.format(id, archive, ref, shelfmark, pages, position)


@pytest.fixture
def papers(tmp_path: Path) -> Catalogue:
    """A book with two documents appended, a letter of its own; two archives, one in the authority file."""
    cited = (
        '<c:cites at="p2"><c:citation><c:before>See </c:before><c:words>Maas, Lamps, 12</c:words>'
        f'<bibl xmlns="{TEI}"><author>Anna Maas</author>, <title level="m">Lamps</title>, '
        "<date when='1931'/></bibl></c:citation></c:cites>"
    )
    again = (
        '<c:cites at="n1" part="2"><c:citation><c:words>Maas, Lamps, 13</c:words>'
        f'<bibl xmlns="{TEI}" xml:id="bibl-maas"><author>Anna Maas</author>, <title level="m">Lamps</title>, '
        "<date when='1931'/></bibl></c:citation></c:cites>"
    )
    return catalogue_of(
        tmp_path,
        ("a", "1951", held("book", "Harbour Archive", "HA 10", "1-3", "2") + cited),
        ("b", "1990", '<c:source id="book"/><c:link type="constituent" target="a"/>'),
        ("c", "1950", held("book", "Harbour Archive", "HA 9", "7", "1") + again),
        ("d", "1949", held("letter", "the Board", "B 1", ref="dredging-board") + MAYBE),
        ("e", "1948", held("", "Elsewhere", "E 1", ref="https://archive.example.org")),
        names=AUTHORITY,
    )  # fmt: skip


def test_a_source_has_the_name_of_its_whole_and_its_documents_in_order(papers: Catalogue) -> None:
    book, letter = papers.sources.values()
    assert (letter.id, book.id, book.label, book.path) == (
        "letter",
        "book",
        "Title of b",
        "sources/book.html",
    )
    assert [record.get("id") for record in book.records] == ["b", "c", "a"]
    assert book.pages == 4


def test_an_archive_is_its_authority_entry_or_its_name(papers: Catalogue) -> None:
    harbour = papers.archives["harbour-archive"]
    assert [record.get("id") for record in harbour.records] == ["c", "a"]
    assert papers.archives["dredging-board"].label == "the Board"
    elsewhere = papers.archives["elsewhere"]
    assert (elsewhere.url, elsewhere.ref) == ("https://archive.example.org", "")


def test_a_document_tells_where_it_comes_from_what_it_cites_and_whom_it_may_mean(papers: Catalogue) -> None:
    context = etree.fromstring(papers.context("document", papers.records["d"]))
    assert [held.get("path") for held in context.iterfind("c:held", C)] == [
        "archives/dredging-board.html",
        "sources/letter.html",
    ]
    (candidate,) = context.iterfind("c:entity", C)
    assert (candidate.get("label"), candidate.get("without-page")) == ("Otto Lind", "true")
    context = etree.fromstring(papers.context("document", papers.records["a"]))
    assert [work.get("path") for work in context.iterfind("c:work", C)] == ["works/bibl-maas.html"]


def test_a_work_is_one_wherever_it_is_cited(papers: Catalogue) -> None:
    (work,) = papers.works.values()
    assert (work.authors, work.label, work.work.year) == ("Maas, Anna", "Lamps", "1931")
    page = etree.fromstring(pages.work(papers, work))
    assert [form.text for form in page.iterfind("c:form", C)] == ["Maas, Lamps"]
    places = [(place.get("at"), place.get("part")) for place in page.iterfind("c:in/c:citation", C)]
    assert places == [("bibl-maas", "2"), ("p2", None)]


def test_each_list_is_a_table_with_the_facts_of_its_page(papers: Catalogue) -> None:
    sources = lists.lists(papers)
    files = dict(lists.files(papers, sources))
    rows = list(csv.DictReader(io.StringIO(files["sources.csv"].removeprefix("\ufeff"))))
    assert [(row["id"], row["documents"], row["pages"], row["from"]) for row in rows] == [
        ("book", "3", "4", "1950"),
        ("letter", "1", "", "1949"),
    ]
    (work,) = csv.DictReader(io.StringIO(files["works.csv"].removeprefix("\ufeff")))
    assert (work["authors"], work["title"], work["citations"]) == ("Maas, Anna", "Lamps", "2")
    assert "Lamps" in files["works.bib"] and "Lamps" in files["works.json"]


def test_the_site_map_has_every_page_with_words_of_its_own(papers: Catalogue) -> None:
    paths = {page.get("path") for page in etree.fromstring(papers.sitemap())}
    wanted = {
        "search.html",
        "works.html",
        "works/bibl-maas.html",
        "sources/book.html",
        "archives/elsewhere.html",
    }
    assert wanted <= paths


def test_an_entity_tells_who_is_named_in_the_same_paragraphs(tmp_path: Path) -> None:
    def mention(ref: str, at: str, label: str = "") -> str:
        speaks = ' label="true"' if label else ""
        return f'<c:mention kind="person" ref="{ref}" at="{at}"{speaks}><c:name>{ref}</c:name></c:mention>'

    first = mention("anna-berg", "p1") + mention("otto-lind", "p1") + mention("otto-lind", "p1")
    second = mention("anna-berg", "p2") + mention("otto-lind", "p2") + mention("eva-moor", "p2")
    third = mention("anna-berg", "s3", label="yes") + mention("eva-moor", "s3")
    catalogue = catalogue_of(tmp_path, ("letter", "1951", first + second + third))
    page = etree.fromstring(catalogue.entity(catalogue.entities["anna-berg"]))
    named = [(other.get("ref"), other.get("times")) for other in page.iterfind("c:with", C)]
    assert named == [("otto-lind", "2"), ("eva-moor", "1")]
