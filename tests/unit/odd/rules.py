"""A small Schematron engine for tests: what the rules of a schema say of a document.

It turns what `teiedition.odd.schematron` writes (patterns, rules, lets, asserts, reports, value-of) into
an XSLT stylesheet, one mode for each pattern, so that rules are tested apart from the program's own engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from teiedition import saxon

SCH = "{http://purl.oclc.org/dsdl/schematron}"
_STYLESHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" {namespaces}>
<xsl:output method="text"/>{keys}
<xsl:template match="/">{calls}</xsl:template>{templates}</xsl:stylesheet>"""


def broken(schematron: bytes, document: str) -> list[str]:
    """The ids of the patterns whose rules the document breaks, each as often as it is broken."""
    return [line.partition("\t")[0] for line in messages(schematron, document)]


def messages(schematron: bytes, document: str) -> list[str]:
    """Pattern id and message, a tab between, of all that the rules say of a document."""
    found = _stylesheet(schematron).run(document, Path("document.xml")).text
    return found.splitlines()


@cache
def _stylesheet(schematron: bytes) -> saxon.Stylesheet:
    schema = etree.fromstring(schematron)
    patterns = list(schema.iter(f"{SCH}pattern"))
    names = [pattern.get("id") for pattern in patterns]
    prefixes = [f"xmlns:{ns.get('prefix')}={quoteattr(ns.get('uri'))}" for ns in schema.iter(f"{SCH}ns")]
    keys = [etree.tostring(key, encoding="unicode") for key in schema.iterchildren("{*}key")]
    modes = [f'<xsl:mode name="{name}" on-no-match="shallow-skip"/>' for name in names]
    text = _STYLESHEET.format(
        namespaces=" ".join(prefixes),
        keys="".join([*keys, *modes]),
        calls="".join(f'<xsl:apply-templates mode="{name}"/>' for name in names),
        templates="".join(line for pattern in patterns for line in _templates(pattern)),
    )
    path = Path(mkdtemp()) / "rules.xsl"
    path.write_text(text, encoding="utf-8")
    return saxon.stylesheet(path)


def _templates(pattern: Any) -> Iterator[str]:
    """Rules as templates: in a pattern only the first rule that fits a node is asked of it."""
    name = pattern.get("id")
    for place, rule in enumerate(pattern.iter(f"{SCH}rule")):
        yield f'<xsl:template match={quoteattr(rule.get("context"))} mode="{name}" priority="{1000 - place}">'
        yield from (_asked(item, name) for item in rule)
        yield f'<xsl:apply-templates select="@* | node()" mode="{name}"/></xsl:template>'


def _asked(item: Any, name: str) -> str:
    if item.tag == f"{SCH}let":
        return f"<xsl:variable name={quoteattr(item.get('name'))} select={quoteattr(item.get('value'))}/>"
    test = item.get("test") if item.tag == f"{SCH}report" else f"not({item.get('test')})"
    said = escape(item.text or "")
    for part in item:
        said += f"<xsl:value-of select={quoteattr(part.get('select', 'name()'))}/>{escape(part.tail or '')}"
    return (
        f'<xsl:if test={quoteattr(test)}>{name}<xsl:text>&#9;</xsl:text><xsl:variable name="said">{said}'
        '</xsl:variable><xsl:value-of select="normalize-space($said)"/><xsl:text>&#10;</xsl:text></xsl:if>'
    )
