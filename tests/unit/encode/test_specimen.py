"""The specimen sources: which of them have footnotes; front matter is never taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import authority, sources
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import encode

ROOT = Path(__file__).resolve().parents[3]
SOURCES = sorted(path for path in (ROOT / "tei" / "sources").iterdir() if path.is_file())
NOTES = {"2009-06": 47, "1962-11": 6}
"""Footnotes by the beginning of a document's id; all other documents have none."""


@pytest.fixture(scope="module")
def known() -> Authority:
    return authority.load(ROOT / "tei" / "authority")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_only_texts_with_footnotes_get_footnotes(path: Path, known: Authority) -> None:
    for document in encode(sources.read(path), Config(folder=Path()), known):
        assert document.tei.count('place="foot"') == NOTES.get(document.id[:7], 0), document.id
