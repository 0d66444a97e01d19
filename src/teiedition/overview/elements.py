"""Elements of the catalogue's vocabulary that several parts of the overview write, and years of dates."""

from __future__ import annotations

import re

from lxml import etree

from teiedition.catalogue import C, name
from teiedition.tree import Element

_YEAR = re.compile(r"-?\d{4,}")
_DATING = ("when", "from", "notBefore", "to", "notAfter")


def element(local: str, **attributes: str) -> Element:
    """An element with those of the attributes that are not empty."""
    return etree.Element(
        name(local), {key: value for key, value in attributes.items() if value}, nsmap={"c": C}
    )


def year(dated: Element) -> int | None:
    """The year that TEI's dating attributes give, the earliest of a range; None without one."""
    for attribute in _DATING:
        if found := _YEAR.match(dated.get(attribute, "")):
            return int(found[0])
    return None


def place(record: Element, passage: Element | None = None) -> dict[str, str]:
    """The attributes that lead to a document, or to the paragraph of it in which a passage is."""
    facts = {key: record.get(key, "") for key in ("id", "title")}
    where = {key: passage.get(key, "") for key in ("at", "part")} if passage is not None else {}
    return {**facts, "date": record.get("when", ""), **where}
