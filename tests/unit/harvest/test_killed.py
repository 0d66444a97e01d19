"""Killed at any moment: no record is lost, no datestamp is wrong, and whoever harvested meanwhile is told."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from papers import publish, write, write_papers
from teiedition.harvest import Repository
from teiedition.harvest.repository import Item, Selection

BUILD = [sys.executable, "-m", "teiedition", "build", "--only", "data", "--quiet", "--edition"]


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def items(catalogue: Path) -> dict[str, Item]:
    """The items by the number that ends their ids."""
    found = Repository(catalogue).items(Selection(), "", 1000)
    return {item.id[-4:]: item for item in found}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = write_papers(tmp_path / "edition", 20)
    publish(folder)
    return folder


def test_builds_that_are_killed_change_nothing_or_all(edition: Path) -> None:
    catalogue = edition / "build/data/catalogue.sqlite"
    before = items(catalogue)
    write(edition, 3, "Changed.")
    write(edition, 50)
    next(edition.glob("tei/*-0007.xml")).unlink()
    for delay in (0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.4):
        last = now()
        process = subprocess.Popen([*BUILD, edition])
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        state = items(catalogue)
        if state == before:
            continue  # nothing was published, so nobody was told anything
        break
    else:
        last = now()
        publish(edition)
        state = items(catalogue)
    news = {number: item for number, item in state.items() if before.get(number) != item}
    assert {number: item.deleted for number, item in news.items()} == {
        "0003": False,
        "0007": True,
        "0050": False,
    }
    assert all(item.datestamp >= last for item in news.values())
    publish(edition)
    assert items(catalogue) == state


def test_a_harvest_during_a_build_hears_of_its_changes_afterwards(edition: Path) -> None:
    """Whoever asks until the very moment of publication gets a time that is no later than the changes'."""
    catalogue = edition / "build/data/catalogue.sqlite"
    before = items(catalogue)
    write(edition, 3, "Changed.")
    process = subprocess.Popen([*BUILD, edition])
    asked = now()
    while True:
        harvested = now()  # what a harvester would note as the time of its harvest
        if items(catalogue) != before:
            break
        asked = harvested
        assert process.poll() in (None, 0)
    process.wait()
    assert items(catalogue)["0003"].datestamp >= asked


def test_the_datestamp_is_the_publications_and_not_far_ahead(edition: Path) -> None:
    write(edition, 3, "Changed.")
    publish(edition)
    stamp = items(edition / "build/data/catalogue.sqlite")["0003"].datestamp
    ahead = datetime.fromisoformat(stamp) - datetime.now(UTC)
    assert -5 < ahead.total_seconds() < 5


def test_a_lost_catalogue_comes_back_with_the_same_dates(edition: Path) -> None:
    catalogue = edition / "build/data/catalogue.sqlite"
    write(edition, 3, "Changed.")
    next(edition.glob("tei/*-0007.xml")).unlink()
    publish(edition)
    state = items(catalogue)
    catalogue.unlink()
    (edition / "build/data/ledger.tsv").unlink()
    publish(edition)  # the ledger is there in the build's own store
    assert items(catalogue) == state


def test_a_copy_of_the_ledger_beside_the_configuration_outlives_the_build_folder(edition: Path) -> None:
    import shutil

    write(edition, 3, "Changed.")
    next(edition.glob("tei/*-0007.xml")).unlink()
    publish(edition)
    state = items(edition / "build/data/catalogue.sqlite")
    shutil.copy(edition / "build/data/ledger.tsv", edition / "ledger.tsv")
    shutil.rmtree(edition / "build")
    assert items(publish(edition)) == state


def test_a_broken_document_is_neither_deleted_nor_changed(edition: Path) -> None:
    from teiedition import config
    from teiedition.build import build

    catalogue = edition / "build/data/catalogue.sqlite"
    state = items(catalogue)
    (path,) = edition.glob("tei/*-0005.xml")
    whole = path.read_text()
    path.write_text(whole.replace("</TEI>", ""))
    assert build(config.load(edition), outputs=("data",), jobs=1).problems
    assert items(catalogue) == state
    path.write_text(whole)
    publish(edition)
    assert items(catalogue) == state
