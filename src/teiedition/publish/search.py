"""Full-text search without a server: `site/pagefind/…`, an index of the documents' pages, by Pagefind.

What of a page is searched, and under which facets, its data-pagefind attributes say
(`xslt/modules/finding.xsl`); `site/js/search.js` reads the index. The index's files are gzip over a
signature of 12 bytes and CBOR (RFC 8949).
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2
import pagefind_bin

from teiedition.errors import InputError
from teiedition.files import digest
from teiedition.publish.step import Step

FOLDER = "site/pagefind/"
NOT_SEARCHED = "sup.mark, .notes a.mark, .permalink"
"""Marks of notes and links of paragraphs would run into the words beside them."""
_PUBLISHED = re.compile(r"pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+")
_SIGNATURE = 12


def steps(pages: Mapping[str, Path]) -> Iterator[Step]:
    """The step that makes the index of these pages: their files by their paths in the site."""
    if pages:
        source = "\n".join(f"{page}\t{file}" for page, file in sorted(pages.items()))
        parameters = (("pagefind", version("pagefind-bin")), ("not searched", NOT_SEARCHED))
        yield Step(FOLDER, "search index", source, parameters=parameters)


def index(step: Step) -> dict[str, bytes]:
    """The files of the index, by their paths in its folder. The same pages give the same bytes.

    Raises InputError when Pagefind does not run: the rest of the site is then built without it.
    """
    with TemporaryDirectory(prefix="teiedition-search-") as folder:
        site, found = Path(folder, "site"), Path(folder, "index")
        for line in str(step.source).splitlines():
            page, _, file = line.partition("\t")
            target = site / page
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(Path(file).read_bytes())
        _run(site, found)
        return _settled({name: _sparing(path.read_bytes()) for name, path in _wanted(found)})


_FETCHES_WORDS = b"this.backend.request_indexes(ptr,term)"


def _sparing(file: bytes) -> bytes:
    """Pagefind's script without its fetching the index of all words for a search by facets alone."""
    return file.replace(_FETCHES_WORDS, b'(filter_only?"[]":' + _FETCHES_WORDS + b")")


def _run(site: Path, found: Path) -> None:
    program = pagefind_bin.get_executable()
    folders = ["--site", str(site), "--output-path", str(found)]
    options = [*folders, "--exclude-selectors", NOT_SEARCHED, "--silent"]
    try:
        done = subprocess.run([program, *options], capture_output=True, text=True, cwd=site)
    except OSError as error:
        raise InputError(f"no search: Pagefind does not run: {error}", remedy=_REMEDY) from error
    if done.returncode:
        raise InputError(f"no search: Pagefind failed: {done.stderr.strip()}", remedy=_REMEDY)


_REMEDY = "Install it again: pip install --force-reinstall 'pagefind[bin]'"


def _wanted(found: Path) -> Iterator[tuple[str, Path]]:
    """The index and what reads it; not the search boxes that Pagefind ships with."""
    for path in sorted(found.rglob("*")):
        if path.is_file() and _PUBLISHED.fullmatch(path.name):
            yield path.relative_to(found).as_posix(), path


def _settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with what Pagefind leaves to chance in order: the values of a facet, and the facets.

    Files are named by what is in them, and a file that names others is changed with them.
    """
    settled, renamed = dict(files), dict[str, str]()
    for suffix, length in ((".pf_filter", 7), (".pf_meta", 10)):
        for name in [name for name in files if name.endswith(suffix)]:
            signature, content = _read(settled.pop(name))
            packed = _written(signature, _ordered(content, renamed))
            stem = name.removesuffix(suffix)
            new = f"{stem.rpartition('_')[0]}_{digest(packed)[:length]}"
            settled[new + suffix] = packed
            renamed[_bare(stem)] = _bare(new)
    entry = json.loads(settled["pagefind-entry.json"])
    settled["pagefind-entry.json"] = json.dumps(_named(entry, renamed), sort_keys=True).encode()
    return settled


def _bare(stem: str) -> str:
    """A file as others name it: `filter/en_12ab` → `en_12ab`, `pagefind.en_12ab` → `en_12ab`."""
    return stem.removeprefix("filter/").removeprefix("pagefind.")


def _ordered(content: Any, renamed: Mapping[str, str]) -> Any:
    """A filter [name, [[value, pages]…]], or the meta data, whose fourth part is [[name, file]…]."""
    part = 1 if len(content) == 2 else 3
    content[part] = sorted(_named(content[part], renamed))
    return content


def _named(content: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(content, str):
        return renamed.get(content, content)
    if isinstance(content, list):
        return [_named(item, renamed) for item in content]
    if isinstance(content, dict):
        return {name: _named(value, renamed) for name, value in content.items()}
    return content


def _read(file: bytes) -> tuple[bytes, Any]:
    packed = gzip.decompress(file)
    return packed[:_SIGNATURE], cbor2.loads(packed[_SIGNATURE:])


def _written(signature: bytes, content: Any) -> bytes:
    return gzip.compress(signature + cbor2.dumps(content), mtime=0)
