"""What a published edition consists of: the steps of the build, output by output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from teiedition.catalogue import Catalogue
from teiedition.config import Config
from teiedition.publish import book, crosswalks, data, search, site, static, works
from teiedition.publish.assets import Assets
from teiedition.publish.step import Step

OUTPUTS = {"site": [site.steps], "print": [book.steps], "data": [crosswalks.steps, works.steps]}
"""The steps of each output but those that carry datestamps (`data.steps`), which come last."""


def records(documents: Sequence[Path], assets: Assets) -> Iterator[Step]:
    """The steps that make a record of each TEI file."""
    for path in documents:
        yield Step(
            f"{RECORDS}/{path.stem}.xml", "transform", path, path.stem, assets.stylesheet("record.xsl"),
            parameters=(("id", path.stem),),
        )  # fmt: skip


def checks(documents: Sequence[Path], config: Config, schema: Path) -> Iterator[Step]:
    """The steps that validate each TEI file; what they find is a list of problems in JSON."""
    authority = config.authority if config.authority.is_dir() else None
    entries = tuple(sorted(path for path in authority.iterdir() if path.is_file())) if authority else ()
    parameters = (("schema", str(schema)), ("authority", str(authority or "")))
    for path in documents:
        name = f"{CHECKS}/{path.stem}.json"
        yield Step(name, "check", path, path.stem, parameters=parameters, watched=(schema, *entries))


RECORDS, CHECKS, CROSSWALKS = "records", "checks", crosswalks.FOLDER
"""The folders of records, of what validation found and of bundles of metadata; they are not published."""


def outputs(
    catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets, wanted: Sequence[str]
) -> Iterator[Step]:
    """The steps of the outputs `wanted`; `documents` are the TEI files by id."""
    for output in wanted:
        for steps in OUTPUTS[output]:
            yield from steps(catalogue, documents, assets)


__all__ = [
    "CHECKS",
    "CROSSWALKS",
    "OUTPUTS",
    "RECORDS",
    "checks",
    "data",
    "outputs",
    "records",
    "search",
    "static",
]
