"""On prose of other fields, with an authority of its own or none, next to nothing is taken for a name."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from names_of import authority, found

PROSE = Path(__file__).with_name("prose")
NAMED = {
    "novel": ["Mallow", "Harriet", "Edwin", "Thistlewood", "Gantry", "London", "Pennyfold", "Gallows Lane"],
    "technical": [],
    "chess": [],
    "cook": [],
    "music": [],
}


@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize("known", [True, False])
def test_fewer_than_one_false_name_in_300_words(tmp_path: Path, kind: str, known: bool) -> None:
    text = (PROSE / f"{kind}.txt").read_text(encoding="utf-8")
    body = "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines())
    names = found(body, authority(tmp_path) if known else None)
    false = [name for name in names if not any(true in name for true in NAMED[kind])]
    assert len(false) < len(text.split()) / 300, false


def test_the_persons_of_a_novel_are_found() -> None:
    text = (PROSE / "novel.txt").read_text(encoding="utf-8")
    names = set(found("".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines())))
    assert {"P:Harriet Mallow", "P:Harriet", "P:Edwin", "P:/Mr./ Thistlewood", "P:/Mrs./ Gantry"} <= names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fry the Onion in Butter, then in Milk, and serve it with Vinegar.", []),
        ("Rook takes Knight, Pawn to Queen Bishop four, and White resigned after Knight to King two.", []),
        ("Bold: Ctrl+B. Italic: Ctrl+I. Group: Ctrl+G. Screen said No.", []),
        ("Captain Miller and Consul Blunt dined with Mr. Rook and Mark Stone.",
         ["P:/Captain/ Miller", "P:/Consul/ Blunt", "P:/Mr./ Rook", "P:Mark Stone"]),
        ("Dorvalin is taken with Food. Dorvalin may be stopped at any time. Dorvalin is white.", []),
    ],
)  # fmt: skip
def test_an_ordinary_word_with_a_capital_is_no_name_by_itself(text: str, names: list[str]) -> None:
    assert found(f"<p>{text}</p>") == names


def test_what_there_are_several_of_is_no_name() -> None:
    text = (
        "A Tessel is given to every Tessel in the list. Then Tessel said to another Tessel that it was full."
    )
    assert found(f"<p>{text} Tessel told Tessel.</p>") == []
