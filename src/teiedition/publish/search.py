"""Full-text search without a server: `site/pagefind/…`, an index of the documents' pages, by Pagefind.

What of a page is searched, and under which facets, its data-pagefind attributes say
(`xslt/modules/finding.xsl`); `site/js/search.js` reads the index.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import pagefind_bin

from teiedition.errors import InputError
from teiedition.publish.search_index import settled
from teiedition.publish.step import Step

FOLDER = "site/pagefind/"
NOT_SEARCHED = "sup.mark, .notes a.mark, .permalink"
"""Marks of notes and links of paragraphs would run into the words beside them."""
_PUBLISHED = re.compile(r"pagefind\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+")


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
        return settled({name: _sparing(path.read_bytes()) for name, path in _wanted(found)})


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
