"""Works as BibTeX, in UTF-8, in fields that BibLaTeX and older styles know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from teiedition.annotate.bibliography.works import Name, Work
from teiedition.edtf import written_as

TYPES = {
    "article": "article",
    "chapter": "incollection",
    "report": "techreport",
    "book": "book",
    "thesis": "phdthesis",
    "paper": "unpublished",
    "periodical": "periodical",
    "archival": "unpublished",
    "document": "unpublished",
}
HOSTS = {"article": "journal", "chapter": "booktitle", "report": "type"}
PUBLISHERS = {"thesis": "school", "report": "institution"}
SPECIAL = re.compile(r"[\\{}$&#_%~^]")
ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def text(works: Iterable[Work]) -> str:
    """The works as one BibTeX file."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    fields = {name: _escaped(value) for name, value in _fields(work).items() if value}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{TYPES[work.kind]}{{{_citation_key(work)},\n{lines}}}\n"


def _fields(work: Work) -> dict[str, str]:
    months = re.fullmatch(r"\d{4}-(\d\d)(?:-\d\d)?", work.date.get("when", ""))
    archive = ", ".join(part for part in (work.archive, work.collection, work.shelfmark) if part)
    key = "doi" if work.address.startswith("doi:") else "url"
    return {
        "author": _people(work.authors),
        "editor": _people(work.editors),
        "translator": _people(work.translators),
        "title": work.title or work.shelfmark,
        HOSTS.get(work.kind, "series"): work.host,
        "address": "; ".join(work.places),
        PUBLISHERS.get(work.kind, "publisher"): "; ".join(work.publishers),
        "year": work.year,
        "month": str(int(months[1])) if months else "",
        "date": _date(work.date),
        "volume": work.scopes.get("volume", ""),
        "number": work.scopes.get("issue", ""),
        "pages": work.scopes.get("page", "").replace("–", "--")
        if work.kind in ("article", "chapter")
        else "",
        "note": archive,
        key: work.address.removeprefix("doi:").strip(),
    }


def _date(dating: Mapping[str, str]) -> str:
    """The date in the part of EDTF that BibLaTeX reads: no sets, and of a year's parts the seasons only."""
    edtf = written_as(dating)
    beyond = edtf.startswith("[") or re.search(r"(?<!\d)\d{4}-(?:2[5-9]|[34]\d)[?~%]?$", edtf)
    return f"{dating.get('notBefore', '')}/{dating.get('notAfter', '')}" if beyond else edtf


def _people(names: Iterable[Name]) -> str:
    return " and ".join(map(_person, names))


def _person(name: Name) -> str:
    """ "Orr, Jr., Tom"; the name of a body in braces, whole."""
    parts = [part for part in (name.family, name.suffix, name.given) if part]
    return ", ".join(parts) if name.family else f"{{{name.full}}}"


def _escaped(value: str) -> str:
    """A value with TeX's special characters masked; the braces around a body's name stay."""
    body = re.fullmatch(r"\{([^{}]*)\}", value)
    if body:
        return "{" + _escaped(body[1]) + "}"
    return SPECIAL.sub(lambda match: ESCAPES.get(match[0], "\\" + match[0]), value)


def _citation_key(work: Work) -> str:
    return re.sub(r"[^\w:.-]", "", work.id)
