"""`encode` and `annotate` with several processes: the same bytes, words, reports, exit codes as with one."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from teiedition.cli import main

AUTHORITY = "id,kind,name,variants\nann-orr,person,Ann Orr,Orr\nselby,place,Selby,\n"
LETTERS = {
    "one": "Letter to Ann Orr, 3 May 1901\n\nThe ferryman Rado Belimov brought 12 tons of coal to Selby.\n",
    "two": "Report on the Weir, 4 May 1901\n\nCaptain Brisk saw Belimov at the weir on 2 May. Orr was ill.\n",
    "three": "Report on the Weir, 4 May 1901\n\nMr. R. Belimov left; see the Report on the Weir.\n",
    "four": "Minutes, 5 May 1901\n\nAnn Orr: We need 200 crowns.\n\nTom Weir: Ask the Bureau of Sluices.\n",
}
BAD = {"five.txt": b"\xff\xfe\x00\xd8\x00", "six.docx": b"no archive"}
WAYS = {"as many as fit": [], "two": ["--jobs", "2"], "four": ["--jobs", "4"]}


def edition(folder: Path) -> Path:
    """A folder with sources, two of which can't be read, and an authority file."""
    sources = folder / "sources"
    (folder / "authority").mkdir(parents=True)
    sources.mkdir()
    (folder / "authority" / "people.csv").write_text(AUTHORITY, encoding="utf-8")
    for name, text in LETTERS.items():
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, data in BAD.items():
        (sources / name).write_bytes(data)
    return folder


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[Result, dict[str, bytes]]:
    """What a command said in an edition's folder, and what is in the folder then."""
    monkeypatch.chdir(edition(folder) if not folder.exists() else folder)
    result = CliRunner().invoke(main, list(words))
    files = (path for path in folder.rglob("*") if path.is_file())
    return result, {str(path.relative_to(folder)): path.read_bytes() for path in files}


def same(one: tuple[Result, dict[str, bytes]], other: tuple[Result, dict[str, bytes]]) -> None:
    said = [(result.exit_code, result.stdout, result.stderr) for result, _ in (one, other)]
    assert said[0] == said[1]
    assert one[1] == other[1]


@pytest.mark.parametrize("way", [*WAYS, "two, started afresh"])
def test_encoding_is_the_same_with_any_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    way, _, afresh = way.partition(", ")
    if afresh:
        monkeypatch.setitem(sys.modules, "saxonche", ModuleType("saxonche"))  # which can't be forked
    command = ["encode", "sources", "--authority", "authority", "--out", "tei", "--json", "-v"]
    alone = run(tmp_path / "alone" / "mill", monkeypatch, *command, "--jobs", "1")
    assert alone[0].exit_code == 1 and "five.txt" in alone[0].stderr and "six.docx" in alone[0].stderr
    assert {"tei/.encoded.json", "tei/authority/candidates/persons.xml"} < set(alone[1])
    same(alone, run(tmp_path / "shared" / "mill", monkeypatch, *command, *WAYS[way]))


@pytest.mark.parametrize("asked", [[], ["--explain", "Belimov"]], ids=["", "explained"])
@pytest.mark.parametrize("way", WAYS)
def test_annotating_is_the_same_with_any_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, asked: list[str]
) -> None:
    made = []
    for folder, words in (("alone", ["--jobs", "1"]), ("shared", WAYS[way])):
        home = tmp_path / folder / "mill"
        run(home, monkeypatch, "encode", "sources", "--plain", "--out", "tei")
        (home / "tei" / "broken.xml").write_text("<TEI><text>", encoding="utf-8")
        command = ["annotate", "tei", "--authority", "authority", "--json", *asked]
        made.append(run(home, monkeypatch, *command, *words))
    result, files = made[0]
    assert "broken.xml" in result.stderr and "Belimov" in result.stdout + str(files)
    same(*made)
