"""Lists of abbreviations, as printed editions have them, read as an authority of organisations.

"NHB, Norland Harbour Board" names a body, "ETA, estimated time of arrival" does not: an item counts whose
abbreviation has an id to point at and is explained by the name of a body.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from teiedition import tree
from teiedition.authority.entry import Entry, Form

_DATA = tomllib.loads(files(__package__).joinpath("bodies.toml").read_text(encoding="utf-8"))
_HEADS, _NOT_BEHIND, _NOT = (frozenset(_DATA[key]) for key in ("heads", "not_behind", "no_bodies"))
_SHORT = tuple(map(tree.tag, ("term", "abbr", "gloss", "hi", "label")))
_ITEM, _LABEL = tree.tag("item"), tree.tag("label")
_NAMES = tuple(map(tree.tag, ("persName", "placeName", "orgName")))
_ABBREVIATION = re.compile(r"[A-Z][\w.&/–-]{0,11}")
_JOINER = re.compile(r" (?:of|for|on|in|to|at|and) ")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_EDGES = " ,;:.=–—-\t\n"
GLOSSARY = "abbreviation in a list"
"""The type of an entry that a list of abbreviations has."""


def entries(root: tree.Element, path: Path) -> Iterator[Entry]:
    """The bodies of the lists of abbreviations in a TEI file."""
    for item in root.iter(_ITEM):
        if any(True for _ in item.iter(*_NAMES)):
            continue
        short = _abbreviation(item)
        id = _id(item, short) if short is not None else ""
        if short is None or not id:
            continue
        abbreviation = tree.words(short).strip(_EDGES)
        said = tree.words(item)
        said = said.removeprefix(tree.words(short)) if short.tag != _LABEL else said
        name = _name(said)
        if _ABBREVIATION.fullmatch(abbreviation) and is_body(name):
            forms = (Form(name, "main"), Form(abbreviation, "abbreviation"))
            line: int = short.sourceline or 0  # type: ignore[assignment]  # the stubs leave its type open
            yield Entry(id, "organisation", name, forms, path, line, type=GLOSSARY)


def without_doubles(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries but for those of lists of abbreviations that another entry has under one of their names."""
    entries = list(entries)
    others = {
        form.text
        for entry in entries
        if entry.type != GLOSSARY and entry.kind != "person"
        for form in entry.forms
    }
    for entry in entries:
        if entry.type != GLOSSARY or not any(form.text in others for form in entry.forms):
            yield entry


def is_body(name: str) -> bool:
    """Whether the explanation of an abbreviation is a body's name: "Board" in it says what it is, in front of
    "of" or at its end. A "Harbour Board Memorandum" is none."""
    first = name.split(", ")[0]
    words = _WORD.findall(first)
    if not words or not words[0][0].isupper() or first in _NOT or words[-1] in _NOT_BEHIND:
        return False
    core = _WORD.findall(_JOINER.split(first)[0])
    if core[-1] in _NOT_BEHIND:
        return False
    pair = " ".join(core[-2:])
    return pair in _HEADS or core[-1] in _HEADS or words[-1] in _HEADS


def _name(said: str) -> str:
    """The first explanation, without what is in brackets."""
    return re.sub(r" ?\([^()]*\)", "", said.split(";")[0]).strip(_EDGES)


def _abbreviation(item: tree.Element) -> tree.Element | None:
    """The element that holds the abbreviation: the innermost first of the item, or the label before it."""
    first = item[0] if len(item) and not (item.text or "").strip() else None
    while first is not None and first.tag in _SHORT:
        inner = first[0] if len(first) and not (first.text or "").strip() else None
        if inner is None or inner.tag not in _SHORT:
            return first
        first = inner
    before = item.getprevious()
    return before if first is None and before is not None and before.tag == _LABEL else None


def _id(item: tree.Element, short: tree.Element) -> str:
    """The id of an abbreviation: its own, or that of what is around it in the item."""
    inner = next((id for part in short.iter() if (id := part.get(tree.XML_ID))), "")
    return inner or item.get(tree.XML_ID, "")
