"""The characters of an XML file, and back again into its own encoding (XML 1.0, appendix F)."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from teiedition.errors import InputError

_DECLARED = re.compile(r"""(<\?xml\b[^>]*?)\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decoded(data: bytes, file: Path) -> tuple[str, str]:
    """The text of a file, a byte order mark and all, and the name of its encoding.

    Line ends stay as they are. Raises InputError where the bytes are not what the file says they are.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _declared(data)
    try:
        return data.decode(encoding), encoding
    except (LookupError, UnicodeDecodeError) as error:
        reason = f"is not text in the encoding {encoding!r} that it names: {error}"
        raise InputError(reason, file, 1, remedy="Save the file as UTF-8, or mend its first line.") from None


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a text in that encoding; characters that it lacks become references."""
    return text.encode(encoding, errors="xmlcharrefreplace")


def parseable(text: str) -> bytes:
    """A text for a parser, which must not heed the encoding that the text was once stored in."""
    return _DECLARED.sub(r"\1", text, count=1).encode()


def _declared(data: bytes) -> str:
    match = _DECLARED.match(data[:200].decode("latin-1"))
    return (match[2] or match[3]) if match else "utf-8"
