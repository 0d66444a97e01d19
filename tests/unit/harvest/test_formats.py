"""Records are valid by the schemas of their formats, as libraries that handle these formats ship them."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pymarc
import pytest
from lxml import etree

from teiedition.harvest import Repository
from teiedition.harvest.repository import Selection

XML = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/><xs:attribute name="space" type="xs:NCName"/></xs:schema>"""
ELEMENTS = {
    "title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
    "identifier", "source", "language", "relation", "coverage", "rights",
}  # fmt: skip


class Shipped(etree.Resolver):
    """Schemas that a schema imports by their addresses, from the same libraries."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        name = urlsplit(system_url).path.rsplit("/", 1)[-1]
        if name == "xml.xsd":
            return self.resolve_string(XML, context)
        if name == "xlink.xsd":
            return self.resolve_filename(str(_schemas("eulxml", "schema_data", name)), context)
        return None


def _schemas(package: str, *parts: str) -> Path:
    return Path(str(files(package).joinpath(*parts)))


def schema(path: Path) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Shipped())
    return etree.XMLSchema(etree.parse(path, parser))


def records(repository: Repository, prefix: str) -> list[etree._Element]:
    items = repository.items(Selection(), "", 1000)
    assert len(items) == 24
    return [etree.fromstring(repository.text(item.id, prefix) or "") for item in items]


def test_mods_is_valid(repository: Repository) -> None:
    mods = schema(_schemas("eulxml", "schema_data", "mods-3-4.xsd"))
    for record in records(repository, "mods"):
        assert record.get("version") == "3.7"
        record.set("version", "3.4")  # what is used is in the older version, whose schema is at hand
        mods.assertValid(record)


def test_mets_is_valid(repository: Repository) -> None:
    mets = schema(_schemas("metsrw", "resources", "mets.xsd"))
    for record in records(repository, "mets"):
        mets.assertValid(record)


def test_no_id_stands_twice_in_a_list_of_mets_records(repository: Repository) -> None:
    ids = [id for record in records(repository, "mets") for id in record.xpath("//@ID")]
    assert len(ids) == len(set(ids))


def test_marc_is_read_by_a_library_for_it(repository: Repository) -> None:
    for record in records(repository, "marcxml"):
        collection = etree.Element("collection", nsmap={None: "http://www.loc.gov/MARC21/slim"})
        collection.append(record)
        (read,) = pymarc.parse_xml_to_array(io.BytesIO(etree.tostring(collection)), strict=True)
        assert len(str(read.leader)) == 24 and len(read["008"].data) == 40
        assert read["245"]["a"] and read["856"]["u"].startswith("https://papers.example.org/")
        assert read["008"].data[7:11] == read["264"]["c"][:4] and read["008"].data[35:38] == "eng"
        assert [field.tag for field in read.fields] == sorted(field.tag for field in read.fields)


@pytest.mark.parametrize("prefix", ["oai_dc"])
def test_dublin_core_is_of_the_fifteen_elements(repository: Repository, prefix: str) -> None:
    for record in records(repository, prefix):
        assert etree.QName(record).text == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
        names = [etree.QName(child) for child in record]
        assert {name.namespace for name in names} == {"http://purl.org/dc/elements/1.1/"}
        assert {name.localname for name in names} <= ELEMENTS and all(child.text for child in record)


def test_the_profile_of_openaire_has_what_it_demands(repository: Repository) -> None:
    names = {"d": "http://datacite.org/schema/kernel-4", "o": "http://namespace.openaire.eu/schema/oaire/"}
    needed = (
        "d:titles/d:title",
        "d:creators/d:creator/d:creatorName",
        "d:dates/d:date",
        "d:rights",
        "o:resourceType",
    )
    for record in records(repository, "oai_openaire"):
        assert all(record.find(path, names) is not None for path in needed)
        identifier = record.find("d:identifier[@identifierType='URL']", names)
        assert identifier is not None and (identifier.text or "").startswith("https://papers.example.org/")
