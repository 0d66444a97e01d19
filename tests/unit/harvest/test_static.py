"""What lies on a plain web host: DTS as files that their templates lead to, an OAI Static Repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import etree
from starlette.staticfiles import StaticFiles
from uritemplate import expand

from papers import SETTINGS, publish, write_papers
from server import served
from teiedition.harvest import Repository, dts
from teiedition.harvest.dts import static as files
from teiedition.harvest.repository import Selection

Json = dict[str, Any]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Repository]]:
    """A plain web host with the DTS files of an edition, and its catalogue."""
    folder = write_papers(tmp_path_factory.mktemp("static") / "edition", 6)
    catalogue = Repository(publish(folder))
    root = folder / "host"
    with served(StaticFiles(directory=folder)) as address:
        for path, data in files.files(catalogue, f"{address}/host"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        yield f"{address}/host", catalogue


def got(template: str, **parameters: str) -> Json:
    answer = httpx.get(expand(template, **parameters))
    assert answer.status_code == 200, str(answer.url)
    found: Json = answer.json()
    return found


def test_templates_lead_to_every_document_and_every_passage(host: tuple[str, Repository]) -> None:
    address, catalogue = host
    entry = httpx.get(f"{address}/index.json").json()
    everything = got(entry["collection"], id="set:documents")
    assert everything["totalChildren"] == len(everything["member"]) == 6
    for member in everything["member"]:
        resource = got(member["collection"])
        assert resource["@id"] == got(entry["collection"], id=member["@id"])["@id"] == member["@id"]
        units = got(resource["navigation"], down="-1")["member"]
        assert [unit["identifier"] for unit in units] == [u.name for u in catalogue.units(member["@id"])]
        whole = httpx.get(expand(resource["document"]))
        assert whole.content.endswith((catalogue.text(member["@id"], "tei") or "").encode())
        for unit in units:
            passage = httpx.get(expand(resource["document"], ref=unit["identifier"]))
            assert etree.fromstring(passage.content)[0].tag == "{https://w3id.org/api/dts#}wrapper"


def test_files_say_what_the_server_says(host: tuple[str, Repository]) -> None:
    address, catalogue = host
    entry = httpx.get(f"{address}/index.json").json()
    document = catalogue.items(Selection(), "", 1)[0].id
    for given in ({"down": "1"}, {"ref": "p1"}, {"ref": "p1", "down": "0"}, {"ref": "p1", "down": "1"}):
        found = got(entry["navigation"], resource=document, **given)
        asked = [("resource", document), *given.items()]
        served = json.loads(
            dts.ENDPOINTS["/navigation"](catalogue, asked, f"{address}/navigation", None).body
        )  # type: ignore[arg-type]
        assert found.get("member") == served.get("member") and found.get("ref") == served.get("ref")
    for given in ({}, {"nav": "children"}, {"nav": "parents"}):
        found = got(entry["collection"], id="set:genre:letter", **given)
        asked = [("id", "set:genre:letter"), *given.items()]
        served = json.loads(
            dts.ENDPOINTS["/collection"](catalogue, asked, f"{address}/collection", None).body
        )  # type: ignore[arg-type]
        assert [m["@id"] for m in found["member"]] == [m["@id"] for m in served["member"]]
    assert got(entry["collection"])["@id"] == "edition:papers.example.org"


def test_the_edition_is_a_static_repository_too(tmp_path: Path) -> None:
    folder = write_papers(tmp_path / "edition", 4)
    publish(folder)
    next(iter(sorted(folder.glob("tei/*.xml")))).unlink()
    publish(folder)
    root = etree.parse(folder / "build/data/oai/repository.xml").getroot()
    names = {
        "s": "http://www.openarchives.org/OAI/2.0/static-repository",
        "o": "http://www.openarchives.org/OAI/2.0/",
    }
    assert root.tag == f"{{{names['s']}}}Repository"
    assert root.findtext("s:Identify/o:granularity", namespaces=names) == "YYYY-MM-DD"
    assert root.findtext("s:Identify/o:deletedRecord", namespaces=names) == "no"
    records = root.findall("s:ListRecords[@metadataPrefix='oai_dc']/o:record", names)
    assert len(records) == 3
    for record in records:
        assert (record.findtext("o:header/o:identifier", namespaces=names) or "").startswith(
            "oai:papers.example.org:"
        )
        assert len(record.findtext("o:header/o:datestamp", namespaces=names) or "") == len("2024-01-01")
        assert record.find("o:metadata/{*}dc/{*}title", names) is not None


def test_the_files_are_made_where_they_are_wanted(tmp_path: Path) -> None:
    folder = write_papers(tmp_path / "edition", 3)
    publish(folder)
    assert not (folder / "build/data/dts").exists()
    (folder / "edition.toml").write_text(f"{SETTINGS}static = true\n")
    publish(folder)
    entry = json.loads((folder / "build/data/dts/index.json").read_text())
    assert entry["@id"] == "https://papers.example.org/data/dts"
    assert len(list((folder / "build/data/dts/document").glob("*.xml"))) == 3
