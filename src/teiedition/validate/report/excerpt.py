"""The line of a file in which a problem is, and what in it to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from teiedition.model import Problem
from teiedition.validate.places import decoded

_WIDTH = 96
"""How many characters of a line are shown."""

_WORD = re.compile(r"</?[\w:.-]+|[\w:.-]+|\S")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a line, and in it the stretch (offset, length) that is meant; length 0 if unknown."""

    text: str
    offset: int = 0
    length: int = 0


def excerpt(problem: Problem) -> Excerpt | None:
    """The excerpt for a problem; None where the file has no such line."""
    lines = _lines(problem.file)
    if not 0 < problem.line <= len(lines):
        return None
    line = lines[problem.line - 1].expandtabs(1)
    offset = problem.column - 1 if problem.column else line.find(problem.subject or "\n")
    if not 0 <= offset < len(line):
        return Excerpt(_cut(line.strip(), 0))
    word = _WORD.match(line, offset)
    length = word.end() - offset if word else 1
    start = max(0, min(offset - _WIDTH // 3, len(line) - _WIDTH))
    shown = line[start:]
    indent = len(shown) - len(shown.lstrip())
    front = "…" if start else ""
    return Excerpt(front + _cut(shown.lstrip(), len(front)), offset - start - indent + len(front), length)


def _cut(text: str, used: int) -> str:
    room = _WIDTH - used
    return text if len(text) <= room else f"{text[: room - 1]}…"


@lru_cache(maxsize=4)
def _lines(path: Path) -> list[str]:
    try:
        return re.split("\r\n|\n|\r", decoded(path.read_bytes()))
    except OSError:
        return []
