"""Works as CSL-JSON (https://docs.citationstyles.org, csl-data.json 1.0.2), which Zotero and Pandoc read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from teiedition.annotate.bibliography.works import Name, Work
from teiedition.edtf import written_as

DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
SEASON = re.compile(r"(?P<year>\d{4})-(?P<code>2[1-4])[?~%]?")
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
        "archive_collection": work.collection,
        "archive_location": work.shelfmark,
        "DOI" if work.address.startswith("doi:") else "URL": work.address.removeprefix("doi:").strip(),
    }


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.full}
    parted = {"family": name.family, "given": name.given}
    return parted | {"suffix": name.suffix} if name.suffix else parted


def _date(work: Work) -> dict[str, Any]:
    """The date as parts: a day, a month, a year; two where it is a stretch; a season by its number."""
    if season := SEASON.fullmatch(written_as(work.date)):
        return {"date-parts": [[int(season["year"])]], "season": int(season["code"]) - 20}
    for names in (("when",), ("from", "to"), ("notBefore", "notAfter")):
        found = [part for part in (DAY.fullmatch(work.date.get(name, "")) for name in names) if part]
        ends = [[int(figures) for figures in part[0].split("-")] for part in found]
        if names[0] == "notBefore":
            ends = [end[:1] for end in ends]
            ends = ends[:1] if ends[:1] == ends[1:] else ends
        if ends:
            vague = work.date.get("precision") == "low" or work.date.get("cert") == "low"
            return {"date-parts": ends} | ({"circa": True} if vague else {})
    return {}
