"""The catalog leads to the schema, and nobody's settings are overwritten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from teiedition.cli import main
from teiedition.odd import xml_editors

from .conftest import MODULES, RELEASE, Write

C = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"


@pytest.fixture
def grammar(tmp_path: Path) -> Path:
    """A grammar and its rules, named with a space, in the schema folder of an edition."""
    folder = tmp_path / "my edition/schema"
    folder.mkdir(parents=True)
    (folder / "my letters.sch").write_text("<schema/>")
    path = folder / "my letters.rng"
    path.write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>')
    return path


def test_the_namespace_of_the_tei_leads_to_the_grammar(grammar: Path) -> None:
    xml_editors.write(grammar, grammar.parents[1])
    program = "import sys; from lxml import etree; print(etree.parse(sys.argv[1]).getroot().tag)"
    said = subprocess.run(
        [sys.executable, "-c", program, "http://www.tei-c.org/ns/1.0"],
        env=os.environ | {"XML_CATALOG_FILES": grammar.with_name("catalog.xml").as_uri()},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "{http://relaxng.org/ns/structure/1.0}grammar"


def test_every_file_is_found_by_its_name_at_any_address(grammar: Path) -> None:
    xml_editors.write(grammar, grammar.parents[1])
    entries = etree.parse(grammar.with_name("catalog.xml")).getroot().findall(f"{C}uriSuffix")
    assert {entry.get("uriSuffix"): entry.get("uri") for entry in entries} == {
        "/my%20letters.rng": "my%20letters.rng",
        "/my%20letters.sch": "my%20letters.sch",
    }


def test_vs_code_is_told_where_the_catalog_is(grammar: Path) -> None:
    edition = grammar.parents[1]
    xml_editors.write(grammar, edition)
    (catalog,) = json.loads((edition / ".vscode/settings.json").read_text())["xml.catalogs"]
    assert (edition / catalog).samefile(grammar.with_name("catalog.xml"))


def test_what_is_there_stays_and_its_want_is_told(grammar: Path) -> None:
    edition = grammar.parents[1]
    settings = edition / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.wordWrap": "on"}')
    written, kept = xml_editors.write(grammar, edition)
    assert settings.read_text() == '{"editor.wordWrap": "on"}' and settings not in written
    assert (
        len(kept) == 1 and "settings.json" in kept[0] and '"xml.catalogs": ["schema/catalog.xml"]' in kept[0]
    )


def test_a_second_time_nothing_is_written_and_nothing_told(grammar: Path) -> None:
    written, _ = xml_editors.write(grammar, grammar.parents[1])
    assert len(written) == 3
    assert xml_editors.write(grammar, grammar.parents[1]) == ([], [])


@pytest.mark.parametrize("place", ["edition.toml", None])
def test_compile_puts_the_settings_into_the_edition(odd: Write, tmp_path: Path, place: str | None) -> None:
    edition = tmp_path / "edition"
    out = edition / "parts/schema"
    out.mkdir(parents=True)
    if place:
        (edition / place).write_text("")
    command = ["schema", "compile", str(odd(MODULES)), "--tei", str(RELEASE), "--out", str(out)]
    assert CliRunner().invoke(main, command).exit_code == 0
    root = edition if place else edition / "parts"
    (catalog,) = json.loads((root / ".vscode/settings.json").read_text())["xml.catalogs"]
    assert (root / catalog).samefile(out / "catalog.xml")
