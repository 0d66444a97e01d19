"""How fast does the server answer, beside nginx that serves the same bytes as files?

    python benchmarks/serve.py [--records 100000] [--seconds 5] [--connections 8] [--soak 50000]

Makes an edition, multiplies its catalogue to so many records, serves it with one process, and asks for
pages of the site, records and passages over connections that are kept. Prints requests per second, the
median and the 99th percentile, both for the server and for nginx (if it is here); then what a page of
ListRecords costs at the beginning and at the end of the list, and the server's memory over a long run.
Everything stays on this machine. The client is one process of Python, and limits what nginx can show.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from papers import write_papers  # noqa: E402
from teiedition import config  # noqa: E402
from teiedition.build import build  # noqa: E402

SEED = 50
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 256; }}
http {{ access_log off; default_type text/xml; keepalive_requests 1000000;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; }} }}
"""
MULTIPLY = (
    "insert into items select id || '-' || n, datestamp, deleted from items, times",
    "insert into memberships select spec, document || '-' || n from memberships, times",
    "insert into metadata select document || '-' || n, prefix, text from metadata, times",
    "insert into units select document || '-' || n, position, tree, name, level, type, title, place"
    " from units, times",
    "insert into documents select id || '-' || n, title, genre, date, language, words, source, repository,"
    " shelfmark, pages, abstract, edtf from documents, times",
)


