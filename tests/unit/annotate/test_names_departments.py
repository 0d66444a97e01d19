"""Departments that are called by what they are for alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import load

ORGS = f"""<listOrg xmlns="{TEI}">
  <org xml:id="justice"><orgName>Department of Justice</orgName></org>
  <org xml:id="denmark"><orgName>Government of Denmark</orgName></org>
  <org xml:id="tides"><orgName>Tides Ministry</orgName></org>
</listOrg>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>It was a split between State and Justice.</p>", ["State", "Justice"]),
        ("<p>The Secretary of Justice wrote. It was cleared with Justice.</p>", ["Justice"]),
        ("<p>The Justice Department wrote. Justice would object.</p>", ["Justice Department", "Justice"]),
        ("<p>It was cleared with Justice.</p>", []),
        ("<p>The Secretary of State spoke of Church and State.</p>", []),
        ("<p>The Secretary of State paid a State visit.</p>", []),
        ("<p>They met in the Oval Office with the Group of 77.</p>", ["Group of 77"]),
    ],
)
def test_a_department_is_named_where_the_text_says_so(body: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(body) if name[0] == "O"] == expected


def test_a_department_of_the_authority_files_is_linked(tmp_path: Path) -> None:
    (tmp_path / "orgs.xml").write_text(ORGS, encoding="utf-8")
    assert found("<p>It was cleared with Justice.</p>", load(tmp_path)) == ["O:Justice#justice"]
    assert found("<p>It might cost Justice between 5 and 6 tons.</p>", load(tmp_path)) == [
        "O:Justice#justice"
    ]
    assert found("<p>He loved Justice and sought the Justice of it.</p>") == []


