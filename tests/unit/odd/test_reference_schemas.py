"""TEI's own customisations: our grammars accept what those accept that TEI's stylesheets make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teiedition.odd import grammar as build
from teiedition.odd import relaxng, schematron
from teiedition.odd.customise import customise

from .languages import Grammar, differences

NAMES = (
    "isofs", "tei_all", "tei_allPlus", "tei_bare", "tei_basic", "tei_corpus", "tei_customization", "tei_docs",
    "tei_drama", "tei_enrich", "tei_its", "tei_jtei", "tei_lite", "tei_lite_fr", "tei_math", "tei_minimal",
    "tei_ms", "tei_odds", "tei_simplePrint", "tei_speech", "tei_svg", "tei_tite", "tei_xinclude",
)  # fmt: skip

KNOWN = {
    # The ODD's anyElement has @except, which TEI's stylesheets leave unread.
    "tei_customization": {
        "only one has any but http://www.tei-c.org/ns/1.0#",
        "{http://www.tei-c.org/ns/Examples}egXML with any but http://www.tei-c.org/ns/1.0#",
    },
    # A macro of all elements: TEI's stylesheets leave out those that nothing else names.
    "tei_xinclude": {
        "only one has {http://www.tei-c.org/ns/1.0}handNote",
        "only one has {http://www.tei-c.org/ns/1.0}scriptNote",
        "{http://www.w3.org/2001/XInclude}fallback with {http://www.tei-c.org/ns/1.0}handNote",
    },
}
"""Differences that are meant."""


def built(name: str, shared: Path) -> build.Grammar:
    """What one of TEI's customisations specifies."""
    return build.build(customise(shared / "tei/reference" / f"{name}.odd", shared / "tei/p5subset.xml"))


@pytest.mark.parametrize("name", NAMES)
def test_accepts_the_same_documents(name: str, shared: Path) -> None:
    theirs = Grammar(shared / "tei/reference" / f"{name}.rng")
    found = set(differences(theirs, Grammar(relaxng.write(built(name, shared)))))
    assert found == KNOWN.get(name, set())


@pytest.mark.parametrize("name", ["tei_bare", "tei_lite", "tei_ms", "tei_simplePrint"])
def test_asks_the_same_rules(name: str, shared: Path) -> None:
    theirs = rules((shared / "tei/reference" / f"{name}.isosch").read_bytes())
    assert theirs <= rules(schematron.write(built(name, shared)))


def rules(document: bytes) -> set[tuple[str, str]]:
    """Context and test of each assertion, white space folded."""
    sch = "{http://purl.oclc.org/dsdl/schematron}"
    return {
        (" ".join(rule.get("context", "").split()), " ".join(item.get("test", "").split()))
        for rule in etree.fromstring(document).iter(f"{sch}rule")
        for item in rule.iter(f"{sch}assert", f"{sch}report")
    }


@pytest.mark.parametrize("name", ["tei_lite", "tei_corpus", "tei_enrich", "tei_speech"])
def test_libxml2_takes_the_grammar(name: str, shared: Path) -> None:
    etree.RelaxNG(etree.fromstring(relaxng.write(built(name, shared))))
