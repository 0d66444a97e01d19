"""The XML of answers. Metadata goes in as it is stored, already XML; all else is escaped here."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

OAI = "http://www.openarchives.org/OAI/2.0/"
_CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORM = "%Y-%m-%dT%H:%M:%SZ"


def envelope(body: str, arguments: Mapping[str, str], address: str, now: datetime) -> str:
    """A whole answer: the protocol's root around `body`."""
    given = "".join(f" {name}={quoteattr(_clean(value))}" for name, value in arguments.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<OAI-PMH xmlns="{OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{OAI} {OAI}OAI-PMH.xsd">\n'
        f"<responseDate>{now.strftime(FORM)}</responseDate>\n"
        f"<request{given}>{text(address)}</request>\n{body}</OAI-PMH>\n"
    )


def error(code: str, words: str) -> str:
    """An error."""
    return f'<error code="{code}">{text(words)}</error>\n'


def text(words: str) -> str:
    """Words as content of an element."""
    return escape(_clean(words))


def element(name: str, content: str) -> str:
    """An element with words in it."""
    return f"<{name}>{text(content)}</{name}>\n"


def described(namespace: str, schema: str, name: str, content: str, attributes: str = "") -> str:
    """A `description` container (OAI-PMH, 4.2) with one element of its own namespace."""
    return (
        f'<description><{name} xmlns="{namespace}" xsi:schemaLocation="{namespace} {schema}"{attributes}>'
        f"{content}</{name}></description>\n"
    )


def identity(edition: Mapping[str, str], sample: str) -> str:
    """What Identify says besides the protocol's own: the form of identifiers, rights, friends, branding."""
    parts = [
        described(
            f"{OAI}oai-identifier", f"{OAI}oai-identifier.xsd", "oai-identifier",
            element("scheme", "oai") + element("repositoryIdentifier", edition["identifier"])
            + element("delimiter", ":") + element("sampleIdentifier", sample),
        )
    ]  # fmt: skip
    if edition["licence_url"]:
        reference = f"<rights><rightsReference ref={quoteattr(edition['licence_url'])}/></rights>"
        scope = ' appliesTo="http://www.openarchives.org/OAI/2.0/entity#metadata"'
        parts.append(
            described(f"{OAI}rights/", f"{OAI}rightsManifest.xsd", "rightsManifest", reference, scope)
        )
    if friends := json.loads(edition["friends"]):
        addresses = "".join(element("baseURL", friend) for friend in friends)
        parts.append(described(f"{OAI}friends/", f"{OAI}friends.xsd", "friends", addresses))
    if branding := json.loads(edition["branding"]):
        icon = "".join(element(name, branding[name]) for name in ("url", "link", "title") if name in branding)
        content = f"<collectionIcon>{icon}</collectionIcon>"
        parts.append(described(f"{OAI}branding/", f"{OAI}branding.xsd", "branding", content))
    return "".join(parts)


def _clean(words: str) -> str:
    """Words without the characters that XML does not have."""
    return _CONTROL.sub("\ufffd", words)
