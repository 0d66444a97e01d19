"""Bodies that numbers and words put together tell; what they are called after; where they are."""

from __future__ import annotations

import pytest
from names_of import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plans went to Factory No. 12 and to the Tide Mine № 3.", ["Factory No. 12", "Tide Mine № 3"]),
        ("Goods came by way of Norsin'torg and Narkomtide.", ["Norsin'torg", "Narkomtide"]),
        ("An export of butter and an Import Permit.", []),
        ("The Liaison Office of the Ministry of Tides at the Ministry of Harbours wrote.",
         ["Liaison Office of the Ministry of Tides at the Ministry of Harbours"]),
        ("He is the rector of Ann Orr University.", ["Ann Orr University"]),
    ],
)  # fmt: skip
def test_a_body_is_told_by_its_form(text: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(f"<p>{text}</p>") if name[0] == "O"] == expected


def test_a_heading_goes_on_about_what_a_body_did() -> None:
    names = found("<head>Paper of the Norland Ministry of Tides on Giving Aid to Sutland</head>")
    assert names[0] == "O:Norland Ministry of Tides"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He saw the Main Board of the Tide Fleet under the Council of Ministers of Denmark.",
         ["Main Board of the Tide Fleet under the Council of Ministers of Denmark"]),
        ("It was put under the Council of Ministers.", ["Council of Ministers"]),
        ("The Selby No. 2 Tide Tool Plant and the Fourth Ministry of Tide Building wrote.",
         ["Selby No. 2 Tide Tool Plant", "Fourth Ministry of Tide Building"]),
        ("He leads the Commission for Economic and Scientific-Technical Cooperation.",
         ["Commission for Economic and Scientific-Technical Cooperation"]),
        ("The firms Norcoal and Ortex wrote. The Brantex firm is small; Ortex is large.",
         ["Norcoal", "Ortex", "Brantex", "Ortex"]),
        ("They saw the Danish firm, the company President and a firm Brantex offer.", []),
        ("Delegates of the CPSU, BTP, SED and the NATO came.", ["CPSU", "BTP", "SED", "NATO"]),
        ("Copies: PX, QY, RZ and TV.", []),
        ("The Joint Headquarters of the CPSU and the KGB met; the Headquarters of the CPSU and the KGB met.",
         ["Joint Headquarters of the CPSU and the KGB", "Headquarters of the CPSU", "KGB"]),
        ("The 18th Tide Army Group moved.", ["18th Tide Army Group"]),
        ("He called at VEB Norcoal Selby.", ["VEB Norcoal Selby"]),
        ("The 2nd Tide Army of the Selby Military District moved.",
         ["2nd Tide Army of the Selby Military District"]),
        ("He read of the Council of the Tide Party of June 20, 1967.", ["Council of the Tide Party"]),
        ("The Joint Commission for the Transfer of the CPSU met; the CPSU wrote.",
         ["Joint Commission for the Transfer of the CPSU", "CPSU"]),
    ],
)  # fmt: skip
def test_a_body_under_another_a_firm_so_called(text: str, expected: list[str]) -> None:
    assert [name[2:] for name in found(f"<p>{text}</p>") if name[0] == "O"] == expected


def test_a_title_of_several_makes_persons_of_all_in_its_row() -> None:
    names = found(
        "<p>To: Comrades Orr, Quist (Tides), A. Vancet, Yelt, Rumt; the CPSU. They saw Selby, Oslo.</p>"
    )
    assert [name for name in names if name[0] == "P"] == [
        "P:Orr",
        "P:Quist",
        "P:A. Vancet",
        "P:Yelt",
        "P:Rumt",
    ]
