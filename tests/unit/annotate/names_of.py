"""For tests of names: a document made of its paragraphs, and what was found in it in a short notation."""

from __future__ import annotations

from pathlib import Path

from teiedition.annotate import Annotated, annotate, names
from teiedition.authority import Authority, load
from teiedition.model import Mention

TEI = "http://www.tei-c.org/ns/1.0"
LETTERS = {"persName": "P", "placeName": "L", "orgName": "O", "rs": "R", "roleName": "r"}

PERSONS = f"""<listPerson xmlns="{TEI}">
  <person xml:id="ann-orr">
    <persName type="main">Ann Orr</persName><persName type="short">Orr</persName>
    <persName type="short"><roleName>Premier</roleName> Orr</persName>
    <birth when="1900"/><death when="1980"/>
    <occupation from="1950" to="1960">Premier of Norland</occupation>
  </person>
  <person xml:id="tom-orr">
    <persName type="main">Tom Orr</persName><persName type="short">Orr</persName>
    <occupation from="1950" to="1960">Minister of Harbours of Sutland</occupation>
  </person>
  <person xml:id="ri-ju-bel"><persName>Ri Ju Bel</persName><persName>Ri Ju-behl</persName></person>
  <person xml:id="leo-vance"><persName>Vance, Leo</persName></person>
  <person xml:id="moritz-hale"><persName>Moritz J. F. Hale</persName></person>
  <person xml:id="una-quist">
    <persName>Una Quist</persName><occupation from="1951" to="1957">Premier of Sutland</occupation>
  </person>
</listPerson>"""
PLACES = f"""<listPlace xmlns="{TEI}">
  <place xml:id="norland"><placeName type="main">Norland</placeName>
    <placeName type="abbreviation">NRL</placeName></place>
  <place xml:id="sutland"><placeName type="main">Sutland</placeName></place>
  <place xml:id="selby"><placeName type="main">Selby</placeName><placeName>Szelby</placeName></place>
  <place xml:id="the-north"><placeName type="short">the North</placeName></place>
</listPlace>"""
ORGS = f"""<listOrg xmlns="{TEI}">
  <org xml:id="norland-harbour-board"><orgName type="main">Harbour Board of Norland</orgName>
    <orgName type="short">Harbour Board</orgName><orgName type="abbreviation">HBN</orgName></org>
  <org xml:id="sutland-harbour-board"><orgName type="main">Harbour Board of Sutland</orgName>
    <orgName type="short">Harbour Board</orgName></org>
  <org xml:id="orr-university"><orgName>Ann Orr University</orgName></org>
</listOrg>"""


def authority(folder: Path) -> Authority:
    """The authority files of the tests: persons, places and bodies of two lands that do not exist."""
    for name, text in (("persons", PERSONS), ("places", PLACES), ("orgs", ORGS)):
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    return load(folder)


def document(body: str, date: str = "1955-03-02", header: str = "", title: str = "") -> str:
    return (
        f'<TEI xmlns="{TEI}" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>'
        f'</fileDesc><profileDesc><creation><date when="{date}"/></creation>{header}</profileDesc>'
        "</teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    )


def annotated(body: str, known: Authority | None = None, **facts: str) -> Annotated:
    return annotate(document(body, **facts), Path("test.xml"), known, finders=(names.find,))


def found(body: str, known: Authority | None = None, **facts: str) -> list[str]:
    """Each mention as `P:words#ref`, titles in it between slashes, in the order of the text."""
    result = annotated(body, known, **facts)
    return [_shown(result.text, mention) for mention in result.mentions]


def _shown(text: str, mention: Mention) -> str:
    words, at = "", mention.start
    for child in mention.children:
        words += f"{text[at : child.start]}/{text[child.start : child.end]}/"
        at = child.end
    kind = LETTERS[mention.element]
    return f"{kind}:{words}{text[at : mention.end]}{mention.attributes.get('ref', '')}"