STATES = f"""<standOff xmlns="{TEI}"><listPlace>
  <place xml:id="denmark"><placeName>Denmark</placeName><placeName>Kingdom of Denmark</placeName></place>
  <place xml:id="norway"><placeName>Norway</placeName></place>
</listPlace><listOrg>
  <org xml:id="dk-harbours"><orgName>Ministry of Harbours and Tides of Denmark</orgName></org>
  <org xml:id="dk-embassy"><orgName>Danish Embassy in Norway</orgName></org>
  <org xml:id="dwp"><orgName>Danish Weavers' Party</orgName><orgName>DWP</orgName></org>
  <org xml:id="politburo"><orgName>Politburo of the Central Committee of the DWP</orgName></org>
</listOrg></standOff>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>He wrote to the Danish Ministry of Harbours and Tides.</p>", ["dk-harbours"]),
        ("<p>The Ministry of Harbours and Tides of the Kingdom of Denmark wrote.</p>", ["dk-harbours"]),
        ("<p>He wrote to the Norwegian Ministry of Harbours and Tides.</p>", [""]),
        ("<p>The Embassy of Denmark in Oslo wrote.</p>", ["dk-embassy"]),
        ("<p>The Danish Embassy in Kristiania wrote.</p>", [""]),
        ("<p>The DWP CC Politburo met.</p>", ["politburo"]),
        ("<p>The DWP Politburo met.</p>", ["politburo"]),
        (
            "<p>The Danish Ministry of Harbours and Tides wrote. The Ministry of Harbours and Tides met.</p>",
            ["dk-harbours", "dk-harbours"],
        ),
        ("<p>The Ministry of Harbours and Tides met.</p>", [""]),
    ],
)
def test_a_body_is_known_however_its_name_says_whose_it_is(
    body: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "all.xml").write_text(STATES, encoding="utf-8")
    bodies = [name for name in found(body, load(tmp_path)) if name[0] == "O"]
    assert [name.partition("#")[2] for name in bodies] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The Justice Department wrote.</p>", ["O:Justice Department#justice"]),
        ("<p>The Danish Government wrote.</p>", ["O:Danish Government#denmark"]),
        ("<p>The Denmark Government wrote.</p>", ["O:Denmark Government#denmark"]),
        ("<p>The Ministry of Tides wrote.</p>", ["O:Ministry of Tides"]),
    ],
)
def test_bodies_are_known_the_other_way_round(body: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "orgs.xml").write_text(ORGS, encoding="utf-8")
    assert [name for name in found(body, load(tmp_path)) if name[0] == "O"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>A note of Pollard &amp; Quill came.</p>", ["Pollard & Quill"]),
        ("<p>Messrs. Quill &amp; Co. sued.</p>", ["Messrs. Quill & Co."]),
        ("<p>Tom &amp; Ann came from London &amp; Paris.</p>", []),
        ("<p>It was the Norland Harbour Directive (NHD) of the Board.</p>", []),
    ],
)
def test_firms_are_bodies_and_papers_are_not(body: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(body) if name[0] == "O"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers of the Army, the Navy, and the Air Force met.", ["Army", "Navy", "Air Force"]),
        ("The men of the Army met.", []),
        ("It is for Army, Navy and Air Force staffs.", ["Army", "Navy", "Air Force"]),
        ("The Danish Army met. Men of the Army left.", ["Danish Army", "Army"]),
        ("The Royal Navy came. The Navy left.", ["Royal Navy", "Navy"]),
        ("The Department of the Navy wrote. The Secretary of the Navy left.", ["Department of the Navy"]),
        ("The Army and Navy Tides Board met.", ["Army and Navy Tides Board"]),
        ("Officers of the Army, the press, and the Navy met.", []),
    ],
)
def test_armed_forces_are_named_where_others_say_which(text: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(f"<p>{text}</p>") if name[0] == "O"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was left to Justice, AID, and CIA.", ["Justice", "AID", "CIA"]),
        ("The Secretary of State, CIA staff and others met.", ["CIA"]),
        ("The Justice, War and Labor Departments met.", ["Justice", "War", "Labor Departments"]),
        ("The State and city Departments met.", []),
        ("A joint State/AID Message went out.", ["State", "AID"]),
        ("Joint State/Commerce Message.", ["State", "Commerce"]),
        ("The Foreign Tide Sales (FTS) law passed.", []),
        ("Sent to the NATO Mission in Paris.", ["NATO Mission in Paris"]),
        ("Congress may act. The House and the Senate voted.", ["Congress", "House", "Senate"]),
        ("The Department of State knew of the 20th Congress line.", ["Department of State"]),
        ("Each House voted, as the Senate did, in the House of Orr.", ["Senate"]),
        ("The Norland Tide Fund met. Loans of the Fund grew.", ["Norland Tide Fund", "Fund"]),
        ("The Norland Tide Fund and the Selby Fund met. The Fund grew.", ["Norland Tide Fund", "Selby Fund"]),
        ("The Minister for Tide Organization Affairs spoke.", []),
        ("The Tide Committee of 33 met.", ["Tide Committee of 33"]),
        (
            "The Norland Tides Ministry Office of Information wrote.",
            ["Norland Tides Ministry Office of Information"],
        ),
    ],
)
def test_bodies_in_series_and_with_what_they_are_for(text: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(f"<p>{text}</p>") if name[0] == "O"] == expected


def test_departments_before_one_word_for_all_are_linked(tmp_path: Path) -> None:
    (tmp_path / "orgs.xml").write_text(ORGS, encoding="utf-8")
    assert found("<p>The Labor and Justice Departments met.</p>", load(tmp_path)) == [
        "O:Labor", "O:Justice Departments#justice",
    ]  # fmt: skip


ORGANS = """id,kind,name,variants
tides,org,"Office of Tides, Harbour Department",
harbours,org,Harbour Department,
council,org,Tide Council on Storms,
fund,org,Selby Fund,
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was for the Office of Tides, Harbour Department.",
         ["O:Office of Tides#tides", "O:Harbour Department#harbours"]),
        ("The Tide Council on Storms met the Tide Council.", ["O:Tide Council on Storms#council",
         "O:Tide Council#council"]),
        ("The Tide Council on Coal Losses met.", ["O:Tide Council on Coal Losses"]),
        ("Loans of the Fund grew.", ["O:Fund#fund"]),
    ],
)  # fmt: skip
def test_organs_and_what_they_are_for(text: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "orgs.csv").write_text(ORGANS, encoding="utf-8")
    assert found(f"<p>{text}</p>", load(tmp_path)) == expected
