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


KITCHEN = (
    "Peel the potatoes and the turnips, slice the onions, and fry them in butter with thyme and parsley. "
    "Add the stock, the cream, a glass of sherry, pepper and salt, and simmer for an hour. "
    "Beat the eggs with sugar and flour for the pudding, and bake it while the soup cools. "
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fold the Harriet Lumley under the Norwich sauce. Prince Leopold is a richer trifle.", []),
        ("Chicken Verona is easier than Black Forest gateau or a Lancashire hotpot.", []),
        ("Mrs. Lumley of Norwich told me so.", ["P:/Mrs./ Lumley"]),
        ("I had it in Norwich. Harriet Lumley said that nobody there puts in sage.", ["P:Harriet Lumley"]),
    ],
)
def test_dishes_are_no_persons_and_places(text: str, names: list[str]) -> None:
    found_here = found(f"<p>{KITCHEN}</p><p>{text}</p>")
    assert [name for name in found_here if name != "L:Norwich"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They sell Amazon vouchers and Java courses.", []),
        ("We sailed to Java. Java was green.", ["L:Java", "L:Java"]),
        ("A handbook of General Practice. The Major Repairs were done.", []),
        ("Fill the pot with Edmund Hartle No. 2 or with coarse sand.", []),
        ("He sat in the Front Row and lived in Cutler Row.", ["L:Cutler Row"]),
    ],
)
def test_a_name_of_something_else_is_told_from_a_place_or_person(text: str, names: list[str]) -> None:
    assert found(f"<p>{text}</p>") == names


def test_words_of_another_language_are_no_persons_where_none_of_them_does_anything() -> None:
    ranks = ("General", "Colonel", "Captain", "Major")
    officers = (
        "Brandt",
        "Ames",
        "Vale",
        "Tilney",
        "Orrin",
        "Hask",
        "Pell",
        "Sarto",
        "Tross",
        "Fenwick",
        "Marsch",
        "Lund",
    )
    held = ", ".join(f"{ranks[number % 4]} {name}" for number, name in enumerate(officers))
    text = (
        f"The fort was held by {held} in turn. Buy a ticket with Tranvelo at the kiosk, drink a cup of "
        "Mazagra with it, and try the grilled Bacalhinho, Rissoletta, or a plate of Quejadinha. One says "
        "Grazimil to the waiter, and Prontimo to the cook. Drink Vindolino, Farofelo or Lanternaz."
    )
    assert len(found(f"<p>{text}</p>")) == len(officers)


@pytest.mark.parametrize(
    "text",
    [
        "“Not today,” said Tamsel. The rest of them went home.",
        "“The gate,” Tamsel said, “is shut.” The rest of them went home.",
        "Tamsel said no. The others had gone. In the morning Tamsel nodded. They all looked at Tamsel.",
    ],
)
def test_who_speaks_is_a_person(text: str) -> None:
    assert set(found(f"<p>{text}</p>")) == {"P:Tamsel"}


@pytest.mark.parametrize(
    "text",
    [
        "In Tolland v Brisk the court refused to say so; in Selkar v. Peter Ollen it did.",
        "The First Violin waits, and the Cello has the tune. The First Violin himself was late.",
        "It can be excluded only so far as Reasonable.",
        "The songs are Bohemian, and Gallic airs are few.",
    ],
)
def test_cases_and_instruments_are_no_names(text: str) -> None:
    assert found(f"<p>{text}</p>") == []


def test_those_whom_everybody_knows_are_found() -> None:
    assert found("<p>It was Haydn who taught Beethoven.</p>") == ["P:Haydn", "P:Beethoven"]


def test_what_has_an_article_is_not_in_a_row_with_persons() -> None:
    assert found("<p>He played the Rosalunde; Haydn and Beethoven listened.</p>") == [
        "P:Haydn",
        "P:Beethoven",
    ]
