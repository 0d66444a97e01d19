"""A built edition behind a local address, and a browser that reports whatever goes wrong on a page."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from teiedition.cli import main

HERE = Path(__file__).parent
WIDTHS = (360, 768, 1440)
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site: River Papers, three documents."""
    edition = tmp_path_factory.mktemp("river") / "papers"
    shutil.copytree(HERE / "edition", edition)
    result = CliRunner().invoke(main, ["build", "--edition", str(edition), "--only", "site"])
    assert result.exit_code == 0, result.output
    return edition / "build" / "site"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: below a path of its own, as on many a host."""
    with served(site.parents[2]) as root:
        yield f"{root}papers/build/site/"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which the files of a folder are served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    program = next(found for name in BROWSERS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


class Visitor:
    """Opens pages; notes console errors, failed requests and requests to other hosts."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.faults: list[str] = []

    def open(
        self, path: str, width: int = 1440, script: bool = True, scheme: str = "light", **more: object
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=script, color_scheme=scheme, **more
        )  # type: ignore[arg-type]
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._check(request.url))
        page.on(
            "response",
            lambda answer: answer.status >= 400 and self.faults.append(f"{answer.status} {answer.url}"),
        )
        page.goto(path if ":" in path else self.address + path)
        return page

    def _check(self, url: str) -> None:
        if not url.startswith((self.address, "file:")):
            self.faults.append(f"left the host: {url}")


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """A visitor; the test fails if a page had any fault."""
    visitor = Visitor(browser, address)
    yield visitor
    for context in browser.contexts:
        context.close()
    assert visitor.faults == []
