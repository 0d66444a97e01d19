"""What an element is by where it stands: a document has few paths of names, so each is looked at once."""

from __future__ import annotations

from functools import lru_cache

from teiedition.annotate.elements import (
    BLOCKS,
    CREDITS,
    DATA,
    DATA_PARENTS,
    HEADER_PARTS,
    HEADER_SILENT,
    OPAQUE,
    READINGS,
    STATEMENTS,
)

_INLINE_PARENTS = frozenset(["p", "ab", "head", "item", "note", "cell", "l", "quote", "q", "said", "hi"])


class Position:
    """Where elements stand that have one path, from the root's name down to their own.

    Annotators don't see what is in `silent` ones; the characters straight in `heard` ones they do. The text
    of a `block` is one of its own, and that of `data` too, unless the program added the element. Of
    `readings` only some children are read.
    """

    __slots__ = ("block", "data", "heard", "part", "path", "readings", "silent")

    def __init__(self, name: str, around: Position | None, silenced: bool) -> None:
        self.path: tuple[str, ...] = (*around.path, name) if around else (name,)
        parent = self.path[-2] if around else ""
        part = around is not None and around.part
        opaque = name in OPAQUE or (name == "desc" and parent == "gap")
        unsaid = part and (name in HEADER_SILENT or (name == "name" and parent == "respStmt"))
        self.silent: bool = silenced or opaque or unsaid or (around is not None and around.silent)
        self.part: bool = part or ("teiHeader" in self.path[:-1] and name in HEADER_PARTS)
        """Whether it is in a part of the header with text that annotators see."""
        self.heard: bool = not self.silent and (self.part or "teiHeader" not in self.path)
        self.block = _is_block(name, parent)
        self.data: bool = parent in DATA_PARENTS and name in DATA
        self.readings: bool = name in READINGS


@lru_cache(maxsize=1 << 12)
def position(name: str, around: Position | None, silenced: bool) -> Position:
    """The position of the children with a name; `silenced` are those that are not to be read."""
    return Position(name, around, silenced)


def _is_block(name: str, parent: str) -> bool:
    """Whether an element bounds mentions."""
    if name in CREDITS:
        return parent in STATEMENTS
    if name in ("bibl", "quote"):
        return parent not in _INLINE_PARENTS
    return name in BLOCKS
