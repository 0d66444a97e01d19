"""One bag with all of an edition, for those who keep it: BagIt 1.0 (RFC 8493), RO-Crate 1.1 metadata inside.

    data/edition/   what the edition is made of, as in its folder: sources, TEI, authority files, pages …
    data/program/   what it was made with: stylesheets, schema, site assets of this version of the program
    data/built/     what was published: site, print, epub, data
    data/ro-crate-metadata.json, data/README.txt

The same edition, built by the same version, gives the same bag: its date is that of the newest change.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from teiedition import __version__
from teiedition.config import FILE, Config
from teiedition.errors import EnvironmentFault, InputError
from teiedition.files import unwritable
from teiedition.publish import ledger
from teiedition.publish.assets import gather
from teiedition.resources import resource

ALGORITHMS = ("sha256", "sha512")
_TYPES = mimetypes.MimeTypes()  # not those of this machine, which another may not know
_TYPES.add_type("application/epub+zip", ".epub")
_README = """{title}

This bag holds a scholarly edition in whole. Nothing in it needs a running server.

edition/   what the edition is made of: source texts, the documents in TEI (plain XML, see tei-c.org), the
           authority files of persons, places and organisations, the editorial pages, the configuration
program/   the stylesheets (XSLT 3.0), the schema and the site's assets of teiedition {version}, by which
           the edition was made; with that program, `teiedition build` in edition/ makes built/ again
built/     what was published: site/index.html is its first page, print/ the PDFs, epub/ the e-books, data/
           the tables, the catalogue (SQLite) and the ledger of changes

The checksums of all files stand beside this folder, in manifest-sha256.txt and manifest-sha512.txt.
"""
Sums = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes into a bag: files by their paths in it, and what is written for it alone."""

    files: Mapping[str, Path]
    written: Mapping[str, bytes]


def package(config: Config, out: Path) -> Path:
    """Write the bag of a built edition to `out`: a folder, or a ZIP file if its name ends so.

    A former bag there is replaced, anything else is not. Raises InputError where the edition is not
    built, EnvironmentFault where `out` can't be written.
    """
    moment = _newest(config)
    if out.exists() and not (zipfile.is_zipfile(out) if out.is_file() else (out / "bagit.txt").exists()):
        raise EnvironmentFault(f"{out}: is there already and is no bag", "Name another place with --out.")
    files = dict(sorted(_files(config)))
    crate = json.dumps(_crate(config, files, moment), ensure_ascii=False, indent=1).encode()
    readme = _README.format(title=config.title, version=__version__).encode()
    payload = Payload(files, {"ro-crate-metadata.json": crate, "README.txt": readme})
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
            bag = Path(folder) / "bag"
            _write_bag(bag, payload, _info(config, moment))
            if out.suffix == ".zip":
                bag = _zipped(bag, out.stem)
            _replace(out, bag)
    except OSError as error:
        raise unwritable(out, error) from error
    return out


def _newest(config: Config) -> str:
    path = config.build / "data" / ledger.FILE
    if not path.exists():
        raise InputError("the edition is not built", config.build, remedy="Run `teiedition build` first.")
    return ledger.read([path]).newest or ledger.BEGINNING


def _files(config: Config) -> Iterator[tuple[str, Path]]:
    """Every file of the payload, with its path in `data/`."""
    for path in _edition_files(config):
        inside = path.is_relative_to(config.folder)
        place = path.relative_to(config.folder) if inside else Path(path.parent.name, path.name)
        yield f"edition/{place.as_posix()}", path
    assets = gather(config.folder, config.build / ".cache")
    for name, folder in (("xslt", assets.xslt), ("schema", resource("schema")), ("site", resource("site"))):
        for path in _below(folder):
            if name != "site" or path.relative_to(folder).parts[0] in ("css", "js", "locale", "images"):
                yield f"program/{name}/{path.relative_to(folder).as_posix()}", path
    for folder in sorted(path for path in config.build.iterdir() if path.is_dir()):
        if not folder.name.startswith("."):
            for path in _below(folder):
                yield f"built/{folder.name}/{path.relative_to(folder).as_posix()}", path


