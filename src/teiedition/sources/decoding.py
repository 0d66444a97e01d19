"""From bytes to characters that XML can hold, without a silent guess where one can be avoided.

UTF-8 (with or without byte order mark) and UTF-16 (with one) are certain. Anything else is recognised
by the `chardet` library among the encodings in use since the web, and `Source.encoding` names it.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from teiedition.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SAVE_AS_UTF8 = "Open it in an editor in which it reads well, and save it with the encoding UTF-8."


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The characters of a text file and the name of its encoding. Lines end in a line feed.

    Raises InputError, naming the line, for a file that is binary, damaged, or mixes encodings.
    """
    mark = next((name for signature, name in _MARKS if data.startswith(signature)), "")
    if not mark and b"\0" in data:
        raise InputError(
            "is a binary file, or UTF-16 without its byte order mark: it holds NUL bytes", path,
            _line(data, data.index(b"\0")), remedy=_SAVE_AS_UTF8,
        )  # fmt: skip
    try:
        text, encoding = data.decode(mark or "utf-8"), mark.removesuffix("-sig") or "utf-8"
    except UnicodeDecodeError as error:
        if mark:
            raise _undecodable(data, path, error.start, f"it begins as {mark.removesuffix('-sig')}") from None
        text, encoding = _recognise(data, path, error)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError("is a binary file: it holds NUL characters", path, line, remedy=_SAVE_AS_UTF8)
    return legible(unify_lines(text)), encoding


def unify_lines(text: str) -> str:
    """Line ends of Windows and old Macs as line feeds; every line keeps its number."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def legible(text: str) -> str:
    """Characters that XML can't hold become U+FFFD, visible and counted; one for one, so offsets stay.

    The two that only lay text out become white space (vertical tab), or stay for the reader of the
    format to take out (form feed).
    """
    return _NOT_XML.sub("\ufffd", text.rstrip("\x1a").replace("\x0b", " "))


def _recognise(data: bytes, path: Path, error: UnicodeDecodeError) -> tuple[str, str]:
    import chardet  # loads its models: only for the rare file that needs it

    if _mostly_utf8(data):
        byte = data[error.start]
        raise _undecodable(data, path, error.start, f"byte {byte:#04x} is not UTF-8, the rest is")
    guess = chardet.detect(data, encoding_era=chardet.EncodingEra.MODERN_WEB, prefer_superset=True)[
        "encoding"
    ]
    try:
        if guess:
            return data.decode(guess), guess.lower()
    except (UnicodeDecodeError, LookupError) as failure:
        start = failure.start if isinstance(failure, UnicodeDecodeError) else error.start
        raise _undecodable(data, path, start, f"tried UTF-8 and {guess}") from None
    raise _undecodable(data, path, error.start, "tried UTF-8 and the encodings in use since the web")


def _mostly_utf8(data: bytes) -> bool:
    """Whether a file with bytes that are not UTF-8 is UTF-8 elsewhere: two encodings in one file.

    Sequences of two and more bytes that are UTF-8 by chance are rare in other encodings.
    """
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(1 for _ in re.finditer("[\x80-\ufffc\U00010000-\U0010ffff]", text)) > wrong


def _undecodable(data: bytes, path: Path, at: int, reason: str) -> InputError:
    return InputError(f"can't be read as text: {reason}", path, _line(data, at), remedy=_SAVE_AS_UTF8)


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
