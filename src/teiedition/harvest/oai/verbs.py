"""The six verbs: each a function from a request to the body of the answer. Raises Fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from teiedition.harvest import identifiers
from teiedition.harvest.oai import token as tokens
from teiedition.harvest.oai.arguments import first_second, last_second
from teiedition.harvest.oai.fault import Fault
from teiedition.harvest.oai.token import Token
from teiedition.harvest.oai.writing import FORM, element, identity, text
from teiedition.harvest.repository import Item, Repository, Selection

RECORDS, HEADERS, SETS = 100, 500, 500
"""Items in an answer, at most."""
BYTES = 1_000_000
"""An answer of records is no longer than this; it holds one at least."""
_ID = re.compile(r"""\sxml:id\s*=\s*["']([^"']*)["']""")
"""Documents that use the same `xml:id` never come in one answer, in which it would stand twice."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request whose arguments are what its verb takes."""

    repository: Repository
    arguments: Mapping[str, str]
    address: str
    now: datetime


def identify(request: Request) -> str:
    """Identify: what the repository is called and how it keeps its dates."""
    edition = request.repository.edition
    first = request.repository.items(Selection(), "", 1)
    sample = identifiers.identifier(request.repository.host, first[0].id if first else "ID")
    return (
        "<Identify>\n"
        + element("repositoryName", edition["title"])
        + element("baseURL", request.address)
        + element("protocolVersion", "2.0")
        + "".join(element("adminEmail", address) for address in json.loads(edition["admin"]))
        + element("earliestDatestamp", request.repository.earliest)
        + element("deletedRecord", "persistent")
        + element("granularity", "YYYY-MM-DDThh:mm:ssZ")
        + element("compression", "gzip")
        + identity(edition, sample)
        + "</Identify>\n"
    )


def list_metadata_formats(request: Request) -> str:
    """ListMetadataFormats: every document is there in every format."""
    if "identifier" in request.arguments:
        _item(request)
    formats = "".join(
        "<metadataFormat>\n"
        + element("metadataPrefix", prefix)
        + element("schema", schema)
        + element("metadataNamespace", namespace)
        + "</metadataFormat>\n"
        for prefix, (namespace, schema) in request.repository.formats.items()
    )
    return f"<ListMetadataFormats>\n{formats}</ListMetadataFormats>\n"


def list_sets(request: Request) -> str:
    """ListSets: kinds of sets, and the sets of each kind."""
    token = _given_token(request) or Token("ListSets", "", "", "", "", "", 0, 0, int(request.now.timestamp()))
    found = request.repository.sets(token.after, SETS + 1)
    if not found:
        raise Fault("noSetHierarchy", "the repository has no sets")
    shown = found[:SETS]
    sets = "".join(
        f"<set>\n{element('setSpec', spec)}{element('setName', label)}</set>\n" for spec, label in shown
    )
    size = token.size or token.cursor + len(found)
    rest = _rest(request, replace(token, size=size), shown[-1][0], len(shown), len(found) > SETS)
    return f"<ListSets>\n{sets}{rest}</ListSets>\n"


def get_record(request: Request) -> str:
    """GetRecord: one document in one format."""
    prefix = _format(request, request.arguments["metadataPrefix"])
    item = _item(request)
    record = _record(request.repository, item, prefix, request.repository.sets_of(item.id))
    return f"<GetRecord>\n{record}</GetRecord>\n"


def list_identifiers(request: Request) -> str:
    """ListIdentifiers: the headers of a list."""
    token, found = _list(request, HEADERS)
    shown = found[:HEADERS]
    sets = request.repository.sets_of_each([item.id for item in shown])
    headers = "".join(_header(request.repository, item, sets[item.id]) for item in shown)
    rest = _rest(request, token, shown[-1].id, len(shown), len(found) > HEADERS)
    return f"<ListIdentifiers>\n{headers}{rest}</ListIdentifiers>\n"


