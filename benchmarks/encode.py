"""How fast are sources encoded, in how much memory?

    python benchmarks/encode.py [--megabytes 1,4]

Invents a text of each kind and size, encodes each in a process of its own, and prints megabytes of text for
a second of the processor's time, and the peak of memory: paragraphs of one line, the same hard-wrapped,
minutes of a conversation, an article whose footnotes have lost their marks, and one line without an end.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

WORDS = (
    *(
        "ferry",
        "gauge",
        "level",
        "marsh",
        "mooring",
        "pilot",
        "ridge",
        "sluice",
        "survey",
        "towpath",
        "warden",
    ),
    *(
        "the",
        "of",
        "and",
        "to",
        "at",
        "was",
        "in",
        "that",
        "it",
        "he",
        "had",
        "which",
        "with",
        "for",
        "not",
        "but",
    ),
    *("Selby", "Vidin", "Orlan", "[the]", "1931", "weir", "water", "wheel", "harbour", "keeper", "ledger"),
)
NAMES = ("Ann Orr", "Tom Weir", "Chairman Reed")
PAGE = 30
MEASURE = """
import resource, sys, time
from pathlib import Path
from teiedition import encode, sources
from teiedition.config import Config
source = sources.read(Path(sys.argv[1]))
begin = time.process_time()
made = encode.encode(source, Config(folder=Path()))
seconds = time.process_time() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(source.text.encode()), seconds, peak, sum(document.counts["notes"] for document in made))
"""


def sentence(random: Random) -> str:
    words = " ".join(random.choices(WORDS, k=random.randint(6, 25)))
    return f"{words[:1].upper()}{words[1:]}."


def paragraphs(random: Random) -> Iterator[str]:
    yield "Report on the Weir, 3 May 1901"
    while True:
        yield "\n" + " ".join(sentence(random) for _ in range(random.randint(2, 9)))


def wrapped(random: Random) -> Iterator[str]:
    return (textwrap.fill(line, 72, replace_whitespace=False) for line in paragraphs(random))


def minutes(random: Random) -> Iterator[str]:
    yield "Minutes of Conversation between Ann Orr and Tom Weir, 3 May 1901"
    while True:
        yield f"\n{random.choice(NAMES)}: {sentence(random)} {sentence(random)}"


def article(random: Random) -> Iterator[str]:
    """Pages with three notes each; where a note's mark was, a sentence is glued to the one before."""
    yield "The Weir and Its Wardens\n\nAnn Orr\n"
    while True:
        text = textwrap.fill(" ".join(sentence(random) for _ in range(24)), 90).split("\n")[:PAGE]
        for at in random.sample(range(2, len(text) - 2), 3):
            text[at] = text[at].replace(". ", ".", 1)
        yield "\n".join(text)
        for _ in range(3):
            author, page = random.choice(WORDS).title(), random.randint(1, 300)
            yield f"{author}, The Ordinary Level (Selby: Weir Press, 1931), {page}."


def one_line(random: Random) -> Iterator[str]:
    while True:
        yield sentence(random) * 50


KINDS: dict[str, tuple[Callable[[Random], Iterator[str]], str]] = {
    "plain": (paragraphs, "\n"),
    "wrapped": (wrapped, "\n"),
    "minutes": (minutes, "\n"),
    "article": (article, "\n"),
    "one line": (one_line, " "),
}


def text(kind: str, size: int) -> str:
    """An invented text of a kind, of `size` bytes or a little more."""
    lines, between = KINDS[kind]
    made: list[str] = []
    for line in lines(Random(1)):
        made.append(line)
        size -= len(line.encode()) + 1
        if size <= 0:
            return between.join(made)
    raise AssertionError("texts have no end")


def measured(file: Path) -> str:
    """A line of the report: what it took to encode a file."""
    command = [sys.executable, "-c", MEASURE, str(file)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    length, seconds, peak, notes = map(float, printed.split())
    return f"{length / 1e6:5.1f} {length / 1e6 / seconds:6.2f} {peak / 1e3:8.0f} {notes:6.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", default="1", help="sizes of the texts, with commas between")
    sizes = [float(size) for size in parser.parse_args().megabytes.split(",")]
    print(f"{'text':10} {'MB':>5} {'MB/s':>6} {'peak MB':>8} {'notes':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            for size in sizes:
                file = Path(folder, f"{kind}-{size}.txt")
                file.write_text(text(kind, int(size * 1e6)), "utf-8")
                print(f"{kind:10} {measured(file)}")


if __name__ == "__main__":
    main()
