"""Works as CSL-JSON (https://docs.citationstyles.org, csl-data.json 1.0.2), which Zotero and Pandoc read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from teiedition.annotate.bibliography.works import Name, Work
from teiedition.edtf import written_as

TYPES = {
    "article": "article-journal",
    "chapter": "chapter",
    "report": "report",
    "book": "book",
    "thesis": "thesis",
    "paper": "paper-conference",
    "periodical": "periodical",
    "archival": "manuscript",
    "document": "document",
}


def items(works: Iterable[Work]) -> list[dict[str, Any]]:
    """The works as CSL items, fit for `json.dump`. Empty fields are left out."""
    return [{name: value for name, value in _item(work).items() if value} for work in works]


def _item(work: Work) -> dict[str, Any]:
    series = work.kind == "report"
    number = work.scopes.get("issue") or work.scopes.get("volume")
    return {
        "id": work.id,
        "type": TYPES[work.kind],
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "editor": [_name(name) for name in work.editors],
        "translator": [_name(name) for name in work.translators],
        "container-title": "" if series else work.host,
        "collection-title": work.host if series else "",
        "publisher": "; ".join(work.publishers),
        "publisher-place": "; ".join(work.places),
        "issued": _date(work),
        "volume": "" if series else work.scopes.get("volume"),
        "issue": "" if series else work.scopes.get("issue"),
        "number": number if series else "",
        "page": work.scopes.get("page") if work.kind in ("article", "chapter") else "",
        "archive": work.archive,
        "archive_location": work.shelfmark,
    }


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.family else {"literal": name.full}


def _date(work: Work) -> dict[str, Any]:
    """The date as parts where it is one, or from one to another; else as EDTF."""
    first = work.date.get("when") or work.date.get("from") or ""
    last = "" if work.date.get("when") else work.date.get("to", "")
    ends = [end for end in (first, last) if re.fullmatch(r"\d{4}(-\d\d){0,2}", end)]
    if ends:
        return {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    edtf = written_as(work.date)
    return {"literal": edtf} if edtf else {}
