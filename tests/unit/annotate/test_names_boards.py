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
