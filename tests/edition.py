"""A small edition for tests: a few TEI documents and an authority file, written where a test wants them."""

from __future__ import annotations

from pathlib import Path

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d{id}" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <publicationStmt><publisher>Tests</publisher><idno type="source">{id}</idno></publicationStmt>
      <sourceDesc><bibl type="citation">{title}, {when}, Harbour Archive</bibl><msDesc><msIdentifier><repository>Harbour Archive</repository><idno type="shelfmark">HA 1/{when}</idno></msIdentifier></msDesc></sourceDesc>
    </fileDesc>
    <profileDesc>
      <creation><date when="{when}">{when}</date></creation>
      <langUsage><language ident="en">English</language></langUsage>
    </profileDesc>
  </teiHeader>
  <text type="{genre}">
    <body>
      {body}
    </body>
  </text>
</TEI>
"""

AUTHORITY = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>Names</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
  <standOff>
    <listPerson>
      <person xml:id="anna-berg"><persName type="main">Anna Berg</persName><birth when="1901"/><death when="1977"/><note>Pilot of the eastern harbour.</note></person>
      <person xml:id="otto-lind"><persName type="main">Otto Lind</persName><occupation from="1950">Harbour master</occupation></person>
    </listPerson>
    <listPlace><place xml:id="riga"><placeName type="main">Riga</placeName><location><geo>56.95 24.11</geo></location></place></listPlace>
    <listOrg><org xml:id="dredging-board"><orgName type="main">Dredging Board</orgName></org></listOrg>
  </standOff>
</TEI>
"""

ANNA = '<persName ref="#anna-berg">Anna Berg</persName>'
OTTO = '<persName ref="#otto-lind">Otto Lind</persName>'
RIGA = '<placeName ref="#riga">Riga</placeName>'


def document(id: str, title: str, when: str, body: str, genre: str = "report") -> str:
    """A valid TEI document."""
    return TEI.format(id=id, title=title, when=when, body=body, genre=genre)


def write_edition(folder: Path) -> Path:
    """Three documents: the first and second name Anna, the second Otto, the third a place only."""
    (folder / "tei" / "authority").mkdir(parents=True)
    (folder / "edition.toml").write_text('title = "Harbour papers"\n')
    (folder / "tei" / "authority" / "names.xml").write_text(AUTHORITY)
    documents = {
        "1951-01-02-letter": ("Letter to the board", f"<p>I met {ANNA} in {RIGA}.</p>"),
        "1952-03-04-report": ("Report on the bar", f"<p>{OTTO} told {ANNA} of 300 tons of sand.</p>"),
        "1953-05-06-note": ("Note on the lamp", f"<p>The lamp at {RIGA} is out.</p>"),
    }
    for id, (title, body) in documents.items():
        (folder / "tei" / f"{id}.xml").write_text(document(id, title, id[:10], body))
    return folder
