"""Texts too long for one page: where they are divided, and that everything still arrives."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from edition import AUTHORITY, document
from teiedition.build import build
from teiedition.config import load

WORDS = "The lamp burned all night over the narrow water. "


def chapter(number: int, words: int, more: str = "") -> str:
    paragraphs = "".join(f"<p>{WORDS * 5}</p>" for _ in range(words // 45))
    return f'<div xml:id="ch{number}"><head>Chapter {number}</head>{paragraphs}<p>{WORDS}{more}</p></div>'


NOVEL = (
    '<div type="book"><head>Book One</head><p>An argument.</p>'
    + chapter(1, 300, 'See <ref target="#ch4">later</ref>.')
    + chapter(
        2, 300, '<persName ref="#anna-berg">Anna Berg</persName> came.<note place="foot">By boat.</note>'
    )
    + '</div><pb n="9"/><div type="book"><head>Book Two</head>'
    + chapter(3, 300, 'Back to <ref target="#ch1">the first</ref>. <date when="1951-06">June 1951</date>')
    + chapter(4, 20)
    + chapter(5, 20, "The end.<note>At last.</note>")
    + "</div>"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A novel with pages of 295 words, and a short letter that cites it."""
    folder = tmp_path_factory.mktemp("novel")
    (folder / "tei" / "authority").mkdir(parents=True)
    (folder / "tei" / "authority" / "names.xml").write_text(AUTHORITY)
    (folder / "edition.toml").write_text('page_words = 295\nbase_url = "https://novels.example.org"\n')
    (folder / "tei" / "novel.xml").write_text(document("novel", "The Lamp", "1950", NOVEL))
    letter = '<p>See <ref target="novel.xml#ch3">the novel</ref>.</p>'
    (folder / "tei" / "letter.xml").write_text(document("letter", "A Letter", "1951", letter))
    report = build(load(folder), ("site", "data"))
    assert not [problem for problem in report.problems if problem.severity == "error"]
    return folder / "build" / "site"


def page(site: Path, name: str) -> etree._Element:
    return html.parse(str(site / name)).getroot()


def links(element: etree._Element, xpath: str) -> list[tuple[str, str]]:
    return [(link.text_content().strip(), link.get("href")) for link in element.xpath(xpath)]


def parts(site: Path) -> Iterator[Path]:
    yield site / "novel.html"
    yield from sorted((site / "novel").glob("*.html"))


def test_divisions_begin_pages_and_short_ones_share_one(site: Path) -> None:
    assert [path.name for path in parts(site)] == ["novel.html", "3.html", "ch2.html", "ch4.html"]
    assert links(page(site, "novel.html"), "//nav[@class='all-parts']//a") == [
        ("Book One. Chapter 1", "novel.html"),
        ("Chapter 2", "novel/ch2.html"),
        ("Book Two. Chapter 3", "novel/3.html"),
        ("Chapter 4 – Chapter 5", "novel/ch4.html"),
    ]


def test_no_word_is_lost_or_shown_twice(site: Path) -> None:
    shown = " ".join(
        "".join(page(site, str(path.relative_to(site))).xpath("//div[@id='text']//text()"))
        for path in parts(site)
    )
    for words in ("An argument.", "Chapter 1", "Chapter 5", "came.", "The end.", "Book Two"):
        assert shown.count(words) == 1, words
    assert shown.count("The lamp burned") == NOVEL.count("The lamp burned")


def test_a_page_begins_with_the_break_and_the_heading_that_belong_to_it(site: Path) -> None:
    text = page(site, "novel/3.html").xpath("//div[@id='text']")[0]
    assert re.match(r"\s*\[9\]\s*Book Two\s*Chapter 3", text.text_content())


def test_notes_stay_with_their_part_and_are_counted_through(site: Path) -> None:
    second, last = page(site, "novel/ch2.html"), page(site, "novel/ch4.html")
    assert [note.text_content().split() for note in second.xpath("//section[@class='notes']//li")] == [
        ["1", "By", "boat."]
    ]
    assert [note.text_content().split() for note in last.xpath("//section[@class='notes']//li")] == [
        ["2", "At", "last."]
    ]


def test_links_within_the_text_cross_its_pages(site: Path) -> None:
    assert ("later", "novel/ch4.html#ch4") in links(page(site, "novel.html"), "//div[@id='text']//a")
    assert ("the first", "../novel.html#ch1") in links(page(site, "novel/3.html"), "//div[@id='text']//a")


def test_mentions_and_dates_lead_to_the_part(site: Path) -> None:
    anna = page(site, "persons/anna-berg.html")
    [(_, mention)] = links(anna, "//ol[@class='passages']//a")
    assert mention.startswith("../novel/ch2.html#p")
    assert page(site, "novel/ch2.html").xpath(f"//*[@id='{mention.partition('#')[2]}']")
    timeline = (site / "overview-timeline.html").read_text()
    assert re.search(r'href="novel/3\.html#p\d+"', timeline)


def test_one_goes_from_part_to_part_and_from_the_last_to_the_next_document(site: Path) -> None:
    way = "//nav[@class='pager']//a"
    assert [href for _, href in links(page(site, "novel.html"), way)] == ["novel/ch2.html"]
    assert [href for _, href in links(page(site, "novel/3.html"), way)] == [
        "../novel/ch2.html",
        "../novel/ch4.html",
    ]
    assert [href for _, href in links(page(site, "novel/ch4.html"), way)] == [
        "../novel/3.html",
        "../letter.html",
    ]


def test_every_part_is_known_to_search_engines_and_to_the_search(site: Path) -> None:
    sitemap = (site.parent / "data" / "sitemap.xml").read_text()
    for path in ("novel.html", "novel/ch2.html", "novel/3.html", "novel/ch4.html"):
        assert f"https://novels.example.org/{path}<" in sitemap
        assert page(site, path).xpath("//link[@rel='canonical']/@href") == [
            f"https://novels.example.org/{path}"
        ]
        assert page(site, path).xpath("//article[@data-pagefind-body]")


def test_what_leads_to_the_first_page_finds_the_part(site: Path) -> None:
    script = (site / "novel" / "places.js").read_text()
    known = json.loads(script.removeprefix("globalThis.places = ").removesuffix(";\n"))
    assert [part["page"] for part in known] == [
        "novel.html",
        "novel/ch2.html",
        "novel/3.html",
        "novel/ch4.html",
    ]
    assert [part["ids"] for part in known] == [["ch1"], ["ch2"], ["ch3"], ["ch4", "ch5"]]
    for part in known:
        anchors = {
            value
            for value in page(site, part["page"]).xpath("//div[@id='text']//@id")
            if re.fullmatch(r"p\d+", value)
        }
        first = min(int(anchor[1:]) for anchor in anchors)
        assert first == part["before"]["p"] + 1


def test_a_text_that_fits_one_page_has_one(site: Path) -> None:
    assert not (site / "letter").exists()
    assert not page(site, "letter.html").xpath("//nav[@class='all-parts']")


def test_a_heading_that_says_what_a_part_holds_is_not_said_twice(site: Path) -> None:
    assert page(site, "novel/ch2.html").xpath("string(//h1)") == "The Lamp"
    assert not page(site, "novel/3.html").xpath("//p[@class='subtitle']")