def _edition_files(config: Config) -> Iterator[Path]:
    """The documents that stand right in the TEI folder, all of the other folders, the configuration."""
    yield from (path for path in config.tei.iterdir() if path.is_file())
    for folder in (
        config.authority,
        config.sources,
        config.pages,
        config.folder / "site",
        config.folder / "xslt",
    ):
        if folder.is_dir():
            yield from _below(folder)
    yield from (path for path in (config.folder / FILE, config.folder / ledger.FILE) if path.exists())


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _crate(config: Config, files: Mapping[str, Path], moment: str) -> dict[str, Any]:
    """The metadata of the payload (RO-Crate 1.1): what each file is, what was made of what by what."""
    parts = [{"@id": quote(name)} for name in files]
    built = [part for part in parts if part["@id"].startswith("built/")]
    made_of = [part for part in parts if not part["@id"].startswith("built/")]
    program = f"https://pypi.org/project/teiedition/{__version__}/"
    root: dict[str, Any] = {
        "@id": "./", "@type": "Dataset", "name": config.title, "description": config.subtitle or config.title,
        "datePublished": moment, "inLanguage": config.language, "hasPart": parts,
        "license": {"@id": config.licence_url} if config.licence_url else config.licence or "not stated",
        "publisher": config.publisher or config.title, "editor": list(config.editors),
    }  # fmt: skip
    if config.base_url:
        root["url"] = config.base_url
    action = {
        "@id": "#build", "@type": "CreateAction", "name": "teiedition build", "endTime": moment,
        "instrument": {"@id": program}, "object": made_of, "result": built,
    }  # fmt: skip
    software = {"@id": program, "@type": "SoftwareApplication", "name": "teiedition", "version": __version__}
    about = {
        "@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }  # fmt: skip
    described = [_described(name, path) for name, path in files.items()]
    graph = [about, root, software, action, *described]
    if config.licence_url:
        graph.append(
            {"@id": config.licence_url, "@type": "CreativeWork", "name": config.licence or config.licence_url}
        )
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _described(name: str, path: Path) -> dict[str, Any]:
    media_type = _TYPES.guess_type(name)[0] or "application/octet-stream"
    size = str(path.stat().st_size)
    return {"@id": quote(name), "@type": "File", "encodingFormat": media_type, "contentSize": size}


def _info(config: Config, moment: str) -> dict[str, str]:
    facts = {
        "Source-Organization": config.publisher, "External-Description": config.title,
        "External-Identifier": config.base_url, "Bagging-Date": moment[:10],
        "Bag-Software-Agent": f"teiedition {__version__}",
    }  # fmt: skip
    return {name: " ".join(value.split()) for name, value in facts.items() if value}


def _write_bag(bag: Path, payload: Payload, info: dict[str, str]) -> None:
    sums: Sums = {}
    total = 0
    for name in (*payload.files, *payload.written):
        target = bag / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in payload.files:
            shutil.copyfile(payload.files[name], target)
        else:
            target.write_bytes(payload.written[name])
        sums[f"data/{name}"] = _sums(target)
        total += target.stat().st_size
    info["Payload-Oxum"] = f"{total}.{len(sums)}"
    tags = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in info.items()),
        **{f"manifest-{algorithm}.txt": text for algorithm, text in _manifests(sums).items()},
    }
    for name, text in tags.items():
        (bag / name).write_text(text, "utf-8", newline="\n")
    tag_sums = {name: _sums(bag / name) for name in tags}
    for algorithm, text in _manifests(tag_sums).items():
        (bag / f"tagmanifest-{algorithm}.txt").write_text(text, "utf-8", newline="\n")


def _sums(path: Path) -> tuple[str, ...]:
    """The checksums of a file, one for each of ALGORITHMS."""
    found = []
    for algorithm in ALGORITHMS:
        with open(path, "rb") as file:
            found.append(hashlib.file_digest(file, algorithm).hexdigest())
    return tuple(found)


def _manifests(sums: Sums) -> dict[str, str]:
    """For each algorithm the lines of its manifest, names escaped by RFC 8493, 2.1.3."""

    def escaped(name: str) -> str:
        return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")

    return {
        algorithm: "".join(f"{found[place]}  {escaped(name)}\n" for name, found in sorted(sums.items()))
        for place, algorithm in enumerate(ALGORITHMS)
    }


def _zipped(bag: Path, name: str) -> Path:
    """The bag as a ZIP file with one folder in it, its files dated 1980: the same bag is the same file."""
    target = bag.with_name("bag.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _below(bag):
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(bag).as_posix()}")
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with open(path, "rb") as source, archive.open(entry, "w", force_zip64=True) as packed:
                shutil.copyfileobj(source, packed)
    return target


def _replace(out: Path, new: Path) -> None:
    if out.is_dir():
        former = new.with_name("former")
        os.rename(out, former)
    os.replace(new, out)
