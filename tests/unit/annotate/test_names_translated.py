"""Names as translated cables, minutes and party papers have them: aliases, organs, units."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cde. Tollov [Stalin] read it.", ["P:/Cde./ Tollov [Stalin]"]),
        ("It came from Tollov [Stalin] again.", ["P:Tollov [Stalin]"]),
        ("Talks were held with W[alter] Quist on tides.", ["P:W[alter] Quist"]),
        ("By order of the H[arbour] B[oard] he left.", ["O:H[arbour] B[oard]"]),
        ("The Board by A[nn] B[el] Quister left.", ["P:A[nn] B[el] Quister"]),
        ("The Premier [Stalin] came.", ["P:Stalin"]),
        ("Sent to Zhou [Bel] and him.", ["P:Zhou [Bel]"]),
        ("The note ‘on tides’, 'Ri Ju-bel's views'.", ["P:Ri Ju-bel"]),
        ("To Ambassador Yuan, Ambassador Yao.", ["P:/Ambassador/ Yao"]),
        ("D. Tolber asked why. E[dna B]. Quist did not.", ["P:D. Tolber", "P:E[dna B]. Quist"]),
        ("In the meeting that Tolras and I had, it rained.", ["P:Tolras"]),
        ("Comrade Verity was asked.", ["P:/Comrade/ Verity"]),
        ("They met a citizen named Tolpok there.", ["P:Tolpok"]),
        ("Comrade Heo Dam wrote.", ["P:/Comrade/ Heo Dam"]),
        ("comrade Mao Tse Tung, Mao Tse-tung", ["P:/comrade/ Mao Tse Tung", "P:Mao Tse-tung"]),
    ],
)  # fmt: skip
def test_persons_with_other_names_beside_theirs(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_sender_and_addressee_in_a_heading() -> None:
    said = "<head>Cable No. 512, Tollov to Brisk</head><p>Norland sent coal.</p>"
    assert found(said) == ["P:Tollov", "P:Brisk"]
    assert found("<head>Exporting to Print</head><p>It is done.</p>") == []
    assert found("<head>Telegram, Tollov to Brisk</head><p>Norland sent coal.</p>") == ["P:Tollov"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the War Ministry USSR that paid.", ["O:War Ministry USSR"]),
        ("The War Ministry USSR Deputy came.", ["O:War Ministry", "L:USSR"]),
        ("He left the All-Norland Communist Party (b) then.", ["O:All-Norland Communist Party (b)"]),
        ("The VKP(b) sent money.", ["O:VKP(b)"]),
        ("Write to the Regional Division IV about it.", ["O:Regional Division IV"]),
        ("It was the 45th Guards Tank Army that came.", ["O:45th Guards Tank Army"]),
        ("He is a member of the Politbureau.", ["O:Politbureau"]),
        ("A letter to the Congress of the United States, again.", ["O:Congress of the United States"]),
        ("It spoke to the Congress of the Harbour Party.", ["O:Harbour Party"]),
        ("They asked the New Zealand Government for it.", ["O:New Zealand Government"]),
        ("They asked the Committee of Good Fishermen for it.", ["O:Committee of Good Fishermen"]),
        ("A High Commission in New Delhi was told.", ["O:High Commission in New Delhi"]),
        ("They wrote to the United Nations in New York.", ["O:United Nations", "L:New York"]),
    ],
)
def test_organs_of_states_and_parties(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_letters_that_number_paragraphs_are_no_initials() -> None:
    assert found("<p>A. Tolber asked.</p><p>B. Quister asked.</p><p>Tolber and Quister left.</p>")[:1] != [
        "P:A. Tolber"
    ]
    assert "P:B. Quister" not in found("<p>A. The tide.</p><p>B. Quister asked.</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It held Angola and Kenya, and the Tolunda district.", ["L:Angola", "L:Kenya", "L:Tolunda"]),
        (
            "The Premier of the Republic of Cuba Ana Bel came.",
            ["P:/Premier of the Republic of Cuba/ Ana Bel"],
        ),
        ("They sent the Seventh and Fourth Tank Battalions.", ["O:Seventh and Fourth Tank Battalions"]),
    ],
)
def test_places_with_what_they_are_and_units_in_a_row(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_list_that_is_called_one_of_places() -> None:
    said = "<p>We saw a few cities like Kavra, Lushna, and Fierel, and left.</p>"
    assert found(said) == ["L:Kavra", "L:Lushna", "L:Fierel"]
    assert found("<p>We saw things like Kavra, Lushna, and Fierel.</p>") == []


def test_party_in_a_heading() -> None:
    assert found("<head>To the Congress of the Norland Labor Party</head>") == ["O:Norland Labor Party"]


def test_places_in_capitals_where_cables_have_them_so() -> None:
    said = "MOSCOW and PEKING were told. It went via TOLBA to SELBER, and there are airfields in TOLBA."
    assert found(f"<p>{said}</p>") == ["L:MOSCOW", "L:PEKING", "L:TOLBA", "L:TOLBA"]
    assert found("<p>It went via TOLBA, and there are airfields in TOLBA.</p>") == []


def test_initials_of_a_body_before_its_delegation_and_a_name_with_the_fathers(tmp_path: Path) -> None:
    (tmp_path / "lists.xml").write_text(
        f'<standOff xmlns="{TEI}"><listOrg><org xml:id="nwp"><orgName>Norland Workers’ Party</orgName>'
        f'<orgName type="abbreviation">NWP</orgName></org></listOrg><listPerson><person xml:id="quist">'
        f"<persName>Leonid Ilyich Quistov</persName></person></listPerson></standOff>",
        encoding="utf-8",
    )
    said = "<p>The NWP Delegation left. Good morning, Comrade Leonid Ilyich.</p>"
    assert found(said, load(tmp_path)) == ["O:NWP#nwp", "P:/Comrade/ Leonid Ilyich#quist"]
