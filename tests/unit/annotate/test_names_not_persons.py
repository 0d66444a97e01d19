"""Words with capitals that are no names of persons, in texts that name many persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import authority
from teiedition.annotate import annotate, names

PEOPLE = (
    "Hilde Marsch",
    "Ruben Calder",
    "Ottla Fenwick",
    "Jaro Pell",
    "Minna Sarto",
    "Edgar Lowe",
    "Nina Tross",
)
TALK = " ".join(
    f"{one} told {two} that the mill would open in May, and {two} thanked {one} for the news."
    for one, two in zip(PEOPLE, (*PEOPLE[1:], PEOPLE[0]), strict=True)
)
SENTENCES = {
    "a movement": "During our Great Stride Onward we built mills; the Great Stride Onward cost much.",
    "an office": "It asked the “Group for Supervising Departure and Arrival for Family Matters.”",
    "bodies": "District Committees and the Committees of the mills replied. It was sent to all Committees.",
    "an illness": "The doctors who fight Bilharziasis were praised, and Bilharziasis has become rare.",
    "a fish": "We eat much Danish Haddock here, and Danish Haddock is cheap.",
    "money": "He paid 400 Rentenkron, and nobody takes Rentenkron abroad.",
    "a treaty": "Under the Treaty of Friendship, Barter and Reciprocal Support both help each other.",
    "a stamp": "[Stamp: Circulated] To all members. Circulated on 3 May.",
    "contractions": "I said to him: We’re ready. We’ve waited long. They're late, and you've seen it.",
    "books": "He wrote a book on Steadfastness and Statesmanship and one, Origins of the Mill War.",
    "a title page": "Conversations and Documents, Institutions and Letters were printed. See Drafts.",
    "headings within": "Terms: Quarrels were settled. Foodstuffs: rice. Schooling: none. Selected: four.",
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> authority.Authority:
    folder = tmp_path_factory.mktemp("authority")
    rows = "".join(f"{name.lower().replace(' ', '-')},person,{name}\n" for name in PEOPLE)
    (folder / "persons.csv").write_text(f"id,kind,name\n{rows}", encoding="utf-8")
    return authority.load(folder)


def persons(sentence: str, known: authority.Authority | None) -> set[str]:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>'
        f"<p>{TALK}</p><p>{sentence}</p><p>{TALK}</p></body></text></TEI>"
    )
    result = annotate(tei, Path("talk.xml"), known, finders=(names.find,))
    found = {result.text[item.start : item.end] for item in result.mentions if item.element == "persName"}
    return found - set(PEOPLE)


@pytest.mark.parametrize("what", SENTENCES)
@pytest.mark.parametrize("with_authority", [True, False])
def test_a_text_full_of_persons_makes_no_person_of_every_capital(
    what: str, with_authority: bool, known: authority.Authority
) -> None:
    assert persons(SENTENCES[what], known if with_authority else None) == set()