def main() -> None:
    """Print a table, the cost of pages, and the course of the memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each row")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--soak", type=int, default=50_000, help="requests in the long run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        edition = _edition(Path(folder), options.records)
        with _server(edition / "build") as (port, process):
            paths = _paths(port)
            with _nginx(Path(folder), port, paths) as other:
                _table(port, other, paths, options.seconds, options.connections)
            _pages(port)
            _soak(port, process, list(paths.values()), options.soak, options.connections)


def _edition(folder: Path, records: int) -> Path:
    edition = write_papers(folder / "edition", SEED)
    build(config.load(edition), outputs=("site", "data"))
    catalogue = edition / "build/data/catalogue.sqlite"
    with sqlite3.connect(catalogue) as connection:
        connection.execute("create temp table times (n)")
        times = ((f"{number:05}",) for number in range(records // SEED - 1))
        connection.executemany("insert into times values (?)", times)
        for statement in MULTIPLY:
            connection.execute(statement)
        count = connection.execute("select count(*) from items").fetchone()[0]
    print(f"{count} records, {catalogue.stat().st_size / 1e6:.0f} MB; {os.cpu_count()} processors")
    return edition


def _paths(port: int) -> dict[str, str]:
    """What is asked for: a name and a path."""
    token = _token(port, "verb=ListRecords&metadataPrefix=oai_dc")
    document = "1950-01-01-letter-0000"
    return {
        "site page": f"/{document}.html",
        "GetRecord": f"/oai?verb=GetRecord&metadataPrefix=mods&identifier=oai:papers.example.org:{document}",
        "ListRecords": f"/oai?verb=ListRecords&resumptionToken={token}",
        "ListIdentifiers": "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
        "DTS navigation": f"/dts/navigation?resource={document}&down=-1",
        "DTS passage": f"/dts/document?resource={document}&ref=p1",
    }


def _token(port: int, query: str) -> str:
    """The resumption token of an answer; nothing at the end of the list."""
    found = re.search(rb"<resumptionToken[^>]*>([^<\s]+)<", _get(port, f"/oai?{query}"))
    return found.group(1).decode() if found else ""


def _table(port: int, other: int | None, paths: dict[str, str], seconds: float, connections: int) -> None:
    print(f"\n{'one process, keep-alive':<24}{'bytes':>9}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}", end="")
    print(f"{'nginx req/s':>13}{'p99 ms':>9}{'ratio':>8}")
    for number, (name, path) in enumerate(paths.items()):
        rate, median, worst, size = _measured(port, path, seconds, connections)
        print(f"{name:<24}{size:>9}{rate:>9.0f}{median:>9.2f}{worst:>9.2f}", end="")
        if other is not None:
            files, _, slowest, _ = _measured(other, f"/{number}.xml", seconds, connections)
            print(f"{files:>13.0f}{slowest:>9.2f}{files / rate:>8.1f}", end="")
        print(flush=True)


def _measured(port: int, path: str, seconds: float, connections: int) -> tuple[float, float, float, int]:
    """Requests per second, median and 99th percentile in milliseconds, bytes of an answer."""
    times, size = asyncio.run(_load(port, [path], seconds, connections))
    quantiles = statistics.quantiles(times, n=100)
    return len(times) / seconds, quantiles[49] * 1000, quantiles[98] * 1000, size


async def _load(
    port: int, paths: Sequence[str], seconds: float, connections: int, most: int = sys.maxsize
) -> tuple[list[float], int]:
    """The time of every answer, over so many connections at once; the size of the last."""
    times: list[float] = []
    end, size = time.perf_counter() + seconds, 0

    async def visit(number: int) -> None:
        nonlocal size
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < end and len(times) < most:
            start = time.perf_counter()
            path = paths[(number + len(times)) % len(paths)]
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            size = len(await _answer(reader))
            times.append(time.perf_counter() - start)
        writer.close()

    await asyncio.gather(*map(visit, range(connections)))
    return times, size


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if " 200 " not in head.split("\r\n")[0]:
        raise SystemExit(f"not answered: {head}")
    length = next(line for line in head.split("\r\n") if line.startswith("content-length:"))
    return await reader.readexactly(int(length.split(":")[1]))


def _get(port: int, path: str) -> bytes:
    async def once() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        answer = await _answer(reader)
        writer.close()
        return answer

    return asyncio.run(once())


def _pages(port: int) -> None:
    """Walk the whole list once; the time of each page."""
    times: list[float] = []
    token = _token(port, "verb=ListRecords&metadataPrefix=oai_dc")
    while token:
        start = time.perf_counter()
        token = _token(port, f"verb=ListRecords&resumptionToken={token}")
        times.append((time.perf_counter() - start) * 1000)
    tenth = max(1, len(times) // 10)
    first, last = statistics.median(times[:tenth]), statistics.median(times[-tenth:])
    print(f"\nListRecords, {len(times) + 1} pages, median of a page in ms:", end=" ")
    print(f"{first:.2f} in the first tenth, {last:.2f} in the last")


def _soak(port: int, process: int, paths: Sequence[str], requests: int, connections: int) -> None:
    print(f"\nmemory of the server over {requests} requests of all kinds:", end=" ", flush=True)
    for _ in range(10):
        asyncio.run(_load(port, paths, 3600, connections, requests // 10))
        print(f"{_memory(process):.0f}", end=" ", flush=True)
    print("MB")


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1000


@contextmanager
def _server(folder: Path) -> Iterator[tuple[int, int]]:
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", "--factory", "teiedition.serve:configured", "--no-access-log"]
    environment = {**os.environ, "TEIEDITION_BUILD": str(folder)}
    process = subprocess.Popen([*command, "--log-level", "error", "--port", str(port)], env=environment)
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


@contextmanager
def _nginx(folder: Path, port: int, paths: dict[str, str]) -> Iterator[int | None]:
    """nginx with the same answers as files; None where there is no nginx."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        yield None
        return
    (folder / "files").mkdir()
    for number, path in enumerate(paths.values()):
        (folder / "files" / f"{number}.xml").write_bytes(_get(port, path))
    own = _free_port()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=own))
    folder.chmod(0o755)
    process = subprocess.Popen([program, "-c", folder / "nginx.conf", "-p", folder, "-g", "user root;"])
    try:
        _wait_for(own)
        yield own
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not come up")


if __name__ == "__main__":
    main()
