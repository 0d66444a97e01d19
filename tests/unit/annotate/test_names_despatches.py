"""Names as despatches, cabinet papers, debates and diaries have them."""

from __future__ import annotations

import pytest
from names_of import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Squadron Leader Tolland met the Duc de Brisk.", ["P:/Squadron Leader/ Tolland", "P:/Duc/ de Brisk"]),
        ("Lieut.-Commander Ollen spoke.", ["P:/Lieut.-Commander/ Ollen"]),
        ("The post of General Manager is open.", []),
        ("Her Majesty's Government asked the Admiralty.", ["O:Her Majesty's Government", "O:Admiralty"]),
        ("They left the European Council and the Ollen Rifles.", ["O:European Council", "O:Ollen Rifles"]),
        ("It was hidden in the Ollen mountains, near Ollen gaol.", ["L:Ollen", "L:Ollen"]),
    ],
)  # fmt: skip
def test_titles_bodies_and_places(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected
