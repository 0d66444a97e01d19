"""Full-text search without a server: `site/pagefind/…`, an index of the documents' pages, by Pagefind.

    pages, some hundred at a time ─ Pagefind ─▶ packs of words, kept and not published ─▶ the index

What of a page is searched, and under which facets, its data-pagefind attributes say
(`xslt/modules/finding.xsl`); `site/js/search.js` reads the index. A changed page has only the pages beside it
read again. Pagefind holds all that it reads in memory, some 0.4 MB a page.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import pagefind_bin

from teiedition.authority.lasting import uncollected
from teiedition.errors import InputError
from teiedition.files import digest
from teiedition.publish import search_index, search_names, search_words
from teiedition.publish.step import Step

FOLDER = "site/pagefind/"
PACKS = "words"
"""The folder of packs of words; not published."""
LEAST, MOST = 300, 1_200
"""So many pages are read at a time, at least and at most."""
NOT_SEARCHED = (
    "sup.mark, .notes a.mark, .permalink, .fw, .pb, .cb, .gb, .choice > .unclear.as-written, .choice .bracket"
)
"""Marks of notes, links of paragraphs, running heads and ends of pages stand between words that go on, and so
do damaged signs of which the reading is given."""
_PUBLISHED = re.compile(r"pagefind\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+")


def packs(pages: Mapping[str, Path]) -> Iterator[Step]:
    """The steps that read the words of these pages: their files by their paths in the site."""
    parameters = (("pagefind", version("pagefind-bin")), ("not searched", NOT_SEARCHED))
    for group in _groups(sorted(pages)):
        source = "\n".join(f"{page}\t{pages[page]}" for page in group)
        yield Step(f"{PACKS}/{digest(group[0])[:16]}", "search words", source, parameters=parameters)


def steps(packs: Mapping[str, Path], names: str = "") -> Iterator[Step]:
    """The step that makes the index of these packs, in the order of their pages, and of names' forms."""
    if packs:
        yield Step(FOLDER, "search index", "\n".join(map(str, packs.values())), context=names)


def _groups(pages: list[str]) -> Iterator[list[str]]:
    """Pages that are read together. A page's name says where a group ends: a new one changes one group."""
    group: list[str] = []
    for page in pages:
        ends = len(group) >= LEAST and int(digest(page)[:4], 16) % LEAST == 0
        if ends or len(group) == MOST:
            yield group
            group = []
        group.append(page)
    if group:
        yield group


def words(step: Step) -> bytes:
    """A pack of the words in a step's pages. The same pages give the same bytes.

    Raises InputError when Pagefind does not run: the rest of the site is then built without it.
    """
    with TemporaryDirectory(prefix="teiedition-search-") as folder:
        site, found = Path(folder, "site"), Path(folder, "index")
        for line in str(step.source).splitlines():
            page, _, file = line.partition("\t")
            target = site / page
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_spaced(Path(file).read_text("utf-8")), "utf-8")
        _run(site, found)
        with uncollected():
            return search_words.packed({name: _sparing(path.read_bytes()) for name, path in _wanted(found)})


def index(step: Step) -> dict[str, bytes]:
    """The files of the index, by their paths in its folder. The same packs give the same bytes."""
    with uncollected():
        files = search_index.index(Path(file).read_bytes() for file in str(step.source).splitlines())
    return {**files, **search_names.files(step.context)}


_TEXT = re.compile(r"<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>|([^<]+)")
_CHARACTERS = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IDEOGRAPHS = re.compile(rf"([{_CHARACTERS}][^\w\s]*)(?=[{_CHARACTERS}])")
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")


def _spaced(page: str) -> str:
    """A page whose words Pagefind tells apart: each Han character is one, and an apostrophe parts none."""
    if not (_IDEOGRAPHS.search(page) or _APOSTROPHE.search(page)):
        return page
    return _TEXT.sub(lambda found: _words(found[0]) if found[1] else found[0], page)


def _words(text: str) -> str:
    return _APOSTROPHE.sub("'", _IDEOGRAPHS.sub(r"\1 ", text))


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
