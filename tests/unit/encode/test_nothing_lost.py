"""Whatever is put together to a source: its TEI holds every character of it, and none besides."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teiedition import tree
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode
from teiedition.model import Source

WORDS = re.findall(
    r"\S+",
    """ferry gauge level marsh mooring pilot ridge sluice survey towpath warden weir onions the of and to at
    was in that it he had which Orlan Selby Vidin North Mr. 1958 41 3.60 [the] [North] [sic] [i.e., the weir]
    “zero” (two) weir.which Tolliver [Tollivar] we [the wardens] said: it;and 7:00 a.m. p. 5, left-hand […]
    — æther 江 קו""",
)
NAMES = ("Ann Orr", "Warden Reed", "Mr. Platt", "Chairman Sand")


def words(least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=least, max_size=most).map(" ".join)


sentences = words(3, 14).map(lambda text: f"{text[:1].upper()}{text[1:]}.")
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
turns = st.tuples(st.sampled_from(NAMES), sentences).map(lambda turn: f"{turn[0]}: {turn[1]}")
items = st.lists(words(2, 6), min_size=2, max_size=4).map(
    lambda texts: "\n".join(f"({number}) {text};" for number, text in enumerate(texts, start=1))
)
bullets = st.lists(words(1, 6), min_size=2, max_size=4).map(
    lambda texts: "\n".join(f"– {text}" for text in texts)
)
cited = st.just("Reed, The Ordinary Level (Selby: Weir Press, 1931), 12.\nIbid., 14-15.")
noted = st.tuples(words(2, 5), words(4, 8)).map(
    lambda notes: f"Text.1 And more.2 End.\n\n1. Note one {notes[0]}\n2 {notes[1]}"
)
others = st.sampled_from(
    [
        "Day        Feet   Inches\nMonday        4        11\nTuesday       5         2",
        "Zhou Papers on the Weir and Its Wardens LDDP Working Paper #7",
        "Ann Orr\n\n3 May 1901",
        "Respectfully submitted,\n\nTom Platt",
        "P.S. The cat is safe.",
        "To the Clerk of the Navigation:",
        "Selby, 3 May 1901",
        "Dear Ann,",
        "Time: 3 p.m.\nPlace: Selby",
        "(Laughter)",
        "* * *",
    ]
)
titles = st.tuples(
    st.sampled_from(
        [
            "Report on the Weir, {} May 1901",
            "Minutes of Conversation between Ann Orr and Mr. Platt, {} June 1901",
            "The Weir and the {} Wardens",
        ]
    ),
    st.integers(2, 28),
).map(lambda title: title[0].format(title[1]))
sources = st.sampled_from(
    ["[Source: WCA 12-345. Pp. 6-7. Obtained by Ann Orr and translated by Tom Platt.]", ""]
)
blocks = st.one_of(paragraphs, turns, items, bullets, cited, noted, others)
documents = st.tuples(titles, sources, st.lists(blocks, min_size=1, max_size=9)).map(
    lambda parts: "\n\n".join(part for part in (parts[0], parts[1], *parts[2]) if part)
)
assemblies = st.lists(documents, min_size=1, max_size=4).map("\n\n* * *\n\n\n".join)


def encoded(text: str) -> tuple[EncodedDocument, ...]:
    return encode(Source(Path("assembled.txt"), text), Config(folder=Path()))


def characters(text: str) -> Counter[str]:
    """How often each letter and digit occurs."""
    return Counter(re.findall(r"\w", text))


def kept(document: EncodedDocument) -> Counter[str]:
    """The letters and digits of a document's text, and those of the marks that became its notes' numbers."""
    root = tree.parse(document.tei.encode(), Path(f"{document.id}.xml"))
    found: Counter[str] = Counter()
    for element in (
        root.find(tree.tag("text")),
        *root.iterfind(f".//{tree.tag('notesStmt')}/{tree.tag('note')}"),
    ):
        found += characters("".join(element.itertext()))
    for note in root.iter(tree.tag("note")):
        if note.get("place"):
            seen = 1 if note.get("cert") else 2  # where there is no doubt, there was a mark in the text
            found += characters(note.get("n", "") * seen)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assemblies)
def test_every_character_of_an_assembly_is_in_its_documents(text: str) -> None:
    assert sum((kept(document) for document in encoded(text)), Counter()) == characters(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .,:;[](){}*#<>|\n\t-–“”’&\f²_`"), max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    for document in encoded(f"x{text}"):
        tree.parse(document.tei.encode(), Path(f"{document.id}.xml"))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assemblies)
def test_encoding_again_gives_the_same(text: str) -> None:
    assert encoded(text) == encoded(text)
