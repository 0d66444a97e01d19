"""From source files to TEI files on disk: pictures that a source held stand beside its documents."""

from __future__ import annotations

import base64
from pathlib import Path

from teiedition import tree
from teiedition.config import Config
from teiedition.ingest import ingest

PICTURE = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
EMBEDDED = f"data:image/gif;base64,{base64.b64encode(PICTURE).decode()}"


def encoded(folder: Path, body: str) -> tuple[Path, list[Path]]:
    """The TEI file of a web page with that body, and the pictures written."""
    source = folder / "goat.html"
    source.write_text(f"<h1>Report on the Goat, 3 May 1901</h1>{body}", "utf-8")
    found = ingest([source], folder / "tei", Config(folder=folder), None, plain=True)
    assert not found.problems
    return found.written[0], found.pictures


def test_a_picture_is_written_beside_its_document_and_named_there(tmp_path: Path) -> None:
    body = (
        f'<p>The goat <img src="{EMBEDDED}" alt="a goat on a buoy"> is well.</p><p><img src="{EMBEDDED}"></p>'
    )
    file, pictures = encoded(tmp_path, body)
    graphics = [graphic.get("url") for graphic in tree.read(file).root.iter(tree.tag("graphic"))]
    assert graphics == [f"{file.stem}/image1.gif", f"{file.stem}/image2.gif"]
    assert [(file.parent / url).read_bytes() for url in graphics if url] == [PICTURE, PICTURE]
    assert pictures == [file.parent / url for url in graphics if url]
    (words,) = (desc.text for desc in tree.read(file).root.iter(tree.tag("figDesc")))
    assert words == "a goat on a buoy"


def test_a_picture_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    body = f'<p>The goat <img src="{EMBEDDED}"> is well.</p>'
    file, (picture,) = encoded(tmp_path, body)
    picture.write_bytes(b"better")
    assert encoded(tmp_path, body) == (file, [])
    assert picture.read_bytes() == b"better"


def test_a_picture_elsewhere_keeps_its_address(tmp_path: Path) -> None:
    file, pictures = encoded(tmp_path, '<p>The goat <img src="https://goats.example/1.png"> is well.</p>')
    assert 'url="https://goats.example/1.png"' in file.read_text("utf-8")
    assert pictures == []
