"""Files that mean harm, or look like it: a clear word each, in little time and little memory."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from teiedition import sources
from teiedition.errors import InputError

WordFile = Callable[..., bytes]
RUN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
LIMIT = 1500 << 20  # bytes of memory for reading any of these
READ = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
from teiedition import sources
from teiedition.errors import InputError
for name in sys.argv[1:]:
    try:
        print("read", len(sources.read(Path(name)).text))
    except InputError as error:
        print("refused", error.message.splitlines()[0])
"""


def packed(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_document(word_file: WordFile, document: str) -> bytes:
    """A Word file whose main part is this text."""
    with zipfile.ZipFile(io.BytesIO(word_file(""))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed(parts | {"word/document.xml": document})


def read_within_limits(*paths: Path) -> list[str]:
    """What a process of little memory says of each file."""
    run = subprocess.run(
        [sys.executable, "-c", READ.format(limit=LIMIT), *map(str, paths)],
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_bombs_are_refused_in_little_memory(word_file: WordFile, odt_file: WordFile, tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    files = {
        "zip.docx": (word_file(RUN.format("a" * 300_000_000)), "refused.*unpacks to more than is sensible"),
        "zip.odt": (odt_file("<text:p>" + "a" * 120_000_000), "refused.*unpacks to more than is sensible"),
        "tags.docx": (word_file("<w:p/>" * 4_500_000), "refused.*more than 4000000 elements"),
        "entities.docx": (
            with_document(word_file, f'<!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><x>&e9;</x>'),
            "refused.*declares a document type",
        ),
        "deep.docx": (word_file("<w:sdt>" * 50_000), "refused.*Excessive depth"),
        "run.docx": (word_file(RUN.format("ab " * 4_000_000)), "refused.*too long"),
        "line.txt": (b"so it went on and on " * 2_500_000, "read 52500000"),
        "line.html": (b"<p>" + b"so it went on and on " * 500_000, "read 10500000"),
        "deep.html": (b"<div>" * 100_000 + b"x", "refused.*Excessive depth"),
        "nested.html": (b"<table><tr><td>" * 300 + b"x", "refused.*nested too deep"),
        "spans.html": (b"<table>" + b"<tr><td rowspan=1000 colspan=1000>x" * 300, "read 600"),
        "attributes.html": (b"<p " + b"a=1 b=2 " * 100_000 + b">x", "refused.*attributes"),
    }
    paths = []
    for name, (content, _) in files.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content)
    for said, (name, (_, expected)) in zip(read_within_limits(*paths), files.items(), strict=True):
        verdict, _, reason = expected.partition(".*")
        assert said.startswith(verdict) and reason in said, name


def test_an_entity_cannot_bring_in_a_file(word_file: WordFile, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    path = tmp_path / "a.docx"
    document = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]><x>&e;</x>'
    path.write_bytes(with_document(word_file, document))
    with pytest.raises(InputError, match="declares a document type"):
        sources.read(path)


def test_damaged_archives(word_file: WordFile, tmp_path: Path) -> None:
    whole = word_file("".join(RUN.format(f"some words {n}") for n in range(500)))
    spoilt = bytearray(whole)
    spoilt[900:1000] = bytes(100)
    path = tmp_path / "a.docx"
    for content, said in (
        (whole[:-300], "is damaged: its zip directory"),
        (bytes(spoilt), "is damaged: its part .* can't be unpacked"),
        (b"PK\x05\x06" + bytes(18), "is damaged: it has no part word/document.xml"),
        (packed({"word/other.xml": "x"}), "is damaged: it has no part word/document.xml"),
        (packed({f"word/{n}": "" for n in range(10_001)}), "holds more than 10000 parts"),
        (with_document(lambda body: whole, "<w:document>"), "can't be read"),
        (with_document(lambda body: whole, "<document/>"), "it has no body"),
    ):
        path.write_bytes(content)
        with pytest.raises(InputError, match=said) as caught:
            sources.read(path)
        assert caught.value.file == path and caught.value.remedy


def test_a_file_larger_than_any_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1 << 20)
    (tmp_path / "a.txt").write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(InputError, match="is larger than 1 MB"):
        sources.read(tmp_path / "a.txt")


def test_sloppy_pages_are_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p><b>x</p></b> &foo; <custom id=1 id=2>y<table><p>z<tr><b>w</div></html>after <3 & <")
    text = "".join(sources.read(path).text.split())
    for word in ("x", "&foo;", "y", "z", "w", "after"):
        assert word in text


def test_writing_from_right_to_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("שלום עולם. זה מכתב.\n", "utf-8")
    assert sources.read(path).text == "שלום עולם. זה מכתב.\n"
