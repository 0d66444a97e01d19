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
        ("A Bureau of the Norland Tide Board Comrade Ann Tolland ran.",
         ["O:Norland Tide Board#ntb", "P:/Comrade/ Ann Tolland"]),
    ],
)  # fmt: skip
def test_a_body_of_the_authority_inside_another(text: str, expected: list[str], tmp_path: Path) -> None:
    assert found(f"<p>{text}</p>", known(tmp_path)) == expected
