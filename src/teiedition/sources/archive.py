"""Zip files of XML parts (.docx, .odt), read within limits that no honest document comes near.

Nothing is unpacked to disk. XML parts may not have a document type, so entities can't be declared;
libxml2 bounds their depth (256) and the length of a text (10 MB).
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from teiedition.errors import InputError
from teiedition.tree import Element

PART_BYTES = 96 << 20  # one part, unpacked
TOTAL_BYTES = 384 << 20  # all parts that are read
PARTS = 10_000
RATIO = 200  # unpacked to packed, for parts above RATIO_FROM
RATIO_FROM = 32 << 20
TAGS = 4_000_000
_ANEW = "Open it in Word or LibreOffice and save it anew."


class Archive:
    """The parts of a zip file, by name. `file` is where the bytes came from, for messages."""

    def __init__(self, data: bytes, file: Path) -> None:
        self.file, self.read_bytes = file, 0
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = set(self.zip.namelist())
        except (zipfile.BadZipFile, ValueError, EOFError, OverflowError) as error:
            raise self.damaged(f"its zip directory can't be read ({error})") from None
        if len(self.names) > PARTS:
            raise InputError(f"holds more than {PARTS} parts", file, remedy=_ANEW)

    def damaged(self, why: str) -> InputError:
        """The error for a file that is not what it should be."""
        return InputError(
            f"is damaged: {why}", self.file, remedy="Get a sound copy, or open and save it anew."
        )

    def contents(self, name: str) -> bytes:
        """The contents of a part. Raises InputError when it is missing, too large, damaged or encrypted."""
        if name not in self.names:
            raise self.damaged(f"it has no part {name}")
        info = self.zip.getinfo(name)
        if info.flag_bits & 1:
            raise InputError("is password-protected", self.file, remedy="Save it without a password.")
        bomb = info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1)
        self.read_bytes += info.file_size
        if bomb or info.file_size > PART_BYTES or self.read_bytes > TOTAL_BYTES:
            size = f"{max(info.file_size, self.read_bytes) >> 20} MB"
            raise InputError(f"unpacks to more than is sensible ({name}: {size})", self.file, remedy=_ANEW)
        try:
            with self.zip.open(info) as part:
                return part.read(PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
            raise self.damaged(f"its part {name} can't be unpacked ({error})") from None
        except (NotImplementedError, RuntimeError) as error:
            raise self.damaged(f"its part {name} is packed in an unknown way ({error})") from None

    def xml(self, name: str, replace: dict[bytes, bytes] | None = None) -> Element:
        """The root of an XML part; `replace` maps bytes of namespaces that mean the same."""
        data = self.contents(name)
        for old, new in (replace or {}).items():
            data = data.replace(old, new)
        if data.count(b"<") > TAGS:
            raise InputError(f"has more than {TAGS} elements in {name}", self.file, remedy=_ANEW)
        if b"<!DOCTYPE" in data:
            raise self.damaged(f"its part {name} declares a document type, which no such file has")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged(f"its part {name} can't be read: {str(error.msg).split(',')[0]}") from None
