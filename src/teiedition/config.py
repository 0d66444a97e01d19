"""`edition.toml`: what an edition is called and where its things are. Every value has a default."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from teiedition.errors import InputError
from teiedition.files import read_bytes

FILE = "edition.toml"
PLAIN = frozenset(["", "tei", "xml", "data", "texts", "files", "documents", "edition"])
"""Names of folders that say nothing of what is in them."""
OUTPUTS = ("site", "print", "epub", "data")


@dataclass(frozen=True, slots=True)
class Config:
    """An edition's configuration. Paths are resolved against the folder of `edition.toml`."""

    folder: Path
    title: str = ""
    subtitle: str = ""
    description: str = ""
    """A few sentences on the home page, and for search engines."""
    publisher: str = ""
    editors: tuple[str, ...] = ()
    licence: str = ""
    licence_url: str = ""
    base_url: str = ""
    report: str = ""
    """Where readers report errors: a mail address, or the address of a form such as a tracker's new issue."""
    language: str = "en"
    tei: Path = Path("tei")
    authority: Path = Path("tei/authority")
    sources: Path = Path("tei/sources")
    pages: Path = Path("site/pages")
    build: Path = Path("build")
    outputs: tuple[str, ...] = OUTPUTS
    page_words: int = 15_000
    """A text with more words is divided into several pages; 0 leaves each on one."""
    validate: bool = True
    """Whether the build checks the documents against the project's schema and the authority files."""
    encode: Mapping[str, Any] = field(default_factory=dict)
    """The `[encode]` table: habits of this collection that the encoder can't learn from a document."""
    harvest: Mapping[str, Any] = field(default_factory=dict)
    """The `[harvest]` table: how libraries know this edition (publish/identity.py)."""

    def with_build(self, folder: Path) -> Config:
        """The same configuration with another build folder."""
        return replace(self, build=folder)


def load(folder: Path) -> Config:
    """Read `folder/edition.toml`; defaults where it is missing. All its faults are named at once."""
    path = folder / FILE
    table = _table(path) if path.exists() else {}
    known = {item.name: item for item in fields(Config) if item.name != "folder"}
    faults = [
        f"{name!r} is not a setting; there are: {', '.join(known)}" for name in table if name not in known
    ]
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name in known:
            default = known[name].default
            try:
                values[name] = _convert(default, value)
            except TypeError as fault:
                faults.append(f"{name!r}: {fault}")
    unknown = set(values.get("outputs", ())) - set(OUTPUTS)
    if unknown:
        faults.append(
            f"'outputs': {', '.join(sorted(unknown))} can't be made; there are: {', '.join(OUTPUTS)}"
        )
    if faults:
        raise InputError("; ".join(faults), path, remedy="See docs/editors.md for each setting.")
    return _resolved(Config(folder=folder, **values))


def of_tei(folder: Path) -> Config:
    """The configuration for a bare folder of TEI files, which need nothing beside them."""
    own = folder / FILE
    config = load(folder) if own.exists() else Config(folder=folder, validate=False)
    return replace(_resolved(config), tei=folder, authority=_first(folder / "authority", config.authority))


def _first(*paths: Path) -> Path:
    return next((path for path in paths if path.is_dir()), paths[0])


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(path).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is not valid TOML: {error}", path, remedy="Mend the line named.") from None


def _convert(default: object, value: object) -> object:
    if isinstance(default, Path):
        default, wanted = "", "a path in quotation marks"
    elif isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise TypeError(f'expected a list such as ["one", "two"], found {value!r}')
    elif isinstance(default, bool):
        wanted = "true or false"
    elif isinstance(default, int):
        wanted = "a number"
    elif isinstance(default, str):
        wanted = "text in quotation marks"
    else:
        default, wanted = {}, "a table"
    if not isinstance(value, type(default)):
        raise TypeError(f"expected {wanted}, found {value!r}")
    return Path(value) if isinstance(value, str) and wanted.startswith("a path") else value


def _resolved(config: Config) -> Config:
    places = {item.name: getattr(config, item.name) for item in fields(config)}
    paths: dict[str, Any] = {
        name: config.folder / value
        for name, value in places.items()
        if isinstance(value, Path) and name != "folder"
    }
    return replace(config, title=config.title or _called(config.folder.resolve()), **paths)


def _called(folder: Path) -> str:
    """An edition without a title is called as its folder, or as that around a folder that says nothing."""
    tells = next((path for path in (folder, *folder.parents) if path.name.lower() not in PLAIN), folder)
    name = re.sub(r"[_-]+", " ", tells.name or folder.name).strip()
    return name[:1].upper() + name[1:]
