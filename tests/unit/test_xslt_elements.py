"""Every element that TEI P5 allows in a text is shown by a rule of its own, and its words with it.

Which these are TEI's own specifications say: what can be reached from `text`, `standOff`, `sourceDoc` and
`facsimile` by way of content models.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from teiedition import saxon
from teiedition.tree import tag

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "xslt" / "html"
Node = etree._Element
SKELETON = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>'
    "</teiHeader><text><body>{}</body></text></TEI>"
)
NO_WORDS = {"binaryObject"}
"""What they hold is text to XML alone."""


class Specifications:
    """TEI's elements with what they may hold."""

    def __init__(self, file: Path) -> None:
        root = etree.parse(str(file)).getroot()
        self.elements = {spec.get("ident", ""): spec for spec in root.iter(tag("elementSpec"))}
        self.macros = {spec.get("ident", ""): spec for spec in root.iter(tag("macroSpec"))}
        self.members: dict[str, set[str]] = defaultdict(set)
        for spec in root.iter(tag("elementSpec"), tag("classSpec")):
            for member in spec.iterfind(f"{tag('classes')}/{tag('memberOf')}"):
                self.members[member.get("key", "")].add(spec.get("ident", ""))

    def models(self, spec: Node) -> Iterator[Node]:
        """What a content model refers to, that of macros with it."""
        content = spec.find(tag("content"))
        for node in (
            content.iter(tag("elementRef"), tag("classRef"), tag("macroRef"), tag("textNode"))
            if content is not None
            else ()
        ):
            yield node
            macro = self.macros.get(node.get("key", ""))
            if macro is not None:
                yield from self.models(macro)

    def named(self, key: str) -> set[str]:
        """The elements of that name, or of a class of that name."""
        below = {name for member in self.members.get(key, ()) for name in self.named(member)}
        return below | ({key} & self.elements.keys())

    def reached(self, *starts: str) -> set[str]:
        """The elements that can stand in these."""
        found, waiting = set[str](), [*starts]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                for node in self.models(self.elements[name]):
                    waiting += self.named(node.get("key", ""))
        return found

    def holds_text(self, name: str) -> bool:
        """May an element have words of its own?"""
        return any(node.tag == tag("textNode") for node in self.models(self.elements[name]))


def shown(body: str) -> tuple[str, tuple[str, ...]]:
    """The words of the page of a text, and the stylesheet's messages; the page must be HTML5."""
    parameters: dict[str, saxon.Parameter] = {
        "path": "x.html",
        "context": saxon.Xml((CASES / "context.xml").read_text()),
        "locale": saxon.Xml((ROOT / "site" / "locale" / "en.xml").read_text()),
    }
    result = saxon.stylesheet(ROOT / "xslt" / "html.xsl").run(
        SKELETON.format(body), Path("x.xml"), parameters
    )
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    main = parser.parse(result.text).getroot().find(".//main")
    return " ".join("".join(main.itertext()).split()), result.messages


@pytest.fixture(scope="module")
def specifications(shared: Path) -> Specifications:
    return Specifications(shared / "tei" / "p5subset.xml")


@pytest.mark.parametrize("frame", ["<p>before <{0}>words</{0}> after</p>", "<{0}>words</{0}>"])
def test_no_element_of_a_text_is_without_a_rule_or_loses_its_words(
    specifications: Specifications, frame: str
) -> None:
    names = specifications.reached("text", "standOff", "sourceDoc", "facsimile")
    assert len(names) > 500
    faults = []
    for name in sorted(names):
        words, messages = shown(frame.format(name))
        if messages or specifications.holds_text(name) and name not in NO_WORDS and "words" not in words:
            faults.append((name, messages))
    assert faults == []
