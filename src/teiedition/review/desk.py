"""An editor's desk: the documents of an edition with their open proposals, and what was decided last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.annotate.encoding import decoded, encoded, parseable
from teiedition.annotate.scan import scan
from teiedition.authority import Authority, Entry
from teiedition.authority import load as load_authority
from teiedition.config import Config
from teiedition.errors import InputError
from teiedition.files import digest, read_bytes, write_whole
from teiedition.review import entries
from teiedition.review.decisions import Decision, decided
from teiedition.review.proposals import Proposal, proposals

_TITLE = etree.XPath("normalize-space((//tei:titleStmt/tei:title)[1])", namespaces=tree.NS)
Progress = Callable[[str, int, int], None]
Taken = Mapping[Path, tuple[str, Iterable[Decision]]]
"""Decisions by document, each with the state of its file in which they were taken."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read: `state` names the content of its file."""

    path: Path
    title: str
    state: str
    proposals: tuple[Proposal, ...]

    @property
    def id(self) -> str:
        """The name of its file without the ending."""
        return self.path.stem


class Outdated(Exception):
    """A file has changed since the page was made on which a decision was taken; nothing was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


Contents = dict[Path, tuple[bytes | None, bytes]]
"""Of files that change: what is in them, None where there is no such file yet, and what will be."""


@dataclass
class Desk:
    """An edition under review. Files are read anew when they change, whoever changes them."""

    config: Config
    last: str = ""
    """What was decided last, in words."""
    faults: dict[Path, InputError] = field(default_factory=dict)
    """The files that can't be read, and why."""
    _read: dict[Path, tuple[tuple[int, int], Document]] = field(default_factory=dict)
    _written: Contents = field(default_factory=dict)
    """The files that the last decision changed."""

    def authority(self) -> Authority:
        """The edition's authority files as they are now. Raises InputError where they can't be read."""
        return _entries(self.config.authority)

    def drafts(self) -> Authority:
        """The entries that were drafted for names which no authority file has."""
        return _entries(self.config.authority / entries.FOLDER)

    def documents(self, progress: Progress | None = None) -> list[Document]:
        """The documents that can be read, in the order of their names."""
        paths = sorted(self.config.tei.glob("*.xml")) if self.config.tei.is_dir() else []
        self.faults = {}
        found = []
        for number, path in enumerate(paths):
            if progress:
                progress("reading", number + 1, len(paths))
            try:
                found.append(self._document(path))
            except InputError as error:
                self.faults[path] = error
        return found

    def decide(self, taken: Taken, accepted: Iterable[Entry], words: str) -> None:
        """Write decisions down: for each document the state in which they were taken, and what they are.

        The drafted entries that were accepted move to the authority files. Raises Outdated where a document
        is not in that state any more; then nothing is written.
        """
        contents: Contents = {}
        for path, (state, decisions) in taken.items():
            data = read_bytes(path)
            if digest(data) != state:
                raise Outdated(path)
            text, encoding = decoded(data, path)
            changed = decided(scan(text), decisions)
            tree.parse(parseable(changed), path)
            contents[path] = (data, encoded(changed, encoding))
        for entry in accepted:
            self._accept(entry, contents)
        for path, (_, after) in contents.items():
            write_whole(path, after)
        self._written, self.last = contents, words

    def _accept(self, entry: Entry, contents: Contents) -> None:
        home = entries.home_of(self.config.authority, entry.kind)
        name, beginning = entries.beginning(entry.kind)
        path = home or self.config.authority / name
        draft, draft_encoding = decoded(read_bytes(entry.file), entry.file)
        before = read_bytes(home) if home else None
        text, encoding = decoded(before or beginning.encode(), path)
        rest, grown = entries.moved(draft, text, entry)
        for file, result in ((entry.file, rest), (path, grown)):
            tree.parse(parseable(result), file)
        contents[entry.file] = (read_bytes(entry.file), encoded(rest, draft_encoding))
        contents[path] = (before, encoded(grown, encoding))

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision that can be taken back."""
        return bool(self._written)

    def undo(self) -> None:
        """Take the last decision back. Raises Outdated where one of its files has changed since."""
        for path, (_, after) in self._written.items():
            if read_bytes(path) != after:
                raise Outdated(path)
        for path, (before, _) in self._written.items():
            if before is None:
                path.unlink()
            else:
                write_whole(path, before)
        self._written, self.last = {}, ""

    def _document(self, path: Path) -> Document:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            data = read_bytes(path)
            text, _ = decoded(data, path)
            root = tree.parse(parseable(text), path)
            title = str(_TITLE(root)) or path.stem
            known = (stamp, Document(path, title, digest(data), tuple(proposals(scan(text)))))
            self._read[path] = known
        return known[1]


def _entries(folder: Path) -> Authority:
    return load_authority(folder) if folder.is_dir() else Authority({})
