"""Documents and passages of them: as TEI, as HTML, as plain text."""

from __future__ import annotations

from urllib.parse import quote

from teiedition.harvest.answer import Answer
from teiedition.harvest.dts import passages
from teiedition.harvest.dts.navigation import passage, units_of
from teiedition.harvest.dts.request import Fault, Request

TEI, HTML, TEXT = "application/tei+xml", "text/html", "text/plain"
_TYPES = {TEI: TEI, "application/xml": TEI, "text/xml": TEI, HTML: HTML, TEXT: TEXT}


def answer(request: Request) -> Answer:
    """The document or passage asked for, in the media type asked for, TEI where none is."""
    id = request.resource()
    asked = request.parameters.get("mediaType", TEI).replace(" ", "+")  # a plus sign that was not escaped
    media_type = _TYPES.get(asked.split(";")[0].strip().lower())
    if media_type is None:
        raise Fault(404, f"the document is not there in this media type; there are {TEI}, {HTML}, {TEXT}")
    units = units_of(request, id) if request.parameters.keys() & {"ref", "start", "end"} else []
    span = passage(request, units)
    stored = request.repository.text(id, "tei" if media_type == TEI else "html") or ""
    ends = (units[span[0]], units[span[1]]) if span is not None else None
    cut = {TEI: passages.tei, HTML: passages.html, TEXT: passages.text}[media_type]
    try:
        body = cut(stored, ends)
    except LookupError:
        raise Fault(404, f"this passage is not there as {media_type}, which leaves its element out") from None
    link = f'<{request.links.base}/collection?id={quote(id, safe="")}>; rel="collection"'
    return Answer(body, f"{media_type}; charset=utf-8", headers={"link": link})
