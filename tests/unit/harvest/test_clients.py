"""Harvesters that others wrote take a large edition in whole, also while builds go on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from oaipmh_scythe import HTTPConfig, Scythe
from sickle import Sickle

from papers import publish, write, write_papers
from server import served
from teiedition.serve import application

MANY = 5000


def once(identifiers: list[str]) -> set[str]:
    """Each came once; all of them."""
    assert [identifier for identifier, times in Counter(identifiers).items() if times > 1] == []
    return set(identifiers)


def by_sickle(address: str, prefix: str) -> list[str]:
    return [record.header.identifier for record in Sickle(address).ListRecords(metadataPrefix=prefix)]


def by_scythe(address: str, set_: str) -> list[str]:
    with Scythe(address) as scythe:
        headers = scythe.list_identifiers(metadata_prefix="oai_dc", set_=set_)
        return [header.identifier for header in headers]


def test_every_record_comes_once_in_every_format_and_set(tmp_path: Path) -> None:
    """In one test, so that the edition is built once."""
    edition = write_papers(tmp_path / "edition", MANY)
    publish(edition)
    with served(application(edition / "build")) as host:
        address = f"{host}/oai"
        everything = once(by_sickle(address, "oai_dc"))
        assert len(everything) == MANY
        for prefix in ("tei", "mods", "marcxml", "mets", "oai_openaire"):
            assert once(by_sickle(address, prefix)) == everything
        with Scythe(address, http_config=HTTPConfig(http_method="POST")) as scythe:
            posted = [record.header.identifier for record in scythe.list_records(metadata_prefix="oai_dc")]
            sets = [found.setSpec for found in scythe.list_sets()]
        assert once(posted) == everything
        wanted = [spec for spec in sets if not spec.startswith("source:")]  # one for each document
        members = {spec: once(by_scythe(address, spec)) for spec in wanted}
    genres = [members[f"genre:{genre}"] for genre in ("letter", "report", "note")]
    assert members["genre"] == everything == set().union(*genres) and sum(map(len, genres)) == MANY
    assert members["person:anna-berg"].isdisjoint(members["person:otto-lind"])
    assert members["person"] == members["person:anna-berg"] | members["person:otto-lind"]


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
