"""A collection's own words, under [encode] in edition.toml."""

from __future__ import annotations

from typing import Any

import pytest

from encoded import documents, only, words
from teiedition.errors import InputError


def test_a_collection_adds_words_of_its_own() -> None:
    text = "Relazione on the Weir, 3 Maggio 1901\n\nOggetto: oak\n\nIt fell [parola dubbia].\n"
    own: dict[str, dict[str, Any]] = {
        "genres": {"relazione": "report"},
        "months": {"maggio": 5},
        "fields": {"oggetto": "subject"},
        "brackets": {"unclear": ["parola dubbia"]},
    }
    report = only(text, **own)
    assert (report.genre, report.date) == ("report", "1901-05-03")
    assert words(report, "front/p/label") == ["Oggetto:"]
    assert words(report, "note[@type='unclear']") == ["parola dubbia"]


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"genre": {"relazione": "report"}}, r"\[encode\.genre\] is no table of words.*There are brackets"),
        ({"months": {"maggio": "five"}}, r"\[encode\.months\] maggio has a value of the wrong kind: 'five'"),
        ({"letters": {"salutes": "caro"}}, r"\[encode\.letters\] salutes .* Give a list of words"),
    ],
)
def test_a_mistake_in_the_settings_is_named(own: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=f"(?s)edition.toml: {message}"):
        documents("Report\n\nIt fell.\n", **own)
