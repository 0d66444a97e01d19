"""A document's tree as XML text: indented where white space means nothing, untouched where it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.sax.saxutils import escape

from teiedition.encode.nodes import Child, Node, Slice
from teiedition.encode.reading import Reading

_TEI = "http://www.tei-c.org/ns/1.0"
_RELAX_NG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_SPACES = " \t\n\r\f\x85\u2028\u2029"
_FOLD = str.maketrans(dict.fromkeys(_SPACES, " "))

# Elements that hold elements only: their children each get a line of their own.
_BLOCKS = frozenset(
    [
        "TEI",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "publicationStmt",
        "notesStmt",
        "sourceDesc",
        "msDesc",
        "msIdentifier",
        "msContents",
        "msItem",
        "encodingDesc",
        "editorialDecl",
        "appInfo",
        "application",
        "profileDesc",
        "langUsage",
        "particDesc",
        "listPerson",
        "person",
        "settingDesc",
        "setting",
        "correspDesc",
        "correspAction",
        "revisionDesc",
        "text",
        "front",
        "body",
        "back",
        "div",
        "sp",
        "list",
        "table",
        "row",
        "listWit",
        "biblStruct",
        "monogr",
        "series",
        "imprint",
        "projectDesc",
        "abstract",
        "respStmt",
        "availability",
        "correction",
        "normalization",
        "hyphenation",
        "interpretation",
        "creation",
        "textClass",
        "figure",
    ]
)


def xml(root: Node, reading: Reading, schema: str) -> str:
    """The document as XML text with its declaration and pointers to the grammar and its rules."""
    root.attributes = {"xmlns": _TEI, **root.attributes}
    rules = str(PurePosixPath(schema).with_suffix(".sch"))
    models = [
        f'<?xml-model href="{address}" type="application/xml" schematypens="{language}"?>'
        for address, language in ((schema, _RELAX_NG), (rules, _SCHEMATRON))
    ]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *models, *_lines(root, reading, "")]) + "\n"


def _lines(node: Node, reading: Reading, indent: str) -> Iterator[str]:
    if (
        node.name not in _BLOCKS
        or any(not isinstance(child, Node) for child in node.children)
        or not node.children
    ):
        yield indent + _inline(node, reading)
        return
    yield f"{indent}<{node.name}{_attributes(node)}>"
    for child in node.children:
        assert isinstance(child, Node)
        yield from _lines(child, reading, indent + "  ")
    yield f"{indent}</{node.name}>"


def _inline(node: Node, reading: Reading) -> str:
    content = "".join(_content(node.children, reading))
    start = f"{node.name}{_attributes(node)}"
    return f"<{start}>{content}</{node.name}>" if content else f"<{start}/>"


def _content(children: list[Child], reading: Reading) -> Iterator[str]:
    source = reading.source.text
    for child in children:
        if isinstance(child, Node):
            yield _inline(child, reading)
        elif isinstance(child, Slice):
            for start, end in reading.kept(child):
                yield escape(_folded(source[start:end]))
        else:
            yield escape(child)


def _folded(text: str) -> str:
    text = text.translate(_FOLD)
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _attributes(node: Node) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in node.attributes.items())


def _quoted(value: str) -> str:
    return escape(_folded(value), {'"': "&quot;"})
