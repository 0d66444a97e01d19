"""What tests of harvesting share: an edition that was built, and its catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from papers import publish, write_papers
from teiedition.harvest import Repository


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built edition of 24 documents that no test changes."""
    folder = write_papers(tmp_path_factory.mktemp("papers") / "edition", 24)
    publish(folder)
    return folder


@pytest.fixture(scope="session")
def repository(papers: Path) -> Repository:
    """The catalogue of `papers`."""
    return Repository(papers / "build/data/catalogue.sqlite")
