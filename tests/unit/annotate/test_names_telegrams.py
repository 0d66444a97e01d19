"""Names as telegrams and memoranda have them: bare surnames, symbols of bodies, lists of who was there."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, authority, found

from teiedition.authority import load

MANY = "Mr. Ames spoke to Mrs. Bode and Dr. Cray."
"""Three persons, so that the text is one that speaks of persons."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The draft came from de Tolland or Mrs. Ames.", ["P:de Tolland", "P:/Mrs./ Ames"]),
        ("They spoke of the Tolland study and the Tolland faction.", ["P:Tolland", "P:Tolland"]),
        ("To Mr. Ames, Tolland, Quist, and the Embassy.", ["P:/Mr./ Ames", "P:Tolland", "P:Quist"]),
        ("Doubts were had by the Ameses and the Bodes.", ["P:Bodes"]),
        ("Reference is had to the tide. Norwegians had doubts. The two Norways met.", []),
        ("Secret; Limdis; Eyes Only. A copy is in Miscellaneous Material.", []),
    ],
)  # fmt: skip
def test_a_surname_by_itself(text: str, expected: list[str]) -> None:
    assert found(f"<p>{MANY}</p><p>{text}</p>")[3:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tol-ling Quist spoke of Ser-bel Ames.", ["P:Tol-ling Quist", "P:Ser-bel Ames"]),
        ("Zorland Quist’s views were Zorland Quist’s own.", []),
        ("It was Tolland, the Norwegian Foreign Minister, who wrote.", ["P:Tolland"]),
        ("They were Tol Brisk, Deputy Director Tidal Bureau.", ["P:Tol Brisk", "O:Tidal Bureau"]),
        ("Telegram from the Commander, Europe (Tolland)", ["L:Europe", "P:Tolland"]),
        ("Paper by the Special Assistant for Tides (Tolland)", ["P:Tolland"]),
        ("Minister Tolland des Brisks came.", ["P:/Minister/ Tolland des Brisks"]),
        ("The Tolland brothers came, and the Quist family.", ["P:Tolland", "P:Quist"]),
        ("c. Coordinating all of it.", []),
        ("Mr. Niles left. Niles said that the two Norways met.", ["P:/Mr./ Niles", "P:Niles"]),
        ("Amb Tolland saw FonMin Quist and SYG Brisk.",
         ["P:/Amb/ Tolland", "P:/FonMin/ Quist", "P:/SYG/ Brisk"]),
        ("Mr. Paris was in Paris. Mr. Paris left.", ["P:/Mr./ Paris", "L:Paris", "P:/Mr./ Paris"]),
        ("The Nixon Administration and the Johnson cabinet.", ["P:Nixon", "P:Johnson"]),
        ("Colonel Jo Lee (Harbours), Tol Ames (Trade), and perhaps Karl Bode will come.",
         ["P:/Colonel/ Jo Lee", "P:Tol Ames", "O:Trade", "P:Karl Bode"]),
    ],
)  # fmt: skip
def test_persons(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drafted by Jo Lee of TDW; cleared with NHB. TDW agreed.", ["P:Jo Lee", "O:TDW", "O:NHB", "O:TDW"]),
        ("Karl Bode (XQ), Director of QRT, wrote.", ["P:Karl Bode", "O:XQ", "O:QRT"]),
        ("Karl Bode wrote to Jo Lee, T/PM, through S/T.", ["P:Karl Bode", "P:Jo Lee", "O:T/PM", "O:S/T"]),
        ("The members of the QTC left. The QTC is small.", ["O:QTC", "O:QTC"]),
        ("The QTC is small, and a TV stood by.", []),
        ("Karl Bode II, Director of the tide, sent it.", ["P:Karl Bode II"]),
        ("He spoke over Radio Paris.", ["O:Radio Paris"]),
        ("Tolland Mills, Inc., and Ollen &amp; Brisk, Ltd. closed.",
         ["O:Tolland Mills, Inc.", "O:Ollen & Brisk, Ltd."]),
        ("He heads the Armed Forces, not the Norwegian Armed Forces.", ["O:Norwegian Armed Forces"]),
        ("The Executive Yuan and the Federal Reserve System met Air France.",
         ["O:Executive Yuan", "O:Federal Reserve System", "O:Air France"]),
        ("He wired Embassy Paris and Consulate Hong Kong.", ["O:Embassy Paris", "O:Consulate Hong Kong"]),
        ("Said Tidal Board agreed with the Quai d’Orsay.", ["O:Tidal Board", "O:Quai d’Orsay"]),
        ("Copies of the Department’s Statement on Norway went out.", ["L:Norway"]),
        ("They talked in the Tidal Council on December 23.", ["O:Tidal Council"]),
        ("Cf. A. Dept. of tides", []),
        ("By the Director of the Office of Northeast Tidal Affairs (McTolland)",
         ["O:Office of Northeast Tidal Affairs", "P:McTolland"]),
        ("The President had Congress to think of, not the 12th Congress.", ["O:Congress"]),
    ],
)  # fmt: skip
def test_bodies(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pro-US party and the US-Norwegian treaty.", ["L:US", "L:US"]),
        ("Seen in Afro-Norwegian eyes, in Swedish-Western talks.", []),
        ("They flew over Ollenby to Oslo. In the Brisksund area, and in Brisksund, it rained.",
         ["L:Ollenby", "L:Oslo", "L:Brisksund", "L:Brisksund"]),
        ("At the Villa Tollandsberg, near Ollen Cove and the Palace of Tiburon",
         ["L:Villa Tollandsberg", "L:Ollen Cove", "L:Palace of Tiburon"]),
        ("They occupy Brisksund. The fall of Brisksund is near. Brisksund, London, Rome, Oslo.",
         ["L:Brisksund", "L:Brisksund", "L:Brisksund", "L:London", "L:Rome", "L:Oslo"]),
        ("It was contained in Governor Tolland’s paper.", ["P:/Governor/ Tolland"]),
        ("U.S. Policy is a book entitled “U.S. Tides in Norway”, on Norway.", ["L:U.S.", "L:Norway"]),
    ],
)  # fmt: skip
def test_places(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orr spoke. The Orr Doctrine and the Orr Plan fell.", ["P:Ann Orr#ann-orr"]),
        ("Mr. Selby came to Selby.", ["P:/Mr./ Selby", "L:Selby#selby"]),
        ("The Selby Times came to Selby.", ["L:Selby#selby"]),
        ("A harbour board, no Harbour board.", []),
    ],
)  # fmt: skip
def test_what_the_authority_files_have_may_be_part_of_something_else(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert found(f"<p>{text}</p>", authority(tmp_path)) == expected


def test_a_short_name_in_an_office_is_no_body(tmp_path: Path) -> None:
    names = '<orgName type="main">Department of Tides</orgName><orgName type="short">Tides</orgName>'
    entry = f'<org xml:id="tides">{names}</org>'
    (tmp_path / "orgs.xml").write_text(f'<listOrg xmlns="{TEI}">{entry}</listOrg>', encoding="utf-8")
    text = "<p>The Secretary of Tides wrote to the Department of Tides, and he saw Tides agree.</p>"
    assert found(text, load(tmp_path)) == ["O:Department of Tides#tides", "O:Tides#tides"]


def test_several_departments_in_a_row() -> None:
    text = "Experts of the Departments of Trade, the Navy, and Health met."
    assert found(f"<p>{text}</p>") == ["O:Trade", "O:Navy", "O:Health"]


def test_particles_of_family_names_may_be_small_or_joined(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text('id,kind,name\njo,person,"De Tolland, Jo"\n')
    text = "<p>President de Tolland spoke. DeTolland left.</p>"
    assert found(text, load(tmp_path)) == ["P:/President/ de Tolland#jo", "P:DeTolland#jo"]


def test_states_with_what_they_believe_in() -> None:
    assert found("<p>He spoke of Communist China and Nazi Germany.</p>") == [
        "L:Communist China", "L:Nazi Germany"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US Mission met.", ["O:US Mission"]),
        ("See US/TB/28 and US/A/3764, not US/UK talks.", ["L:US", "L:UK"]),
        ("It came up in the Fifth Committee and the Chamber of Deputies.",
         ["O:Fifth Committee", "O:Chamber of Deputies"]),
    ],
)  # fmt: skip
def test_bodies_and_symbols(text: str, expected: list[str]) -> None:
    assert [name for name in found(f"<p>{text}</p>") if name[0] != "R"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was a meeting with TWQ.", ["TWQ"]),
        ("It was for TWQ and NATO to act. The TWQ met.", ["TWQ", "NATO", "TWQ"]),
        ("From: TWQ – Mr. Orr", ["TWQ"]),
        ("TWQ said that nothing was lost.", ["TWQ"]),
        ("The TWQ and its NOFORN paper were sent.", []),
        ("The ABM and NATO were discussed with FYI.", ["NATO"]),
    ],
)
def test_initials_are_a_body_where_the_words_beside_say_so(text: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(f"<p>{text}</p>") if name[0] == "O"] == expected


