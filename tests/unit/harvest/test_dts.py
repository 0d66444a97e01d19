"""DTS: a client that follows the links gets every document and every passage; passages are the document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from thunderdots import ThunderDots
from uritemplate import expand

from edition import document
from papers import publish, write_papers
from server import served
from teiedition.harvest import Repository, dts
from teiedition.harvest.dts import passages
from teiedition.harvest.dts.writing import Links
from teiedition.serve import application

BASE = "https://papers.example.org/dts"
NOW = datetime(2030, 1, 1, tzinfo=UTC)
PLAY = "1901-01-01-play-0001"
BODY = """<head>A meeting</head>
  <div type="part"><head>First part</head>
    <p>One<note place="foot"><p>A note on one.</p></note> and <persName ref="#anna-berg">Anna</persName>.</p>
    <sp who="#otto-lind"><speaker>Lind:</speaker><p>Two, <supplied>as</supplied> they say.</p>
      <p>Three.</p></sp>
  </div>
  <pb n="2"/>
  <div type="part" xml:id="second"><head>Second part</head>
    <list><item>Four</item><item xml:id="five">Five<note>Said of five.</note></item></list>
    <table><row><cell>Six</cell></row></table>
    <div><p>Seven.</p></div>
  </div>
  <p n="8">Eight &lt; nine.</p>
  <closer><signed>Lind</signed></closer>"""
Json = dict[str, Any]


DECLARED = """<encodingDesc><refsDecl><citeStructure unit="part" match="//body/div" use="position()">
  <citeStructure unit="paragraph" match=".//p[not(ancestor::note)]" use="position()" delim="."/>
</citeStructure></refsDecl></encodingDesc>
    <profileDesc>"""
CITED = "1902-01-01-play-0002"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    folder = write_papers(tmp_path_factory.mktemp("plays") / "edition", 5)
    text = document(PLAY, "A play", "1901-01-01", BODY, "play")
    (folder / "tei" / f"{PLAY}.xml").write_text(text)
    declared = document(CITED, "Cited", "1902-01-01", BODY, "play").replace("<profileDesc>", DECLARED)
    (folder / "tei" / f"{CITED}.xml").write_text(declared)
    return Repository(publish(folder))


def asked(repository: Repository, endpoint: str, **parameters: str) -> Json:
    answer = dts.ENDPOINTS[f"/{endpoint}"](repository, list(parameters.items()), f"{BASE}/{endpoint}", NOW)
    assert answer.media_type == "application/ld+json"
    found: Json = json.loads(answer.body)
    assert found["@context"] == "https://dtsapi.org/context/v1.0.json" and found["dtsVersion"] == "1.0"
    return found | {"status": answer.status}


def cut(repository: Repository, **parameters: str) -> etree._Element:
    answer = dts.ENDPOINTS["/document"](repository, list(parameters.items()), f"{BASE}/document", NOW)
    assert answer.status == 200 and answer.media_type == "application/tei+xml; charset=utf-8"
    return etree.fromstring(answer.body)


def names(found: Json) -> list[str]:
    return [unit["identifier"] for unit in found["member"]]


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def test_the_entry_says_where_everything_is(repository: Repository) -> None:
    entry = json.loads(dts.ENDPOINTS[""](repository, [], BASE, NOW).body)
    assert entry["@type"] == "EntryPoint" and entry["@id"] == BASE
    assert expand(entry["collection"], id="a b", page="2") == f"{BASE}/collection?id=a%20b&page=2"
    assert expand(entry["navigation"], resource="x", down="1") == f"{BASE}/navigation?resource=x&down=1"
    assert expand(entry["document"], resource="x", ref="p1") == f"{BASE}/document?resource=x&ref=p1"


def walk(repository: Repository, id: str | None = None) -> Iterator[Json]:
    """Every collection and document below one, by the members' own addresses."""
    found = asked(repository, "collection", **({"id": id} if id else {}))
    yield found
    assert found["totalChildren"] == len(found.get("member", ()))
    for member in found.get("member", ()):
        assert expand(member["collection"]) == f"{BASE}/collection?id={expand('{id}', id=member['@id'])}"
        yield from walk(repository, member["@id"])


def test_the_whole_collection_can_be_walked(repository: Repository) -> None:
    found = list(walk(repository))
    documents = {node["@id"] for node in found if node["@type"] == "Resource"}
    assert len(documents) == 7
    titles = {node["@id"]: node["title"] for node in found}
    assert titles["set:genre:play"] == "play" and titles["set:person"] == "Persons"
    play = next(node for node in found if node["@id"] == PLAY)
    assert play["dublinCore"]["title"] == [{"lang": "en", "value": "A play"}]
    assert play["dublinCore"]["created"] == "1901-01-01"


