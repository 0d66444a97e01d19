"""The arguments of a request: which there may be, which there must be, and what they may say."""

from __future__ import annotations

import re
from datetime import datetime

from teiedition.harvest.answer import Arguments
from teiedition.harvest.oai.fault import Fault

LIMIT = 2000
"""Characters in an argument."""

_LIST = ({"metadataPrefix"}, {"from", "until", "set"}, "resumptionToken")
ALLOWED: dict[str, tuple[set[str], set[str], str]] = {
    "Identify": (set(), set(), ""),
    "ListMetadataFormats": (set(), {"identifier"}, ""),
    "ListSets": (set(), set(), "resumptionToken"),
    "GetRecord": ({"identifier", "metadataPrefix"}, set(), ""),
    "ListIdentifiers": _LIST,
    "ListRecords": _LIST,
}
"""For each verb what it needs, what it takes besides, and what it takes alone (OAI-PMH, 4)."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def checked(given: Arguments) -> dict[str, str]:
    """The arguments by name, if they are what the verb takes. Raises Fault."""
    verb = _verb([value for name, value in given if name == "verb"])
    needed, optional, alone = ALLOWED[verb]
    found: dict[str, str] = {}
    for name, value in given:
        if name in found:
            raise Fault("badArgument", f"{name[:40]} is given more than once")
        if len(value) > LIMIT:
            raise Fault("badArgument", f"{name[:40]} is longer than {LIMIT} characters")
        found[name] = value
    others = set(found) - {"verb"}
    if strange := others - needed - optional - {alone}:
        raise Fault("badArgument", f"{verb} takes no {', '.join(sorted(name[:40] for name in strange))}")
    if alone and alone in others:
        if others - {alone}:
            raise Fault("badArgument", f"{alone} must be the only argument")
        return found
    if missing := needed - others:
        raise Fault("badArgument", f"{verb} needs {', '.join(sorted(missing))}")
    if empty := [name for name in others if not found[name]]:
        raise Fault("badArgument", f"{', '.join(sorted(empty))} is empty")
    _check_dates(found.get("from", ""), found.get("until", ""))
    return found


def _verb(values: list[str]) -> str:
    if not values:
        raise Fault("badVerb", "the request has no verb")
    if len(values) > 1:
        raise Fault("badVerb", "the request has more than one verb")
    if values[0] not in ALLOWED:
        raise Fault("badVerb", f"there is no such verb; there are {', '.join(ALLOWED)}")
    return values[0]


def _check_dates(start: str, end: str) -> None:
    for date in filter(None, (start, end)):
        form = "%Y-%m-%d" if _DAY.fullmatch(date) else "%Y-%m-%dT%H:%M:%SZ" if _SECOND.fullmatch(date) else ""
        try:
            datetime.strptime(date, form or "-")
        except ValueError:
            raise Fault(
                "badArgument",
                "from and until are a day, 2001-02-03, or a second of UTC, 2001-02-03T04:05:06Z",
            ) from None
    if start and end and len(start) != len(end):
        raise Fault("badArgument", "from and until must be of the same granularity")
    if start and end and start > end:
        raise Fault("badArgument", "from is later than until")


def first_second(date: str) -> str:
    """The datestamp from which `from` counts; nothing from nothing."""
    return f"{date}T00:00:00Z" if len(date) == len("2001-02-03") else date


def last_second(date: str) -> str:
    """The datestamp up to which `until` counts: a day counts whole."""
    return f"{date}T23:59:59Z" if len(date) == len("2001-02-03") else date
