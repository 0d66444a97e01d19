"""Resumption tokens: all that a list needs to go on, so that no server remembers anything.

A list goes by the documents' identifiers, and the token holds the last one given. Whatever a build adds,
changes or deletes meanwhile, what is left of the list are the documents after that one: none comes
twice, and none that was there all the time is left out. A change behind the reader has a datestamp
after the beginning of the harvest, and comes with the next.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta

from teiedition.harvest.oai.fault import Fault

LIFETIME = timedelta(days=7)
_BAD = "the token is damaged, of another repository, or of another verb; begin the list again"


@dataclass(frozen=True, slots=True)
class Token:
    """Where a list stands: the last item given, how many there were before, how many there are in all.

    `issued`: seconds since 1970.
    """

    verb: str
    prefix: str
    start: str
    end: str
    set: str
    after: str
    cursor: int
    size: int
    issued: int

    def text(self, host: str) -> str:
        """The token as it stands in an answer of the repository `host`."""
        payload = json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":")).encode()
        check = zlib.crc32(payload + host.encode()).to_bytes(4, "big")
        return base64.urlsafe_b64encode(check + payload).decode().rstrip("=")

    @property
    def expires(self) -> datetime:
        """When the token is no longer taken."""
        return datetime.fromtimestamp(self.issued, UTC) + LIFETIME


def parsed(text: str, verb: str, host: str, now: datetime) -> Token:
    """The token that `Token.text` wrote. Raises Fault."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        check, payload = data[:4], data[4:]
        if zlib.crc32(payload + host.encode()).to_bytes(4, "big") != check:
            raise Fault("badResumptionToken", _BAD)
        token = Token(*json.loads(payload))
        expires = token.expires
    except (binascii.Error, ValueError, TypeError, OverflowError, OSError):
        raise Fault("badResumptionToken", _BAD) from None
    if token.verb != verb:
        raise Fault("badResumptionToken", _BAD)
    if now >= expires:
        raise Fault("badResumptionToken", "the token has expired; begin the list again")
    return token
