"""What word processors call things, whichever of them it was."""

from __future__ import annotations

UNNAMED = frozenset({
    "normal", "standard", "default", "default paragraph font", "default paragraph style", "title",
    "no spacing", "body text", "text body", "first paragraph", "compact", "normal (web)", "list",
    "list paragraph", "numbering symbols", "bullet symbols", "table contents", "table heading",
    "frame contents", "header", "footer", "page number", "balloon text", "hyperlink",
    "followedhyperlink", "internet link", "visited internet link", "footnote", "footnote text",
    "footnote reference", "footnote characters", "footnote anchor", "footnote symbol", "endnote",
    "endnote text", "endnote reference", "endnote characters", "endnote anchor", "endnote symbol",
    "annotation text", "annotation reference", "comment text", "comment reference",
})  # fmt: skip
"""Styles, in lower case, whose names tell nothing that the text or another span does not tell."""

QUOTES = frozenset({"quote", "intense quote", "quotations", "block text", "block quotation"})
"""Styles of block quotations, in lower case."""


def named(style: str) -> bool:
    """Whether a style's name is worth a span of its own."""
    return bool(style) and style.lower() not in UNNAMED