def list_records(request: Request) -> str:
    """ListRecords: the records of a list, as many as fit into an answer."""
    token, found = _list(request, RECORDS)
    sets = request.repository.sets_of_each([item.id for item in found])
    records: list[str] = []
    length, ids = 0, set[str]()
    for item in found[:RECORDS]:
        record = _record(request.repository, item, token.prefix, sets[item.id])
        named = set(_ID.findall(record))
        length += len(record)
        if records and (length > BYTES or ids & named):
            break
        records.append(record)
        ids |= named
    last = found[len(records) - 1]
    rest = _rest(request, token, last.id, len(records), len(found) > len(records))
    return f"<ListRecords>\n{''.join(records)}{rest}</ListRecords>\n"


VERBS: Mapping[str, Callable[[Request], str]] = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "GetRecord": get_record,
    "ListIdentifiers": list_identifiers,
    "ListRecords": list_records,
}


def _list(request: Request, limit: int) -> tuple[Token, list[Item]]:
    """Where the list stands, and its next items: one more than the limit if there are more."""
    token = _given_token(request) or _beginning(request)
    _format(request, token.prefix)
    selection = Selection(first_second(token.start), last_second(token.end), token.set)
    found = request.repository.items(selection, token.after, limit + 1)
    if not found:
        raise Fault("noRecordsMatch", "no record is in this set and between these dates")
    return (token if token.size else replace(token, size=request.repository.count(selection))), found


def _beginning(request: Request) -> Token:
    given = request.arguments
    return Token(
        given["verb"], given["metadataPrefix"], given.get("from", ""), given.get("until", ""),
        given.get("set", ""), "", 0, 0, 0,
    )  # fmt: skip


def _given_token(request: Request) -> Token | None:
    found = request.arguments.get("resumptionToken")
    if found is None:
        return None
    token = tokens.parsed(found, request.arguments["verb"], request.repository.host, request.now)
    if token.prefix and token.prefix not in request.repository.formats:
        raise Fault("badResumptionToken", "the format of the list is no longer served; begin the list again")
    return token


def _rest(request: Request, token: Token, last: str, given: int, more: bool) -> str:
    """The resumptionToken element: empty at the end of a list, nothing where the list came at once."""
    if not more and not token.cursor:
        return ""
    facts = f'completeListSize="{max(token.size, token.cursor + given)}" cursor="{token.cursor}"'
    if not more:
        return f"<resumptionToken {facts}/>\n"
    issued = int(request.now.timestamp())
    following = replace(token, after=last, cursor=token.cursor + given, issued=issued)
    facts = f'expirationDate="{following.expires.strftime(FORM)}" {facts}'
    return f"<resumptionToken {facts}>{following.text(request.repository.host)}</resumptionToken>\n"


def _item(request: Request) -> Item:
    document = identifiers.document(request.repository.host, request.arguments["identifier"])
    item = request.repository.item(document) if document is not None else None
    if item is None:
        raise Fault("idDoesNotExist", "no document has this identifier, nor ever had")
    return item


def _format(request: Request, prefix: str) -> str:
    if prefix not in request.repository.formats:
        there = ", ".join(request.repository.formats)
        raise Fault("cannotDisseminateFormat", f"there is no such format; there are {there}")
    return prefix


def _record(repository: Repository, item: Item, prefix: str, sets: Sequence[str]) -> str:
    header = _header(repository, item, sets)
    if item.deleted:
        return f"<record>\n{header}</record>\n"
    return f"<record>\n{header}<metadata>{repository.text(item.id, prefix)}</metadata>\n</record>\n"


def _header(repository: Repository, item: Item, sets: Sequence[str]) -> str:
    status = ' status="deleted"' if item.deleted else ""
    identifier = text(identifiers.identifier(repository.host, item.id))
    specs = "".join(f"<setSpec>{spec}</setSpec>" for spec in sets)
    return (
        f"<header{status}><identifier>{identifier}</identifier>"
        f"<datestamp>{item.datestamp}</datestamp>{specs}</header>\n"
    )
