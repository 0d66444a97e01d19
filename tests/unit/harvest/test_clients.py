"""Harvesters that others wrote take a large edition in whole, also while builds go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from oaipmh_scythe import HTTPConfig, Scythe
from sickle import Sickle

from papers import publish, write, write_papers
from server import served
from teiedition.serve import application

MANY = 5000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built edition of 5,000 documents."""
    folder = write_papers(tmp_path_factory.mktemp("many") / "edition", MANY)
    publish(folder)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """That edition, served."""
    with served(application(folder / "build")) as address:
        yield f"{address}/oai"


def once(identifiers: list[str]) -> set[str]:
    """Each came once; all of them."""
    assert [identifier for identifier, times in Counter(identifiers).items() if times > 1] == []
    return set(identifiers)


@pytest.mark.parametrize("prefix", ["oai_dc", "tei", "mods", "marcxml", "mets", "oai_openaire"])
def test_sickle_gets_every_record_once_in_every_format(address: str, prefix: str) -> None:
    records = [record.header.identifier for record in Sickle(address).ListRecords(metadataPrefix=prefix)]
    assert len(once(records)) == MANY


def test_scythe_gets_every_record_once_from_every_set(address: str) -> None:
    with Scythe(address) as scythe:
        sets = [found.setSpec for found in scythe.list_sets()]
        members = {
            spec: once(
                [header.identifier for header in scythe.list_identifiers(metadata_prefix="oai_dc", set_=spec)]
            )
            for spec in sets
            if not spec.startswith("source:")  # as many as there are documents
        }
    assert (
        len(members["genre"])
        == MANY
        == sum(len(members[f"genre:{kind}"]) for kind in ("letter", "report", "note"))
    )
    assert members["person:anna-berg"].isdisjoint(members["person:otto-lind"])
    assert members["person"] == members["person:anna-berg"] | members["person:otto-lind"]


def test_scythe_gets_records_by_post(address: str) -> None:
    with Scythe(address, http_config=HTTPConfig(http_method="POST")) as scythe:
        assert (
            len(once([record.header.identifier for record in scythe.list_records(metadata_prefix="oai_dc")]))
            == MANY
        )


def test_a_harvest_over_a_build_and_the_next_one_miss_nothing(tmp_path: Path) -> None:
    edition = write_papers(tmp_path / "edition", 600)
    publish(edition)
    with served(application(edition / "build")) as address:
        sickle = Sickle(f"{address}/oai")
        records = sickle.ListRecords(metadataPrefix="oai_dc")
        began = records.oai_response.xml.findtext("{*}responseDate")
        first = [next(records) for _ in range(250)]
        write(edition, 0, "Changed.")
        write(edition, 599, "Changed.")
        write(edition, 1000)
        for number in (1, 598):
            (path,) = edition.glob(f"tei/*-{number:04}.xml")
            path.unlink()
        publish(edition)
        first += records
        seen = once([record.header.identifier for record in first])
        assert len({int(identifier[-4:]) for identifier in seen} & set(range(600))) == 600
        news = {record.header.identifier[-4:]: record.deleted for record in sickle.ListRecords(
            metadataPrefix="oai_dc", **{"from": began}
        )}  # fmt: skip
        assert news == {"0000": False, "0001": True, "0598": True, "0599": False, "1000": False}
