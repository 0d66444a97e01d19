"""How soon a reader with a slow phone sees a document, and what it costs to load.

    python benchmarks/page.py [--words 3000] [--rounds 5]

An edition with one document of so many invented words, names and notes is built and served by
`teiedition serve` (compressed, as readers get it). Chromium without a window opens the page with an empty
cache, on a line of 1.6 Mbit/s with 150 ms there and back and a processor slowed to a quarter: a slow phone as
Lighthouse simulates one. Beside it stands the same text as bare HTML, without style sheet or script, on the
same line: what no page can do better than. Prints kilobytes on the line by kind, the largest contentful
paint, and the layout shift; the median of the rounds.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.conftest import BROWSERS, FLAGS  # noqa: E402
from server import served  # noqa: E402
from teiedition import config  # noqa: E402
from teiedition.build import build  # noqa: E402
from teiedition.serve import application  # noqa: E402

WORDS = "ferry gauge marsh mooring pilot ridge sluice survey weir the of and in was were to it by".split()  # noqa: SIM905
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""Bytes a second and milliseconds."""
PAINT = """new Promise(done => {
    let largest = 0, shift = 0;
    new PerformanceObserver(list => { for (const e of list.getEntries()) largest = e.startTime; })
        .observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver(list => { for (const e of list.getEntries()) shift += e.value; })
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done({ largest, shift }), 600);
})"""


def document(words: int) -> str:
    """A valid document of about so many words, a name in every tenth and a note in every paragraph."""
    chance = random.Random(1961)

    def word() -> str:
        chosen = chance.choice(WORDS)
        named = f'<persName ref="#p{chance.randint(1, 40)}">{chosen.title()}</persName>'
        return named if chance.random() < 0.1 else chosen

    def paragraph() -> str:
        text = " ".join(word() for _ in range(100))
        return f"<p>{text}.<note place='foot'>{' '.join(chance.choices(WORDS, k=12))}.</note></p>"

    body = "".join(paragraph() for _ in range(words // 112))
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A long walk</title>'
        "</titleStmt><publicationStmt><p>Invented</p></publicationStmt><sourceDesc><p>None</p></sourceDesc>"
        f"</fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )


def visit(browser: Browser, address: str) -> dict[str, float]:
    """Open a page with an empty cache: kilobytes by kind, milliseconds to the largest paint, shift."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"] / 1000}),
    )
    page.goto(address, wait_until="load")
    found: dict[str, float] = page.evaluate(PAINT)
    for request, size in sizes.items():
        kind = kinds.get(request, "Other")
        found[kind] = found.get(kind, 0.0) + size
    context.close()
    return found


def main() -> None:
    """Build, serve, visit, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "tei").mkdir()
        text = document(options.words)
        (folder / "tei" / "walk.xml").write_text(text)
        edition = replace(config.of_tei(folder / "tei"), build=folder / "build")
        build(edition, outputs=("site",))
        words = re.sub(r"<[^>]+>", " ", text.partition("<body>")[2])
        bare = (
            f'<!doctype html><meta name="viewport" content="width=device-width"><title>Bare</title><p>{words}'
        )
        (folder / "build" / "site" / "bare.html").write_text(bare)
        program = next(found for name in BROWSERS if (found := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        with served(application(folder / "build")) as address:
            for page in ("walk.html", "bare.html"):
                visits = [visit(browser, f"{address}/{page}") for _ in range(options.rounds)]
                _say(page, visits)
        browser.close()


def _say(page: str, visits: list[dict[str, float]]) -> None:
    middle = {name: statistics.median(visit.get(name, 0) for visit in visits) for name in visits[0]}
    kinds = "  ".join(
        f"{name} {size:.1f} kB" for name, size in middle.items() if name not in ("largest", "shift")
    )
    total = sum(size for name, size in middle.items() if name not in ("largest", "shift"))
    sys.stdout.write(
        f"{page:<12}{kinds}  together {total:.1f} kB  "
        f"largest paint {middle['largest']:.0f} ms  shift {middle['shift']:.3f}\n"
    )


if __name__ == "__main__":
    main()
