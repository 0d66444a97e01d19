"""Names in lists and telegrams: offices behind names, names in capitals, departments with numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chou Bel-lai Premier of the Tide Council.", ["P:Chou Bel-lai", "O:Tide Council"]),
        ("Chang Bel Deputy Director of the Tide Bureau.", ["P:Chang Bel", "O:Tide Bureau"]),
        ("Li Bel-huai Department Deputy Director, Ministry of Tides.",
         ["P:Li Bel-huai", "O:Ministry of Tides"]),
        ("Tuan Bel-cheng English Interpreter.", ["P:Tuan Bel-cheng"]),
        ("He met KIM BEL HUI. PAK BEL-YEONG was there.", ["P:KIM BEL HUI", "P:PAK BEL-YEONG"]),
        ("Le Duc Bel met Ann Tolland. Comrade Bel sang.",
         ["P:Le Duc Bel", "P:Ann Tolland", "P:/Comrade/ Bel"]),
        ("S. A. Tolland, Ambassador Extraordinary and Plenipotentiary of the USSR, came.",
         ["P:S. A. Tolland", "L:USSR"]),
        ("Copies: Tolland, Brisk, and Ollen.", ["P:Tolland", "P:Brisk", "P:Ollen"]),
        ("Ask the First Asian Department, Ministry of Tides.",
         ["O:First Asian Department", "O:Ministry of Tides"]),
        ("Ask the 4th European Department of the Tide Ministry.",
         ["O:4th European Department of the Tide Ministry"]),
        ("Ask the Propaganda and Agitation Department.", ["O:Propaganda and Agitation Department"]),
        ("Ask the Premier’s Secretariat and the Norwegian CP.",
         ["O:Premier’s Secretariat", "O:Norwegian CP"]),
        ("It is the Politburo’s August 1968 decision.", ["O:Politburo"]),
        ("They saw that the Norwegian Republic has towns.", ["L:Norwegian Republic"]),
        ("It rained in East Slovakia.", ["L:East Slovakia"]),
        ("They asked General Tollabel Khan.", ["P:/General/ Tollabel Khan"]),
        ("Shri Tolland and Shri T. N. Brisk came.", ["P:/Shri/ Tolland", "P:/Shri/ T. N. Brisk"]),
        ("The Grand Council of the Pilots of Iceland met.",
         ["O:Grand Council of the Pilots of Iceland"]),
        ("The First Asian Department of our MFA agreed.", ["O:First Asian Department of our MFA"]),
        ("The Foreign Policy and International Relations Department of the NWP sits.",
         ["O:Foreign Policy and International Relations Department of the NWP"]),
        ("The Deep Oil Refinery of Selby closed.", ["O:Deep Oil Refinery of Selby"]),
    ],
)  # fmt: skip
def test_form_and_context(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_an_office_is_no_slip_for_a_body(tmp_path: Path) -> None:
    (tmp_path / "orgs.xml").write_text(
        f'<listOrg xmlns="{TEI}"><org xml:id="mt"><orgName>Ministry of Tides and Harbours</orgName></org>'
        "</listOrg>",
        encoding="utf-8",
    )
    known = load(tmp_path)
    assert found("<p>Then Ann Tolland, Minister of Tides and Harbours, left.</p>", known) == ["P:Ann Tolland"]
    assert found("<p>The Ministri of Tides and Harbours met.</p>", known) == [
        "O:Ministri of Tides and Harbours#mt"
    ]


def test_a_family_name_of_the_authority_with_an_unknown_given_name(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}"><person xml:id="li-bel"><persName>Li Bel</persName>'
        '<persName type="short">Li</persName></person></listPerson>',
        encoding="utf-8",
    )
    body = "<p>Li Bel met Deputy Director Li Ollun. Li agreed.</p>"
    assert found(body, load(tmp_path))[:2] == ["P:Li Bel#li-bel", "P:/Deputy Director/ Li Ollun"]
