"""The datatypes of W3C XML Schema (part 2) and RELAX NG's own two, as `data` and `value` use them.

Where the specification leaves room, or jing, the referee among RELAX NG validators, reads it in a way
of its own, this module does as jing does: the notes say where.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from teiedition.tree import XML
from teiedition.validate.relaxng import dates, expressions, uri

Context = Mapping[str | None, str]
"""The namespaces in scope: prefix (None for the default) → name."""

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"

_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_MORE = _START + "\\-.0-9\xb7\u0300-\u036f\u203f\u2040"
_NCNAME = f"[{_START}][{_MORE}]*"


@dataclass(frozen=True, slots=True)
class Kind:
    """A datatype without facets. `words` says in English what a value is, an example included."""

    name: str
    words: str
    pattern: str = ""
    """What a value looks like, as a Python regular expression; empty if anything goes."""
    value: Callable[[str], Hashable | None] = str
    """Text → what it means; None when it means nothing."""
    least: int | None = None
    most: int | None = None
    space: str = "collapse"
    ordered: bool = False


class DatatypeError(ValueError):
    """The datatype, or a parameter of it, does not exist or is wrong; says so in words."""


def datatype(library: str, name: str, parameters: Sequence[tuple[str, str]] = ()) -> Datatype:
    """The datatype of that library and name with these parameters. Raises DatatypeError."""
    if library == "":
        if name not in ("string", "token"):
            raise DatatypeError(f'there is no datatype "{name}" in RELAX NG itself, only string and token')
        if parameters:
            raise DatatypeError(f'the datatype "{name}" of RELAX NG itself takes no parameters')
    elif library != XSD:
        raise DatatypeError(f'the datatype library "{library}" is not known')
    if name not in KINDS:
        raise DatatypeError(f'there is no datatype "{name}" in XML Schema')
    return Datatype(KINDS[name], tuple(parameters))


class Datatype:
    """A datatype with its facets: which texts it allows, and when two mean the same."""

    def __init__(self, kind: Kind, parameters: tuple[tuple[str, str], ...]) -> None:
        self.kind, self.parameters = kind, parameters
        self.contextual = kind.name in ("QName", "NOTATION")
        self._bounds = [_Bound(kind, name, text) for name, text in parameters if name != "pattern"]
        self._patterns = [text for name, text in parameters if name == "pattern"]

    @cached_property
    def _expressions(self) -> list[expressions.Expression]:
        try:
            return [expressions.compiled(text) for text in self._patterns]
        except ValueError as error:
            raise DatatypeError(str(error)) from None

    def allows(self, text: str, context: Context) -> bool:
        """Whether the text is a value of the datatype."""
        return self._value(text, context) is not None

    def value(self, text: str, context: Context) -> Hashable:
        """What the text means, comparable with what other texts mean. Raises DatatypeError."""
        value = self._value(text, context)
        if value is None:
            raise DatatypeError(f'"{text}" is not {self.kind.words}')
        return value

    def same(self, text: str, context: Context, meaning: Hashable) -> bool:
        """Whether the text means `meaning`."""
        return self._value(text, context) == meaning

    def _value(self, text: str, context: Context) -> Hashable | None:
        text = _spaced(text, self.kind.space)
        if self.kind.pattern and not _compiled(self.kind.pattern).fullmatch(text):
            return None
        value = _resolved(text, context) if self.contextual else self.kind.value(text)
        if value is None or not _within(value, self.kind):
            return None
        if all(bound.holds(text, value) for bound in self._bounds) and all(
            expression.matches(text) for expression in self._expressions
        ):
            return value
        return None


class _Bound:
    """One facet but `pattern`."""

    def __init__(self, kind: Kind, name: str, text: str) -> None:
        self.kind, self.name = kind, name
        if name in _LENGTHS or name in _DIGITS:
            if not text.strip().isdecimal() or (name in _DIGITS and not isinstance(kind.value("1"), Decimal)):
                raise DatatypeError(f'"{text}" can\'t be the {name} of {kind.name}')
            self.limit: Hashable = int(text)
        elif name in _RANGES and kind.ordered:
            self.limit = Datatype(kind, ()).value(text, {})
        else:
            raise DatatypeError(f'the datatype "{kind.name}" has no parameter "{name}"')

    def holds(self, text: str, value: Hashable) -> bool:
        """Whether a value, written as `text`, keeps the bound."""
        if self.name in _RANGES:
            return type(value) is type(self.limit) and _RANGES[self.name](value, self.limit)
        return (_LENGTHS | _DIGITS)[self.name](_size(self.name, text, value), self.limit)


_LENGTHS: dict[str, Callable[[object, object], bool]] = {
    "length": lambda size, limit: size == limit,
    "minLength": lambda size, limit: size >= limit,  # type: ignore[operator]
    "maxLength": lambda size, limit: size <= limit,  # type: ignore[operator]
}
_DIGITS: dict[str, Callable[[object, object], bool]] = {
    "totalDigits": _LENGTHS["maxLength"],
    "fractionDigits": _LENGTHS["maxLength"],
}
_RANGES: dict[str, Callable[[object, object], bool]] = {
    "minInclusive": lambda value, limit: value >= limit,  # type: ignore[operator]
    "maxInclusive": lambda value, limit: value <= limit,  # type: ignore[operator]
    "minExclusive": lambda value, limit: value > limit,  # type: ignore[operator]
    "maxExclusive": lambda value, limit: value < limit,  # type: ignore[operator]
}


def _size(name: str, text: str, value: Hashable) -> int:
    if isinstance(value, Decimal):  # zeros at the end count, as in jing
        written = Decimal(text).as_tuple()
        digits, fraction = written.digits, max(-int(written.exponent), 0)
        return fraction if name == "fractionDigits" else max(len(digits), fraction)
    return len(value) if isinstance(value, (bytes, tuple)) else len(text)


def _within(value: Hashable, kind: Kind) -> bool:
    if kind.least is not None and not value >= kind.least:  # type: ignore[operator]
        return False
    return kind.most is None or value <= kind.most  # type: ignore[operator]


def _spaced(text: str, space: str) -> str:
    if " " not in text and text.isprintable():  # line ends and tabs are not printable
        return text
    if space == "collapse":
        return " ".join(_TOKENS.findall(text))
    return _BREAKS.sub(" ", text) if space == "replace" else text


_TOKENS = re.compile(r"[^ \t\r\n]+")
_BREAKS = re.compile(r"[\t\r\n]")


def _resolved(text: str, context: Context) -> Hashable | None:
    prefix, colon, local = text.rpartition(":")
    if not colon:
        return (context.get(None, ""), local)
    space = XML if prefix == "xml" else context.get(prefix)
    return (space, local) if space is not None else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _decimal(text: str) -> Decimal:
    return Decimal(text).normalize() + 0


def _float(text: str) -> Hashable | None:
    if text == "NaN":
        return "NaN"
    try:
        return float(text.replace("INF", "inf"))
    except ValueError:
        return None


_BASE64 = re.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?")


def _octets(text: str) -> bytes | None:
    packed = text.replace(" ", "")
    return base64.b64decode(packed) if _BASE64.fullmatch(packed) else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(" "))


def _kinds() -> list[Kind]:
    number = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
    whole = r"[+-]?[0-9]+"
    name = f"[:{_START}][:{_MORE}]*"
    tokens = f"[:{_MORE}]+"

    def integer(title: str, words: str, least: int | None = None, most: int | None = None) -> Kind:
        return Kind(title, words, whole, _decimal, least, most, ordered=True)

    def moment(title: str, words: str, template: str) -> Kind:
        return Kind(
            title, words, dates.pattern(template), lambda text: dates.value(template, text), ordered=True
        )

    return [
        Kind("string", "any text", space="preserve"),
        Kind("normalizedString", "any text", space="replace"),
        Kind("token", "any text"),
        Kind("boolean", "true or false", "true|false|1|0", lambda text: text in ("true", "1")),
        Kind("decimal", "a number such as 12.5", number, _decimal, ordered=True),
        integer("integer", "a whole number such as 12"),
        integer("nonPositiveInteger", "0 or a negative whole number", None, 0),
        integer("negativeInteger", "a negative whole number such as -1", None, -1),
        integer("nonNegativeInteger", "0 or a positive whole number such as 12", 0),
        integer("positiveInteger", "a positive whole number such as 12", 1),
        *(integer(title, f"a whole number of {bits} bits", -(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
          for title, bits in (("long", 64), ("int", 32), ("short", 16), ("byte", 8))),
        *(integer(title, f"a positive whole number of {bits} bits", 0, 2**bits - 1)
          for title, bits in (
              ("unsignedLong", 64), ("unsignedInt", 32), ("unsignedShort", 16), ("unsignedByte", 8)
          )
        ),
        Kind("double", "a number such as 12.5 or 1e6", r"-?INF|NaN|[0-9eE+.\-]+", _float, ordered=True),
        Kind("float", "a number such as 12.5 or 1e6", r"-?INF|NaN|[0-9eE+.\-]+", _float, ordered=True),
        Kind("Name", "an XML name", name),
        Kind("NCName", "an XML name without a colon", _NCNAME),
        Kind("QName", "an XML name whose prefix is declared", f"(?:{_NCNAME}:)?{_NCNAME}"),
        Kind("NOTATION", "an XML name whose prefix is declared", f"(?:{_NCNAME}:)?{_NCNAME}"),
        Kind("NMTOKEN", "a word of letters, digits and . - _ :", tokens),
        Kind("NMTOKENS", "words of letters, digits and . - _ :", f"{tokens}(?: {tokens})*", _list),
        Kind("ID", "an identifier: an XML name without a colon", _NCNAME),
        Kind("IDREF", "the identifier of an element in this file", _NCNAME),
        Kind("IDREFS", "identifiers of elements in this file", f"{_NCNAME}(?: {_NCNAME})*", _list),
        Kind("ENTITY", "the name of an unparsed entity", _NCNAME),
        Kind("ENTITIES", "names of unparsed entities", f"{_NCNAME}(?: {_NCNAME})*", _list),
        Kind("base64Binary", "binary data in base 64", r"[A-Za-z0-9+/= ]*", _octets),
        Kind("hexBinary", "binary data in hexadecimal digits", "(?:[0-9A-Fa-f]{2})*", bytes.fromhex),
        Kind("anyURI", "a web address or a pointer such as #id", value=uri.value),
        Kind("language", "a language tag such as en or zh-Hant", "[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
        moment("dateTime", "a date and time such as 1961-07-11T09:30:00", "Y-M-DTt"),
        moment("date", "a date such as 1961-07-11", "Y-M-D"),
        moment("time", "a time such as 09:30:00", "t"),
        moment("gYearMonth", "a year and month such as 1961-07", "Y-M"),
        moment("gYear", "a year such as 1961", "Y"),
        moment("gMonthDay", "a month and day such as --07-11", "--M-D"),
        moment("gMonth", "a month such as --07", "--M"),
        moment("gDay", "a day such as ---11", "---D"),
        Kind("duration", "a length of time such as P3D", dates.DURATION, dates.duration, ordered=True),
    ]  # fmt: skip


KINDS = {kind.name: kind for kind in _kinds()}
