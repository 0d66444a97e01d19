"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine, and none judged by its time: a failure here is one anywhere.
settings.register_profile("same everywhere", derandomize=True, deadline=None)
settings.load_profile("same everywhere")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real sources and reference encodings that lies beside some checkouts."""
    folder = ROOT.parent / "shared"
    if not (folder / "sources").is_dir():
        pytest.skip("the real sources (../shared) are not beside this checkout")
    return folder
