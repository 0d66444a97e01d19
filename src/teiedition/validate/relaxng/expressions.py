"""Regular expressions of W3C XML Schema (part 2, appendix F) as those of the package regex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex  # type: ignore[import-untyped]

_PATIENCE = 2.0
"""Seconds for one match; an expression that needs more, by going back and forth, counts as not matching."""

_NAME_START = (
    r":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = _NAME_START + r"\-.0-9\xb7\u0300-\u036f\u203f\u2040"
_CLASSES = {
    "s": r" \t\n\r",
    "d": r"\p{Nd}",
    "w": r"\p{L}\p{M}\p{N}\p{S}",
    "i": _NAME_START,
    "c": _NAME,
}
"""What may stand in brackets for `\\s` and so on; the capital letter is the complement."""

_ITSELF = r"\|.-^?*+{}()[]"
_TOKEN = regex.compile(
    r"""\\[pP]\{(?P<property>[A-Za-z0-9\-]+)\} | \\(?P<escaped>.) | (?P<bracket>\[\^?|\])
      | (?P<quantifier>[?*+]|\{[0-9]+(?:,[0-9]*)?\}) | (?P<group>[()|]) | (?P<other>.)""",
    regex.VERBOSE | regex.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression of XML Schema, compiled."""

    _pattern: regex.Pattern[str]

    def matches(self, text: str) -> bool:
        """Whether the whole text matches."""
        try:
            return self._pattern.fullmatch(text, timeout=_PATIENCE) is not None
        except TimeoutError:
            return False


@cache
def compiled(text: str) -> Expression:
    """The expression. Raises ValueError where the text is none."""
    try:
        return Expression(regex.compile("".join(_translated(text)), regex.V1))
    except (regex.error, ValueError) as error:
        raise ValueError(f'"{text}" is not a regular expression of XML Schema: {error}') from None


def _translated(text: str) -> Iterator[str]:
    depth, before = 0, ""
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match.group()
        if depth:
            yield _inside(match, before)
        elif kind == "quantifier" and (before in ("", "(", "|") or _is_quantifier(before)):
            raise ValueError(f"{token} follows nothing that could be repeated")
        else:
            yield _outside(match)
        if kind == "bracket":
            depth += -1 if token == "]" else 1
        before = token
    if depth:
        raise ValueError("a bracket is not closed")


def _outside(match: regex.Match[str]) -> str:
    token: str = match.group()
    if match["property"] or match["escaped"]:
        return f"[{_escape(match)}]"
    if match["quantifier"] or match["bracket"] == "[" or match["bracket"] == "[^":
        return token
    if match["group"]:
        return "(?:" if token == "(" else token
    if token == ".":
        return r"[^\n\r]"
    if token in "]{}":
        raise ValueError(f"{token} has to be written \\{token}")
    return f"\\{token}" if token in _ITSELF else token


def _inside(match: regex.Match[str], before: str) -> str:
    """A token between brackets, where the package knows more operators than XML Schema does."""
    token: str = match.group()
    if match["bracket"]:
        if token == "]":
            return token
        if before != "-":
            raise ValueError("[ within brackets has to be written \\[")
        return "-" + token  # the package writes a subtraction with two hyphens
    if match["property"] or match["escaped"]:
        return _escape(match)
    return token if token == "-" or token.isalnum() else "".join(f"\\{char}" for char in token)


def _escape(match: regex.Match[str]) -> str:
    """A backslash and what follows, as it can stand in brackets."""
    name: str = match["property"] or ""
    letter: str = match["escaped"] or ""
    if name:
        block = f"In{name[2:]}" if name.startswith("Is") else name
        return f"\\{match.group()[1]}{{{block}}}"
    if letter.lower() in _CLASSES:
        content = _CLASSES[letter.lower()]
        return content if letter.islower() else f"[^{content}]"
    if letter in "nrt":
        return f"\\{letter}"
    if letter in _ITSELF:
        return f"\\{letter}"
    raise ValueError(f"\\{letter} means nothing")


def _is_quantifier(token: str) -> bool:
    return token in ("?", "*", "+") or token.startswith("{")
