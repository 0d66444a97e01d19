"""OAI-PMH's answers are valid by the protocol's own schemas, which `make test` fetches (scripts/schemas)."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import etree

from teiedition.harvest import Repository, oai

FOLDER = Path(sys.prefix) / "schemas"
OAI = "{http://www.openarchives.org/OAI/2.0/}"
DUBLIN_CORE = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
LANGUAGE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/></xs:schema>"""


class Fetched(etree.Resolver):
    """What a schema imports by its address, from the same folder."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        name = urlsplit(system_url).path.rsplit("/", 1)[-1]
        if name == "xml.xsd":
            return self.resolve_string(LANGUAGE, context)
        return self.resolve_filename(str(FOLDER / name), context)


def schema(name: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Fetched())
    return etree.XMLSchema(etree.parse(FOLDER / name, parser))


@pytest.fixture(scope="module")
def protocol() -> etree.XMLSchema:
    return schema("OAI-PMH.xsd")


@pytest.fixture(scope="module")
def dublin_core() -> etree.XMLSchema:
    return schema("oai_dc.xsd")


def answer(repository: Repository, query: str) -> etree._Element:
    given = oai.answer(
        repository, parse_qsl(query), "https://papers.example.org/oai", datetime(2030, 1, 1, tzinfo=UTC)
    )
    return etree.fromstring(given.body if isinstance(given.body, bytes) else given.body.encode())


@pytest.mark.parametrize(
    "query",
    [
        "verb=Identify",
        "verb=ListMetadataFormats",
        "verb=ListSets",
        "verb=ListIdentifiers&metadataPrefix=oai_dc",
        "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2029-01-01",
        "verb=ListRecords&metadataPrefix=mods",
        "verb=ListRecords&metadataPrefix=tei",
        "verb=ListRecords&metadataPrefix=marcxml",
        "verb=ListRecords&metadataPrefix=mets",
        "verb=ListRecords&metadataPrefix=oai_openaire",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=unheard-of",
        "verb=ListRecords",
        "verb=Unheard",
    ],
)
def test_an_answer_is_valid_by_the_protocols_schema(
    repository: Repository, protocol: etree.XMLSchema, query: str
) -> None:
    root = answer(repository, query)
    for metadata in root.iter(f"{OAI}metadata"):
        assert len(metadata) == 1
        metadata[:] = [etree.Element(DUBLIN_CORE)]  # the schema wants whatever stands here to be known to it
    protocol.assertValid(root)


def test_records_of_dublin_core_are_valid_by_its_schema(
    repository: Repository, protocol: etree.XMLSchema, dublin_core: etree.XMLSchema
) -> None:
    root = answer(repository, "verb=ListRecords&metadataPrefix=oai_dc")
    protocol.assertValid(root)
    records = list(root.iter(DUBLIN_CORE))
    assert records
    for record in records:
        dublin_core.assertValid(record)


def test_the_schema_refuses_what_is_wrong(repository: Repository, protocol: etree.XMLSchema) -> None:
    root = answer(repository, "verb=ListIdentifiers&metadataPrefix=oai_dc")
    header = next(root.iter(f"{OAI}header"))
    header.remove(header[0])
    assert not protocol.validate(root)
