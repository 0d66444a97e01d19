"""The house is laid out as docs/architecture.md says: imports point one way, borders hold."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "teiedition"
ARCHITECTURE = PACKAGE.parents[1] / "docs" / "architecture.md"
ONLY = {"saxonche": "saxon", "typst": "publish"}
"""Libraries that one module alone knows."""


def order() -> list[str]:
    """The modules in the order of the table in docs/architecture.md, lowest first."""
    table = ARCHITECTURE.read_text("utf-8").split("## Modules")[1].split("\n## ")[0]
    return [name.rstrip("/") for name in re.findall(r"^\| `([a-z_/]+)`", table, re.M)]


def imports(path: Path) -> set[str]:
    """The modules that a file imports, by full name; relative imports count as their package's."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(names if node.module == "teiedition" else {str(node.module)})
    return found


TOP = {"__init__", "__main__"}
FILES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    """The top-level module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_module_has_a_place_in_the_order() -> None:
    assert {module_of(path) for path in FILES} - TOP == set(order())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    own = module_of(path)
    if own in TOP:
        return
    rank = {name: place for place, name in enumerate(order())}
    used = {name.split(".")[1] for name in imports(path) if name.startswith("teiedition.")}
    assert not {name for name in used - {own, "__version__"} if rank[name] >= rank[own]}


@pytest.mark.parametrize(("library", "module"), ONLY.items())
def test_a_library_is_known_to_one_module(library: str, module: str) -> None:
    users = {
        module_of(path) for path in FILES if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users == {module}


def test_the_order_of_this_very_test_can_fail(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("from teiedition import cli\nfrom teiedition.build import Report\n")
    assert imports(file) == {"teiedition.cli", "teiedition.build"}
