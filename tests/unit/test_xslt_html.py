"""The pages of the reading site. Pairs in tests/xslt/html: a source, and the parts of its page that matter.

NAME.html holds elements; each is looked up in the page made of NAME.xml by its name and class, and must
be the same. White space between blocks does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiedition import saxon
from teiedition.tree import NS

CASES = Path(__file__).parents[1] / "xslt" / "html"
ROOT = CASES.parents[2]
PAIRS = sorted(path.stem for path in CASES.glob("*.xml") if path.stem != "context")
BLOCK = re.compile(
    r"article|aside|blockquote|caption|dd|div|dl|dt|figcaption|figure|footer|form|h\d|header|label|li|main|nav"
    r"|ol|p|pre|section|table|tbody|td|th|tr|ul"
)
Node = etree._Element
TREE = html5lib.getTreeBuilder("lxml")


def page(source: str, language: str = "en") -> saxon.Result:
    """The page of a source, with the context that all cases share."""
    parameters: dict[str, saxon.Parameter] = {
        "path": "persons/x.html" if "<c:entity " in source and "<c:entities" not in source else "x.html",
        "context": saxon.Xml((CASES / "context.xml").read_text()),
        "locale": saxon.Xml((ROOT / "site" / "locale" / f"{language}.xml").read_text()),
    }
    return saxon.stylesheet(ROOT / "xslt" / "html.xsl").run(source, Path("x.xml"), parameters)


def parsed(html: str) -> Node:
    """A page as HTML5 parses it; any fault that HTML5 would mend is an error."""
    return html5lib.HTMLParser(TREE, strict=True, namespaceHTMLElements=False).parse(html).getroot()


def fragments(html: str) -> list[Node]:
    parts = html5lib.HTMLParser(TREE, namespaceHTMLElements=False).parseFragment(html)
    return [part for part in parts if isinstance(part, Node)]


def lines(element: Node, depth: int = 0) -> Iterator[str]:
    """An element with one line for each block, so that two can be compared and read."""
    indent = "  " * depth
    parts = [element.text or ""]
    for child in element:
        parts += [child, child.tail or ""]
    runs = [(block, list(run)) for block, run in groupby(parts, key=lambda part: _is_block(part))]
    if not any(block for block, _ in runs):
        yield indent + _start(element) + _words(parts) + _end(element)
        return
    yield indent + _start(element)
    for block, run in runs:
        if block:
            for child in run:
                yield from lines(child, depth + 1)
        elif words := _words(run):
            yield indent + "  " + words
    yield indent + _end(element)


def _is_block(part: Node | str) -> bool:
    return not isinstance(part, str) and (BLOCK.fullmatch(part.tag) is not None or any(map(_is_block, part)))


def _words(parts: list[Node | str]) -> str:
    return re.sub(r"[ \n\t]+", " ", "".join(map(_raw, parts))).strip(" ")


def _raw(part: Node | str) -> str:
    if isinstance(part, str):
        return part
    inner = (part.text or "") + "".join(_raw(child) + (child.tail or "") for child in part)
    return _start(part) + inner + _end(part)


def _start(element: Node) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in sorted(element.items()))
    return f"<{element.tag}{attributes}>"


def _end(element: Node) -> str:
    return "" if element.tag in ("br", "img", "input") else f"</{element.tag}>"


def same_part(whole: Node, part: Node) -> Node:
    found = [node for node in whole.iter(part.tag) if node.get("class") == part.get("class")]
    assert found, f"the page has no {_start(part)}"
    return found[0]


@pytest.mark.parametrize("name", PAIRS)
def test_a_phenomenon_looks_as_it_should(name: str) -> None:
    whole = parsed(page((CASES / f"{name}.xml").read_text()).text)
    expected = fragments((CASES / f"{name}.html").read_text())
    assert expected, f"{name}.html is empty"
    for part in expected:
        assert "\n".join(lines(same_part(whole, part))) == "\n".join(lines(part))


@pytest.mark.parametrize("name", PAIRS)
def test_a_page_has_each_id_once_and_labels_what_it_has(name: str) -> None:
    whole = parsed(page((CASES / f"{name}.xml").read_text()).text)
    ids = whole.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)
    places = [href[1:] for href in whole.xpath("//a/@href") if href.startswith("#")]
    assert {*places, *whole.xpath("//@aria-labelledby | //label/@for")} <= set(ids)
    inline = "//script[not(@src or @type = 'application/ld+json')]"
    assert not whole.xpath(f"//@style | //style | {inline} | //@*[starts-with(name(), 'on')]")


def test_only_its_own_files_are_loaded() -> None:
    for name in PAIRS:
        whole = parsed(page((CASES / f"{name}.xml").read_text()).text)
        loaded = whole.xpath("//@src | //link[@rel = 'stylesheet' or @rel = 'icon']/@href")
        assert loaded
        assert not [address for address in loaded if re.match(r"[a-z]+:|/", address)]


TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>'
    "</teiHeader><text><body>{}</body></text></TEI>"
)


def test_an_element_without_a_rule_is_named() -> None:
    result = page(TEI.format('<p>one <quark xml:id="q7">two</quark></p>'))
    assert ["quark" in message and "q7" in message for message in result.messages] == [True]
    assert '<span id="q7" class="unhandled quark">two</span>' in result.text


def allowed_elements() -> list[str]:
    """The elements of the customised schema, but for those of the header alone."""
    odd = etree.parse(str(ROOT / "schema" / "teiedition.odd"))
    modules = [module for module in odd.iterfind(".//tei:moduleRef", NS) if module.get("key") != "header"]
    names = {name for module in modules for name in module.get("include", "").split()}
    return sorted(names - {"TEI", "particDesc", "setting", "settingDesc"})


# Elements that hold no words of their own, or none but in elements of theirs.
WORDLESS = re.compile(
    "anchor|app|biblStruct|[cgp]b|lb|choice|facsimile|graphic|list([A-Z].*)?|milestone|relatedItem|space|table"
)


@pytest.mark.parametrize("name", allowed_elements())
def test_every_element_of_the_schema_is_shown_by_a_rule(name: str) -> None:
    result = page(TEI.format(f"<p>before <{name}>words</{name}> after</p>"))
    assert not result.messages
    shown = " ".join(parsed(result.text).xpath("string(//main)").split())
    assert "before" in shown and "after" in shown
    assert WORDLESS.fullmatch(name) or "words" in shown


PHRASES = (
    *("hi", "emph", "supplied", "persName", "placeName", "date", "measure", "q", "ref", "note", "unclear"),
    *("seg", "title", "foreign", "quote", "del", "sic", "label", "bibl", "roleName"),
)
words = st.integers(1, 9999).map(lambda number: f" w{number} ")


def element(names: tuple[str, ...], content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, inner: f"<{name}>{inner}</{name}>", st.sampled_from(names), content)


def several(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(content, min_size=1, max_size=4).map("".join)


phrases = st.recursive(words, lambda inner: element(PHRASES, several(inner)), max_leaves=8)
lists = st.lists(several(phrases), min_size=1, max_size=3).map(
    lambda items: "<list>" + "".join(f"<item>{item}</item>" for item in items) + "</list>"
)
paragraphs = element(("p", "ab", "head", "quote", "note", "stage", "lg", "closer"), several(phrases | lists))
divisions = several(paragraphs).map(lambda inner: f"<div>{inner}</div>")
turns = several(paragraphs).map(lambda inner: f"<sp><speaker> w0 </speaker>{inner}</sp>")
bodies = several(st.one_of(paragraphs, divisions, turns))


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_no_word_of_a_text_is_dropped_or_doubled(body: str) -> None:
    whole = parsed(page(TEI.format(body)).text)
    shown = " ".join(whole.xpath("//article//div[@class = 'text']//text() | //article/section//text()"))
    if (title := whole.find(".//h1")) is not None and title.get("id"):
        shown += " ".join(title.itertext())
    assert sorted(re.findall(r"\bw\d+\b", shown)) == sorted(re.findall(r"\bw\d+\b", body))


def keys(language: str) -> dict[str, set[str]]:
    """The words of a language: key → the values that they are filled with."""
    found: dict[str, set[str]] = {}
    for word in etree.parse(str(ROOT / "site" / "locale" / f"{language}.xml")).getroot().iter("{*}word"):
        found.setdefault(word.get("key", ""), set()).update(re.findall(r"\{(\w+)\}", word.text or ""))
    return found


LANGUAGES = sorted(path.stem for path in (ROOT / "site" / "locale").glob("*.xml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_words_of_english(language: str) -> None:
    assert keys(language) == keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_lack_no_word_in_any_language(language: str) -> None:
    for name in PAIRS:
        if name != "unknown-element":
            assert not page((CASES / f"{name}.xml").read_text(), language).messages
