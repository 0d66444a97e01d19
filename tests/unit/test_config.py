"""What an edition is called where nobody says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import config


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("harbour-papers", "Harbour papers"),
        ("harbour-papers/tei", "Harbour papers"),
        ("Briefe_1848/XML", "Briefe 1848"),
        ("harbour-papers/letters", "Letters"),
    ],
)
def test_a_bare_folder_gives_the_title(tmp_path: Path, folder: str, title: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    assert config.of_tei(tmp_path / folder).title == title


def test_a_title_in_the_configuration_stands(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('title = "the harbour"\n')
    assert config.load(tmp_path).title == "the harbour"
