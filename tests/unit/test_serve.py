"""The server: whole answers, from the old build or the new; headers, limits, ranges, live preview."""

from __future__ import annotations

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from edition import write_edition
from server import served
from teiedition import config
from teiedition.build import build
from teiedition.errors import EnvironmentFault, InputError
from teiedition.serve import application, configured, gateway
from teiedition.serve.fetched import Fetched

NOTE = "1953-05-06-note"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = write_edition(tmp_path / "edition")
    (folder / "edition.toml").write_text('title = "Harbour papers"\nvalidate = false\n')
    build(config.load(folder), outputs=("site", "data"), jobs=1)
    return folder


@pytest.fixture
def client(edition: Path) -> TestClient:
    return TestClient(application(edition / "build"))


def change(edition: Path, words: str) -> None:
    path = edition / "tei" / f"{NOTE}.xml"
    path.write_text(re.sub("The .*? at", f"The {words} at", path.read_text()))


def test_site_data_and_protocols_come_from_one_place(client: TestClient) -> None:
    types = {
        "/": "text/html; charset=utf-8",
        f"/{NOTE}.html": "text/html; charset=utf-8",
        f"/{NOTE}.xml": "application/xml",
        "/persons/anna-berg.html": "text/html; charset=utf-8",
        "/data/edition.ttl": "text/turtle; charset=utf-8",
        "/data/edition.jsonld": "application/ld+json",
        "/data/catalogue.sqlite": "application/vnd.sqlite3",
        "/robots.txt": "text/plain; charset=utf-8",
        "/oai?verb=Identify": "text/xml; charset=utf-8",
        "/dts/": "application/ld+json",
        "/health": "application/json",
        "/openapi.json": "application/json",
    }
    for path, media_type in types.items():
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (200, media_type), path
    assert client.get("/health").json()["status"] == "ok"
    assert "Harbour papers" in client.post("/oai", data={"verb": "Identify"}).text


def test_every_answer_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/oai?verb=Identify", "/data/edition.ttl", "/dts/collection?id=x"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff" and "referrer-policy" in headers


