"""The rules of the project's schema: for each, a document that keeps it and one that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from .rules import broken

FILE = Path(__file__).with_name("rules.xml")
CASES = list(etree.parse(FILE, etree.XMLParser(collect_ids=False)).getroot())


@pytest.fixture(scope="module")
def schematron(root: Path) -> bytes:
    """The rules as committed."""
    return (root / "schema/teiedition.sch").read_bytes()


def documents(kind: str) -> list[tuple[str, str]]:
    """Rule and document of each case of a kind."""
    found = [(case.get("rule", ""), child) for case in CASES for child in case if child.get("is") == kind]
    return [(rule, etree.tostring(child[0], encoding="unicode")) for rule, child in found]


@pytest.mark.parametrize(("rule", "document"), documents("sound"))
def test_a_sound_document_keeps_the_rule(rule: str, document: str, schematron: bytes) -> None:
    assert rule not in broken(schematron, document)


@pytest.mark.parametrize(("rule", "document"), documents("faulty"))
def test_a_faulty_document_breaks_the_rule(rule: str, document: str, schematron: bytes) -> None:
    assert rule in broken(schematron, document)


def test_every_rule_is_tested(schematron: bytes) -> None:
    patterns = etree.fromstring(schematron).iter("{http://purl.oclc.org/dsdl/schematron}pattern")
    faulty = {rule for rule, _ in documents("faulty")}
    sound = {rule for rule, _ in documents("sound")}
    assert {pattern.get("id") for pattern in patterns} == faulty == sound
