"""A larger edition for tests of harvesting: letters, reports and notes by the dozen, and their build."""

from __future__ import annotations

from pathlib import Path

from edition import ANNA, AUTHORITY, OTTO, RIGA, document
from teiedition import config
from teiedition.build import build

SETTINGS = """title = "Harbour papers"
publisher = "Harbour Press"
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
base_url = "https://papers.example.org"
validate = false
[harvest]
admin = ["desk@papers.example.org"]
friends = ["https://other.example.org/oai"]
branding = { url = "https://papers.example.org/logo.png", title = "Harbour & Sons" }
"""
GENRES = ("letter", "report", "note")


def write(folder: Path, number: int, words: str = "") -> str:
    """Write the document of that number into an edition; its id."""
    genre = GENRES[number % 3]
    id = f"{1950 + number % 40}-{number % 12 + 1:02}-{number % 28 + 1:02}-{genre}-{number:04}"
    who = OTTO if number % 5 == 0 else ANNA
    body = f"<p>Number {number}: {who} came to {RIGA}. {words}</p>"
    path = folder / "tei" / f"{id}.xml"
    path.write_text(document(id, f"{genre.title()} {number} of A &lt; B", id[:10], body, genre))
    return id


def write_papers(folder: Path, documents: int) -> Path:
    """An edition of so many documents, not yet built."""
    (folder / "tei" / "authority").mkdir(parents=True)
    (folder / "edition.toml").write_text(SETTINGS)
    (folder / "tei" / "authority" / "names.xml").write_text(AUTHORITY)
    for number in range(documents):
        write(folder, number)
    return folder


def publish(folder: Path) -> Path:
    """Build the edition's data; the catalogue."""
    report = build(config.load(folder), outputs=("data",), jobs=2)
    assert not report.problems
    return folder / "build/data/catalogue.sqlite"
