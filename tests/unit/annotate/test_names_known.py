"""Names that the authority files have: in which spellings they are known, and where they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import authority, found

from teiedition.authority import Authority, load


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Ann Orr.", ["P:Ann Orr#ann-orr"]),
        ("We met ANN ORR.", ["P:ANN ORR#ann-orr"]),
        ("We met Änn Órr.", ["P:Änn Órr#ann-orr"]),
        ("We met Ri Ju-bel and RI JU BEL.", ["P:Ri Ju-bel#ri-ju-bel", "P:RI JU BEL#ri-ju-bel"]),
        ("Ri Jubel’s harbour", ["P:Ri Jubel#ri-ju-bel"]),
        ("Ri\n   Ju Bel", ["P:Ri Ju Bel#ri-ju-bel"]),
        ("Ri Ju-behl [Ri Ju Bel] spoke.", ["P:Ri Ju-behl [Ri Ju Bel]#ri-ju-bel"]),
        (
            "Ri Ju-behl <supplied>Ri Ju Bel</supplied> spoke.",
            ["P:Ri Ju-behl Ri Ju Bel#ri-ju-bel"],
        ),
        ("We met Leo Vance.", ["P:Leo Vance#leo-vance"]),
        ("We met Moritz Hale.", ["P:Moritz Hale#moritz-hale"]),
        ("Selbyshire and the Norlanders; Annorr", []),
        ("the ann orr of old", []),
        ("He studied at Ann Orr University.", ["O:Ann Orr University#orr-university"]),
        (
            "The Harbour Board of Norland (HBN) met.",
            ["O:Harbour Board of Norland (HBN)#norland-harbour-board"],
        ),
        ("A Harbour Board of Norland Delegation came.", ["L:Norland#norland"]),
        ("Norland’s ships; NRL ships; nrl ships", ["L:Norland#norland", "L:NRL#norland"]),
        ("The Selby-Norland line", ["L:Selby#selby", "L:Norland#norland"]),
        ("In the North they wait.", ["L:North#the-north"]),
        ("North winds; the North Sutlandish side", []),
        ("The Harbour Borad of Norland met.", ["O:Harbour Borad of Norland#norland-harbour-board"]),
        ("The Har bour Board of Norland met.", ["O:Har bour Board of Norland#norland-harbour-board"]),
    ],
)
def test_spellings_and_borders(known: Authority, text: str, expected: list[str]) -> None:
    assert [name for name in found(f"<p>{text}</p>", known) if "#" in name or not expected] == expected


def test_a_title_that_only_the_authority_knows(tmp_path: Path) -> None:
    (tmp_path / "p.xml").write_text(
        '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="jo"><persName>Jo Lee</persName>'
        '<persName type="short"><roleName>Lockkeeper</roleName> Lee</persName></person></listPerson>'
    )
    assert found("<p>Then Lockkeeper Jo Lee spoke.</p>", load(tmp_path)) == ["P:/Lockkeeper/ Jo Lee#jo"]


@pytest.mark.parametrize(
    ("listed", "text", "expected"),
    [
        (
            "De Selle, Jo",
            "General de Selle and Mr. De Selle",
            ["P:/General/ de Selle#jo", "P:/Mr./ De Selle#jo"],
        ),
        ("Velle Sarassi V", "Velle Sarassi came.", ["P:Velle Sarassi#jo"]),
        ("Marrow, Alhaji Sir Obadar Tasfa", "Obadar Tasfa Marrow came.", ["P:Obadar Tasfa Marrow#jo"]),
    ],
)
def test_names_as_lists_of_persons_have_them(
    tmp_path: Path, listed: str, text: str, expected: list[str]
) -> None:
    item = f'<item><persName xml:id="jo">{listed}</persName>, Emperor</item>'
    (tmp_path / "p.xml").write_text(f'<list xmlns="http://www.tei-c.org/ns/1.0">{item}</list>')
    assert found(f"<p>{text}</p>", load(tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Norlandish Premier Ann Orr", "P:/Premier/ Ann Orr#ann-orr"),
        ("then Soviet Ambassador Ann Orr", "P:/Soviet Ambassador/ Ann Orr#ann-orr"),
        ("Premier and Foreign Minister Ann Orr", "P:/Premier/ and /Foreign Minister/ Ann Orr#ann-orr"),
        (
            "Chairman of the Harbour Board of Norland Ann Orr",
            "P:/Chairman of the Harbour Board of Norland/ Ann Orr#ann-orr",
        ),
        ("Ambassador to Sutland Ann Orr", "P:/Ambassador to Sutland/ Ann Orr#ann-orr"),
        ("the harbour’s historian Ann Orr", "P:Ann Orr#ann-orr"),
        ("the Premier, Ann Orr", "P:Ann Orr#ann-orr"),
        ("Harbour Board of Norland Vice Chairman Ann Orr",
         "P:/Harbour Board of Norland Vice Chairman/ Ann Orr#ann-orr"),
        ("Comrade Ann Orr", "P:/Comrade/ Ann Orr#ann-orr"),
    ],
)  # fmt: skip
def test_titles_stand_in_the_name(known: Authority, text: str, expected: str) -> None:
    assert expected in found(f"<p>We saw {text} there.</p>", known)


def test_one_title_of_two_persons_stands_before_both(known: Authority) -> None:
    names = found("<p>Ministers Ann Orr and Tom Orr spoke.</p>", known)
    assert names == ["r:Ministers", "P:Ann Orr#ann-orr", "P:Tom Orr#tom-orr"]


def test_a_family_name_of_hundreds_means_whom_the_document_names_in_full(tmp_path: Path) -> None:
    names = [f"Jo {chr(65 + number // 26)}{chr(97 + number % 26)}el Orr" for number in range(150)]
    persons = "".join(
        f'<person xml:id="{name[3:7]}"><persName>{name}</persName>'
        '<persName type="short">Orr</persName></person>'
        for name in names
    )
    (tmp_path / "p.xml").write_text(f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{persons}</listPerson>')
    said = found("<p>We met Jo Bcel Orr. Later Orr spoke.</p>", load(tmp_path))
    assert said == ["P:Jo Bcel Orr#Bcel", "P:Orr#Bcel"]
    assert not any("#" in name for name in found("<p>Later Orr spoke.</p>", load(tmp_path)))