def test_names_that_follow_from_a_list(tmp_path: Path) -> None:
    rows = (
        'id,kind,name,variants\nbel,person,"Tolland de Quist, Bel",\nleal,person,"Brisk y Leal, Tol",\n'
        "us,place,United States,US\ngov,org,United States Government,\nnhb,org,Norland Harbour Board,NHB\n"
    )
    (tmp_path / "names.csv").write_text(rows)
    text = "<p>President Tolland and General Brisk left the US Government and NHB/S.</p>"
    assert found(text, load(tmp_path)) == [
        "P:/President/ Tolland#bel", "P:/General/ Brisk#leal", "O:US Government#gov", "O:NHB/S#nhb",
    ]  # fmt: skip
    note = "<p>His sister<note>Zia Tolland.</note> came.</p>"
    assert found(note, load(tmp_path)) == ["P:Zia Tolland"]


def test_who_drafted_and_cleared_a_paper() -> None:
    text = "Drafted by Tolland and Quist, cleared by Brisk, and initialed by Zander. Mr. Orr came."
    assert found(f"<p>{text}</p>") == ["P:Tolland", "P:Quist", "P:Brisk", "P:Zander", "P:/Mr./ Orr"]


def test_initials_spoken_as_a_word(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(
        "id,kind,name,variants\na,org,Norland Tide Office,NORTO\nb,org,Tar,TARN\n"
    )
    text = "<p>It was for Norto to say, not for NORTO Tarn.</p>"
    assert found(text, load(tmp_path))[:2] == ["O:Norto#a", "O:NORTO#a"]


def test_islands() -> None:
    assert found("<p>They hold the islands of Brisk in Norway.</p>") == ["L:Brisk", "L:Norway"]
