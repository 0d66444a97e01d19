"""The edition's quality dashboard: the state of every document and its problems, as one HTML page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from lxml import etree

from teiedition import saxon, tree
from teiedition.errors import InputError
from teiedition.model import Problem
from teiedition.resources import resource
from teiedition.validate.examine import files_of, read
from teiedition.validate.report.excerpt import excerpt

_NAMESPACE = "urn:teiedition:quality"
_NAMES = "//tei:text//*[self::tei:persName or self::tei:placeName or self::tei:orgName or self::tei:rs]"
_DATE = (
    "(//tei:profileDesc/tei:creation/tei:date/@*[name()='when' or name()='from' or name()='notBefore'])[1]"
)
_SOURCE = "//tei:sourceDesc//tei:bibl | //tei:sourceDesc//tei:msDesc | //tei:text//tei:note[@type='source']"

_COUNTS = {
    "names": etree.XPath(f"count({_NAMES})", namespaces=tree.NS),
    "unresolved": etree.XPath(f"count({_NAMES}[not(@ref)])", namespaces=tree.NS),
    "footnotes": etree.XPath("count(//tei:text//tei:note[@place='foot'])", namespaces=tree.NS),
    "unplaced": etree.XPath("count(//tei:text//tei:note[@place='foot'][@cert='low'])", namespaces=tree.NS),
}
_TEXTS = {
    "title": etree.XPath("normalize-space((//tei:titleStmt/tei:title)[1])", namespaces=tree.NS),
    "when": etree.XPath(f"string({_DATE})", namespaces=tree.NS),
    "source": etree.XPath(f"substring('yes', 1, 3 * boolean({_SOURCE}))", namespaces=tree.NS),
}


def dashboard(paths: Sequence[Path], problems: Sequence[Problem], *, title: str = "") -> str:
    """The page for the documents that `paths` name, with the problems that `validate` found in them.

    A problem of a file that is not among them (a source) makes an entry of its own.
    """
    by_file: dict[Path, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.file].append(problem)
    report = etree.Element(_q("report"), {"lang": "en", "title": title}, nsmap={"q": _NAMESPACE})
    for path in dict.fromkeys([*files_of(paths), *by_file]):
        document = etree.SubElement(report, _q("document"), _facts(path) | {"file": str(path)})
        for problem in by_file[path]:
            _add(document, problem)
    words = resource("xslt", "dashboard", "words-en.xml").read_text(encoding="utf-8")
    sheets = (resource("site", "css", "tokens.css"), resource("xslt", "dashboard", "style.css"))
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    page = saxon.stylesheet(resource("xslt", "dashboard.xsl"))
    source = etree.tostring(report, encoding="unicode")
    return page.run(source, Path("dashboard"), {"words": saxon.Xml(words), "style": style}).text


def _facts(path: Path) -> dict[str, str]:
    """What an editor wants to know of a document; zeros and blanks where it can't be read."""
    try:
        root = read(path) if path.suffix == ".xml" else None
    except InputError:
        root = None
    if root is None:
        return dict.fromkeys(_COUNTS, "0") | dict.fromkeys(_TEXTS, "")
    counts = {name: str(int(cast(float, count(root)))) for name, count in _COUNTS.items()}
    return counts | {name: str(text(root)) for name, text in _TEXTS.items()}


def _add(document: tree.Element, problem: Problem) -> None:
    facts = {
        "line": str(problem.line),
        "column": str(problem.column),
        "rule": problem.rule,
        "severity": problem.severity,
    }
    item = etree.SubElement(document, _q("problem"), facts)
    etree.SubElement(item, _q("message")).text = _printable(problem.message)
    found = excerpt(problem)
    if found:
        place = {"from": str(found.offset + 1), "length": str(found.length)}
        etree.SubElement(item, _q("excerpt"), place).text = _printable(found.text)
    if problem.remedy:
        etree.SubElement(item, _q("remedy")).text = _printable(problem.remedy)


def _q(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _printable(text: str) -> str:
    """The text without characters that XML can't hold, which a broken file may have."""
    return "".join(
        char if char.isprintable() or char.isspace() and char >= " " else "\ufffd" for char in text
    )
