"""How long does an editor wait for a folder of documents, and how long would a recognizer of names take?

    python benchmarks/annotate.py TEI [--documents 200] [--authority DIR] [--model en_core_web_sm]

Copies the documents in TEI under other names until there are enough. Then, each as a program of its own that
starts, works and ends: `teiedition annotate` on the folder, with as many processes as it takes by itself; and
spaCy, which loads its model once and reads the same documents' text with its whole pipeline, in one process
and in two. Each prints the seconds by the clock, the best of several rounds in which the programs take turns,
and the seconds of all its processors.

They don't do the same. Annotating reads and writes XML, and finds dates, quantities and citations too, says
whom each name means and gathers the unknown ones; spaCy is given plain text, finds names, parts of speech and
dependencies, and writes nothing. Copies favour both a little: the words are remembered from the first one.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from teiedition.annotate.scan import scan

SPACY = """
import pathlib, sys
import spacy
folder, model, processes = sys.argv[1:]
if __name__ == "__main__":
    texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(folder).glob("*.txt"))]
    nlp = spacy.load(model)
    print(sum(len(document.ents) for document in nlp.pipe(texts, n_process=int(processes), batch_size=8)))
"""


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("tei", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--authority", type=Path)
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = _copied(sorted(options.tei.glob("*.xml")), folder, options.documents)
        programs = _programs(folder, options)
        seconds = {what: (float("inf"), 0.0) for what in programs}
        for _ in range(options.rounds):
            for what, command in programs.items():
                seconds[what] = min(seconds[what], _timed(command, folder))
    least = next(iter(seconds.values()))[0]
    for what, (clock, busy) in seconds.items():
        times = f"{clock / least:6.1f} times" if clock != least else ""
        sys.stdout.write(f"{what:42}{clock:8.1f} s{busy:8.1f} s{words / clock:10,.0f} words/s{times}\n")


def _copied(documents: list[Path], folder: Path, wanted: int) -> int:
    """Put so many documents and their texts into two folders; returns how many words they have."""
    words = 0
    for kind in ("tei", "txt"):
        (folder / kind).mkdir()
    for number in range(wanted):
        document = documents[number % len(documents)]
        tei = document.read_text(encoding="utf-8")
        text = scan(tei).text.content
        (folder / "tei" / f"{document.stem}-{number}.xml").write_text(tei, encoding="utf-8")
        (folder / "txt" / f"{document.stem}-{number}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def _programs(folder: Path, options: argparse.Namespace) -> dict[str, list[str]]:
    (folder / "read.py").write_text(SPACY, encoding="utf-8")
    authority = ["--authority", str(options.authority.resolve())] if options.authority else []
    annotate = ["-m", "teiedition", "annotate", "tei", "--out", "out", *authority]
    programs = {"teiedition annotate, as it comes": [sys.executable, *annotate]}
    if find_spec("spacy") and find_spec(options.model):
        for processes in ("1", "2"):
            read = [sys.executable, "read.py", "txt", options.model, processes]
            programs[f"spaCy {options.model}, n_process={processes}"] = read
    return programs


def _timed(command: list[str], folder: Path) -> tuple[float, float]:
    """The seconds that a program takes by the clock and of the processors, its start and end included."""
    start, before = time.perf_counter(), _processors()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start, _processors() - before


def _processors() -> float:
    """Seconds that processors have worked for programs started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
