"""Grammars in a few words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from teiedition.validate.relaxng import Grammar

XMLNS = (
    'xmlns="http://relaxng.org/ns/structure/1.0" '
    'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" xmlns:x="urn:x"'
)

MakeGrammar = Callable[[str], Grammar]


@pytest.fixture
def grammar(tmp_path: Path) -> MakeGrammar:
    """A grammar of the XML of its root element, into which the namespaces are put."""

    def make(xml: str) -> Grammar:
        path = tmp_path / "grammar.rng"
        head, space, rest = xml.partition(" ") if " " in xml.partition(">")[0] else xml.partition(">")
        path.write_text(f"{head} {XMLNS}{space}{rest}")
        return Grammar(path)

    return make
