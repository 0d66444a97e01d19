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

_TOKEN = regex.compile(
    r"""\\[pP]\{(?P<property>[A-Za-z0-9\-]+)\} | \\(?P<escaped>.) | (?P<less>-\[\^?) | (?P<bracket>\[\^?|\])
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
    brackets: list[bool] = []
    before = ""
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match.group()
        if kind == "bracket" or (kind == "less" and brackets):
            yield _bracket(token, brackets)
        elif brackets:
            yield _inside(match)
        elif kind == "quantifier" and (before in ("", "(", "|") or _is_quantifier(before)):
            raise ValueError(f"{token} follows nothing that could be repeated")
        elif kind == "less":
            yield "-" + _bracket(token[1:], brackets)
        else:
            yield _outside(match)
        before = token
    if brackets:
        raise ValueError("a bracket is not closed")


def _bracket(token: str, brackets: list[bool]) -> str:
    """A bracket. `brackets` says of those that are open whether a complement has one of its own within."""
    if token == "]":
        if not brackets:
            raise ValueError("] has to be written \\]")
        return "]]" if brackets.pop() else "]"
    less = ""
    if token.startswith("-"):  # the complement comes before what is taken from it
        less = "]--" if brackets[-1] else "--"
        brackets[-1] = False
    elif brackets:
        raise ValueError("[ within brackets has to be written \\[")
    brackets.append(token.endswith("^"))
    return less + ("[[^" if token.endswith("^") else "[")


def _outside(match: regex.Match[str]) -> str:
    token: str = match.group()
    if match["property"] or match["escaped"]:
        return f"[{_escape(match)}]"
    if match["quantifier"]:
        return token
    if match["group"]:
        return "(?:" if token == "(" else token
    if token == ".":
        return r"[^\n\r]"
    if token in "{}":
        raise ValueError(f"{token} has to be written \\{token}")
    return f"\\{token}" if token in "^$#&~" else token


def _inside(match: regex.Match[str]) -> str:
    """A token between brackets, where the package knows more operators than XML Schema does."""
    token: str = match.group()
    if match["property"] or match["escaped"]:
        return _escape(match)
    return "".join(char if char == "-" or char.isalnum() else f"\\{char}" for char in token)


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
    if letter in "nrt" or not letter.isalnum():
        return f"\\{letter}"
    raise ValueError(f"\\{letter} means nothing")


def _is_quantifier(token: str) -> bool:
    return token in ("?", "*", "+") or token.startswith("{")
