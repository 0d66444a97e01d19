"""The build folder: finished objects by key, the list of what is published, and the swap.

    OUT/site OUT/print OUT/epub OUT/data  what is published; each is exchanged as a whole, in one system call
    OUT/.cache/objects/KEY              the bytes of every output, by the key of the step that made it;
                                        of a folder: the list of its files, which are objects by digest
    OUT/.cache/manifest.json            which output has which key, and what the files looked like
    OUT/.cache/next/                    the folders about to be published

A build that is killed leaves the published folders as they were, and its finished objects for the next.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from teiedition.errors import EnvironmentFault
from teiedition.files import digest, unwritable, write_whole

FORMAT = 1
FOLDERS = "folders"
"""Before the path of an output that is a folder: its line in the manifest, beside those of its files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A published output: its step's key, its document, its file's size and time, messages of its making."""

    key: str
    document: str
    size: int
    mtime: int
    messages: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """What the last build knew. `signature` is the state of all its inputs; empty if it had problems."""

    outputs: dict[str, Entry] = field(default_factory=dict)
    digests: dict[str, list[int | str]] = field(default_factory=dict)
    signature: str = ""


class Store:
    """The build folder `out`. Raises EnvironmentFault when it can't be written."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.cache = out / ".cache"
        self._objects = self.cache / "objects"
        self.manifest = _load(self.cache / "manifest.json")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the build folder for one build at a time."""
        try:
            self._objects.mkdir(parents=True, exist_ok=True)
            lock = open(self.cache / "lock", "w")  # noqa: SIM115
        except OSError as error:
            raise unwritable(self.out, error) from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise EnvironmentFault(
                    f"{self.out}: another build is at work in this folder", "Wait until it is done."
                ) from None
            yield

    def object(self, key: str) -> Path:
        """Where the bytes of that key are, or will be."""
        return self._objects / key[:2] / key

    def entries(
        self, output: str, key: str, document: str, messages: tuple[str, ...] = ()
    ) -> dict[str, Entry]:
        """The manifest's lines for a finished output; for a folder, its own and those of its files."""
        lines = {line_of(output): self._entry(key, document, messages)}
        if output.endswith("/"):
            files = self._listed(key)
            lines |= {output + name: self._entry(object, document) for name, object in files.items()}
        return lines

    def _listed(self, key: str) -> dict[str, str]:
        return dict(json.loads(self.object(key).read_bytes()))

    def _entry(self, key: str, document: str, messages: tuple[str, ...] = ()) -> Entry:
        status = self.object(key).stat()
        return Entry(key, document, status.st_size, status.st_mtime_ns, messages)

    def intact(self, output: str, entry: Entry) -> bool:
        """Is this output published, and untouched since?"""
        return _looks(self.out / output) == (entry.size, entry.mtime)

    def usable(self, output: str, key: str) -> bool:
        """Is the output of that key there, whole? What was published must be untouched since."""
        there = self.untouched(key, self.manifest.outputs.get(line_of(output)))
        if not there or not output.endswith("/"):
            return there
        known = self.manifest.outputs
        return all(self.untouched(each, known.get(output + name)) for name, each in self._listed(key).items())

    def untouched(self, key: str, known: Entry | None) -> bool:
        """Is the object of that key there, and as it was published if it was?"""
        looks = _looks(self.object(key))
        return looks is not None and (known is None or known.key != key or looks == (known.size, known.mtime))

    def publish(self, outputs: Mapping[str, Entry], folders: tuple[str, ...]) -> None:
        """Publish exactly `outputs` in `folders`; other folders stay. Foreign files in them are kept."""
        staging = self.cache / "next"
        shutil.rmtree(staging, ignore_errors=True)
        old = self.manifest.outputs
        changed = [name for name in folders if not self._published(name, outputs, old)]
        try:
            for name in changed:
                self._refuse_foreign(name, old)
                self._stage(name, outputs, old, staging)
            for name in changed:
                _exchange(staging / name, self.out / name)
        except OSError as error:
            raise unwritable(self.out, error) from error
        shutil.rmtree(staging, ignore_errors=True)

    def save(self, manifest: Manifest) -> None:
        """Remember the build, and let go of the objects that nothing published needs."""
        lines = {name: asdict(entry) for name, entry in sorted(manifest.outputs.items())}
        text = json.dumps(
            {"format": FORMAT, "outputs": lines, "digests": manifest.digests, "signature": manifest.signature}
        )
        write_whole(self.cache / "manifest.json", text)
        self.manifest = manifest
        needed = {entry.key for entry in manifest.outputs.values()}
        for path in self._objects.glob("*/*"):
            if path.name not in needed:
                path.unlink(missing_ok=True)

    def _published(self, folder: str, outputs: Mapping[str, Entry], old: Mapping[str, Entry]) -> bool:
        """Is the folder published just so already?"""
        prefix = f"{folder}/"
        wanted = {name: entry for name, entry in outputs.items() if name.startswith(prefix)}
        before = {name for name in old if name.startswith(prefix)}
        return before == set(wanted) and all(self.intact(name, entry) for name, entry in wanted.items())

    def _refuse_foreign(self, folder: str, old: Mapping[str, Entry]) -> None:
        place = self.out / folder
        ours = any(name.startswith(f"{folder}/") for name in old)
        if not ours and place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise EnvironmentFault(
                f"{place}: is there already and was not made by a build",
                "Build into another folder (--out), or move this one away.",
            )

    def _stage(
        self, folder: str, outputs: Mapping[str, Entry], old: Mapping[str, Entry], staging: Path
    ) -> None:
        (staging / folder).mkdir(parents=True)
        made: set[Path] = set()
        for name, entry in outputs.items():
            if name.startswith(f"{folder}/"):
                target = staging / name
                if target.parent not in made:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    made.add(target.parent)
                _link(self.object(entry.key), target)
        for path in (self.out / folder).rglob("*"):
            name = path.relative_to(self.out).as_posix()
            if path.is_file() and name not in old and not (staging / name).exists():
                (staging / name).parent.mkdir(parents=True, exist_ok=True)
                _link(path, staging / name)


