"""Plain text: every encoding read or refused with a reason, every line in its place."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiedition import sources
from teiedition.errors import InputError
from teiedition.sources.decoding import decode

LETTER = "Pera, 4 May 1871\n\nDear “Friend”, the café – as you’d say – is shut.\n"
HERE = Path("letter.txt")


def write(folder: Path, content: bytes | str, name: str = "letter.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
def test_encodings_of_a_western_letter(tmp_path: Path, encoding: str, named: str) -> None:
    source = sources.read(write(tmp_path, LETTER.encode(encoding)))
    assert source.text == LETTER
    assert source.encoding == named
    assert (source.format, source.spans, source.id) == ("txt", (), "letter")


def test_utf16_big_endian_by_its_mark(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path, b"\xfe\xff" + LETTER.encode("utf-16-be"))).text == LETTER


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр заявил, что правительство готово подписать соглашение.", "cp1251"),
        ("Министр заявил, что правительство готово подписать соглашение.", "koi8-r"),
        ("Minister oświadczył, że rząd będzie dążył do zawarcia układu.", "cp1250"),
        ("L’ambassadeur a été reçu à midi, où il a déclaré que la négociation était terminée.", "cp1252"),
        ("部长说，政府准备在最近签署协定。会谈在友好的气氛中进行。", "gb18030"),
        ("大臣は、政府が近く協定に署名する用意があると述べた。", "shift_jis"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), HERE)[0] == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"]), min_size=1))
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode(), HERE) == (text, "utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_whatever_is_read_can_stand_in_xml(text: str) -> None:
    read, _ = decode(text.encode(), HERE)
    assert etree.fromstring(f"<p>{escape(read.replace(chr(12), ' '))}</p>".encode()) is not None


def test_line_ends_of_every_system_keep_line_numbers(tmp_path: Path) -> None:
    source = sources.read(write(tmp_path, b"one\r\ntwo\rthree\n\r\nfive"))
    assert source.text == "one\ntwo\nthree\n\nfive"
    assert source.line_of(source.text.index("five")) == 5


def test_form_feeds_become_pages(tmp_path: Path) -> None:
    source = sources.read(write(tmp_path, "first page\n\fsecond\n\f"))
    assert source.text == "first page\n second\n "
    assert [(source.text[s.start : s.end], s.kind, s.value) for s in source.spans] == [
        ("first page\n", "page", "1"),
        ("second\n", "page", "2"),
    ]


def test_control_characters_stay_visible(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path, "a\x07b\x0bc\x1a")).text == "a\ufffdb c"


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", None, "is empty"),
        (b" \n\n", None, "is empty"),
        (b"\xef\xbb\xbf \n", None, "is empty"),
        (b"one\ntwo\0three", 2, "NUL"),
        ("two words".encode("utf-16-le"), 1, "NUL"),
        (b"\xff\xfea\x00\n\x00b", 2, "it begins as utf-16"),
        ("größer\nfür\n".encode() + b"na\xefve", 3, "byte 0xef is not UTF-8, the rest is"),
    ],
)
def test_unreadable_text_is_refused_with_its_line(
    tmp_path: Path, content: bytes, line: int | None, said: str
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        sources.read(write(tmp_path, content))
    assert caught.value.file == tmp_path / "letter.txt"
    assert caught.value.line == line
    assert caught.value.remedy


def test_one_long_line(tmp_path: Path) -> None:
    text = "so it went on and on " * 2_500_000
    assert sources.read(write(tmp_path, text)).text == text
