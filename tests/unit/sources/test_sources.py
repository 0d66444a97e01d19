"""Which files are taken as sources, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import sources
from teiedition.errors import InputError


def write(path: Path, content: bytes = b"Some text.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        sources.read(path)
    assert caught.value.file == path
    return caught.value


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "none.txt").message
    (tmp_path / "folder.txt").mkdir()
    assert "is a folder" in refused(tmp_path / "folder.txt").message


def test_another_format_is_refused_by_name(tmp_path: Path) -> None:
    message = refused(write(tmp_path / "letter.wpd")).message
    assert "“.wpd”" in message
    assert all(suffix in message for suffix in sources.ACCEPTED.split())
    assert "“letter”" in refused(write(tmp_path / "letter")).message


@pytest.mark.parametrize(
    ("name", "content", "said", "remedy"),
    [
        ("a.txt", b"%PDF-1.7\n...", "is a PDF file, though its name ends in .txt", "Rename it to a.pdf"),
        (
            "a.md",
            b"<!DOCTYPE html><p>x",
            "is an HTML page, though its name ends in .md",
            "Rename it to a.html",
        ),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...",
            "a Word document of before 2007",
            "one of these formats",
        ),
        ("a.txt", b"{\\rtf1 x}", "is a rich text file", "save it as .docx"),
        ("a.docx", b"Dear Sir", "is damaged or something else, though", "sound copy"),
        ("a.docx", b"%PDF-1.4 ", "is a PDF file, though", "Rename it to a.pdf"),
        (
            "a.pdf",
            b"PK\x03\x04 word/document.xml",
            "is a Word document (.docx), though",
            "Rename it to a.docx",
        ),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is an image, though", "sound copy"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password-protected",
            "without one",
        ),
    ],
)
def test_a_wrong_suffix_is_told(tmp_path: Path, name: str, content: bytes, said: str, remedy: str) -> None:
    error = refused(write(tmp_path / name, content))
    assert said in error.message
    assert remedy in str(error.remedy)


def test_suffix_in_capitals(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path / "LETTER.TXT")).format == "txt"


def test_folders_are_searched_for_sources(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.TXT", ".hidden.txt", ".git/d.txt", "~$b.txt", "picture.png"):
        write(tmp_path / name)
    named = write(tmp_path.parent / f"{tmp_path.name}-named.txt")
    found = sources.discover([named, tmp_path, tmp_path / "b.txt"])
    assert found == [named, tmp_path / "a.md", tmp_path / "b.txt", tmp_path / "deep" / "c.TXT"]


def test_a_folder_without_sources_and_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no sources"):
        sources.discover([tmp_path])
    with pytest.raises(InputError, match="no such file or folder"):
        sources.discover([tmp_path / "none"])


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    write(tmp_path / "a.txt")
    with pytest.raises(InputError, match="has the same name as"):
        sources.discover([tmp_path])
