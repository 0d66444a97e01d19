"""DTS 1.0 (dtsapi.org): entry, collection, navigation, document, each a function from request to answer."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime

from teiedition.harvest.answer import Answer, Arguments
from teiedition.harvest.dts import collection, document, navigation
from teiedition.harvest.dts.request import Fault, Request
from teiedition.harvest.dts.writing import CONTEXT, JSON, VERSION, Links, entry
from teiedition.harvest.repository import Repository

Endpoint = Callable[[Repository, Arguments, str, datetime], Answer]


def _endpoint(name: str, meet: Callable[[Request], Answer]) -> Endpoint:
    def endpoint(repository: Repository, given: Arguments, address: str, _: datetime) -> Answer:
        try:
            links = Links(address.removesuffix(f"/{name}") if name else address)
            request = Request.of(repository, given, links, address)
            found = meet(request)
        except Fault as fault:
            return _refusal(fault)
        tag = f"{repository.version}-{zlib.crc32(repr((address, sorted(given))).encode()):08x}"
        return Answer(found.body, found.media_type, found.status, found.headers, tag)

    return endpoint


def _refusal(fault: Fault) -> Answer:
    facts = {"@context": CONTEXT, "@type": "Status", "dtsVersion": VERSION, "statusCode": fault.status}
    title = {400: "Bad Request", 404: "Not Found"}[fault.status]
    body = json.dumps(facts | {"title": title, "description": fault.words}, ensure_ascii=False)
    return Answer(body.encode(), JSON, fault.status)


ENDPOINTS: Mapping[str, Endpoint] = {
    f"{path}{slash}": _endpoint(path.strip("/"), meet)
    for path, meet in (
        ("", lambda request: entry(request.links)),
        ("/collection", collection.answer),
        ("/navigation", navigation.answer),
        ("/document", document.answer),
    )
    for slash in ("", "/")
}
"""The endpoints by their paths below the entry, each with and without a stroke at the end."""

__all__ = ["ENDPOINTS"]
