"""Addresses on the web at the end of a citation, with the day on which somebody read them there."""

from __future__ import annotations

import re
from dataclasses import replace

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.layout import Segment
from teiedition.annotate.citations.words import Words
from teiedition.model import Mention

HINTS = ("//", "www.", "doi:", "DOI:")


def address(text: str, segment: Segment, words: Words) -> re.Match[str] | None:
    """The address in a segment, with what leads to it and with the day of access; None where it has none."""
    if not any(hint in text[segment.start : segment.end] for hint in HINTS):
        return None
    return words.address.search(text, segment.start, segment.end)


def with_address(text: str, citation: Citation, found: re.Match[str]) -> Citation:
    """A citation with the address that stands behind it."""
    if text[citation.end : found.start()].strip(" ,.:(") or citation.end > found.start():
        return citation
    url = found["url"]
    target = f"http://{url}" if url.startswith("www.") else url
    ref = Mention(*found.span("url"), "ref", {"target": target})
    return replace(citation, end=found.end(), children=(*citation.children, ref))
