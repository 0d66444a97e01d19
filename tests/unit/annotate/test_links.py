"""Citations of the edition's own documents point at them."""

from __future__ import annotations

from teiedition.annotate.citations import find_citations
from teiedition.annotate.citations.links import Documents, KnownDocument, link, numbered
from teiedition.annotate.dates import find_dates

DOCUMENTS = Documents(
    [
        KnownDocument(
            "a.xml", "Minutes of a Talk between Holt and Marsh, 4 May 1951", "1951-05-04", "", "host", 7
        ),
        KnownDocument("b.xml", "Remarks at a Banquet", "1950-01-02", "101-00012-03"),
        KnownDocument("c.xml", "Report on the Locks of Ames", "1952-06-05"),
        KnownDocument("d.xml", "Report on the Locks of Ames", "1953-06-05"),
    ]
)


def targets(text: str, own: str = "") -> list[tuple[str, str]]:
    """What each link in the citations of a text stands around, and its target."""
    linked = link([*find_citations(text), *find_dates(text)], text, DOCUMENTS, own)
    refs = [c for m in linked for child in m.children for c in (child, *child.children) if c.element == "ref"]
    return [(text[ref.start : ref.end], ref.attributes["target"]) for ref in refs]


def test_shelfmark_is_enough_however_its_number_is_labelled() -> None:
    assert targets("Ames City Archives, no. 101-00012-03, p. 4.") == [("no. 101-00012-03", "b.xml")]


def test_title_points_at_the_document_of_that_date() -> None:
    text = "Minutes of a Talk between Holt and Marsh, 4 May 1951, Ames City Archives."
    assert targets(text) == [("Minutes of a Talk between Holt and Marsh", "a.xml")]
    assert targets(text.replace("4 May", "5 May")) == []


def test_of_two_documents_with_one_title_the_date_decides() -> None:
    text = "“Report on the Locks of Ames,” 5 June 1953, Ames City Archives."
    assert targets(text) == [("Report on the Locks of Ames", "d.xml")]
    assert targets("“Report on the Locks of Ames,” Ames City Archives.") == []


def test_document_does_not_point_at_itself() -> None:
    assert targets("Ames City Archives, no. 101-00012-03.", own="b.xml") == []


def test_number_points_at_what_is_appended() -> None:
    found = numbered("in the archives [Document 7]; see Document 8 and Table 7", "host", DOCUMENTS)
    assert [(m.start, m.attributes) for m in found] == [(16, {"target": "a.xml"})]