def test_data_may_be_read_by_pages_of_others_and_the_site_may_not(client: TestClient) -> None:
    for path in ("/oai?verb=Identify", "/dts/", "/data/edition.ttl", f"/{NOTE}.xml"):
        assert client.get(path).headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.get("/").headers
    assert client.options("/dts/collection").status_code == 204


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere.html",
        "/../edition.toml",
        "/%2e%2e/edition.toml",
        "/data/../../edition.toml",
        "/data/..%2f..%2fedition.toml",
        "/.cache/manifest.json",
        "/data/.hidden",
        "/persons",
        "/a\\b",
        "/a%00b",
        "/data/",
    ],
)
def test_only_what_is_published_is_shown(edition: Path, path: str) -> None:
    (edition / "build/data/.hidden").write_text("x")
    os.symlink(edition / "edition.toml", edition / "build/site/linked.toml")
    with served(application(edition / "build")) as address:
        host, port = address.removeprefix("http://").split(":")
        for target in (path, "/linked.toml"):
            with socket.create_connection((host, int(port))) as raw:  # no client tidies the path up
                raw.sendall(f"GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode())
                answer = b"".join(iter(lambda raw=raw: raw.recv(65536), b""))  # type: ignore[misc]
            assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
            assert answer.startswith(b"HTTP/1.1 400") or b"There is no such page" in answer
            assert b"validate" not in answer


def test_what_the_client_has_is_not_sent_again(client: TestClient) -> None:
    for path in ("/", "/data/catalogue.sqlite", "/oai?verb=ListSets", "/dts/collection"):
        first = client.get(path)
        again = client.get(path, headers={"if-none-match": first.headers["etag"]})
        assert again.status_code == 304 and not again.content
        assert again.headers["etag"] == first.headers["etag"]
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    modified = client.get("/").headers["last-modified"]
    assert client.get("/", headers={"if-modified-since": modified}).status_code == 304


def test_text_is_compressed_for_those_who_take_it(edition: Path) -> None:
    with served(application(edition / "build")) as address:
        for path in ("/", "/oai?verb=ListRecords&metadataPrefix=tei", "/data/edition.ttl"):
            plain = httpx.get(f"{address}{path}", headers={"accept-encoding": "identity"})
            assert "content-encoding" not in plain.headers
            with httpx.stream("GET", f"{address}{path}", headers={"accept-encoding": "gzip"}) as answer:
                raw = b"".join(answer.iter_raw())
            assert answer.headers["content-encoding"] == "gzip" and len(raw) < len(plain.content)
            assert len(gzip.decompress(raw)) == len(plain.content)
            refused = httpx.get(f"{address}{path}", headers={"accept-encoding": "gzip;q=0"})
            assert "content-encoding" not in refused.headers


def test_a_part_of_a_large_file_can_be_asked_for(client: TestClient, edition: Path) -> None:
    whole = (edition / "build/data/catalogue.sqlite").read_bytes()
    last = len(whole) - 1
    ranges = {"bytes=0-15": (0, 15), "bytes=100-": (100, last), "bytes=-7": (last - 6, last)}
    for asked, (start, end) in ranges.items():
        answer = client.get("/data/catalogue.sqlite", headers={"range": asked})
        assert answer.status_code == 206 and answer.content == whole[start : end + 1]
        assert answer.headers["content-range"] == f"bytes {start}-{end}/{len(whole)}"
    beyond = client.get("/data/catalogue.sqlite", headers={"range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416
    assert client.get("/data/catalogue.sqlite", headers={"range": "lines=1"}).content == whole


def test_answers_name_the_edition_by_its_own_address_or_as_it_was_asked(edition: Path) -> None:
    (edition / "edition.toml").write_text(
        'title = "Papers"\nvalidate = false\nbase_url = "https://papers.example.org/p/site"\n'
    )
    build(config.load(edition), outputs=("data",), jobs=1)
    app = application(edition / "build")
    own = TestClient(app, base_url="http://papers.example.org")  # behind a proxy that ends TLS
    assert "<baseURL>https://papers.example.org/p/oai</baseURL>" in own.get("/oai?verb=Identify").text
    assert own.get("/dts/").json()["@id"] == "https://papers.example.org/p/dts"
    other = TestClient(app, base_url="http://127.0.0.1:8000")
    assert "<baseURL>http://127.0.0.1:8000/oai</baseURL>" in other.get("/oai?verb=Identify").text
    assert other.get("/dts").json()["collection"].startswith("http://127.0.0.1:8000/dts/collection{")


def test_what_is_too_much_is_refused(client: TestClient) -> None:
    assert client.get(f"/oai?verb={'x' * 9000}").status_code == 414
    assert client.post("/oai", content=b"verb=" + b"x" * 70_000).status_code == 413
    assert client.get("/oai?" + "&".join(f"a{number}=1" for number in range(60))).status_code == 400
    assert client.delete("/oai").status_code == 405
    assert client.post("/index.html").status_code == 405


def test_without_a_catalogue_the_server_says_so_and_waits_for_one(tmp_path: Path) -> None:
    client = TestClient(application(tmp_path / "build"))
    answer = client.get("/oai?verb=Identify")
    assert answer.status_code == 503 and "teiedition build" in answer.text
    folder = write_edition(tmp_path / "edition")
    build(config.load(folder).with_build(tmp_path / "build"), outputs=("data",), jobs=1)
    assert client.get("/health").status_code == 200


def test_a_new_build_is_served_at_once_without_a_dropped_or_mixed_answer(edition: Path) -> None:
    """While builds land, readers get pages of one build or another, whole, and no request fails."""
    faults: list[str] = []
    seen: set[str] = set()
    done = threading.Event()

    def read(address: str) -> None:
        with httpx.Client() as browser:
            while not done.is_set():
                page = browser.get(f"{address}/{NOTE}.html")
                record = browser.get(
                    f"{address}/oai?verb=GetRecord&metadataPrefix=tei&identifier=oai:edition.invalid:{NOTE}"
                )
                passage = browser.get(f"{address}/dts/document?resource={NOTE}&ref=p1")
                for answer in (page, record, passage):
                    found = re.search(r"The (\w+) at", answer.text)
                    if answer.status_code != 200 or found is None or not answer.text.rstrip().endswith(">"):
                        faults.append(f"{answer.url}: {answer.status_code} {answer.text[-200:]}")
                    else:
                        seen.add(found.group(1))

    with served(application(edition / "build")) as address:
        readers = [threading.Thread(target=read, args=[address]) for _ in range(3)]
        for reader in readers:
            reader.start()
        for words in ("red", "green", "blue"):
            change(edition, words)
            build(config.load(edition), outputs=("site", "data"), jobs=1)
        time.sleep(0.3)
        done.set()
        for reader in readers:
            reader.join()
        last = httpx.get(f"{address}/dts/document?resource={NOTE}&mediaType=text/plain").text
    assert faults == []
    assert {"lamp", "blue"} <= seen and "The blue at" in last


def test_a_repository_in_use_outlives_its_file(edition: Path) -> None:
    from teiedition.serve.current import Current

    current = Current(edition / "build/data/catalogue.sqlite")
    old = current()
    assert current() is old
    change(edition, "red")
    build(config.load(edition), outputs=("data",), jobs=1)
    new = current()
    assert "The lamp at" in (old.text(NOTE, "tei") or "") and "The red at" in (new.text(NOTE, "tei") or "")
    assert old.version != new.version


COMMAND = [sys.executable, "-m", "teiedition", "serve"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_up(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(f"{address}/health").raise_for_status()
            return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError("the server did not come up")


@pytest.fixture
def port() -> int:
    return free_port()


def test_the_command_serves_logs_and_stops_gracefully(edition: Path, port: int) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--edition", edition, "--port", str(port)], stderr=subprocess.PIPE, text=True
    )
    until_up(f"http://127.0.0.1:{port}")
    httpx.get(f"http://127.0.0.1:{port}/oai?verb=Identify")
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=20)
    assert f"Serving at http://127.0.0.1:{port}/" in log
    assert re.search(r'127\.0\.0\.1 "GET /oai\?verb=Identify" 200 \d+ [\d.]+ms', log)
    assert "Traceback" not in log


def test_live_preview_builds_and_tells_the_page(edition: Path, port: int) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--edition", edition, "--port", str(port), "--watch", "--quiet"], stderr=subprocess.PIPE
    )
    address = f"http://127.0.0.1:{port}"
    try:
        until_up(address)
        page = httpx.get(f"{address}/{NOTE}.html").text
        assert '<script src="/-/preview.js" defer>' in page
        assert "EventSource" in httpx.get(f"{address}/-/preview.js").text
        with httpx.stream("GET", f"{address}/-/events", timeout=60) as events:
            lines = events.iter_lines()
            assert next(lines) == ": watching"
            change(edition, "yellow")
            assert next(line for line in lines if line.startswith("event:")) == "event: built"
        assert "The yellow at" in httpx.get(f"{address}/{NOTE}.html").text
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


def test_a_server_process_can_be_configured_by_its_environment(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEIEDITION_BUILD", str(edition / "build"))
    assert TestClient(configured()).get("/health").status_code == 200


@pytest.mark.parametrize("root", ["", "/edition"])
def test_an_address_without_a_page_leads_back_into_the_edition(client: TestClient, root: str) -> None:
    client = TestClient(client.app, root_path=root)
    answer = client.get(f"{root}/persons/nobody.html")
    assert answer.status_code == 404
    assert f'<base href="{root}/">' in answer.text
    assert "There is no such page" in answer.text and 'action="search.html"' in answer.text


@pytest.fixture
def host(edition: Path) -> Iterator[str]:
    """A plain web host with the edition's files."""
    from starlette.staticfiles import StaticFiles

    with served(StaticFiles(directory=edition / "build")) as address:
        yield f"{address}/data/catalogue.sqlite"


def test_the_gateway_makes_a_provider_of_a_plain_web_host(host: str, edition: Path, tmp_path: Path) -> None:
    catalogue = Fetched(host, tmp_path / "kept", pause=0.05)
    client = TestClient(gateway(catalogue))
    assert "Harbour papers" in client.get("/oai?verb=Identify").text
    assert client.get("/").status_code == 404
    change(edition, "red")
    build(config.load(edition), outputs=("site", "data"), jobs=1)
    for _ in range(100):
        time.sleep(0.05)
        if "The red at" in client.get(f"/dts/document?resource={NOTE}").text:
            break
    else:
        raise AssertionError("the new catalogue was not fetched")
    (edition / "build/data/catalogue.sqlite").write_bytes(b"scribble")
    time.sleep(0.3)
    assert client.get("/health").status_code == 200  # the last good one serves on


def test_a_gateway_needs_a_catalogue(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="can't be fetched"):
        Fetched(f"http://127.0.0.1:{free_port()}/catalogue.sqlite", tmp_path)


def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    from teiedition.harvest import Repository

    (tmp_path / "catalogue.sqlite").write_bytes(b"no database")
    with pytest.raises(InputError, match=r"catalogue\.sqlite: is no catalogue"):
        Repository(tmp_path / "catalogue.sqlite")
