"""When two ways of writing a name are the same, and which forms follow from a form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from teiedition.authority.entry import Form

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹ.·\u00ad"), "")
_SPACES = dict.fromkeys(map(ord, '-‐‑‒–—_,;:()[]{}"“”„«»/'), " ")
_FOLDING = str.maketrans(_LETTERS) | _DROPPED | _SPACES

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"])


def normal(name: str) -> str:
    """`name` in the spelling by which names are compared: "RI Ju-yŏn’s" and "ri ju yons" are one."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(text.translate(_FOLDING).split())


def derived(form: Form, surname: str = "") -> Iterator[Form]:
    """What follows from a person's form: "Orr, Ann B." gives "Ann B. Orr" and the short form "Orr".

    `surname` is the part that the file marks up as such, if it does.
    """
    family, *rest = (part.strip() for part in form.text.split(","))
    given = [part for part in rest if normal(part) not in SUFFIXES]
    if len(given) == 1 and given[0][:1].isupper() and len(given[0].split()) <= 4 and family:
        suffixes = [part for part in rest if normal(part) in SUFFIXES]
        yield Form(" ".join([given[0], family, *suffixes]), "inverted", form.role)
        if suffixes:
            yield Form(f"{given[0]} {family}", "inverted", form.role)
        surname = surname or family
    if surname and surname != form.text:
        yield Form(surname, "short")
