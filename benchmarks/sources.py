"""How fast are sources read, and accounted for in their TEI, and in how much memory?

    python benchmarks/sources.py [--megabytes 1,4] [--pages 200]

Makes one invented text of each size in every accepted format, reads each in a process of its own, and
prints megabytes of text a second and the peak of memory. The last lines account for the plain text in TEI
that has its every word, and in TEI from which a hundredth of the words was dropped.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import typst

SYLLABLES = ("har", "bour", "ship", "mas", "ter", "quay", "fish", "salt", "win", "ter", "board", "log", "man")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text")
)
MEASURE = """
import resource, sys, time
from pathlib import Path
from teiedition import fidelity, sources
def peak():  # kB; what getrusage says counts the process that started this one
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
paths = [Path(name) for name in sys.argv[1:]]
begin = time.perf_counter()
source = sources.read(paths[0])
read = time.perf_counter()
if paths[1:]:
    account = fidelity.account(source, [paths[1].read_text("utf-8")])
    print(len(source.text.encode()), time.perf_counter() - read, end=" ")
    print(peak(), f"{account.share:.5f}")
else:
    print(len(source.text.encode()), read - begin, peak(), "")
"""


def paragraphs(size: int, seed: int = 1) -> list[str]:
    """Paragraphs of invented words, `size` bytes in all."""
    random = Random(seed)
    words = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(3000)]
    made: list[str] = []
    while size > 0:
        sentences = [
            " ".join(random.choices(words, k=random.randint(5, 25))) for _ in range(random.randint(1, 6))
        ]
        made.append(" ".join(f"{sentence.capitalize()}." for sentence in sentences))
        size -= len(made[-1]) + 2
    return made


def files(folder: Path, text: list[str], pages: int) -> Iterator[Path]:
    """The text in every format; the PDF has so many pages of it at most."""
    (folder / "a.txt").write_text("\n\n".join(text), "utf-8")
    (folder / "a.md").write_text("\n\n".join(text), "utf-8")
    (folder / "a.html").write_text("<body>" + "".join(f"<p>{each}</p>" for each in text), "utf-8")
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in text)
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    body = "".join(f"<text:p>{each}</text:p>" for each in text)
    with zipfile.ZipFile(folder / "a.odt", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    few = "\n\n".join(text)[: pages * 2500].rsplit(".", 1)[0]
    (folder / "a.typ").write_text(f"#set par(justify: true)\n{few}.", "utf-8")
    typst.compile(folder / "a.typ", output=folder / "a.pdf")
    yield from (folder / f"a.{suffix}" for suffix in ("txt", "md", "html", "docx", "odt", "pdf"))


def encodings(folder: Path, text: list[str]) -> Iterator[tuple[str, Path]]:
    """TEI with every word, and TEI that lost some."""
    random = Random(2)
    for name, kept in (("account", 1.0), ("account, 1 % lost", 0.99)):
        body = "".join(
            f"<p>{' '.join(word for word in each.split() if random.random() < kept)}</p>\n" for each in text
        )
        path = folder / f"{kept}.xml"
        path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>')
        yield name, path


def measure(name: str, *paths: Path) -> None:
    """Print a row."""
    run = subprocess.run([sys.executable, "-c", MEASURE, *paths], capture_output=True, text=True, check=True)
    size, seconds, memory, *share = run.stdout.split()
    megabytes = int(size) / 1e6
    rate = megabytes / float(seconds)
    print(
        f"{name:<18} {megabytes:>6.1f} {float(seconds):>8.2f} {rate:>7.2f} {int(memory) / 1024:>8.0f}", *share
    )


def main() -> None:
    """Print a row a format and size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", default="1,4", help="sizes of the text, with commas between")
    parser.add_argument("--pages", type=int, default=200, help="pages of the PDF at most")
    options = parser.parse_args()
    print(f"{'what':<18} {'MB':>6} {'seconds':>8} {'MB/s':>7} {'peak MB':>8} share")
    for size in options.megabytes.split(","):
        with tempfile.TemporaryDirectory() as name:
            folder, text = Path(name), paragraphs(int(float(size) * 1e6))
            for path in files(folder, text, options.pages):
                measure(path.suffix[1:], path)
            for what, tei in encodings(folder, text):
                measure(what, folder / "a.txt", tei)


if __name__ == "__main__":
    main()