def test_parents_lead_back_to_the_root(repository: Repository) -> None:
    above = asked(repository, "collection", id=PLAY, nav="parents")
    assert above["totalParents"] == len(above["member"])
    assert {"set:documents", "set:genre:play"} <= {member["@id"] for member in above["member"]}
    (kind,) = asked(repository, "collection", id="set:genre:play", nav="parents")["member"]
    (root,) = asked(repository, "collection", id=kind["@id"], nav="parents")["member"]
    assert root["@id"] == asked(repository, "collection")["@id"] and root["totalParents"] == 0


def test_members_come_in_pages(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [member["@id"] for member in asked(repository, "collection", id="set:documents")["member"]]
    monkeypatch.setattr(dts, "Links", partial(Links, members=4))
    first = asked(repository, "collection", id="set:documents")
    assert first["view"]["previous"] is None and first["view"]["last"] == first["view"]["next"]
    second = asked(repository, "collection", id="set:documents", page="2")
    assert second["view"]["@id"] == first["view"]["next"] and second["view"]["next"] is None
    assert [member["@id"] for member in first["member"] + second["member"]] == whole
    assert asked(repository, "collection", id="set:documents", page="3")["status"] == 404


def test_the_citation_tree_goes_below_the_division(repository: Repository) -> None:
    found = asked(repository, "navigation", resource=PLAY, down="-1")
    assert [
        (unit["identifier"], unit["level"], unit["parent"], unit["citeType"]) for unit in found["member"]
    ] == [
        ("h1", 1, None, "heading"),
        ("div1", 1, None, "division"),
        ("h2", 2, "div1", "heading"),
        ("p1", 2, "div1", "paragraph"),
        ("n1", 3, "p1", "note"),
        ("s1", 2, "div1", "speech"),
        ("p2", 3, "s1", "paragraph"),
        ("p3", 3, "s1", "paragraph"),
        ("second", 1, None, "division"),
        ("h3", 2, "second", "heading"),
        ("list1", 2, "second", "list"),
        ("i1", 3, "list1", "item"),
        ("five", 3, "list1", "item"),
        ("n2", 4, "five", "note"),
        ("table1", 2, "second", "table"),
        ("div3", 2, "second", "division"),
        ("p4", 3, "div3", "paragraph"),
        ("p5", 1, None, "paragraph"),
        ("closer1", 1, None, "closer"),
    ]
    assert found["member"][1]["dublinCore"]["title"][0]["value"] == "First part"
    (tree,) = found["resource"]["citationTrees"]
    division = next(node for node in tree["citeStructure"] if node["citeType"] == "division")
    assert {"paragraph", "speech", "list"} <= {node["citeType"] for node in division["citeStructure"]}


@pytest.mark.parametrize(
    ("parameters", "members"),
    [
        ({"down": "1"}, "h1 div1 second p5 closer1"),
        ({"ref": "s1", "down": "1"}, "s1 p2 p3"),
        ({"ref": "div1", "down": "1"}, "div1 h2 p1 s1"),
        ({"ref": "div1", "down": "-1"}, "div1 h2 p1 n1 s1 p2 p3"),
        ({"ref": "p2", "down": "0"}, "p2 p3"),
        ({"ref": "p5", "down": "0"}, "h1 div1 second p5 closer1"),
        ({"ref": "p3", "down": "5"}, "p3"),
        ({"start": "s1", "end": "h3", "down": "1"}, "s1 p2 p3 second h3"),
        ({"start": "div1", "end": "second", "down": "1"}, "div1 h2 p1 s1 second h3 list1 table1 div3"),
    ],
)
def test_navigation_goes_as_deep_as_asked(
    repository: Repository, parameters: dict[str, str], members: str
) -> None:
    found = asked(repository, "navigation", resource=PLAY, **parameters)
    assert names(found) == members.split()


def test_without_down_only_the_unit_itself_is_told(repository: Repository) -> None:
    found = asked(repository, "navigation", resource=PLAY, ref="s1")
    assert found["ref"]["citeType"] == "speech" and "member" not in found
    found = asked(repository, "navigation", resource=PLAY, start="p1", end="s1")
    assert (found["start"]["identifier"], found["end"]["identifier"]) == (
        "p1",
        "s1",
    ) and "member" not in found


def test_units_come_in_pages(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = names(asked(repository, "navigation", resource=PLAY, down="-1"))
    monkeypatch.setattr(dts, "Links", partial(Links, units=8))
    pages = [asked(repository, "navigation", resource=PLAY, down="-1", page=str(page)) for page in (1, 2, 3)]
    assert [name for page in pages for name in names(page)] == whole
    assert pages[1]["view"]["next"] == pages[2]["view"]["@id"]


@pytest.mark.parametrize(
    ("endpoint", "parameters", "status"),
    [
        ("navigation", {"down": "1"}, 400),
        ("navigation", {"resource": "nothing", "down": "1"}, 404),
        ("navigation", {"resource": PLAY}, 400),
        ("navigation", {"resource": PLAY, "down": "0"}, 400),
        ("navigation", {"resource": PLAY, "down": "x"}, 400),
        ("navigation", {"resource": PLAY, "down": "-2"}, 400),
        ("navigation", {"resource": PLAY, "down": "0", "start": "p1", "end": "p2"}, 400),
        ("navigation", {"resource": PLAY, "ref": "p1", "start": "p1", "end": "p2"}, 400),
        ("navigation", {"resource": PLAY, "start": "p1"}, 400),
        ("navigation", {"resource": PLAY, "end": "p1"}, 400),
        ("navigation", {"resource": PLAY, "start": "p2", "end": "p1"}, 400),
        ("navigation", {"resource": PLAY, "ref": "p99"}, 404),
        ("navigation", {"resource": PLAY, "start": "p1", "end": "p99"}, 404),
        ("navigation", {"resource": PLAY, "down": "1", "tree": "pages"}, 404),
        ("navigation", {"resource": PLAY, "down": "1", "page": "7"}, 404),
        ("document", {}, 400),
        ("document", {"resource": "nothing"}, 404),
        ("document", {"resource": PLAY, "ref": "p99"}, 404),
        ("document", {"resource": PLAY, "ref": "p1", "end": "p2"}, 400),
        ("document", {"resource": PLAY, "start": "p1"}, 400),
        ("document", {"resource": PLAY, "ref": "p1", "tree": "pages"}, 404),
        ("document", {"resource": PLAY, "mediaType": "image/png"}, 404),
        ("document", {"resource": "x" * 5000}, 400),
        ("collection", {"id": "nothing"}, 404),
        ("collection", {"id": "set:genre:poem"}, 404),
        ("collection", {"nav": "sideways"}, 400),
        ("collection", {"page": "0"}, 400),
        ("collection", {"page": "9" * 30}, 400),
    ],
)
def test_what_can_not_be_met_is_refused(
    repository: Repository, endpoint: str, parameters: dict[str, str], status: int
) -> None:
    found = asked(repository, endpoint, **parameters)
    assert found["status"] == found["statusCode"] == status and found["description"]


PARAMETERS = ["id", "resource", "ref", "start", "end", "down", "tree", "page", "nav", "mediaType"]
VALUES = [PLAY, "p1", "s1", "div1", "1", "-1", "0", "site", "text/html", "parents"]


@settings(deadline=None)
@given(
    st.sampled_from(("collection", "navigation", "document")),
    st.dictionaries(st.sampled_from(PARAMETERS), st.sampled_from(VALUES) | st.text(max_size=20)),
)
def test_whatever_is_asked_there_is_an_answer_or_a_reason(
    repository: Repository, endpoint: str, parameters: dict[str, str]
) -> None:
    answer = dts.ENDPOINTS[f"/{endpoint}"](repository, list(parameters.items()), f"{BASE}/{endpoint}", NOW)
    assert answer.status in (200, 400, 404) and answer.body
    assert answer.status == 200 or json.loads(answer.body)["description"]


def test_a_whole_document_is_the_file_itself(repository: Repository) -> None:
    found = cut(repository, resource=PLAY)
    assert words(found) == words(
        etree.fromstring(document(PLAY, "A play", "1901-01-01", BODY, "play").encode())
    )
    assert found.find(".//{https://w3id.org/api/dts#}wrapper") is None
    assert words(cut(repository, resource=PLAY, tree="whatever")) == words(found)


def test_paragraph_twelve_is_that_paragraph(repository: Repository) -> None:
    found = cut(repository, resource=PLAY, ref="p1")
    (wrapper,) = found
    assert wrapper.tag == "{https://w3id.org/api/dts#}wrapper"
    (paragraph,) = wrapper
    assert etree.QName(paragraph).localname == "p" and words(paragraph) == "OneA note on one. and Anna."
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("p2", "p3", "Two, as they say.Three."),
        ("p3", "h3", "Three. Second part"),
        ("h2", "p1", "First partOneA note on one. and Anna."),
        ("second", "five", "Second part FourFiveSaid of five."),
        ("n1", "p2", "A note on one. and Anna. Lind:Two, as they say."),
        ("p5", "p5", "Eight < nine."),
    ],
)
def test_a_range_holds_what_lies_between(repository: Repository, start: str, end: str, text: str) -> None:
    found = cut(repository, resource=PLAY, start=start, end=end)
    assert words(found).replace(" ", "") == text.replace(" ", "")


