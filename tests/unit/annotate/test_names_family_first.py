"""Persons whose family name comes first, and whom people call by the given name."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, found

from teiedition.authority import Authority, load

LIST = f"""<TEI xmlns="{TEI}"><text><front><list type="persons">
  <item><persName xml:id="tvb">Tran Van Belo</persName>, Harbour Master</item>
  <item><persName xml:id="belo">Belo</persName>, <hi>see</hi>
    <persName corresp="#tvb">Tran Van Belo</persName></item>
  <item><persName xml:id="pvb">Pham Van Belo</persName>, Keeper of the Lamps</item>
  <item><persName xml:id="ndk">Ngo Dinh Karu</persName>, Consul</item>
  <item><persName xml:id="karu">Karu</persName>, <hi>see</hi>
    <persName corresp="#ndk">Ngo Dinh Karu</persName></item>
</list></front></text></TEI>"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder: Path = tmp_path_factory.mktemp("authority")
    (folder / "persons.xml").write_text(LIST, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Ngo dinh Karu.", ["P:Ngo dinh Karu#ndk"]),
        ("They took it to Belo, who was out.", ["P:Belo#tvb"]),
        ("We met Tran Van Silu, and Tran quoc Mibe.", ["P:Tran Van Silu", "P:Tran quoc Mibe"]),
        ("Pham told Ngo; Tran met Pham.", ["P:Pham#pvb", "P:Ngo#ndk", "P:Tran#tvb", "P:Pham#pvb"]),
        ("Colonel Pham Le Sidu wrote.", ["P:/Colonel/ Pham Le Sidu"]),
        ("Pham and Tran wrote.", ["P:Pham#pvb", "P:Tran#tvb"]),
        ("The Karu Lao met. Members of the Karu Lao heard Karu speak.", ["P:Karu#ndk"]),
        ("The Karu Government heard Karu speak.", ["P:Karu#ndk", "P:Karu#ndk"]),
    ],
)
def test_who_is_called_so(known: Authority, text: str, expected: list[str]) -> None:
    assert [name for name in found(text, known) if name.startswith("P:")] == expected


def test_an_office_is_nobody_s_name() -> None:
    text = "It went to Major Jo Orr, Director of Psychological Lamplight, who was asked, and to Viet-Nam."
    assert found(text) == ["P:/Major/ Jo Orr", "L:Viet-Nam"]
