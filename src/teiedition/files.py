"""Writing files whole or not at all, and naming their contents."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from teiedition.errors import EnvironmentFault, InputError


def write_whole(path: Path, content: bytes | str) -> None:
    """Write `content` (text as UTF-8) to `path` by way of a temporary file beside it and a rename.

    Whatever happens, `path` then holds the old content or the new, never a part.
    Raises EnvironmentFault when the disk is full or the folder can't be written.
    """
    data = content.encode() if isinstance(content, str) else content
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> EnvironmentFault:
    """The error for a path that can't be written: why, and that nothing was lost."""
    return EnvironmentFault(
        f"{path}: can't be written: {error.strerror or error}",
        "Make room or give write access, then run the command again; what was there before is untouched.",
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of the user's. Raises InputError in words when it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", path, remedy="Check the name and the folder.") from None
    except IsADirectoryError:
        raise InputError(
            "is a folder, where a file was expected", path, remedy="Name a file in it."
        ) from None
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror or error}", path) from error


def digest(*parts: bytes | str) -> str:
    """A name for content: the hex SHA-256 of the parts, told apart by their lengths."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
