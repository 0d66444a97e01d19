"""The citations of a note as short lines, for tests."""

from __future__ import annotations

from teiedition.annotate.citations import find_citations
from teiedition.model import Mention


def cited(text: str) -> list[str]:
    """The words of each citation."""
    return [text[m.start : m.end] for m in find_citations(text)]


def parts(text: str, mention: Mention) -> list[str]:
    """The parts of a citation: "title/a: On Tolls", "biblScope/page: pp. 3-5 (3..5)"."""
    found = []
    for child in mention.children:
        values = child.attributes
        kind = values.get("level") or values.get("unit") or values.get("role") or ""
        pages = f" ({values['from']}..{values.get('to', '')})" if "from" in values else ""
        found.append(f"{child.element}{'/' + kind if kind else ''}: {text[child.start : child.end]}{pages}")
    return found


def only(text: str) -> list[str]:
    """The parts of the one citation of a text, which it fills but for the last full stop."""
    found = find_citations(text)
    assert [text[m.start : m.end] for m in found] == [text.removesuffix(".")]
    return parts(text, found[0])
