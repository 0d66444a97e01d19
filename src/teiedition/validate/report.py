"""Problems as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from teiedition.model import Problem


def render(problems: Sequence[Problem], format: str = "text") -> str:
    """The problems in one of `FORMATS`, ending with a line end."""
    return FORMATS[format](problems)


def _text(problems: Sequence[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def _json(problems: Sequence[Problem]) -> str:
    items = [asdict(problem) | {"file": str(problem.file)} for problem in problems]
    return json.dumps({"problems": items}, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": _text, "json": _json}
