"""Names under which libraries know a document: `oai:HOST:ID`."""

from __future__ import annotations

from urllib.parse import quote, unquote

_LOCAL = "-_.!~*'();/?:@&=+$,"
"""What a local identifier may hold besides letters and digits (OAI-PMH guidelines, oai-identifier)."""


def identifier(host: str, document: str) -> str:
    """The OAI identifier of a document."""
    return f"oai:{host}:{quote(document, safe=_LOCAL)}"


def document(host: str, identifier: str) -> str | None:
    """The document of an identifier of this edition; None if it is another's."""
    prefix = f"oai:{host}:"
    return unquote(identifier.removeprefix(prefix)) if identifier.startswith(prefix) else None
