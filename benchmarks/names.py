"""How well and how fast names are found, beside an existing recognizer on the same text and machine.

    python benchmarks/names.py GOLD SCORE.py [--authority DIR] [--model en_core_web_sm]

GOLD is a folder of TEI encoded by hand, SCORE.py the program that scores TEI against it. Its names are
taken out, then put in again: by the rules with the authority files, by the rules alone, by the recognizer
alone, by both together. Then words per second of the processor's time, with an authority of 10,000 invented
entries and 100,000 forms, and how long that takes to load: for these documents one by one and for a long
one made of their paragraphs, each the best of several runs that take turns with the recognizer's, once with
what finds names alone and once with its whole pipeline, as it comes. Without spaCy and its model the
recognizer's lines are left out.
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
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from teiedition import authority, tree
from teiedition.annotate import annotate, context, names, recognizers
from teiedition.annotate.context import Context, Recognizer
from teiedition.annotate.names.gazetteer import gazetteer
from teiedition.annotate.scan import scan
from teiedition.annotate.text import Text
from teiedition.authority import Authority
from teiedition.errors import EnvironmentFault
from teiedition.model import Mention

ROUNDS = 7
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
    readers = {"recognizer": recognize, "whole pipeline": _whole(options.model)} if recognize else {}
    _throughput(list(plain.values()), readers)


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


def _whole(model: str) -> Recognizer:
    """The same with tagger, parser and lemmatizer, as who uses it runs it; line by line as well."""
    pipeline = import_module("spacy").load(model)

    def read(text: str) -> Iterator[tuple[int, int, str]]:
        for document in pipeline.pipe(filter(None, text.split("\n"))):
            yield from ((name.start_char, name.end_char, name.label_) for name in document.ents)

    return read


def _alone(recognize: Recognizer) -> Callable[[Text, Context], Iterable[Mention]]:
    def find(text: Text, _: Context) -> Iterator[Mention]:
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


def _throughput(documents: list[str], readers: Mapping[str, Recognizer]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "persons.xml").write_text(_many(10_000, 10), encoding="utf-8")
        start = time.process_time()
        known = authority.load(Path(folder))
        gazetteer(known)
        _say("authority of 100,000 forms", {"seconds to load": time.process_time() - start})
    for what, texts in (("short documents", documents), ("a long document", [_long(documents)])):
        _compare(what, texts, known, readers)


def _long(documents: list[str]) -> str:
    """One document with the bodies of all."""
    bodies = "".join(tei[tei.index("<body") : tei.index("</body>")].partition(">")[2] for tei in documents)
    first = documents[0]
    return first[: first.index("<body")] + f"<body>{bodies}</body>" + first.partition("</body>")[2]


def _compare(what: str, documents: list[str], known: Authority, readers: Mapping[str, Recognizer]) -> None:
    texts = [scan(tei).text for tei in documents]
    contexts = [context.of(tree.parse(tei.encode(), Path("timed.xml")), known) for tei in documents]
    ways: dict[str, Callable[[], object]] = {
        "rules": lambda: [
            annotate(tei, Path("timed.xml"), known, finders=(names.find,)) for tei in documents
        ],
        "rules, names alone": lambda: [
            list(names.find(text, facts)) for text, facts in zip(texts, contexts, strict=True)
        ],
    }
    for name, read in readers.items():
        ways[name] = partial(_read, read, texts)
    seconds = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for way, run in ways.items():
            start = time.process_time()
            run()
            seconds[way] = min(seconds[way], time.process_time() - start)
    count = sum(len(text.content.split()) for text in texts)
    for way, least in seconds.items():
        ratio = {f"times the {name}": seconds[name] / least for name in readers}
        _say(f"{what}: {way}", {"words per second": count / least, **ratio})


def _read(read: Recognizer, texts: list[Text]) -> None:
    for text in texts:
        list(read(text.content))


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
    sys.stdout.write(f"{what:<38}{numbers}\n")


if __name__ == "__main__":
    main()
