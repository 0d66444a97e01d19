"""The real sources, where they are beside the checkout: how many documents, and nothing of them lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import authority, sources, tree
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode
from teiedition.fidelity import account

DOCUMENTS = {"000": 1, "001": 14, "002": 1, "004": 1}
GENRES = {"agreement", "article", "cable", "instruction", "letter", "minutes", "report", "speech"}


@pytest.fixture(scope="module", params=DOCUMENTS)
def encoded(request: pytest.FixtureRequest, shared: Path) -> tuple[Path, tuple[EncodedDocument, ...]]:
    (path,) = (shared / "sources").glob(f"{request.param}_*.txt")
    known = authority.load(shared / "authority")
    return path, encode(sources.read(path), Config(folder=Path()), known)


def test_documents_and_every_character_of_them(encoded: tuple[Path, tuple[EncodedDocument, ...]]) -> None:
    path, documents = encoded
    assert len(documents) == DOCUMENTS[path.name[:3]]
    assert account(sources.read(path), [document.tei for document in documents]).complete


def test_headers(encoded: tuple[Path, tuple[EncodedDocument, ...]]) -> None:
    for document in encoded[1]:
        assert document.title and document.date and document.genre in GENRES
        assert document.shelfmark or document.genre == "article" or "<repository" in document.tei


def test_every_turn_is_a_known_persons(encoded: tuple[Path, tuple[EncodedDocument, ...]]) -> None:
    for document in encoded[1]:
        turns = tree.parse(document.tei.encode(), Path(document.id)).iter(tree.tag("sp"))
        assert all(turn.get("who", "").startswith("#") for turn in turns)
        assert not any("no entry for" in doubt for doubt in document.doubts)
