"""The edition as an OAI Static Repository: one file that any static repository gateway serves on.

Specification for an OAI Static Repository and an OAI Static Repository Gateway, 2004: no sets, no deleted
records, datestamps of days, unqualified Dublin Core at least.
"""

from __future__ import annotations

import json

from teiedition.harvest import identifiers
from teiedition.harvest.oai.writing import OAI, element, text
from teiedition.harvest.repository import Item, Repository, Selection

LARGEST = 5000
"""Records in a static repository, at most; larger editions want a server."""
NAMESPACE = f"{OAI}static-repository"
PREFIX = "oai_dc"


def static_repository(repository: Repository, address: str) -> str:
    """The file, as it is published at `address`; its base URL is that of the gateway's view of it."""
    items = [item for item in repository.items(Selection(), "", LARGEST * 2) if not item.deleted]
    records = "".join(_record(repository, item) for item in items)
    namespace, schema = repository.formats[PREFIX]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Repository xmlns="{NAMESPACE}" xmlns:oai="{OAI}"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{NAMESPACE} {NAMESPACE}.xsd">\n'
        f"<Identify>\n{_identity(repository, address)}</Identify>\n"
        "<ListMetadataFormats>\n<oai:metadataFormat>\n"
        + element("oai:metadataPrefix", PREFIX) + element("oai:schema", schema)
        + element("oai:metadataNamespace", namespace)
        + f'</oai:metadataFormat>\n</ListMetadataFormats>\n<ListRecords metadataPrefix="{PREFIX}">\n'
        f"{records}</ListRecords>\n</Repository>\n"
    )  # fmt: skip


def _identity(repository: Repository, address: str) -> str:
    edition = repository.edition
    return (
        element("oai:repositoryName", edition["title"])
        + element("oai:baseURL", address)
        + element("oai:protocolVersion", "2.0")
        + "".join(element("oai:adminEmail", admin) for admin in json.loads(edition["admin"]))
        + element("oai:earliestDatestamp", repository.earliest[:10])
        + element("oai:deletedRecord", "no")
        + element("oai:granularity", "YYYY-MM-DD")
    )


def _record(repository: Repository, item: Item) -> str:
    return (
        "<oai:record><oai:header>"
        f"<oai:identifier>{text(identifiers.identifier(repository.host, item.id))}</oai:identifier>"
        f"<oai:datestamp>{item.datestamp[:10]}</oai:datestamp></oai:header>"
        f"<oai:metadata>{repository.text(item.id, PREFIX)}</oai:metadata></oai:record>\n"
    )