def line_of(output: str) -> str:
    """The name of an output in the manifest."""
    return f"{FOLDERS}/{output}" if output.endswith("/") else output


def write_object(object: Path, made: bytes | Mapping[str, bytes]) -> None:
    """Write an object whole. Of a folder, its files come first and the list of them last."""
    if isinstance(made, bytes):
        write_whole(object, made)
        return
    keys = {name: digest(content) for name, content in sorted(made.items())}
    for name, key in keys.items():
        file = object.parents[1] / key[:2] / key
        if not file.exists() or file.read_bytes() != made[name]:  # else it keeps the time it is known by
            write_whole(file, made[name])
    write_whole(object, json.dumps(keys))


def _load(path: Path) -> Manifest:
    try:
        found = json.loads(path.read_text("utf-8"))
        if found["format"] != FORMAT:
            return Manifest()
        outputs = {
            name: Entry(**{**line, "messages": tuple(line["messages"])})
            for name, line in found["outputs"].items()
        }
        return Manifest(outputs, found["digests"], found["signature"])
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest()  # none yet, or from another version: everything is made anew


def _looks(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _exchange(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`, and `old` in the place of `new`, at once if the system can."""
    if not old.exists():
        os.rename(new, old)
    elif not _exchange_at_once(new, old):
        aside = new.with_name(f"{new.name}.old")
        os.rename(old, aside)
        os.rename(new, old)
        shutil.rmtree(aside)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """renameat2(2) on Linux, renameatx_np(2) on macOS; Python's library has neither."""
    library = ctypes.CDLL(None, use_errno=True)
    name, here = ("renameatx_np", -2) if sys.platform == "darwin" else ("renameat2", -100)
    function = getattr(library, name, None)
    swap = 2  # RENAME_EXCHANGE, RENAME_SWAP
    return function is not None and function(here, os.fsencode(one), here, os.fsencode(other), swap) == 0
