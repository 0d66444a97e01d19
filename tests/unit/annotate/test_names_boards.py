"""Boards, offices of a crown, companies, regiments and committees, as despatches and minutes call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import Authority, load

BODIES = f"""<listOrg xmlns="{TEI}">
  <org xml:id="ntb"><orgName>Norland Tide Board</orgName><orgName type="abbreviation">NTB</orgName></org>
</listOrg>"""


@pytest.fixture
def known(tmp_path: Path) -> Authority:
    (tmp_path / "orgs.xml").write_text(BODIES, encoding="utf-8")
    return load(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote to the Lords of the Treasury and to the Navy Board.",
         ["O:Lords of the Treasury", "O:Navy Board"]),
        ("The Court of Directors heard the Ecclesiastical Commissioners.",
         ["O:Court of Directors", "O:Ecclesiastical Commissioners"]),
        ("The 31st Light Dragoons and the 5th Selby Brigade Group marched.",
         ["O:31st Light Dragoons", "O:5th Selby Brigade Group"]),
        ("The Prime Minister's Department and the Ministry of Labour and National Service wrote.",
         ["O:Prime Minister's Department", "O:Ministry of Labour and National Service"]),
        ("The Société Norlandaise de l'Acier and the Conseil des Mines met.",
         ["O:Société Norlandaise de l'Acier", "O:Conseil des Mines"]),
        ("It was heard by the Bishop of Selby.", ["P:Bishop of Selby"]),
    ],
)  # fmt: skip
def test_bodies_of_despatches_and_minutes(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_the_last_stop_of_initials_belongs_to_them(known: Authority) -> None:
    text = "<p>He asked the N.T.B. for it; the N.T.B., too, and the NTB.</p>"
    assert found(text, known) == ["O:N.T.B.#ntb", "O:N.T.B.#ntb", "O:NTB#ntb"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The loan of Selby Mills, Ann Brisk and Sons was issued.", ["O:Ann Brisk and Sons"]),
        ("The loan of Messrs. Brisk and Sons and Tolland &amp; Co. Ltd. was issued.",
         ["O:Messrs. Brisk and Sons", "O:Tolland & Co. Ltd."]),
        ("Brisk &amp; Tolland sold it.", ["O:Brisk & Tolland"]),
        ("Brisk &amp; Tolland dined &amp; left.", []),
    ],
)  # fmt: skip
def test_where_a_firm_begins_and_what_is_none(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is for Committee No. 2 and Working Party 3.", ["O:Committee No. 2", "O:Working Party 3"]),
        ("He chairs the Advisory Committee on the Traffic in Herring.",
         ["O:Advisory Committee on the Traffic in Herring"]),
        ("The Transport and General Workers' Union wrote.", ["O:Transport and General Workers' Union"]),
    ],
)  # fmt: skip
def test_what_committees_and_unions_are_for(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_shorter_name_is_that_of_the_only_longer_one(known: Authority) -> None:
    text = "<p>The Norland Tide Board met. He asked the Tide Board for it.</p>"
    assert found(text, known) == ["O:Norland Tide Board#ntb", "O:Tide Board#ntb"]
    other = "<p>The Norland Tide Board met the Sutland Tide Board. He asked the Tide Board for it.</p>"
    assert found(other, known)[-1] == "O:Tide Board"


def test_initials_in_brackets_behind_a_body_are_its_own(known: Authority) -> None:
    text = "<p>The Norland Tide Board (NTIB) met. He asked NTIB for it.</p>"
    assert found(text, known) == ["O:Norland Tide Board (NTIB)#ntb", "O:NTIB#ntb"]


def test_a_lord_is_no_place() -> None:
    assert found("<p>Lord Exeter dined; Earl Exeter did not. He is in Exeter.</p>") == [
        "P:/Lord/ Exeter", "P:/Earl/ Exeter", "L:Exeter",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tide Traders' and Growers' Association wrote to the National Debt Commissioners.",
         ["O:Tide Traders' and Growers' Association", "O:National Debt Commissioners"]),
        ("The High Commissioners and the British Commissioners met.", []),
        ("It is with the Munster and Leinster Bank.", ["O:Munster and Leinster Bank"]),
        ("The 1st Battalion Selby Rifles and the 3rd Irregular Cavalry came.",
         ["O:1st Battalion Selby Rifles", "O:3rd Irregular Cavalry"]),
        ("He asked the B.T.U. and the C.I.G.S. about it; Sir Tom Vance, K.C.M.G., was there.",
         ["O:B.T.U.", "P:/Sir/ Tom Vance"]),
        ("It was sold to Selby Steel Mills, Limited, and to Brisk and Tolland &amp; Co.",
         ["O:Selby Steel Mills, Limited", "O:Tolland & Co."]),
        ("It is in North Eastern Rhodesia.", ["L:North Eastern Rhodesia"]),
    ],
)  # fmt: skip
def test_boards_of_trades_and_banks_of_places(text: str, expected: list[str]) -> None:
    assert [name for name in found(f"<p>{text}</p>") if name[0] != "R"] == expected


def test_lords_of_a_body_that_the_authority_has(tmp_path: Path) -> None:
    orgs = f'<listOrg xmlns="{TEI}"><org xml:id="sea"><orgName>Admiralty</orgName></org></listOrg>'
    (tmp_path / "orgs.xml").write_text(orgs, encoding="utf-8")
    assert found("<p>He wrote to the Lords of the Admiralty.</p>", load(tmp_path)) == [
        "O:Lords of the Admiralty#sea"
    ]


def test_a_title_between_given_names_and_the_rest() -> None:
    assert found("<p>It was signed by Henry John Viscount Selby and Paul Baron de Quill.</p>") == [
        "P:Henry John Viscount Selby", "P:Paul Baron de Quill",
    ]  # fmt: skip


def test_the_authority_names_peers_behind_their_given_names(tmp_path: Path) -> None:
    person = "<persName>Selby, Ann Orr, 2nd Countess of</persName>"
    persons = f'<listPerson xmlns="{TEI}"><person xml:id="selby">{person}</person></listPerson>'
    (tmp_path / "persons.xml").write_text(persons, encoding="utf-8")
    text = "<p>Ann Orr came. The Countess of Selby came; Lady Selby left.</p>"
    assert found(text, load(tmp_path)) == [
        "P:Ann Orr#selby", "P:Countess of Selby#selby", "P:/Lady/ Selby#selby",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Tom Vance (Selby, North): I beg to move.", ["P:/Mr./ Tom Vance", "L:Selby, North"]),
        ("Mr. Tom Vance (Chairman): I beg to move.", ["P:/Mr./ Tom Vance"]),
        ("He lives at 15 Selby Crescent, near Vance's Bay.", ["L:15 Selby Crescent", "L:Vance's Bay"]),
        ("H.M.S. Vulcan had left; the steamer Singapore stayed.", []),
        ("A Federation of Kenya, Uganda and Tanganyika was a plan.", ["L:Kenya", "L:Uganda", "L:Tanganyika"]),
    ],
)  # fmt: skip
def test_where_people_sit_and_live_and_what_is_a_ship(text: str, expected: list[str]) -> None:
    assert [name for name in found(f"<p>{text}</p>") if name[0] != "R"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Working Party No. 3 of the Harbour Policy Committee met.",
         ["O:Working Party No. 3 of the Harbour Policy Committee"]),
        ("The High-Level Group on Trade and Related Problems met.",
         ["O:High-Level Group on Trade and Related Problems"]),
        ("Ask the Director of the Wheat and Grain Division.", ["O:Wheat and Grain Division"]),
        ("The 2nd Battalion, Selby Rifles, and the Selby Scouts came.",
         ["O:2nd Battalion, Selby Rifles", "O:Selby Scouts"]),
        ("It is with the Selby Corporation of Norland Ltd., and the Herring Chiefs' Council.",
         ["O:Selby Corporation of Norland Ltd.", "O:Herring Chiefs' Council"]),
        ("The Commissariat à l'Énergie Nordique paid.", ["O:Commissariat à l'Énergie Nordique"]),
        ("The Committee on Information from Coastal Territories met.",
         ["O:Committee on Information from Coastal Territories"]),
    ],
)  # fmt: skip
def test_how_far_committees_and_companies_reach(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_royal_bank_is_another_bank(tmp_path: Path) -> None:
    orgs = f'<listOrg xmlns="{TEI}"><org xml:id="bn"><orgName>Bank of Norland</orgName></org></listOrg>'
    (tmp_path / "orgs.xml").write_text(orgs, encoding="utf-8")
    assert found("<p>The Royal Bank of Norland asked the Bank of Norland.</p>", load(tmp_path)) == [
        "O:Royal Bank of Norland", "O:Bank of Norland#bn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the aftermath of Fianna Fáil's defeat Fine Gael voted.", ["O:Fianna Fáil", "O:Fine Gael"]),
        ("He sent Vance's Rifles to Brisk's Hospital.", ["O:Vance's Rifles", "O:Brisk's Hospital"]),
        ("The boards of N.O.T.C. and B.S.N.A. met.", ["O:N.O.T.C.", "O:B.S.N.A."]),
    ],
)  # fmt: skip
def test_bodies_that_look_like_persons(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_heading_in_capitals_ends_a_body() -> None:
    assert found("<head>WORK OF THE LEAGUE OF NATIONS January 1920</head>") == ["O:LEAGUE OF NATIONS"]
    company = "<head>Ann Brisk to the Manager, New Zealand Shipping Company</head>"
    assert found(company)[-1] == "O:New Zealand Shipping Company"
