"""Problems for programs: our own JSON, and SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

import teiedition
from teiedition.model import Problem
from teiedition.validate.report.excerpt import excerpt

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(problems: Sequence[Problem]) -> str:
    """An object: `problems` as in `model.Problem`, each with its excerpt, and how many of each severity."""
    counts = {level: sum(problem.severity == level for problem in problems) for level in _LEVELS}
    items = []
    for problem in problems:
        found = excerpt(problem)
        items.append(asdict(problem) | {"file": str(problem.file), "excerpt": found.text if found else ""})
    return json.dumps({"problems": items, "counts": counts}, ensure_ascii=False, indent=1) + "\n"


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF log of one run."""
    rules = sorted({problem.rule for problem in problems})
    driver = {
        "name": "teiedition",
        "version": teiedition.__version__,
        "rules": [{"id": rule} for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.rule)) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.file.as_posix())}}
    if problem.line:
        found = excerpt(problem)
        location["region"] = {
            "startLine": problem.line,
            **({"startColumn": problem.column} if problem.column else {}),
            **({"snippet": {"text": found.text}} if found else {}),
        }
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message}. {problem.remedy}".strip()},
        "locations": [{"physicalLocation": location}],
    }
