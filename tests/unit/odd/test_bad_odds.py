"""What is wrong with an ODD is told with its line; what is merely without effect is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition.errors import InputError
from teiedition.odd import compile_odd

from .conftest import MODULES, RELEASE, Compile, Write

ODD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>\n<body>{}</body></text></TEI>'
BAD = {
    "no schemaSpec": ("", "has no schemaSpec", 1),
    "no name": ('<schemaSpec><moduleRef key="tei"/></schemaSpec>', "no @ident", 2),
    "unknown module": (
        '<schemaSpec ident="x">\n<moduleRef key="cor"/></schemaSpec>',
        "Did you mean 'core'",
        3,
    ),
    "unknown element": ('<schemaSpec ident="x">\n<elementRef key="pp"/></schemaSpec>', "no 'pp'", 3),
    "unknown mode": (
        '<schemaSpec ident="x">\n<elementSpec ident="p" mode="alter"/></schemaSpec>',
        "'alter'",
        3,
    ),
    "nameless": ('<schemaSpec ident="x">\n\n<elementSpec mode="add"/></schemaSpec>', "no @ident", 4),
    "limits": (
        '<schemaSpec ident="x"><moduleRef key="tei"/>\n<elementSpec ident="TEI">\n<content>\n'
        '<elementRef key="TEI" minOccurs="3" maxOccurs="2"/></content></elementSpec></schemaSpec>',
        "at least 3 times and at most 2",
        5,
    ),
    "strange content": (
        '<schemaSpec ident="x"><elementSpec ident="TEI">\n<content>\n<p/></content>'
        "</elementSpec></schemaSpec>",
        "can't hold p",
        4,
    ),
    "nothing to begin with": (
        '<schemaSpec ident="x">\n<moduleRef key="tei"/></schemaSpec>',
        "no document can begin",
        2,
    ),
    "nothing but changes": (
        '<schemaSpec ident="x">\n<elementSpec ident="p" mode="change"/></schemaSpec>',
        '<moduleRef key="tei"/>',
        2,
    ),
    "circle": (
        '<specGrp xml:id="a">\n<specGrpRef target="#a"/></specGrp>'
        '<schemaSpec ident="x"><specGrpRef target="#a"/></schemaSpec>',
        "leads back to itself",
        3,
    ),
    "undeclared prefix": (
        '<schemaSpec ident="x"><moduleRef key="tei"/>\n<elementSpec ident="TEI"><attList>'
        '\n<attDef ident="zz:a"/></attList></elementSpec></schemaSpec>',
        "stands for no namespace",
        4,
    ),
    "missing grammar": ('<schemaSpec ident="x">\n<moduleRef url="gone.rng"/></schemaSpec>', "gone.rng", 3),
    "missing source": (
        '<schemaSpec ident="x" source="gone.odd">\n<moduleRef key="tei"/></schemaSpec>',
        "gone.odd",
        2,
    ),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_a_bad_odd_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    parts, words, line = BAD[case]
    path = tmp_path / "bad.odd"
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>\n<body>{parts}</body></text></TEI>',
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        compile_odd(path, RELEASE)
    assert words in caught.value.format_message()
    assert (caught.value.file, caught.value.line) == (path, line)


def test_not_xml_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.odd"
    path.write_text("<TEI>\n<text></TEI>", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.odd:2"):
        compile_odd(path, RELEASE)


def test_a_file_elsewhere_is_not_included(odd: Write) -> None:
    path = odd(MODULES + '<xi:include href="https://example.org/x.xml"/>')
    with pytest.raises(InputError, match="not on this machine"):
        compile_odd(path, RELEASE)


WARNED = {
    '<elementSpec ident="lst" mode="change"/>': "Did you mean 'list'?",
    '<moduleRef key="core" except="itm"/>': "Did you mean 'item'?",
    '<specGrpRef target="#gone"/>': "there is no '#gone'",
    '</schemaSpec><schemaSpec ident="two">': "only the first schemaSpec, 'test', is compiled, of 2",
    '<elementSpec ident="p" mode="change"><content><rng:ref name="hii"/></content>'
    "</elementSpec>": "Did you mean 'hi'?",
    '<elementSpec ident="date" mode="change"><attList><attDef ident="calendar" mode="change">'
    '<valList mode="change"><valItem ident="julian" mode="delete"/></valList></attDef></attList>'
    "</elementSpec>": "closed no longer",
    '<elementSpec ident="name" mode="change"><attList><attDef ident="type" mode="change">'
    '<valList type="closed"><valItem ident="a"/></valList></attDef></attList></elementSpec>': "has no @mode",
}


@pytest.mark.parametrize("parts", WARNED)
def test_what_has_no_effect_is_told(parts: str, compiled: Compile) -> None:
    said = [str(warning) for warning in compiled(parts).warnings]
    assert any(WARNED[parts] in text for text in said), said
