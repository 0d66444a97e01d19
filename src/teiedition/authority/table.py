"""Authority entries from a table in CSV: columns id, kind, name, and as many more as are known.

    id,kind,name,variants,birth,death,occupation,description
    ann-orr,person,Ann Orr,Anne Orr; A. Orr,1901,1977,Harbour Master of Selby,

Several variants or occupations in a cell are parted by semicolons; dates are W3C or EDTF. Columns may
stand in any order; other columns are left alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from teiedition import edtf
from teiedition.authority.entry import KINDS, SHORT, Entry, Form, Occupation
from teiedition.authority.spelling import TELLING, by_father, derived, surnames, without_umlauts
from teiedition.errors import InputError
from teiedition.files import read_bytes

NEEDED = ("id", "kind", "name")
_KIND_WORDS = {"org": "organisation", "organization": "organisation"} | {kind: kind for kind in KINDS}
_XML_NAME = re.compile(r"[^\W\d][\w.-]*")


def read(path: Path) -> Iterator[Entry]:
    """The entries of a table. Raises InputError with the line where a cell can't be used."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text (byte {error.start})"
        raise InputError(reason, path, remedy="Save the table as CSV UTF-8.") from None
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    rows.fieldnames = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if missing := [name for name in NEEDED if name not in rows.fieldnames]:
        remedy = f"The first line names the columns: {', '.join(NEEDED)}."
        raise InputError(f"has no column {', '.join(missing)}", path, 1, remedy=remedy)
    for row in rows:
        cells = {name: " ".join(cell.split()) for name, cell in row.items() if name and isinstance(cell, str)}
        if any(cells.values()):
            yield _entry(cells, path, rows.line_num)


def _dialect(text: str) -> type[csv.Dialect]:
    class Table(csv.excel):
        delimiter = max(",;\t", key=text.partition("\n")[0].count)

    return Table


def _entry(cells: Mapping[str, str], path: Path, line: int) -> Entry:
    for name in NEEDED:
        if not cells.get(name):
            reason = f"the column {name} is empty here"
            raise InputError(reason, path, line, remedy="Fill it in, or delete the row.")
    kind = _KIND_WORDS.get(cells["kind"].lower())
    if kind is None:
        reason = f"the kind {cells['kind']!r} is not known"
        raise InputError(reason, path, line, remedy=f"There are: {', '.join(KINDS)}.")
    if not _XML_NAME.fullmatch(cells["id"]):
        raise InputError(
            f"the id {cells['id']!r} can't be an xml:id", path, line,
            remedy="Begin it with a letter and use letters, digits and hyphens only.",
        )  # fmt: skip
    variants = _several(cells.get("variants", ""))
    forms = [Form(cells["name"], "main"), *(Form(text, "variant") for text in variants)]
    if kind == "person":
        forms += [further for form in forms for further in (*derived(form), *by_father(form.text))]
        if all(form.type not in SHORT for form in forms):
            forms += [further for form in forms[:TELLING] for further in surnames(form.text)]
    forms += [respelled for form in forms for respelled in without_umlauts(form)]
    return Entry(
        cells["id"], kind, cells["name"], tuple(dict.fromkeys(forms)), path, line,
        type=cells.get("type", ""), birth=_date(cells, "birth", path, line),
        death=_date(cells, "death", path, line),
        occupations=tuple(map(Occupation, _several(cells.get("occupation", "")))),
        description=cells.get("description", ""),
    )  # fmt: skip


def _date(cells: Mapping[str, str], column: str, path: Path, line: int) -> str:
    """The W3C date of a cell in EDTF: "1901", "1901-05-03?", "1901~". One known within a range only ("190X")
    counts as not known. Raises InputError where the cell holds no date."""
    cell = cells.get(column, "")
    try:
        return edtf.attributes(cell).get("when", "") if cell else ""
    except edtf.EdtfError:
        remedy = "Write 1901 or 1901-05-03, with ? behind it if it is uncertain, ~ if it is approximate."
        raise InputError(f"the {column} {cell!r} is no date", path, line, remedy=remedy) from None


def _several(cell: str) -> list[str]:
    return [part for part in map(str.strip, re.split(r"[;|]", cell)) if part]
