"""How far the name of a body reaches: over other bodies in it, lists of what it is for, brackets."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import Authority, load

BODIES = f"""<listOrg xmlns="{TEI}">
  <org xml:id="league"><orgName>League of Tides</orgName><orgName type="short">League</orgName></org>
  <org xml:id="ntb"><orgName>Norland Tide Board</orgName><orgName type="abbreviation">NTB</orgName></org>
</listOrg>"""


def known(folder: Path) -> Authority:
    (folder / "orgs.xml").write_text(BODIES, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He joined the Norland Youth League then.", ["O:Norland Youth League"]),
        ("He wrote to the League of it.", ["O:League#league"]),
        ("The World Society of Norland Tide Board Pensioners met.",
         ["O:World Society of Norland Tide Board Pensioners"]),
        ("The Norland Tide Board met.", ["O:Norland Tide Board#ntb"]),
        ("He wrote to Municipal League Committees.", ["O:League#league"]),
        ("The Departments of the Norland Tide Board and League of Tides met.",
         ["O:Norland Tide Board#ntb", "O:League of Tides#league"]),
        ("A Bureau of the Norland Tide Board Comrade Ann Tolland ran.",
         ["O:Norland Tide Board#ntb", "P:/Comrade/ Ann Tolland"]),
    ],
)  # fmt: skip
def test_a_body_of_the_authority_inside_another(text: str, expected: list[str], tmp_path: Path) -> None:
    assert found(f"<p>{text}</p>", known(tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Department of Health, Education, and Welfare agreed.",
         ["O:Department of Health, Education, and Welfare"]),
        ("He met the Ministry of Defense and Soviet advisers.", ["O:Ministry of Defense"]),
        ("The Ministry of Defense and Poland were told.", ["O:Ministry of Defense", "L:Poland"]),
        ("The Ministry of Trade, Gosplan and Comecon met.",
         ["O:Ministry of Trade", "O:Gosplan", "O:Comecon"]),
        ("The Department of Defense and Joint Chiefs of Staff were told.",
         ["O:Department of Defense", "O:Joint Chiefs of Staff"]),
        ("Ask the Office of Greek, Turkish and Iranian Affairs.",
         ["O:Office of Greek, Turkish and Iranian Affairs"]),
        ("He chaired the United Nations Tidal, Scientific and Postal Organization.",
         ["O:United Nations Tidal, Scientific and Postal Organization"]),
        ("Write to the Tide Commission for Asia and the Far East.",
         ["O:Tide Commission for Asia and the Far East"]),
        ("It was in the Agency for Tide Refugees in the Near East.",
         ["O:Agency for Tide Refugees in the Near East"]),
        ("It served the Selby, Midland and Scottish Railway.", ["O:Selby, Midland and Scottish Railway"]),
        ("The Federation of British Mills met the Federation of Malaya.",
         ["O:Federation of British Mills", "L:Federation of Malaya"]),
    ],
)  # fmt: skip
def test_lists_of_what_a_body_is_for(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Comintern Congress and the 8th NWP Congress met.", ["O:Comintern", "O:NWP"]),
        ("The Norland Youth League Congress met.", ["O:Norland Youth League"]),
        ("The Central Committee of the VKP (b) met; the VKP(b) agreed.",
         ["O:Central Committee of the VKP (b)", "O:VKP(b)"]),
        ("It is the Youth League of Norland (Komsomol).", ["O:Youth League of Norland (Komsomol)"]),
        ("The State–Navy Harbour Committee met.", ["O:State–Navy Harbour Committee"]),
        ("He left the New Harbour Party (Jewish Tide Agency).",
         ["O:New Harbour Party", "O:Jewish Tide Agency"]),
        ("The head of WHO said who he was.", ["O:WHO"]),
        ("Ask the Tide Agency. The TA is small, and TA–2 is no body.", ["O:Tide Agency", "O:TA"]),
    ],
)  # fmt: skip
def test_what_belongs_to_a_name_beside_its_words(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_departments_of_a_body_that_the_authority_has(tmp_path: Path) -> None:
    text = "<p>The Departments of the Norland Tide Board and its friends met.</p>"
    assert found(text, known(tmp_path)) == ["O:Norland Tide Board#ntb"]


PARTY = f"""<listOrg xmlns="{TEI}">
  <org xml:id="nwp"><orgName>Norland Workers' Party</orgName><orgName type="abbreviation">NWP</orgName></org>
  <org xml:id="nwp-cc"><orgName>NWP Central Committee</orgName></org>
  <org xml:id="nwp-pb"><orgName>Politburo of the NWP CC</orgName></org>
</listOrg>"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The NWP met. The Politburo and the CC agreed.", ["O:NWP#nwp", "O:Politburo#nwp-pb", "O:CC#nwp-cc"]),
        ("The NWP met the CPSU. The Politburo agreed.", ["O:NWP#nwp", "O:CPSU", "O:Politburo"]),
        ("The Politburo agreed.", ["O:Politburo"]),
    ],
)
def test_an_organ_alone_is_of_the_only_party(text: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "orgs.xml").write_text(PARTY, encoding="utf-8")
    assert found(f"<p>{text}</p>", load(tmp_path)) == expected


def test_initials_with_spaces_between_them() -> None:
    text = (
        "<p>The U. S. Army, the U. S. S. R. and the U. N. told the F. B. I.; Mr. S. B. Tolland did not.</p>"
    )
    assert found(text) == [
        "O:U. S. Army", "L:U. S. S. R.", "O:U. N.", "O:F. B. I.", "P:/Mr./ S. B. Tolland",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was sold to J. B. Tolland &amp; Co. and to Brisk and Sons.",
         ["O:J. B. Tolland & Co.", "O:Brisk and Sons"]),
        ("Messrs. Brisk &amp; Co. paid.", ["O:Messrs. Brisk & Co."]),
        ("His articles were printed in Journal of Tide Studies, Currents &amp; Shoals, and others.", []),
        ("The World Health Assembly met; the 12th Congress met.", ["O:World Health Assembly"]),
        ("The Bank of Inland Settling (the B.I.S.) lends.", ["O:Bank of Inland Settling", "O:B.I.S."]),
        ("A Press Committee was proposed, and a Planning Committee.", []),
        ("The Secretaries of State and Defense came, not the Secretary of State.", []),
        ("He wrote to the Planning Committee of Norland.", ["O:Planning Committee of Norland"]),
    ],
)  # fmt: skip
def test_firms_and_what_is_no_name(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_small_organ_of_a_known_body_and_several_bodies(tmp_path: Path) -> None:
    text = "<p>The Council of the League met the Norland Tide Boards.</p>"
    assert found(text, known(tmp_path))[0] == "O:Council of the League"
    assert not any("#ntb" in name for name in found(text, known(tmp_path)))