def test_the_passages_joined_are_the_document(repository: Repository) -> None:
    for id in ("1950-01-01-letter-0000", PLAY):
        whole = cut(repository, resource=id).find("{*}text")
        assert whole is not None
        units = names(asked(repository, "navigation", resource=id, down="1"))
        joined = "".join(words(cut(repository, resource=id, ref=unit)) for unit in units)
        assert joined.replace(" ", "") == words(whole).replace(" ", "")


def test_a_document_may_declare_its_own_citation_tree(repository: Repository) -> None:
    found = asked(repository, "navigation", resource=CITED, down="-1")
    assert names(found) == ["1", "1.1", "1.2", "1.3", "2", "2.1"]
    own, site = found["resource"]["citationTrees"]
    assert own["citeStructure"][0]["citeType"] == "part" and "identifier" not in own
    assert site["identifier"] == "site"
    assert names(asked(repository, "navigation", resource=CITED, down="1", tree="site"))[:2] == ["h1", "div1"]
    assert words(cut(repository, resource=CITED, ref="1.2")) == "Two, as they say."
    assert words(cut(repository, resource=CITED, ref="p2", tree="site")) == "Two, as they say."
    assert words(cut(repository, resource=CITED, start="1.3", end="2.1")).endswith("Said of five. Six Seven.")
    asked_for = [("resource", CITED), ("ref", "1.2"), ("mediaType", "text/plain")]
    answer = dts.ENDPOINTS["/document"](repository, asked_for, f"{BASE}/document", NOW)
    assert answer.body == b"Two, [as] they say.\n"


