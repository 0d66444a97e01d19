"""What the tests of the ODD processor share: a miniature release, and ODDs that customise it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from teiedition.odd import Compiled, compile_odd

RELEASE = Path(__file__).with_name("release.xml")
MODULES = '<moduleRef key="tei"/><moduleRef key="core"/><moduleRef key="textstructure"/>'
_ODD = """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:rng="http://relaxng.org/ns/structure/1.0"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xi="http://www.w3.org/2001/XInclude">
<text><body>{outside}<schemaSpec ident="test" {attributes}>{parts}</schemaSpec></body></text></TEI>
"""

Write = Callable[..., Path]
Compile = Callable[..., Compiled]


@pytest.fixture
def odd(tmp_path: Path) -> Write:
    """Writes an ODD: `odd(parts, outside="", attributes="", name="test.odd")` → its path."""

    def write(parts: str, outside: str = "", attributes: str = "", name: str = "test.odd") -> Path:
        path = tmp_path / name
        path.write_text(_ODD.format(parts=parts, outside=outside, attributes=attributes), encoding="utf-8")
        return path

    return write


@pytest.fixture
def compiled(odd: Write) -> Compile:
    """Compiles an ODD that has all modules of the miniature release but `extra`, and what is given."""

    def compile_(parts: str, outside: str = "", attributes: str = "") -> Compiled:
        return compile_odd(odd(MODULES + parts, outside, attributes), RELEASE)

    return compile_


DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><body>{}</body></TEI>'


def accepts(grammar: bytes, body: str) -> bool:
    """Whether a grammar accepts a document with that content of `body`."""
    return accepts_document(grammar, DOCUMENT.format(body))


def accepts_document(grammar: bytes, document: str) -> bool:
    """Whether a grammar accepts a document."""
    schema = etree.RelaxNG(etree.fromstring(grammar))
    return bool(schema.validate(etree.fromstring(document)))
