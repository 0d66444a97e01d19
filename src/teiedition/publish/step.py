"""A step of the build: an output, what it is made of, and the name of that making.

A step's key is the digest of all that its content depends on: the stylesheets, the source, the context
and the parameters. Same key, same bytes; so an output whose key is known need not be made again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from teiedition.files import digest

WHOLE = "*"
"""In place of a document's id: the output needs every document."""


@dataclass(frozen=True, slots=True)
class Step:
    """Make `output` (a path in the build folder) from `source` by `action` (a row of `actions.ACTIONS`).

    An output that ends in a slash is a folder: what files are in it is known when they are made.
    `source` is a file, or text that stands for one. `document` is the id of the TEI document that the
    output belongs to, if to one. `watched` are other files on whose content the output depends.
    """

    output: str
    action: str
    source: Path | str
    document: str = ""
    stylesheet: Path | None = None
    context: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    watched: tuple[Path, ...] = ()

    def key(self, digest_of: FileDigests) -> str:
        """The step's key, hexadecimal."""
        source = self.source if isinstance(self.source, str) else digest_of(self.source)
        code = stylesheet_digest(self.stylesheet) if self.stylesheet else ""
        watched = [digest_of(path) for path in self.watched]
        return digest(
            program_digest(), self.action, code, source, self.context, repr(self.parameters), *watched
        )


class FileDigests:
    """Digests of files, remembered from build to build under (size, time of change)."""

    def __init__(self, known: dict[str, list[int | str]]) -> None:
        self._known = known
        self.used: dict[str, list[int | str]] = {}

    def __call__(self, path: Path) -> str:
        name, status = str(path), path.stat()
        entry = self._known.get(name)
        if entry is None or entry[:2] != [status.st_size, status.st_mtime_ns]:
            entry = [status.st_size, status.st_mtime_ns, digest(path.read_bytes())]
        self.used[name] = entry
        return str(entry[2])


_MODULE = re.compile(
    rb"""<xsl:(?:include|import)\s[^>]*?href\s*=\s*["']([^"']+)["']|unparsed-text\('([^']+)'\)"""
)


@cache
def program_digest() -> str:
    """A name for the program as it is here; its version would not tell what is under development."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return digest(*(file.read_bytes() for file in files))


@cache
def stylesheet_digest(entry: Path) -> str:
    """The digest of a stylesheet with all that it includes, imports and reads."""
    seen: dict[Path, bytes] = {}
    waiting = [entry.resolve()]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen[path] = path.read_bytes()
            parts = [one or other for one, other in _MODULE.findall(seen[path])]
            waiting += [(path.parent / part.decode()).resolve() for part in parts]
    return digest(*(seen[path] for path in sorted(seen)))
