"""Regular expressions of W3C XML Schema (part 2, appendix F) as Python's."""

from __future__ import annotations

import re
from functools import cache

_PIECE = re.compile(r"\\.|\[|\]|.", re.DOTALL)
_OUTSIDE = {r"\s": r"[ \t\n\r]", r"\S": r"[^ \t\n\r]", r"\w": r"[\w]", r"\W": r"[\W]"}
"""What the translator leaves to Python outside brackets, where it means something else to Python."""


@cache
def compiled(text: str) -> re.Pattern[str]:
    """The expression, to be used with `fullmatch`. Raises ValueError where it is none."""
    from elementpath.regex import RegexError, translate_pattern  # slow to load, and few runs need it

    try:
        return re.compile(translate_pattern(_explicit(text), 0, "1.0", False, False, False))
    except (RegexError, re.error) as error:
        raise ValueError(f'"{text}" is not a regular expression of XML Schema: {error}') from None


def _explicit(text: str) -> str:
    """The expression with the character classes that stand outside brackets written in brackets."""
    depth, pieces = 0, []
    for piece in _PIECE.findall(text):
        depth += (piece == "[") - (piece == "]")
        pieces.append(piece if depth else _OUTSIDE.get(piece, piece))
    return "".join(pieces)
