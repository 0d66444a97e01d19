"""The crosswalks: what a header says, as each format of libraries says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from teiedition import saxon
from teiedition.resources import resource

NAMES = {
    "t": "http://www.tei-c.org/ns/1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "m": "http://www.loc.gov/mods/v3",
    "k": "http://www.loc.gov/MARC21/slim",
    "e": "http://www.loc.gov/METS/",
    "o": "http://namespace.openaire.eu/schema/oaire/",
    "d": "http://datacite.org/schema/kernel-4",
    "c": "urn:teiedition:catalogue",
    "x": "http://www.w3.org/1999/xlink",
}
FORMATS = ("oai_dc", "mods", "marcxml", "mets", "oai_openaire")
CONTEXT = """<c:context xmlns:c="urn:teiedition:catalogue" xmlns="http://www.tei-c.org/ns/1.0" id="1951 mole">
  <c:edition title="Harbour papers" publisher="Harbour Press" licence="CC0" licence-url="https://example.org/cc0"
    base-url="{base}" print="true" lang="en"><c:editor>Ada Brink</c:editor></c:edition>
  <c:related type="host" id="volume" title="The volume"/>
  <c:entity kind="person" ref="anna" label="Anna Berg"><idno type="VIAF">77</idno></c:entity>
  <c:entity kind="place" ref="riga" label="Riga"><idno type="geonames">https://www.geonames.org/456172</idno></c:entity>
</c:context>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader>
  <fileDesc>
    <titleStmt><title>Über die Mole, <date when="1951-02">Februar 1951</date></title>
      <respStmt><resp>Translated by</resp><name>Tove Lund</name></respStmt></titleStmt>
    <publicationStmt><publisher>Other</publisher><date when="2023-04-05"/></publicationStmt>
    <sourceDesc><msDesc><msIdentifier><repository>Harbour Archive</repository><idno type="shelfmark">HA 7</idno></msIdentifier></msDesc></sourceDesc>
  </fileDesc>
  <profileDesc>
    <creation><date notBefore="1951-02-01" notAfter="1951-02-09">früh im Februar</date></creation>
    <abstract><p>Von Steinen.</p></abstract>
    <correspDesc>
      <correspAction type="sent"><persName ref="#anna">A. B.</persName><date when="1951-02-03"/></correspAction>
      <correspAction type="received"><orgName>Das Amt</orgName></correspAction>
    </correspDesc>
  </profileDesc></teiHeader>
  <text type="letter"><body><p>In <placeName ref="#riga">Riga</placeName> sah <persName ref="#anna">sie</persName> Steine.</p></body></text>
</TEI>"""  # noqa: E501
BARE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt><publicationStmt><p/></publicationStmt>
  <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><p>Words.</p></body></text></TEI>"""  # noqa: E501


def made(name: str, tei: str = TEI, base: str = "https://papers.example.org") -> etree._Element:
    return etree.fromstring(text_of(name, tei, base).encode())


def text_of(name: str, tei: str = TEI, base: str = "https://papers.example.org") -> str:
    sheet = saxon.stylesheet(resource("xslt", "crosswalks", f"{name}.xsl"))
    return sheet.run(tei, Path("mole.xml"), {"context": saxon.Xml(CONTEXT.format(base=base))}).text


def texts(root: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in root.iterfind(path, NAMES)]


def fields(root: etree._Element, tag: str) -> list[dict[str, str]]:
    """The data fields of a number: code → content."""
    return [
        {sub.get("code", ""): sub.text or "" for sub in field}
        for field in root.iterfind(f"k:datafield[@tag='{tag}']", NAMES)
    ]


def test_each_entry_gives_what_the_bundle_holds() -> None:
    bundle = json.loads(text_of("records"))
    for name in FORMATS:
        alone, together = (
            etree.tostring(etree.fromstring(xml), method="c14n") for xml in (text_of(name), bundle[name])
        )
        assert alone == together, name
    units = made("units").findall(".//c:unit", NAMES)
    assert [unit.get("name") for unit in units] == [row[0] for row in bundle["units"]] == ["p1"]


def test_dublin_core() -> None:
    root = made("oai_dc")
    assert texts(root, "dc:title") == ["Über die Mole"]
    assert texts(root, "dc:creator") == ["Anna Berg"]
    assert texts(root, "dc:contributor") == [
        "Tove Lund (translator)",
        "Das Amt (addressee)",
        "Ada Brink (editor)",
    ]
    assert texts(root, "dc:date") == ["1951-02-01/1951-02-09"] and texts(root, "dc:language") == ["de"]
    assert texts(root, "dc:coverage") == ["Riga"] and texts(root, "dc:description") == ["Von Steinen."]
    assert texts(root, "dc:identifier") == ["https://papers.example.org/1951%20mole.html"]
    assert texts(root, "dc:source") == ["Harbour Archive, HA 7"]
    assert texts(root, "dc:rights") == ["CC0", "https://example.org/cc0"]


