"""Persons whose initials stand behind their family names, as in lists of who was present."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, authority, found

from teiedition.authority import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present: Tolland, A. B., Brisk, Yu.V., Ollen, K.",
         ["P:Tolland, A. B.", "P:Brisk, Yu.V.", "P:Ollen, K."]),
        ("Comrades Tolland A. B. and Brisk Ia. M. agreed.",
         ["r:Comrades", "P:Tolland A. B.", "P:Brisk Ia. M."]),
        ("It was asked of Tolland M. A. to wait.", ["P:Tolland M. A."]),
        ("Chaired by Comrade TOLLAND, L.I.", ["P:/Comrade/ TOLLAND, L.I."]),
        ("They met Mr. Tolland, J. B. Ollen and others.", ["P:/Mr./ Tolland", "P:J. B. Ollen"]),
        ("He went to Washington, D.C., and to Paris, U.S., in May.",
         ["L:Washington, D.C.", "L:Paris", "L:U.S."]),
        ("See Article, A.B., and Table, C.D., below.", []),
    ],
)  # fmt: skip
def test_initials_behind(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_the_family_name_alone_is_the_same_person() -> None:
    text = "<p>Present: Tolland, A. B., Brisk, Yu. V.</p><p>Later Tolland spoke.</p>"
    assert found(text) == ["P:Tolland, A. B.", "P:Brisk, Yu. V.", "P:Tolland"]


def test_initials_behind_tell_which_entry_is_meant(tmp_path: Path) -> None:
    body = "<p>Present: Orr A. M., Orr T. K., Orr Z. Z., Vance L. B.</p>"
    assert found(body, authority(tmp_path)) == [
        "P:Orr A. M.#ann-orr",
        "P:Orr T. K.#tom-orr",
        "P:Orr Z. Z.",
        "P:Vance L. B.#leo-vance",
    ]


def test_an_initial_may_be_written_in_another_transcription(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}"><person xml:id="yuri-tolland"><persName>Yuri Tolland</persName></person>'
        "</listPerson>",
        encoding="utf-8",
    )
    known = load(tmp_path)
    for name in ("J. Tolland", "Iu. Tolland", "Yu. Tolland", "Y. Tolland"):
        assert found(f"<p>He met Comrade {name}.</p>", known) == [f"P:/Comrade/ {name}#yuri-tolland"]
    assert found("<p>He met Comrade I. Tolland.</p>", known)[0].endswith("#yuri-tolland")
    assert found("<p>He met Comrade K. Tolland.</p>", known) == ["P:/Comrade/ K. Tolland"]
