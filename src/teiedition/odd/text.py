"""Text as it stands in an XML document. Names and values come back often, so each is worked out once."""

from __future__ import annotations

from functools import cache
from xml.sax import saxutils


@cache
def quoteattr(value: str) -> str:
    """A value in quotation marks, fit for an attribute."""
    return saxutils.quoteattr(value)


@cache
def escape(value: str) -> str:
    """Text fit for the content of an element."""
    return saxutils.escape(value)
