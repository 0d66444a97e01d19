"""Reports: the same problems for people, programs, build servers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from teiedition.model import Problem
from teiedition.validate import FORMATS, render

LINE = '  <p>Was seen by the <persNme ref="#warden">Warden</persNme>.</p>'


@pytest.fixture
def problems(tmp_path: Path) -> list[Problem]:
    """An error with a place, and a warning of a whole file."""
    path = tmp_path / "a: 100%.xml"
    path.write_text(f"<TEI>\n{LINE}\n</TEI>")
    return [
        Problem(
            path, 2, 22, "grammar/unknown-element", "persNme is not an element of this schema",
            remedy="Did you mean persName?", subject="persNme", allowed=("persName", "person"),
        ),
        Problem(path, 0, 0, "fidelity", "words are missing", "warning"),
    ]  # fmt: skip


def test_text_points_at_the_guilty_word(problems: list[Problem]) -> None:
    first, second = render(problems, colour=False).split("\n\n")
    assert first.splitlines() == [
        f"{problems[0].file}:2:22: error: persNme is not an element of this schema [grammar/unknown-element]",
        f"    2 | {LINE.strip()}",
        "      | " + " " * 19 + "^^^^^^^^",
        "  → Did you mean persName?",
        "  allowed: persName, person",
    ]
    assert second == f"{problems[1].file}: warning: words are missing [fidelity]\n"


def test_colour_is_for_terminals(problems: list[Problem], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[31m" in render(problems, colour=True)
    assert "\x1b" not in render(problems)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b" in render(problems)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in render(problems)


def test_long_lines_are_cut_around_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("x" * 500 + "<here/>" + "y" * 500)
    lines = render([Problem(path, 1, 501, "r", "m", subject="here")], colour=False).splitlines()
    shown, carets = lines[1], lines[2]
    assert len(shown) < 120
    assert shown[carets.index("^") :].startswith("<here/>")


def test_json_has_everything(problems: list[Problem]) -> None:
    report = json.loads(render(problems, "json"))
    assert report["counts"] == {"error": 1, "warning": 1, "info": 0}
    assert report["problems"][0] | {"file": ""} == {
        "file": "", "line": 2, "column": 22, "rule": "grammar/unknown-element", "severity": "error",
        "message": "persNme is not an element of this schema", "remedy": "Did you mean persName?",
        "subject": "persNme", "allowed": ["persName", "person"], "excerpt": LINE.strip(),
    }  # fmt: skip


def test_sarif_names_rule_level_and_region(problems: list[Problem]) -> None:
    log = json.loads(render(problems, "sarif"))
    [run] = log["runs"]
    first, second = run["results"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "grammar/unknown-element"
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].endswith("/a%3A%20100%25.xml")
    assert (location["region"]["startLine"], location["region"]["startColumn"]) == (2, 22)
    assert (first["level"], second["level"]) == ("error", "warning")
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_junit_fails_for_errors_only(problems: list[Problem]) -> None:
    suite = etree.fromstring(render(problems, "junit").encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert suite.find("testcase/failure").get("message") == "persNme is not an element of this schema"
    assert etree.fromstring(render([], "junit").encode())[0].get("tests") == "1"


def test_github_commands_are_escaped(problems: list[Problem]) -> None:
    first, second = render(problems, "github").splitlines()
    assert first.startswith("::error file=") and first.endswith(
        "a%3A 100%25.xml,line=2,col=22,title=grammar/unknown-element::"
        "persNme is not an element of this schema%0A→ Did you mean persName?"
    )
    assert second.startswith("::warning file=") and second.endswith(",title=fidelity::words are missing")


@pytest.mark.parametrize("name", FORMATS)
def test_no_problem_is_a_report_too(name: str) -> None:
    assert isinstance(render([], name), str)
