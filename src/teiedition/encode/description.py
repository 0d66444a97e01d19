"""`sourceDesc`: the archival original, the printed work, the citation that an archive gives."""

from __future__ import annotations

from teiedition.authority import Authority
from teiedition.encode.facts import Facts, Printed
from teiedition.encode.nodes import Node, element
from teiedition.encode.vocabulary import Vocabulary


def described(facts: Facts, words: Vocabulary, authority: Authority | None) -> Node:
    """The `sourceDesc`; empty where nothing is known."""
    sections = facts.record.section("citation") if facts.record else []
    parts = [element("bibl", *section.labelled(), attributes={"type": "citation"}) for section in sections]
    if facts.archival.repository or facts.archival.shelfmark:
        parts.append(_held(facts, words, authority))
    if facts.host is not None:
        parts.append(_printed(facts.host, facts))
    elif facts.authors or facts.parts:
        own = Printed("", facts.title, facts.authors, facts.series, facts.date, facts.date_words)
        parts.append(_printed(own, facts))
    return element("sourceDesc", *parts)


def _held(facts: Facts, words: Vocabulary, authority: Authority | None) -> Node:
    archival = facts.archival
    marks: list[Node] = [_repository(archival.repository, authority)] if archival.repository else []
    if archival.shelfmark:
        certainty = {"type": "shelfmark", "cert": "low" if archival.damaged else ""}
        marks.append(element("idno", archival.shelfmark, attributes=certainty))
    if archival.inferred:
        attributes = {"type": "shelfmark", "cert": archival.certainty, "resp": "#teiedition"}
        idno = element("idno", archival.inferred, attributes=attributes)
        marks.append(element("altIdentifier", idno, attributes={"type": "inferred"}))
    first, last = archival.pages
    locus = None
    if first:
        locus = element("locus", f"{first}-{last}" if last else first, attributes={"from": first, "to": last})
    languages = [
        element("textLang", name, attributes={"mainLang": code})
        for name, code in words.languages(facts.original)
    ]
    item = element("msItem", locus, element("title", facts.title), *languages[:1])
    return element("msDesc", element("msIdentifier", *marks), element("msContents", item))


def _repository(name: str, authority: Authority | None) -> Node:
    found = authority.candidates(name, "organisation") if authority else ()
    if len(found) == 1:
        return element("repository", found[0].label, attributes={"ref": f"#{found[0].id}"})
    return element("repository", name)


def _printed(work: Printed, facts: Facts) -> Node:
    """The printed work: the article itself, or the one that the document is appended to."""
    imprint = element("imprint", element("date", work.date_words or "no date", attributes=work.date))
    hosted = facts.host is not None
    scope = (
        element("biblScope", facts.order, attributes={"unit": "document"}) if hosted and facts.order else None
    )
    authors = [element("author", name) for name in work.authors]
    title = element("title", work.title, attributes={"level": "m"})
    series = None
    if work.series[0]:
        number = (
            element("biblScope", work.series[1], attributes={"unit": "issue"}) if work.series[1] else None
        )
        series = element("series", element("title", work.series[0], attributes={"level": "s"}), number)
    if hosted:
        related = [element("relatedItem", attributes={"type": "host", "target": f"{work.id}.xml"})]
    else:
        related = [
            element("relatedItem", attributes={"type": "constituent", "n": number, "target": f"{id}.xml"})
            for number, id in facts.parts
        ]
    return element("biblStruct", element("monogr", *authors, title, imprint, scope), series, *related)
