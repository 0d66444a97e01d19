"""Other forms of names, for those who search for one that the texts don't use.

32 files, `names/0.json` to `names/31.json`: {"form": [[label, path of the page]…]…}. A form is folded as
words are, without its spaces; its file is told by the sum of the codes of its first two characters.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from teiedition.authority.entry import SHORT
from teiedition.catalogue import Catalogue
from teiedition.publish.search_index import folded

FILES = 32


def source(catalogue: Catalogue) -> str:
    """All names with a page of their own and their forms, as JSON: [label, path, [form…]] each."""
    return json.dumps(
        [
            [
                entity.label,
                entity.path,
                [form.text for form in entry.forms if not SHORT & set(form.type.split())],
            ]
            for ref, entity in catalogue.entities.items()
            if (entry := catalogue.authority.entries.get(ref))
        ],
        ensure_ascii=False,
    )


def files(source: str) -> Mapping[str, bytes]:
    """The files by their names, of what `source` gave."""
    found: list[dict[str, list[list[str]]]] = [{} for _ in range(FILES)]
    for label, path, forms in json.loads(source or "[]"):
        for form in sorted({folded(form) for form in forms if len(folded(form)) > 1}):
            found[sum(map(ord, form[:2])) % FILES].setdefault(form, []).append([label, path])
    return {
        f"names/{number}.json": json.dumps(forms, ensure_ascii=False, sort_keys=True).encode()
        for number, forms in enumerate(found)
    }
