"""How fast does the build go, beside a bare XSLT identity transformation of the same files?

    python benchmarks/build.py [--documents 100,1000,5000] [--only site,print,data]

Makes N documents out of copies of the specimen edition's, builds them from nothing, builds again with
nothing changed and with one document changed, and prints documents per second, peak memory of the
largest process, and the time as a multiple of the identity transformation, run in the same minute.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IDENTITY = """
import sys, pathlib
from saxonche import PySaxonProcessor
processor = PySaxonProcessor(license=False)
sheet = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text='''
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:mode on-no-match="shallow-copy"/>
</xsl:stylesheet>''')
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
    text = sheet.transform_to_string(xdm_node=processor.parse_xml(xml_text=path.read_text()))
    (pathlib.Path(sys.argv[2]) / path.name).write_text(text)
"""
COLUMNS = (
    ("documents", 9), ("build s", 8), ("docs/s", 7), ("MB", 6), ("identity s", 10), ("ratio", 6),
    ("again s", 8), ("one changed s", 13),
)  # fmt: skip


def main() -> None:
    """Print one row a size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", default="100,1000,5000", help="sizes, with commas between")
    parser.add_argument("--only", default="site,print,data", help="outputs to build")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors; outputs: {options.only}")
    print(" ".join(f"{name:>{width}}" for name, width in COLUMNS))
    for size in map(int, options.documents.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            print(_row(size, options.only, Path(folder)), flush=True)


def _row(size: int, only: str, folder: Path) -> str:
    edition = _copies(size, folder / "edition")
    (folder / "identity").mkdir()
    command = [
        sys.executable,
        "-m",
        "teiedition",
        "build",
        "--edition",
        str(edition),
        "--only",
        only,
        "--quiet",
    ]
    first, memory = _timed(command)
    identity, _ = _timed([sys.executable, "-c", IDENTITY, str(edition / "tei"), str(folder / "identity")])
    again, _ = _timed(command)
    changed = sorted((edition / "tei").glob("*.xml"))[size // 2]
    changed.write_text(changed.read_text("utf-8").replace("</body>", "<p>Added.</p></body>", 1), "utf-8")
    one, _ = _timed(command)
    values = (size, f"{first:.1f}", f"{size / first:.0f}", f"{memory:.0f}", f"{identity:.1f}",
              f"{first / identity:.1f}", f"{again:.2f}", f"{one:.2f}")  # fmt: skip
    return " ".join(f"{value:>{width}}" for value, (_, width) in zip(values, COLUMNS, strict=True))


def _copies(size: int, edition: Path) -> Path:
    """N documents: the specimen edition again and again, each time under other identifiers."""
    originals = sorted((ROOT / "tei").glob("*.xml"))
    shutil.copytree(ROOT / "tei" / "authority", edition / "tei" / "authority")
    for number in range(size):
        copy, place = divmod(number, len(originals))
        text = originals[place].read_text("utf-8")
        for original in originals:
            text = text.replace(f'"{original.stem}.xml', f'"{copy:04}-{original.stem}.xml')
            text = text.replace(f'"d{original.stem}"', f'"d{copy:04}-{original.stem}"')
        (edition / "tei" / f"{copy:04}-{originals[place].name}").write_text(text, "utf-8")
    return edition


def _timed(command: Sequence[str]) -> tuple[float, float]:
    """Seconds of a command from start to end, and the peak memory of its largest process in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1: built, and problems were listed
        raise SystemExit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
