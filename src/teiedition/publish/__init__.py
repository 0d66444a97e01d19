"""What a published edition consists of: the steps of the build, output by output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from teiedition.catalogue import Catalogue
from teiedition.config import Config
from teiedition.publish import book, crosswalks, data, epub, search, search_names, site, static, works
from teiedition.publish.assets import Assets
from teiedition.publish.step import Step

OUTPUTS = {
    "site": [site.steps],
    "print": [book.steps],
    "epub": [epub.chapters],
    "data": [crosswalks.steps, works.steps],
}
"""The steps of each output but what is made of their outputs: e-books of chapters (`epub.steps`), and what
carries datestamps (`data`), which comes last."""


def records(documents: Sequence[Path], config: Config, assets: Assets) -> Iterator[Step]:
    """The steps that make a record of each TEI file."""
    page_words = ("page-words", str(config.page_words))
    for path in documents:
        yield Step(
            f"{RECORDS}/{path.stem}.xml", "transform", path, path.stem, assets.stylesheet("record.xsl"),
            parameters=(("id", path.stem), page_words),
        )  # fmt: skip


def checks(documents: Sequence[Path], config: Config, schema: Path) -> Iterator[Step]:
    """The steps that validate each TEI file; what they find is a list of problems in JSON."""
    authority = config.authority if config.authority.is_dir() else None
    entries = tuple(sorted(path for path in authority.iterdir() if path.is_file())) if authority else ()
    parameters = (("schema", str(schema)), ("authority", str(authority or "")))
    for path in documents:
        name = f"{CHECKS}/{path.stem}.json"
        yield Step(name, "check", path, path.stem, parameters=parameters, watched=(schema, *entries))


RECORDS, CHECKS = "records", "checks"
CHAPTERS, CROSSWALKS, WORDS = epub.FOLDER, crosswalks.FOLDER, search.PACKS
"""The folders of records, of what validation found, of chapters, of bundles of metadata, of packs of words;
not published."""


def outputs(
    catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets, wanted: Sequence[str]
) -> Iterator[Step]:
    """The steps of the outputs `wanted`; `documents` are the TEI files by id."""
    for output in wanted:
        for steps in OUTPUTS[output]:
            yield from steps(catalogue, documents, assets)


__all__ = [
    "CHAPTERS",
    "CHECKS",
    "CROSSWALKS",
    "OUTPUTS",
    "RECORDS",
    "WORDS",
    "checks",
    "data",
    "epub",
    "outputs",
    "records",
    "search",
    "search_names",
    "static",
]
