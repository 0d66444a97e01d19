"""Bodies and what they are organs of make one name; states go by several names."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import Authority, load

NWP = f"""<listOrg xmlns="{TEI}">
  <org xml:id="nwp"><orgName>Norland Workers' Party</orgName><orgName type="abbreviation">NWP</orgName></org>
  <org xml:id="nwp-cc"><orgName>Central Committee of the Norland Workers' Party</orgName>
    <orgName>NWP CC</orgName><orgName type="short">Central Committee</orgName></org>
  <org xml:id="council"><orgName>Harbour Council of the People's Republic of Norland</orgName>
    <orgName type="short">Harbour Council</orgName></org>
</listOrg>"""
LANDS = f"""<listPlace xmlns="{TEI}">
  <place xml:id="albania"><placeName>Albania</placeName></place>
  <place xml:id="mongolia"><placeName>Mongolia</placeName></place>
  <place xml:id="china"><placeName>China</placeName><placeName>People's Republic of China</placeName>
    <placeName type="abbreviation">PRC</placeName></place>
</listPlace>"""


def known(folder: Path) -> Authority:
    (folder / "orgs.xml").write_text(NWP, encoding="utf-8")
    (folder / "places.xml").write_text(LANDS, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It went to the NWP CC Presidium.", ["O:NWP CC Presidium"]),
        ("He sat in the NWP CC.", ["O:NWP CC#nwp-cc"]),
        ("The NWP’s Organisation Department met the NWP.", ["O:NWP’s Organisation Department", "O:NWP#nwp"]),
        ("Ask the Harbour Department of the Central Committee.",
         ["O:Harbour Department of the Central Committee"]),
        ("It is for the Norland Workers’ Party (NWP) Secretariat.",
         ["O:Norland Workers’ Party (NWP) Secretariat"]),
        ("At the 8th NWP Congress all agreed.", ["O:NWP#nwp"]),
        ("Give it to the Technical Division of the NWP CC.", ["O:Technical Division of the NWP CC"]),
        ("It is in the CC NWP Bureau; ask the NWP Central Committee.",
         ["O:CC NWP Bureau", "O:NWP Central Committee#nwp-cc"]),
        ("They asked the Politburo of the NWP CC.", ["O:Politburo of the NWP CC"]),
        ("The PR of Albania, Albania and the MPR met.",
         ["L:PR of Albania#albania", "L:Albania#albania", "L:MPR#mongolia"]),
        ("The PRC Foreign Ministry answered the Mongolian People’s Republic.",
         ["O:PRC Foreign Ministry", "L:Mongolian People’s Republic#mongolia"]),
    ],
)  # fmt: skip
def test_a_body_with_its_organ(text: str, expected: list[str], tmp_path: Path) -> None:
    assert found(f"<p>{text}</p>", known(tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norland MFA asked the PRC MFA.", ["O:MFA", "O:PRC MFA"]),
        ("The CC of the CPSU and the CC CPSU are one.", ["O:CC of the CPSU", "O:CC CPSU"]),
        ("MEETING OF THE CPSU POLITBURO", ["O:CPSU POLITBURO"]),
        ("They met the Sutland National Tidal Unity (SNTU): it is new. The SNTU agreed.",
         ["O:Sutland National Tidal Unity (SNTU)", "O:SNTU"]),
        ("It was decided by the VI. Party Congress of the CPSU.", ["O:CPSU"]),
        ("The Republic of Orrland Isles (ROI) is no body.", ["L:Republic of Orrland Isles (ROI)"]),
        ("Then the COMMITTEE OF THE NORLAND PARTY met.", ["O:COMMITTEE OF THE NORLAND PARTY"]),
        ("The OTS [Technical Tide Sector] is small. The OTS met.",
         ["O:OTS [Technical Tide Sector]", "O:OTS"]),
        ("They met in the Ministry of Foreign Affairs Vestibulum.", ["O:Ministry of Foreign Affairs"]),
        ("Their Embassy of the USSR in the MPR closed.", ["O:Embassy of the USSR in the MPR"]),
        ("He was secretary of the CC. Comrade Ann Tolland was not.", ["O:CC", "P:/Comrade/ Ann Tolland"]),
        ("Comrades Tolland and Brisk, Deputy Heads of it, met.", ["r:Comrades", "P:Tolland", "P:Brisk"]),
        ("The DPRK A. M. Tolland knew.", ["L:DPRK", "P:A. M. Tolland"]),
        ("The GDR-Korean talks; the Sino-DPRK treaty.", ["L:GDR", "L:DPRK"]),
        ("To: TOLLAND, eyes only. Deciphered by Brisk.", ["P:TOLLAND", "P:Brisk"]),
        ("Ollen Archives (OLARCH), f. 5. See OLARCH, f. 6.", ["O:Ollen Archives (OLARCH)", "O:OLARCH"]),
        ("It is in TsOLb, f. 3, op. 1.", ["O:TsOLb"]),
    ],
)  # fmt: skip
def test_without_an_authority(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_second_spelling_tells_whose_name_the_first_is(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}"><person xml:id="pak-jong-bel"><persName>Pak Jong Bel</persName></person>'
        "</listPerson>",
        encoding="utf-8",
    )
    body = "<p>He met Bak Jeong-behl [Pak Jong Bel]. Then Bak Jeong-behl left.</p>"
    assert found(body, load(tmp_path)) == [
        "P:Bak Jeong-behl [Pak Jong Bel]#pak-jong-bel",
        "P:Bak Jeong-behl#pak-jong-bel",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Archiwum Akt Tollandych (AAT), KC, 237/XXII-982.", ["O:Archiwum Akt Tollandych (AAT)"]),
        ("See Národní archiv (NA), f. 02/1.", ["O:Národní archiv (NA)"]),
        ("In Politisches Archiv des Tollandischen Amtes (PA TA) it is.",
         ["O:Politisches Archiv des Tollandischen Amtes (PA TA)"]),
        ("It is in TOLMO-BArch, DY 30/IV 2.", ["O:TOLMO-BArch"]),
    ],
)  # fmt: skip
def test_archives_in_their_own_languages(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_second_family_name_belongs_to_the_name(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}"><person xml:id="raul-brisk"><persName>Raúl Brisk</persName></person>'
        "</listPerson>",
        encoding="utf-8",
    )
    body = "<p>They met President Raúl Brisk Tolland. On Monday Raúl Brisk left.</p>"
    assert found(body, load(tmp_path)) == [
        "P:/President/ Raúl Brisk Tolland#raul-brisk",
        "P:Raúl Brisk#raul-brisk",
    ]


def test_organs_and_companies_with_several_words() -> None:
    text = "The Office of Tides and Intelligence of NATO wrote to the Tolland Coal and Iron Company."
    assert found(f"<p>{text}</p>") == [
        "O:Office of Tides and Intelligence of NATO", "O:Tolland Coal and Iron Company",
    ]  # fmt: skip
