"""Persons of the authority under other forms of their names, and others of the same family."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import Authority, load

LIST = f"""<listPerson xmlns="{TEI}">
  <person xml:id="foster"><persName>Orr, Edwin Foster</persName>
    <note>Secretary of the Tides, 1951</note></person>
  <person xml:id="allen"><persName>Orr, Allen W.</persName><note>Director of the Lamps</note></person>
  <person xml:id="brisk"><persName>Brisk, Major General Andrew P., Jr.</persName></person>
  <person xml:id="quist"><persName>Quist Halm, Leo</persName></person>
  <person xml:id="vance" sex="M"><persName>Vance, Richard (Dickie)</persName></person>
  <person xml:id="hale"><persName><surname>Hale</surname><forename>Moritz</forename></persName></person>
  <person xml:id="george"><persName>George, Walter</persName></person>
  <person xml:id="tolland"><persName>Tolland, George M.</persName></person>
  <person xml:id="belim"><persName>Belim, ibn Rado</persName></person>
</listPerson>"""
BODIES = f"""<listOrg xmlns="{TEI}">
  <org xml:id="np"><orgName>Norland Party</orgName><orgName>NP</orgName></org>
  <org xml:id="council"><orgName>Council of the Norland Party</orgName>
    <orgName type="short">Council</orgName></org>
  <org xml:id="far"><orgName>Bureau of Far Norland</orgName></org>
</listOrg>"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder: Path = tmp_path_factory.mktemp("authority")
    (folder / "persons.xml").write_text(LIST, encoding="utf-8")
    (folder / "bodies.xml").write_text(BODIES, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met E. F. Orr.", ["P:E. F. Orr#foster"]),
        ("We met Foster Orr and Allen Orr.", ["P:Foster Orr#foster", "P:Allen Orr#allen"]),
        ("We met Boris Orr.", ["P:Boris Orr"]),
        (
            "Andy Brisk wrote; so did Andrew P. Brisk, Jr.",
            ["P:Andy Brisk#brisk", "P:Andrew P. Brisk, Jr.#brisk"],
        ),
        ("General Brisk wrote.", ["P:/General/ Brisk#brisk"]),
        ("Leo Quist was late. Quist sat down.", ["P:Leo Quist#quist", "P:Quist#quist"]),
        ("Dick Vance wrote.", ["P:Dick Vance#vance"]),
        ("He missed the Vance-Quist Halm talks.", ["P:Vance#vance", "P:Quist Halm#quist"]),
        ("Moritz Hale wrote to Hale.", ["P:Moritz Hale#hale", "P:Hale#hale"]),
        ("Secretary Orr was asked. Later Orr left.", ["P:/Secretary/ Orr#foster", "P:Orr#foster"]),
        ("Mr. Vance and Mrs. Vance came.", ["P:/Mr./ Vance#vance", "P:/Mrs./ Vance"]),
        ("There was a letter from George.", ["P:George#george"]),
        ("It was Belim’s view.", ["P:Belim#belim"]),
        ("The Bureau of Far Norland was asked, not that of Near Norland.", ["O:Bureau of Far Norland#far"]),
        ("The Bureau of Near Norland was asked.", ["O:Bureau of Near Norland"]),
        ("The Council of the NP met at the Hale Library.", ["O:Council of the NP#council", "O:Hale Library"]),
    ],
)
def test_who_is_meant(known: Authority, text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>", known) == expected
