"""How much sooner are many documents encoded and annotated by several processes?

    python benchmarks/jobs.py SOURCES [--documents 200] [--authority DIR] [--jobs 1,2]

Copies the texts in SOURCES under other names until there are enough, encodes them into a folder of their own
with each number of processes, then annotates the plain TEI of the same texts. Prints seconds by the clock,
those of all processors together, and how many times as fast as with the first number of processes; checks
that the bytes are the same.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--authority", type=Path)
    parser.add_argument("--jobs", default="1,2")
    options = parser.parse_args()
    authority = ["--authority", str(options.authority.resolve())] if options.authority else []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copied(sorted(options.sources.glob("*.txt")), folder / "sources", options.documents)
        _run("encode", str(folder / "sources"), "--plain", "--out", str(folder / "plain"))
        plain = [str(path) for path in (folder / "plain").glob("*.xml")]
        for command, what in (("encode", [str(folder / "sources")]), ("annotate", plain)):
            _compare(command, [*what, *authority], options.jobs.split(","), folder)


def _copied(texts: list[Path], folder: Path, wanted: int) -> None:
    folder.mkdir()
    for number in range(wanted):
        text = texts[number % len(texts)]
        (folder / f"{text.stem}-{number}.txt").write_bytes(text.read_bytes())


def _compare(command: str, words: list[str], numbers: list[str], folder: Path) -> None:
    seconds, digests, runs = [], set(), count()
    for jobs in numbers:
        out = folder / f"{command}-{next(runs)}"
        start, busy = time.perf_counter(), _processors()
        _run(command, *words, "--out", str(out), "--jobs", jobs)
        seconds.append(time.perf_counter() - start)
        digests.add(_digest(out))
        figures = f"{seconds[-1]:7.1f} s {_processors() - busy:7.1f} s {seconds[0] / seconds[-1]:6.2f}"
        sys.stdout.write(f"{command:10}{jobs:>3} jobs {figures}\n")
    sys.stdout.write(f"{command:10}{'the same bytes' if len(digests) == 1 else 'BYTES DIFFER'}\n")


def _processors() -> float:
    """Seconds that processors have worked for programs started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "teiedition", *words], stderr=subprocess.DEVNULL, check=False)


def _digest(folder: Path) -> str:
    made = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        made.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return made.hexdigest()


if __name__ == "__main__":
    main()
