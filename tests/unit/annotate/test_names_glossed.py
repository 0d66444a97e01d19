"""Bodies with another name of theirs in brackets behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import load

ORGS = f"""<listOrg xmlns="{TEI}">
  <org xml:id="mft"><orgName>Ministry for Tide Safety of Norland</orgName>
    <orgName type="abbreviation">MfT</orgName></org>
  <org xml:id="kts"><orgName>Chart Sector of the MfT</orgName>
    <orgName type="abbreviation">KTS</orgName></org>
</listOrg>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>He wrote to the Ministry of Tide Safety (MfT). The Ministry of Tide Safety met.</p>",
            ["O:Ministry of Tide Safety (MfT)#mft", "O:Ministry of Tide Safety#mft"],
        ),
        ("<p>Help for the KTS [Chart Office] of the MfT came.</p>", ["O:KTS [Chart Office] of the MfT#kts"]),
        (
            "<p>Help for the KTS <supplied>Chart Office</supplied> came.</p>",
            ["O:KTS Chart Office#kts"],
        ),
        ("<p>The KTS (MfT) is meant.</p>", ["O:KTS#kts", "O:MfT#mft"]),
    ],
)
def test_the_bracket_is_one_with_the_name(body: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "orgs.xml").write_text(ORGS, encoding="utf-8")
    assert found(body, load(tmp_path)) == expected
