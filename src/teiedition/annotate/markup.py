"""XML as it is written: where in a file each tag stands, so that it can be edited and nothing else moves.

The text must have been parsed before (`tree.parse`), so everything here may count on well-formedness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from teiedition.annotate.positions import Position

TAG = re.compile(
    r"""(?P<tag></[^>]*>
    | <(?P<open>[^\s!?/>][^\s/>]*)(?P<attributes>[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>
    | <!\[CDATA\[(?P<cdata>.*?)\]\]>
    | <!--.*?--> | <\?.*?\?>
    | <!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*(?:\[(?P<subset>(?:<!--.*?-->|"[^"]*"|'[^']*'|[^\]"'])*)\]\s*)?>
    )(?P<text>[^<]*)""",
    re.VERBOSE | re.DOTALL,
)
"""A tag, or what else stands between pointed brackets, and the text behind it."""
ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_IN_DOUBLE_QUOTES = re.compile(r'([^\s=]+)\s*=\s*"([^"]*)"')
ENTITY = re.compile(r"""<!ENTITY\s+([^\s%]+)\s+("[^"]*"|'[^']*')\s*>""")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Element:
    """An element of the file. Its tags stand at `xml[open_start:open_end]` and `xml[close_start:close_end]`;
    an empty-element tag is the opening one, with nothing to close.

    `language` is the `@xml:lang` that holds for it.
    `start` and `end` are where its text stands in the linear text, white space at the edges left out (of
    an `sp`, that of its `speaker`); both are -1 where it has none there, or goes over a block's border.
    """

    __slots__ = (
        "close_end", "close_start", "end", "language", "name", "open_end", "open_start", "parent",
        "position", "raw", "start",
    )  # fmt: skip

    def __init__(
        self, position: Position, raw: str, parent: Element | None, open_start: int, open_end: int
    ) -> None:
        self.position, self.name, self.raw, self.parent = position, position.path[-1], raw, parent
        self.open_start, self.open_end = open_start, open_end
        self.close_start = self.close_end = open_end
        self.start = self.end = -1
        self.language: str = parent.language if parent else ""
        if raw and "xml:lang" in raw:
            self.language = self.attributes.get("xml:lang", "")

    @property
    def attributes(self) -> Mapping[str, str]:
        """The element's attributes as names with prefixes (`xml:id`) and values."""
        return attributes(self.raw) if self.raw else {}

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def speech(self) -> Element | None:
        """The speech (`sp`) that it is part of, or is."""
        if "sp" not in self.position.path:
            return None
        return next(element for element in (self, *self.ancestors()) if element.name == "sp")


class Edit(NamedTuple):
    """Replace `xml[start:end]` by `text`."""

    start: int
    end: int
    text: str


def apply(xml: str, edits: list[Edit]) -> str:
    """The file with all edits made. Edits at one place are made in the order given; none may overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += (xml[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, xml[at:]))


def attributes(raw: str) -> dict[str, str]:
    """The attributes within a tag, as names and values."""
    if "'" in raw:
        found = {name: quoted[1:-1] for name, quoted in ATTRIBUTE.findall(raw)}
    else:
        found = dict(_IN_DOUBLE_QUOTES.findall(raw))
    return {name: unescape(value) for name, value in found.items()} if "&" in raw else found


def escaped(value: str) -> str:
    """A value fit to stand between double quotation marks in a tag."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def declared_entities(xml: str) -> dict[str, str]:
    """The entities of the internal subset, by name; those that hold markup are left out."""
    found: dict[str, str] = {}
    if "<!ENTITY" in xml:
        subset = next((tag["subset"] for tag in TAG.finditer(xml) if tag["subset"]), "")
        for name, quoted in ENTITY.findall(subset):
            value = "".join(character_data(quoted[1:-1], found))
            if "<" not in value:
                found.setdefault(name, value)
    return found


def character_data(text: str, entities: Mapping[str, str]) -> str:
    """Text with its references resolved; one that is not known is left as it stands."""
    return re.sub(r"&([^;\s]+);", lambda match: reference(match[1], entities), text)


def reference(name: str, entities: Mapping[str, str]) -> str:
    """What an entity or character reference (`amp`, `#8217`, `#x2019`) stands for."""
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    if name.startswith("#"):
        return chr(int(name[1:]))
    return _PREDEFINED.get(name) or entities.get(name, f"&{name};")
