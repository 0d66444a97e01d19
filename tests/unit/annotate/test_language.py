"""The tables of every language are whole: what one part names, another holds."""

from __future__ import annotations

from importlib.resources import files

import pytest

from teiedition.annotate import language
from teiedition.annotate.dates.expressions import grammar
from teiedition.annotate.dates.readers import READERS
from teiedition.annotate.measures.units import units
from teiedition.annotate.times import find_times

LANGUAGES = sorted(
    folder.name for folder in files(language).iterdir() if folder.is_dir() and len(folder.name) == 2
)


def test_english_has_every_table() -> None:
    for subject in ("dates", "times", "numbers", "measures", "citations"):
        assert language.table(subject, "en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_form_of_a_date_can_be_read(code: str) -> None:
    words = grammar(code).words
    for form in words.words.get("forms", []):
        groups = set(words.compile(form).groupindex)
        assert groups, form
        assert groups <= set(READERS), form


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_month_and_weekday_has_a_name(code: str) -> None:
    tables = grammar(code).words.tables
    if tables["month"]:
        assert set(tables["month"].values()) == set(range(1, 13))
        assert set(tables["weekday"].values()) == set(range(1, 8))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_form_stands_for_two_units(code: str) -> None:
    listed = language.table("measures", code).get("units", [])
    forms = [form for unit in listed for form in unit.get("forms", [])]
    assert sorted(forms) == sorted(set(forms))
    for unit in listed:
        assert " " not in unit["unit"], "TEI's @unit has no space in it"
        assert all(units(code).behind_number(form).name for form in unit["forms"])


def test_tag_of_a_region_counts_as_its_language() -> None:
    assert language.table("dates", "en-GB") == language.table("dates", "en")
    assert language.table("dates", "xx") == {}
    assert find_times("at 18:00", "xx") == []


def test_spellings() -> None:
    assert language.spellings("early") == ("early", "Early", "EARLY")
    assert language.spellings("kWh") == ("kWh", "KWh", "KWH")
