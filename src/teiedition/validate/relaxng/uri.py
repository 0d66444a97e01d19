"""What counts as `anyURI`: RFC 2396 with characters beyond it taken as if escaped (XLink 5.4), as in jing."""

from __future__ import annotations

import re

_REFERENCE = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):(?P<opaque>[^/#][^#]*)(?:#[^#]*)?"
    r"|(?:[A-Za-z][A-Za-z0-9+.\-]*:(?=/))?(?://(?P<authority>[^/?#]*))?(?P<path>[^?#]*)(?P<rest>(?:\?[^#]*)?(?:#[^#]*)?)"
)
_ESCAPES = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")
_SERVER = re.compile(r"(?:[^\[\]@]*@)?\[(?P<address>[^\[\]%]*)(?:%[A-Za-z0-9._~\-]+)?\](?::[0-9]*)?")


def value(text: str) -> str | None:
    """The text, if it is a URI reference; else None."""
    return text if valid(text) else None


def valid(text: str) -> bool:
    """Whether the text is a URI reference, absolute or relative, with or without a fragment."""
    match = _REFERENCE.fullmatch(text)
    if match is None or not _ESCAPES.fullmatch(text):
        return False
    if match["opaque"]:
        return True
    before_path = text[: match.start("path")]
    if not before_path and ":" in match["path"].split("/")[0]:
        return False
    if match["authority"] is not None and not _authority(match["authority"], match["path"] + match["rest"]):
        return False
    return "[" not in match["path"] and "]" not in match["path"]


def _authority(authority: str, after: str) -> bool:
    """A host, with user and port; it may be empty only where something follows."""
    if not authority:
        return bool(after)
    if "[" not in authority and "]" not in authority:
        return True
    server = _SERVER.fullmatch(authority)
    if server is None:
        return False
    import ipaddress  # takes long to load, and hardly any address needs it

    try:
        ipaddress.IPv6Address(server["address"])
    except ValueError:
        return False
    return True
