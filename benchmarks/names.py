"""How well and how fast names are found, beside an existing recognizer on the same text and machine.

    python benchmarks/names.py GOLD SCORE.py [--authority DIR] [--model en_core_web_sm]

GOLD is a folder of TEI encoded by hand, SCORE.py the program that scores TEI against it. Its names are
taken out, then put in again: by the rules with the authority files, by the rules alone, by the recognizer
alone, by both together. Then words per second, with an authority of 10,000 invented entries and 100,000
forms, and how long that takes to load. Without spaCy and its model the recognizer's lines are left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from teiedition import authority
from teiedition.annotate import annotate, names, recognizers
from teiedition.annotate.context import Context, Recognizer
from teiedition.annotate.names.gazetteer import gazetteer
from teiedition.annotate.scan import scan
from teiedition.annotate.text import Text
from teiedition.errors import EnvironmentFault
from teiedition.model import Mention

ELEMENTS = {"person": "persName", "place": "placeName", "organisation": "orgName"}
SYLLABLES = ["ka", "lo", "mi", "ster", "ven", "or", "da", "ri", "bel", "tho", "nu", "gra", "sel", "by", "wan"]
NAMES = re.compile(r"<(/?)(persName|placeName|orgName|roleName|rs)\b[^>]*>")
POINTERS = re.compile(r'(<(?:sp|person|author|editor)\b[^>]*?) (?:who|ref|corresp)="[^"]*"')


def main() -> None:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("gold", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--authority", type=Path)
    parser.add_argument("--model", default="en_core_web_sm")
    options = parser.parse_args()
    paths = sorted(options.gold.glob("*.xml"))
    plain = {path.name: _plain(path.read_text(encoding="utf-8")) for path in paths}
    recognize = _recognizer(options.model)
    known = authority.load(options.authority) if options.authority else None
    ways: dict[str, Callable[[str, Path], str]] = {
        "rules": lambda tei, file: annotate(tei, file, finders=(names.find,)).tei
    }
    if known:
        ways["rules, authority"] = lambda tei, file: annotate(tei, file, known, finders=(names.find,)).tei
    if recognize:
        alone = _alone(recognize)
        ways["recognizer"] = lambda tei, file: annotate(tei, file, finders=(alone,)).tei
        ways["both"] = lambda tei, file: annotate(tei, file, finders=(names.find,), recognize=recognize).tei
    for way, run in ways.items():
        _say(way, _scored({name: run(tei, Path(name)) for name, tei in plain.items()}, options))
    _throughput(list(plain.values()), recognize)


def _plain(tei: str) -> str:
    """A document without its names' markup and pointers."""
    head, body = tei.split("</teiHeader>", 1)
    return head + "</teiHeader>" + POINTERS.sub(r"\1", NAMES.sub("", body))


def _recognizer(model: str) -> Recognizer | None:
    try:
        return recognizers.spacy(model)
    except EnvironmentFault as fault:
        _say(f"no recognizer: {fault}", {})
        return None


def _alone(recognize: Recognizer) -> Callable[[Text, Context], Iterable[Mention]]:
    def find(text: Text, context: Context) -> Iterator[Mention]:
        for start, end, kind in recognize(text.content):
            yield Mention(start, end, ELEMENTS[kind])

    return find


def _scored(documents: dict[str, str], options: argparse.Namespace) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        for name, tei in documents.items():
            Path(folder, name).write_text(tei, encoding="utf-8")
        command = [sys.executable, str(options.score), str(options.gold), folder, "--json"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    total = json.loads(said)["total"]
    return {key: total[key] for key in ("persName.f1", "persName.linked.f1", "placeName.f1", "orgName.f1")}


def _throughput(documents: list[str], recognize: Recognizer | None) -> None:
    texts = [scan(tei).text.content for tei in documents]
    count = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "persons.xml").write_text(_many(10_000, 10), encoding="utf-8")
        start = time.perf_counter()
        known = authority.load(Path(folder))
        gazetteer(known)
        _say("authority of 100,000 forms", {"seconds to load": time.perf_counter() - start})
    for tei in documents:
        annotate(tei, Path("warm.xml"), known, finders=(names.find,))
    start = time.perf_counter()
    for tei in documents:
        annotate(tei, Path("timed.xml"), known, finders=(names.find,))
    ours = count / (time.perf_counter() - start)
    _say("rules", {"words per second": ours})
    if recognize:
        start = time.perf_counter()
        for text in texts:
            list(recognize(text))
        theirs = count / (time.perf_counter() - start)
        _say("recognizer", {"words per second": theirs, "rules are times as fast": ours / theirs})


def _many(entries: int, forms: int) -> str:
    """An authority file of invented persons."""
    chance = random.Random(7)

    def word(count: int) -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(count)).title()

    persons = []
    for number in range(entries):
        given, family = word(2), word(3)
        variants = "".join(f"<persName>{word(1)} {word(2)} {family}</persName>" for _ in range(forms - 1))
        persons.append(f'<person xml:id="p{number}"><persName>{given} {family}</persName>{variants}</person>')
    return f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{"".join(persons)}</listPerson>'


def _say(what: str, figures: dict[str, float]) -> None:
    numbers = "  ".join(f"{name} {value:,.3f}" for name, value in figures.items())
    sys.stdout.write(f"{what:<28}{numbers}\n")


if __name__ == "__main__":
    main()