@settings(deadline=None)
@given(st.data())
def test_a_range_is_its_two_halves(repository: Repository, data: st.DataObject) -> None:
    units = repository.units(PLAY)
    top = [unit for unit in units if unit.level == 1]
    first, middle, last = sorted(
        data.draw(st.lists(st.sampled_from(range(len(top))), min_size=3, max_size=3))
    )
    tei = repository.text(PLAY, "tei") or ""

    def text(start: int, end: int) -> str:
        return words(etree.fromstring(passages.tei(tei, (top[start], top[end])))).replace(" ", "")

    if middle < last:
        assert text(first, last) == text(first, middle) + text(middle + 1, last)


def read(repository: Repository, media_type: str, **parameters: str) -> str:
    given = [("resource", PLAY), ("mediaType", media_type), *parameters.items()]
    answer = dts.ENDPOINTS["/document"](repository, given, f"{BASE}/document", NOW)
    assert answer.status == 200 and answer.media_type.startswith(media_type.replace(" ", "+"))
    assert 'rel="collection"' in answer.headers["link"]
    return answer.body.decode()


def test_passages_can_be_had_as_html_and_as_text(repository: Repository) -> None:
    page = read(repository, "text/html", ref="s1")
    assert (
        page.startswith("<!DOCTYPE html>") and '<html lang="en">' in page and "<title>A play</title>" in page
    )
    assert '<div class="sp" id="s1">' in page and "First part" not in page and "xmlns" not in page
    assert read(repository, "text/plain", ref="s1") == "Lind:\n\nTwo, [as] they say.\n\nThree.\n"
    assert read(repository, "text/plain", start="p4", end="p5") == "Seven.\n\nEight < nine.\n"
    assert read(repository, "application/tei xml").startswith("<?xml")  # a plus sign that was not escaped


def test_every_unit_can_be_had_in_every_form(repository: Repository) -> None:
    for unit in names(asked(repository, "navigation", resource=PLAY, down="-1")):
        assert words(cut(repository, resource=PLAY, ref=unit))
        assert f'id="{unit}"' in read(repository, "text/html", ref=unit)
        assert read(repository, "text/plain", ref=unit).strip()


def test_a_client_that_others_wrote_takes_every_document(tmp_path: Path) -> None:
    folder = write_papers(tmp_path / "edition", 30)
    publish(folder)
    with served(application(folder / "build")) as address:
        client = ThunderDots(f"{address}/dts", verbose=False, use_cache=False)
        client.fetch()
    notices = client.notices()
    assert {notice.id for notice in notices if notice.type == "Resource"} == {
        path.stem for path in folder.glob("tei/*.xml")
    }
    assert client.stats()["http_errors"] == 0
