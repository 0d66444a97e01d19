"""The catalogue of books, as reading apps take it: OPDS 1.2 by a reader of feeds, 2.0 as JSON, by HTTP."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import feedparser
import pytest
from feedparser import FeedParserDict
from lxml import etree
from starlette.testclient import TestClient

from edition import write_edition
from teiedition import config
from teiedition.build import build
from teiedition.catalogue import books as books_of
from teiedition.publish import opds
from teiedition.serve import application

BESIDE = "https://papers.example.org/harbour"
TOML = f"""title = "Harbour papers"
editors = ["Ada Brink"]
description = "Letters of a harbour."
publisher = "Harbour Press"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
base_url = "{BESIDE}/site"
validate = false
"""
ACQUISITION = "http://opds-spec.org/acquisition/open-access"
FEED = "application/atom+xml;profile=opds-catalog;kind=acquisition"
ATOM = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/terms/"}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = write_edition(tmp_path / "edition")
    (folder / "edition.toml").write_text(TOML)
    return folder


def built(edition: Path, *outputs: str) -> Path:
    report = build(config.load(edition), outputs, jobs=1)
    assert report.problems == []
    return edition / "build"


def atom(file: Path) -> FeedParserDict:
    feed = feedparser.parse(file)
    assert not feed.bozo
    return feed


def downloads(entry: FeedParserDict) -> dict[str, str]:
    return {link.type: link.href for link in entry.links if link.rel == ACQUISITION}


def test_the_edition_comes_first_then_its_documents(edition: Path) -> None:
    feed = atom(built(edition, "data") / "data" / "opds.xml")
    titles = [entry.title for entry in feed.entries]
    assert titles == ["Harbour papers", "Letter to the board", "Report on the bar", "Note on the lamp"]
    whole, letter = feed.entries[:2]
    assert downloads(whole) == {
        "application/epub+zip": f"{BESIDE}/epub/edition.epub",
        "application/pdf": f"{BESIDE}/print/edition.pdf",
    }
    assert downloads(letter)["application/epub+zip"] == f"{BESIDE}/epub/1951-01-02-letter.epub"
    assert (whole.author, whole.summary, whole.link) == (
        "Ada Brink",
        "Letters of a harbour.",
        f"{BESIDE}/site/",
    )
    assert letter.link == f"{BESIDE}/site/1951-01-02-letter.html"
    assert letter.published == "1951-01-02"


def test_each_entry_has_what_the_specification_demands(edition: Path) -> None:
    feed = etree.parse(built(edition, "data") / "data" / "opds.xml")
    entries = feed.findall("a:entry", ATOM)
    assert len({entry.findtext("a:id", None, ATOM) for entry in entries}) == len(entries) == 4
    for entry in entries:
        for fact in ("a:title", "a:id", "a:updated", "dc:language", "a:rights"):
            assert entry.findtext(fact, None, ATOM), fact
        assert entry.find(f"a:link[@rel='{ACQUISITION}']", ATOM) is not None
    links = {link.get("rel"): (link.get("type"), link.get("href")) for link in feed.findall("a:link", ATOM)}
    own = (FEED, f"{BESIDE}/data/opds.xml")
    assert links == {"self": own, "start": own}


def test_what_it_lists_is_there_to_download(edition: Path) -> None:
    out = built(edition)
    feed = atom(out / "data" / "opds.xml")
    paths = [href.removeprefix(f"{BESIDE}/") for entry in feed.entries for href in downloads(entry).values()]
    assert len(paths) == 8
    assert all((out / path).is_file() for path in paths)


def test_a_book_has_one_name_in_the_catalogue_and_in_itself(edition: Path) -> None:
    out = built(edition, "epub", "data")
    listed = {entry.id for entry in atom(out / "data" / "opds.xml").entries}
    for file in (out / "epub").iterdir():
        with zipfile.ZipFile(file) as archive:
            package = etree.fromstring(archive.read("EPUB/package.opf"))
        assert package.findtext(".//{http://purl.org/dc/elements/1.1/}identifier") in listed


def test_only_books_that_are_made_are_listed(edition: Path) -> None:
    (edition / "edition.toml").write_text(TOML + 'outputs = ["site", "epub", "data"]\n')
    data = built(edition) / "data"
    assert {kind for entry in atom(data / "opds.xml").entries for kind in downloads(entry)} == {
        "application/epub+zip"
    }
    (edition / "edition.toml").write_text(TOML + 'outputs = ["site", "data"]\n')
    built(edition)
    assert not (data / "opds.xml").exists() and not (data / "opds.json").exists()


def test_a_large_catalogue_has_pages(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opds, "PAGE", 2)
    data = built(edition, "data") / "data"
    seen, address = [], f"{BESIDE}/data/opds.xml"
    while address:
        feed = atom(data / address.rpartition("/")[2])
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == address and links["first"] == f"{BESIDE}/data/opds.xml"
        seen += [entry.id for entry in feed.entries]
        assert len(feed.entries) == 2 and feed.feed.opensearch_totalresults == "4"
        address = links.get("next", "")
    assert len(seen) == len(set(seen)) == 4
    assert links["last"] == links["self"] and links["previous"] == f"{BESIDE}/data/opds.xml"


def test_volumes_are_books_of_their_own(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books_of, "VOLUME", 10)
    feed = atom(built(edition, "data") / "data" / "opds.xml")
    assert [entry.title for entry in feed.entries[:2]] == ["Harbour papers (1)", "Harbour papers (2)"]
    assert downloads(feed.entries[1])["application/pdf"] == f"{BESIDE}/print/edition-2.pdf"


def test_the_same_catalogue_is_there_as_json(edition: Path) -> None:
    data = built(edition, "data") / "data"
    feed: dict[str, Any] = json.loads((data / "opds.json").read_text())
    assert feed["metadata"]["title"] == "Harbour papers" and feed["metadata"]["numberOfItems"] == 4
    assert {link["rel"]: link["href"] for link in feed["links"]}["self"] == f"{BESIDE}/data/opds.json"
    same = atom(data / "opds.xml").entries
    assert [each["metadata"]["identifier"] for each in feed["publications"]] == [entry.id for entry in same]
    for each, entry in zip(feed["publications"], same, strict=True):
        links = {link["type"]: link["href"] for link in each["links"] if link["rel"] == ACQUISITION}
        assert links == downloads(entry) and each["metadata"]["title"] == entry.title
    letter = feed["publications"][1]["metadata"]
    assert letter["published"] == "1951-01-02" and letter["belongsTo"] == {"collection": "Harbour papers"}


def test_the_server_says_what_each_file_is(edition: Path) -> None:
    built(edition, "site", "epub", "data")
    client = TestClient(application(edition / "build"))
    types = {path: client.get(path).headers["content-type"] for path in (
        "/data/opds.xml", "/data/opds.json", "/data/atom.xml", "/epub/edition.epub",
    )}  # fmt: skip
    assert types == {
        "/data/opds.xml": FEED,
        "/data/opds.json": "application/opds+json",
        "/data/atom.xml": "application/atom+xml",
        "/epub/edition.epub": "application/epub+zip",
    }


def test_pages_tell_reading_apps_where_it_is(edition: Path) -> None:
    site = built(edition, "site") / "site"
    for page, address in (
        ("index.html", "../data/opds.xml"),
        ("persons/anna-berg.html", "../../data/opds.xml"),
    ):
        assert (
            f'<link rel="alternate" type="{FEED}" title="Harbour papers (OPDS)" href="{address}">'
            in (site / page).read_text()
        )
