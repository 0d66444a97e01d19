"""The ledger: a datestamp is that of a change of content, and nothing is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition.errors import InputError
from teiedition.publish import ledger
from teiedition.publish.ledger import Ledger, Version

MONDAY, TUESDAY = datetime(2024, 1, 1, 9, tzinfo=UTC), datetime(2024, 1, 2, 9, tzinfo=UTC)
States = dict[str, tuple[str, tuple[str, ...]]]


def after(old: Ledger, present: States, moment: datetime, kept: set[str] = frozenset()) -> Ledger:  # type: ignore[assignment]
    return old.advanced(present, kept, moment, lambda document: "2020-05-05T00:00:00Z")


def stamps(found: Ledger) -> dict[str, str]:
    return {id: version.datestamp for id, version in found.current.items()}


def test_the_first_ledger_takes_the_documents_own_dates_and_later_ones_the_moment() -> None:
    first = after(Ledger(), {"a": ("1", ())}, MONDAY)
    second = after(first, {"a": ("1", ()), "b": ("1", ())}, TUESDAY)
    assert stamps(second) == {"a": "2020-05-05T00:00:00Z", "b": "2024-01-02T09:00:00Z"}


def test_a_changed_document_gets_the_moment_and_its_past_is_kept() -> None:
    first = after(Ledger(), {"a": ("1", ())}, MONDAY)
    second = after(first, {"a": ("2", ())}, TUESDAY)
    assert [version.content for version in second.versions] == ["1", "2"]
    assert stamps(second) == {"a": "2024-01-02T09:00:00Z"}


def test_nothing_changed_is_the_same_ledger() -> None:
    first = after(Ledger(), {"a": ("1", ())}, MONDAY)
    assert after(first, {"a": ("1", ())}, TUESDAY) is first


def test_a_deleted_document_stays_as_deleted_in_its_sets_and_can_come_back() -> None:
    first = after(Ledger(), {"a": ("1", ("genre:note",)), "b": ("1", ())}, MONDAY)
    gone = after(first, {"b": ("1", ())}, TUESDAY)
    assert gone.current["a"] == Version("a", "2024-01-02T09:00:00Z", "", ("genre:note",))
    assert after(gone, {"b": ("1", ())}, TUESDAY) is gone
    back = after(gone, {"a": ("1", ()), "b": ("1", ())}, TUESDAY)
    assert not back.current["a"].deleted and back.current["a"].datestamp > gone.current["a"].datestamp


def test_a_document_that_is_broken_for_now_is_not_deleted() -> None:
    first = after(Ledger(), {"a": ("1", ()), "b": ("1", ())}, MONDAY)
    assert after(first, {"b": ("1", ())}, TUESDAY, kept={"a"}) is first


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123")), min_size=1, max_size=8))
def test_time_never_runs_backwards_and_every_change_is_told_once(states: list[dict[str, str]]) -> None:
    found = Ledger()
    for state in states:
        before = found
        found = after(
            before, {id: (content, ()) for id, content in state.items()}, MONDAY
        )  # a clock that stands still
        changed = {
            id
            for id in state.keys() | before.current.keys()
            if state.get(id, "") != (before.current[id].content if id in before.current else "")
        }
        newer = {id for id, stamp in stamps(found).items() if stamp > before.newest}
        assert newer == changed
        assert ledger.of_text(found.text()) == found


def test_a_file_that_is_no_ledger_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "ledger.tsv"
    path.write_text(ledger.HEAD + "\na\t2024-01-01T00:00:00Z\tx\t\na\tyesterday\tx\t\n")
    with pytest.raises(InputError, match="ledger.tsv:3: is no line of a ledger"):
        ledger.read([path])
    path.write_text("<html>")
    with pytest.raises(InputError, match="ledger.tsv:1: does not begin"):
        ledger.read([path])


def test_two_copies_are_read_as_one_and_a_missing_one_is_none(tmp_path: Path) -> None:
    first = after(Ledger(), {"a": ("1", ())}, MONDAY)
    second = after(first, {"a": ("2", ())}, TUESDAY)
    for name, content in (("old.tsv", first), ("new.tsv", second)):
        (tmp_path / name).write_text(content.text())
    assert ledger.read([tmp_path / "old.tsv", tmp_path / "new.tsv", tmp_path / "none.tsv"]) == second


@pytest.mark.parametrize(
    ("day", "stamp"),
    [
        ("2024-02-03", "2024-02-03T00:00:00Z"),
        ("2024-02", "2024-02-01T00:00:00Z"),
        ("2024", "2024-01-01T00:00:00Z"),
        ("", ledger.BEGINNING),
        ("2024-02-31", ledger.BEGINNING),
    ],
)
def test_what_a_document_says_of_its_last_change(
    day: str, stamp: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert ledger.of_day(day) == stamp


def test_source_date_epoch_is_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert ledger.of_day("2024-02-03") == "1970-01-01T00:00:00Z" and ledger.moment(5).timestamp() == 0
