"""Which schemas a document is held against: the one asked for, those that it names itself, or the project's.

A document names its schemas in `xml-model` instructions (W3C Note, Associating Schemas with XML documents
1.0). They are looked for on this machine only: where the instruction says, by name in the edition's
`schema` folder, among the project's own, and among what was fetched earlier. Nothing is ever fetched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast
from urllib.parse import unquote, urlsplit

from lxml import etree

from teiedition import tree
from teiedition.errors import InputError
from teiedition.files import digest, read_bytes
from teiedition.model import Problem
from teiedition.resources import resource
from teiedition.validate.grammar import GrammarCheck
from teiedition.validate.relaxng.scopes import RNG

SCH = "http://purl.oclc.org/dsdl/schematron"
XSD = "http://www.w3.org/2001/XMLSchema"

_PSEUDO_ATTRIBUTE = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Check(Protocol):
    """Something that a document can be held against."""

    def check(self, root: tree.Element, path: Path) -> list[Problem]:
        """The problems of the document with this root, read from the file at `path`."""


@dataclass(frozen=True, slots=True)
class Model:
    """One `xml-model` instruction: which schema, and in which language (a namespace, or empty)."""

    href: str
    language: str
    line: int


def check(root: tree.Element, path: Path, schema: Path | None = None) -> list[Problem]:
    """What its schemas have against a document; `schema` goes before those that it names itself.

    Raises InputError when a schema can't be used.
    """
    problems: list[Problem] = []
    checks: dict[Check, None] = {}
    models = [] if schema else list(named(root))
    for model in models:
        file = at_hand(model.href, path)
        if file is None:
            problems.append(_missing(model, path))
        else:
            checks |= dict.fromkeys(_checks(file.resolve(), changed(file), model.language == SCH))
    if not models:
        file = schema or resource("schema", "teiedition.rng")
        checks |= dict.fromkeys(_checks(file.resolve(), changed(file)))
    return problems + [problem for item in checks for problem in item.check(root, path)]


def changed(path: Path) -> int:
    """The time of a file's last change, 0 where there is none."""
    return path.stat().st_mtime_ns if path.exists() else 0


@cache
def _checks(path: Path, stamp: int, rules_only: bool = False) -> tuple[Check, ...]:
    """The checks that a schema file stands for; a grammar's rules may be in a file beside it."""
    kind = SCH if rules_only else _language(path)
    own = _made(kind, path, stamp)
    rules = path.with_suffix(".sch")
    return (own, *_checks(rules, changed(rules))) if kind == RNG and rules.is_file() else (own,)


@cache
def _made(kind: str, path: Path, stamp: int) -> Check:
    """The check in a schema language, made once; what few runs need is loaded only then."""
    if kind == RNG:
        return GrammarCheck(path)
    if kind == SCH:
        from teiedition.validate.schematron import Rules

        return Rules(path)
    from teiedition.validate.xsd import Definitions

    return Definitions(path)


def named(root: tree.Element) -> Iterator[Model]:
    """The schemas that a document names, in its order."""
    for node in reversed(list(root.itersiblings(etree.ProcessingInstruction, preceding=True))):
        if cast("etree._ProcessingInstruction", node).target == "xml-model":
            pairs = _PSEUDO_ATTRIBUTE.findall(node.text or "")
            found = {name: double or single for name, double, single in pairs}
            if found.get("href"):
                yield Model(found["href"], found.get("schematypens", ""), cast(int, node.sourceline))


def at_hand(href: str, document: Path) -> Path | None:
    """The file on this machine that a document means by an address; None if there is none."""
    parts = urlsplit(href)
    name = unquote(parts.path).rsplit("/", 1)[-1]
    places = [] if parts.scheme or parts.netloc else [document.parent / unquote(parts.path)]
    places += [folder / "schema" / name for folder in (document.parent, *document.resolve().parents[:3])]
    places += [resource("schema", name), _fetched(href, name)]
    return next((place for place in places if name and place.is_file()), None)


def _fetched(address: str, name: str) -> Path:
    """Where `odd.origin` keeps what it once fetched from an address."""
    home = os.environ.get("XDG_CACHE_HOME")
    cache = (Path(home) if home else Path.home() / ".cache") / "teiedition"
    return cache / digest(address.replace("http://", "https://", 1))[:16] / name


def _language(path: Path) -> str:
    """The schema language of a file, by its root element. Raises InputError for any that can't be used."""
    data = read_bytes(path)
    compact = path.suffix == ".rnc" or not data.lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").startswith(b"<")
    root = None if compact else tree.parse(data, path)
    language = etree.QName(root).namespace if root is not None else None
    if language not in (RNG, SCH, XSD):
        found = "compact RELAX NG or no XML" if root is None else f"the root element {root.tag}"
        raise InputError(
            f"is not a schema that can be used: {found}", path, 1,
            remedy="Give RELAX NG in XML (.rng), ISO Schematron (.sch) or W3C XML Schema (.xsd).",
        )  # fmt: skip
    return language


def _missing(model: Model, path: Path) -> Problem:
    name = model.href.rsplit("/", 1)[-1]
    return Problem(
        path, model.line, 0, "schema",
        f'"{model.href}", the schema that this document names, is not on this machine and is not fetched',
        remedy=f"Save it as schema/{name} in the edition's folder, or give a file with --schema.",
        subject=model.href,
    )  # fmt: skip