def test_a_library_gets_the_shelfmark_to_ask_for() -> None:
    """A damaged shelfmark stays in the text; its reading goes into metadata if it is certain."""
    read = '<altIdentifier type="inferred"><idno cert="{}">HA 71</idno></altIdentifier>'
    other = f"</idno>{read}</msIdentifier>"
    for certainty, shelfmark in (("high", "HA 71"), ("low", "HA 7")):
        tei = TEI.replace("</idno></msIdentifier>", other.format(certainty))
        assert texts(made("oai_dc", tei), "dc:source") == [f"Harbour Archive, {shelfmark}"]


def test_mods() -> None:
    root = made("mods")
    people = {
        (texts(name, "m:namePart")[0], texts(name, "m:role/m:roleTerm[@type='code']")[0])
        for name in root.iterfind("m:name", NAMES)
    }
    assert people == {("Anna Berg", "aut"), ("Das Amt", "rcp"), ("Tove Lund", "trl"), ("Ada Brink", "edt")}
    dates = [(date.get("point"), date.text) for date in root.iterfind("m:originInfo/m:dateCreated", NAMES)]
    assert dates == [("start", "1951-02-01"), ("end", "1951-02-09")]
    assert texts(root, "m:originInfo/m:dateIssued") == ["2023-04-05"]
    assert texts(root, "m:language/m:languageTerm") == ["ger"]
    assert texts(root, "m:relatedItem[@type='original']/m:location/m:shelfLocator") == ["HA 7"]
    host = root.find("m:relatedItem[@type='host']", NAMES)
    assert host is not None and host.get(f"{{{NAMES['x']}}}href") == "https://papers.example.org/volume.html"
    place = root.find("m:subject/m:geographic", NAMES)
    assert place is not None and place.get("valueURI") == "https://sws.geonames.org/456172"


def test_marc() -> None:
    root = made("marcxml")
    assert fields(root, "100") == [{"a": "Anna Berg", "4": "aut", "0": "http://viaf.org/viaf/77"}]
    assert fields(root, "245") == [{"a": "Über die Mole"}] and fields(root, "041") == [{"a": "ger"}]
    assert fields(root, "700") == [{"a": "Tove Lund", "4": "trl"}, {"a": "Ada Brink", "4": "edt"}]
    assert fields(root, "710") == [{"a": "Das Amt", "4": "rcp"}]
    assert fields(root, "773") == [{"t": "The volume", "o": "https://papers.example.org/volume.html"}]
    assert {field["q"] for field in fields(root, "856")} == {
        "text/html",
        "application/tei+xml",
        "application/pdf",
    }
    (coded,) = texts(root, "k:controlfield[@tag='008']")
    assert len(coded) == 40 and coded[6:15] == "i19511951" and coded[35:38] == "ger"
    tags = [field.get("tag", "") for field in root]
    assert tags[1:] == sorted(tags[1:])


def test_mets_holds_the_description_and_the_files() -> None:
    root = made("mets")
    assert root.find("e:dmdSec/e:mdWrap/e:xmlData/m:mods", NAMES) is not None
    addresses = [file.get(f"{{{NAMES['x']}}}href") for file in root.iterfind(".//e:FLocat", NAMES)]
    assert addresses == [
        "https://papers.example.org/1951%20mole.html",
        "https://papers.example.org/1951%20mole.xml",
        "https://papers.example.org/print/1951%20mole.pdf",
    ]
    ids = {file.get("ID") for file in root.iterfind(".//e:file", NAMES)}
    assert {pointer.get("FILEID") for pointer in root.iterfind(".//e:fptr", NAMES)} == ids


def test_openaire() -> None:
    root = made("oai_openaire")
    assert texts(root, "d:creators/d:creator/d:creatorName") == ["Anna Berg"]
    dates = {date.get("dateType"): date.text for date in root.iterfind("d:dates/d:date", NAMES)}
    assert dates == {"Created": "1951-02-01/1951-02-09", "Issued": "2023-04-05"}
    assert texts(root, "o:resourceType") == ["letter"] and texts(root, "dc:language") == ["ger"]
    relation = root.find("d:relatedIdentifiers/d:relatedIdentifier", NAMES)
    assert relation is not None and relation.get("relationType") == "IsPartOf"
    licence = root.find("o:licenseCondition", NAMES)
    assert licence is not None and licence.get("uri") == "https://example.org/cc0"


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_that_says_nothing_of_itself_is_described_all_the_same(name: str) -> None:
    root = made(name, BARE)
    empty = [
        element.tag
        for element in root.iter("*")
        if not len(element) and not element.attrib and not element.text
    ]
    assert empty == []
    assert "1951 mole" in etree.tostring(root, encoding="unicode")  # the id stands for the title


def test_an_edition_below_a_path_has_its_prints_and_data_beside_the_site() -> None:
    root = made("mets", base="https://example.org/papers/site/")
    addresses = [file.get(f"{{{NAMES['x']}}}href") or "" for file in root.iterfind(".//e:FLocat", NAMES)]
    assert addresses[2] == "https://example.org/papers/print/1951%20mole.pdf"


def test_without_an_address_links_are_relative() -> None:
    assert texts(made("oai_dc", base=""), "dc:identifier") == ["../site/1951%20mole.html"]
