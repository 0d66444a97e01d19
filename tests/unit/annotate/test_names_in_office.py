"""Whom a family name means where the list of persons tells who held which office when."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import Authority, load

LIST = f"""<TEI xmlns="{TEI}"><text><front><list type="persons">
  <item><persName xml:id="ann">Orr, Ann B.</persName>, Director of the Lamp Board</item>
  <item><persName xml:id="jo">Orr, Jo</persName>, Secretary of Harbours until March 1951</item>
  <item><persName xml:id="leo">Selby, Leo</persName>, Harbour Master until March 4, 1951</item>
  <item><persName xml:id="pip">Selby, Pip</persName>, Consul until March 1951; thereafter
    Harbour Master</item>
  <item><persName xml:id="kab">Qabasi, Aren</persName>, Premier of Norland from May 1950</item>
</list></front></text></TEI>"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder: Path = tmp_path_factory.mktemp("authority")
    (folder / "persons.xml").write_text(LIST, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("date", "text", "expected"),
    [
        ("1950-06-01", "Ann Orr and Secretary Orr met. Orr was late.",
         ["P:Ann Orr#ann", "P:/Secretary/ Orr#jo", "P:Orr#jo"]),
        ("1950-06-01", "Harbour Master Selby wrote.", ["P:/Harbour Master/ Selby#leo"]),
        ("1952-06-01", "Harbour Master Selby wrote.", ["P:/Harbour Master/ Selby#pip"]),
        ("1952-06-01", "Premier Kabbasi wrote. To Kabbasi it was late.",
         ["P:/Premier/ Kabbasi#kab", "P:Kabbasi#kab"]),
        ("1952-06-01", "Consul Kabbasi wrote.", ["P:/Consul/ Kabbasi"]),
        ("1948-06-01", "Premier Kabbasi wrote.", ["P:/Premier/ Kabbasi"]),
    ],
)  # fmt: skip
def test_who_held_the_office_is_meant(known: Authority, date: str, text: str, expected: list[str]) -> None:
    assert found(text, known, date=date) == expected
