"""The command line: what it says, where it says it, and with which exit code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition import document, write_edition
from teiedition.cli import main

Invoke = Callable[..., Result]
COMMANDS = {
    "encode",
    "annotate",
    "review",
    "validate",
    "collate",
    "schema",
    "build",
    "serve",
    "package",
    "new",
    "doctor",
}


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def one_message(result: Result, code: int, *words: str) -> None:
    """The command ended with `code` and one clear message: no traceback, the words in it, a remedy."""
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr, result.stderr
    assert "→" in result.stderr


def test_help_names_every_command(invoke: Invoke) -> None:
    listed = re.findall(r"^  (\w+)  ", invoke("--help").stdout.split("Commands:")[1], re.M)
    assert set(listed) == COMMANDS


@pytest.mark.parametrize("command", sorted(COMMANDS - {"schema"}) + ["schema compile"])
def test_every_command_shows_an_example(invoke: Invoke, command: str) -> None:
    result = invoke(*command.split(), "--help")
    assert result.exit_code == 0 and "Example" in result.stdout and f"teiedition {command}" in result.stdout


def test_a_missing_source_is_named(invoke: Invoke) -> None:
    one_message(invoke("encode", "nowhere.txt", "--out", "tei"), 1, "nowhere.txt", "no such file")


def test_an_empty_source_is_named(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    one_message(invoke("encode", "empty.txt", "--out", "tei"), 1, "empty.txt", "empty")


def test_a_binary_source_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 20)
    one_message(invoke("encode", "photo.txt", "--out", "tei"), 1, "photo.txt")


@pytest.mark.parametrize("folder", [".", "schema"])
def test_what_is_encoded_names_the_grammar_and_the_rules_that_editing_programs_are_to_ask(
    invoke: Invoke, tmp_path: Path, folder: str
) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "teiedition.rng").write_text("<grammar/>")
    (tmp_path / "mole.txt").write_text("Report on the Mole\n\n4 May 1907\n\nThe mole is sound.\n")
    assert invoke("encode", "mole.txt", "--out", "tei").exit_code == 0
    (path,) = (tmp_path / "tei").glob("*.xml")
    named = re.findall(r'<\?xml-model href="([^"]+)"', path.read_text())
    place = "../schema/" if folder == "schema" else ""
    assert named == [f"{place}teiedition.rng", f"{place}teiedition.sch"]
    assert folder == "schema" or all((path.parent / name).exists() for name in named)


def test_a_format_that_is_not_read_is_refused_by_name(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "slides.pptx").write_bytes(b"PK")
    one_message(invoke("encode", "slides.pptx", "--out", "tei"), 1, "slides.pptx", ".docx")


def test_one_bad_source_does_not_stop_the_others(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "letter.txt").write_text(
        "Ostend, 3 March 1911\n\nDear Sir,\n\nThe dredger has come.\n\nYours,\n\nA. Maas\n"
    )
    result = invoke("encode", "empty.txt", "letter.txt", "--out", "tei", "--plain")
    one_message(result, 1, "empty.txt")
    assert len(list((tmp_path / "tei").glob("*.xml"))) == 1


def test_malformed_tei_is_named_with_its_line(invoke: Invoke, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition")
    (edition / "tei" / "bad.xml").write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'>\n<text>\n</TEI>")
    one_message(invoke("build", "--edition", edition), 1, "bad.xml:3", "not well-formed")
    one_message(invoke("annotate", edition / "tei" / "bad.xml"), 1, "bad.xml:3", "not well-formed")
    result = invoke("validate", edition / "tei" / "bad.xml")
    assert result.exit_code == 1 and "bad.xml:3" in result.stdout


def test_a_file_that_is_not_tei_is_named(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "page.xml").write_text("<html/>")
    one_message(invoke("build", "--tei", "tei", "--out", "out"), 1, "page.xml", "not TEI")


def test_an_unknown_reference_is_named_with_its_line(invoke: Invoke, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition")
    body = '<p>To <persName ref="#nobody">Nobody</persName>.</p>'
    path = edition / "tei" / "1954-01-01-letter.xml"
    path.write_text(document(path.stem, "Letter", "1954-01-01", body))
    result = invoke("validate", edition / "tei", "--authority", edition / "tei/authority")
    assert result.exit_code == 1
    assert re.search(r"1954-01-01-letter\.xml:16:.*#nobody", result.stdout)


def test_xml_from_outside_reaches_no_file(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("plugh-xyzzy-plugh")
    (tmp_path / "tei").mkdir()
    entity = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    text = document("a", "A letter", "1950-01-01", "<p>It says: &x;.</p>").replace("?>", f"?>{entity}", 1)
    (tmp_path / "tei" / "a.xml").write_text(text)
    invoke("build", "--tei", "tei", "--out", "out")
    made = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"plugh-xyzzy" not in made


def test_wrong_settings_are_all_named_at_once(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('tittle = "x"\neditors = "one"\noutputs = ["stone"]\n')
    one_message(invoke("build"), 1, "edition.toml", "'tittle'", "'editors'", "stone")


def test_an_output_that_does_not_exist_is_wrong_use(invoke: Invoke) -> None:
    one_message(invoke("build", "--only", "stone"), 2, "stone", "site")


def test_build_reports_in_json_on_standard_output(invoke: Invoke, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition")
    report = json.loads(invoke("build", "--edition", edition, "--json").stdout)
    assert report["documents"] == 3 and "site/index.html" in report["made"] and not report["problems"]


def test_a_folder_with_nothing_but_tei_is_published(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "letter.xml").write_text(document("letter", "A letter", "1950-01-01", "<p>Hello.</p>"))
    assert invoke("build").exit_code == 0
    assert (tmp_path / "build/site/letter.html").exists()


def test_a_new_edition_builds_at_once(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert invoke("new", "letters").exit_code == 0
    monkeypatch.chdir(tmp_path / "letters")
    assert invoke("build").exit_code == 0
    assert "A new edition" in (tmp_path / "letters/build/site/index.html").read_text()
    assert invoke("validate").exit_code == 0


def test_new_does_not_touch_a_folder_with_something_in_it(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/a.txt").write_text("mine")
    one_message(invoke("new", "letters"), 1, "not empty")


def test_doctor_finds_everything_here(invoke: Invoke) -> None:
    result = invoke("doctor")
    assert result.exit_code == 0 and "ok" in result.stderr


def test_encoding_again_keeps_what_the_editor_changed(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(
        "Ostend, 3 March 1911\n\nDear Sir,\n\nThe dredger has come.\n\nYours,\n\nA. Maas\n"
    )
    assert invoke("encode", "letter.txt", "--out", "tei").exit_code == 0
    (path,) = (tmp_path / "tei").glob("*.xml")
    first = path.read_text()
    assert invoke("encode", "letter.txt", "--out", "tei").exit_code == 0
    assert path.read_text() == first
    path.write_text(first.replace("dredger", "<hi>dredger</hi>"))
    result = invoke("encode", "letter.txt", "--out", "tei")
    assert "<hi>dredger</hi>" in path.read_text() and "kept" in result.stderr
