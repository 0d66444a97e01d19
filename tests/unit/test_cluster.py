"""Building on a Dask cluster: the same bytes as at home, and clear words where the cluster is not fit."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import LocalCluster

from edition import write_edition
from teiedition import config
from teiedition.build import build
from teiedition.errors import EnvironmentFault

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@contextmanager
def cluster(workers: int, threads: int) -> Iterator[str]:
    """The address of a scheduler with so many workers on this machine."""
    with LocalCluster(
        n_workers=workers, threads_per_worker=threads, dashboard_address=None, silence_logs="ERROR"
    ) as running:
        yield running.scheduler_address


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return write_edition(tmp_path / "edition")


def pages(build: Path) -> dict[str, bytes]:
    return {
        path.relative_to(build).as_posix(): path.read_bytes()
        for folder in ("site", "print", "data")
        for path in (build / folder).rglob("*")
        if path.is_file()
    }


def test_a_cluster_makes_the_same_bytes(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = config.load(edition)
    build(settings, jobs=1)
    at_home = pages(settings.build)
    monkeypatch.chdir(edition)
    with cluster(workers=2, threads=1) as address:
        report = build(config.load(Path(".")).with_build(Path("elsewhere")), scheduler=address)
        assert not report.problems
        assert pages(edition / "elsewhere") == at_home


def test_a_document_that_fails_there_is_told_here(edition: Path) -> None:
    path = edition / "tei" / "1953-05-06-note.xml"
    path.write_text(path.read_text().replace("</p>", "", 1))
    with cluster(workers=1, threads=1) as address:
        report = build(config.load(edition), ("site",), scheduler=address)
    assert [problem.file for problem in report.problems if problem.severity == "error"] == [path]
    assert "site/1951-01-02-letter.html" in report.made


def test_workers_with_several_threads_are_refused(edition: Path) -> None:
    with cluster(workers=1, threads=2) as address, pytest.raises(EnvironmentFault, match="--nthreads 1"):
        build(config.load(edition), ("site",), scheduler=address)


def test_where_no_scheduler_answers_it_says_so(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teiedition.build.cluster.PATIENCE", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(EnvironmentFault, match="no Dask scheduler answers there"):
            build(config.load(edition), ("site",), scheduler=address)
