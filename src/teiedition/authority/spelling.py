"""When two ways of writing a name are the same, and which forms follow from a form."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from teiedition.authority.entry import SHORT, Form

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹ.·\u00ad"), "")
_SPACES = dict.fromkeys(map(ord, '-‐‑‒–—_,;:()[]{}"“”„«»/'), " ")
_FOLDING = str.maketrans(_LETTERS) | _DROPPED | _SPACES

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa"}
)

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"])
PARTICLES = frozenset([
    "al", "el", "ibn", "bin", "ben", "abu", "de", "da", "do", "dos", "del", "della", "di", "du", "la",
    "le", "van", "von", "der", "den", "ter", "ten", "zu", "zur", "af", "av", "st", "san", "santa",
    "mac", "mc", "o",
])  # fmt: skip
# What follows a given name with these is no given name: "Nuri, al-Orr" is "Nuri al-Orr".
PATRONYMICS = frozenset(["al", "el", "ibn", "bin", "ben"])
# Ranks and courtesies that lists of persons put before the given name.
TITLES = frozenset([
    "sir", "dame", "lord", "lady", "dr", "prof", "professor", "rev", "reverend", "mr", "mrs", "ms",
    "miss", "mme", "madame", "general", "gen", "lieutenant", "lt", "major", "maj", "brigadier", "brig",
    "colonel", "col", "captain", "capt", "commander", "cdr", "admiral", "adm", "vice", "rear", "fleet",
    "commodore", "marshal", "field", "air", "army", "chief", "sergeant", "sgt", "prince", "princess",
    "king", "queen", "shah", "emir", "sheikh", "count", "countess", "baron", "baroness", "duke",
    "duchess", "earl", "viscount", "marquess", "marquis", "archbishop", "bishop", "cardinal",
    "monsignor", "msgr", "rabbi", "father", "judge", "justice", "senator", "ambassador", "minister",
    "president", "generalissimo", "comrade", "herr", "frau",
])  # fmt: skip
FAMILY_FIRST = frozenset(
    tomllib.loads(files(__package__).joinpath("family_first.toml").read_text(encoding="utf-8"))["names"]
)
"""Family names that stand before the given name."""

_FULL = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4}")
_NUMBERED = re.compile(r"[IVX]+\.?")
# What joins the two family names of a Spaniard or a Portuguese.
_AND = frozenset(["y", "e", "i"])
_DESCENT = re.compile(r"([^\W\d_][\w’'-]+) (?:ibn|bin|ben) ")
_NUMBER_BEHIND = re.compile(rf"(.+) {_NUMBERED.pattern}$")
# Of these, those that stand before given names.
ROYAL = frozenset(["king", "queen", "prince", "princess", "shah", "emir", "sheikh", "father", "sir", "dame"])
# With these before it, a family name alone is that of the husband.
WIVES = frozenset(["mrs", "mme", "madame", "frau", "lady"])
TELLING = 3
"""Of how many of an entry's forms, the first ones, the family name is looked for."""

_BY_FATHER = re.compile(
    r"([^\W\d_]\w+ [^\W\d_]\w+(?:[oey]vich|yich|[iI]lyich|ovna|evna|ichna)) [^\W\d_][\w-]+"
)
"""A Russian name in full: Russians address each other by the first two words."""

_PEER = re.compile(
    r"(?P<number>(?:1st|2nd|3rd|\d+th) )?(?P<title>Duke|Duchess|Marquess|Marquis|Marchioness|Earl|Countess|"
    r"Count|Viscount|Viscountess|Baron|Baroness|Prince|Princess|Lord|Freiherr|Graf|Cardinal)"
    r"(?P<of> of)?(?: .*)?"
)
"""A title that lists of persons put behind the given name: "2nd Earl of", "Baron"."""

_PEER_BEHIND = re.compile(
    r"(?P<name>[^, ]+ [^,]+), (?:(?:the )?(?:\d+(?:st|nd|rd|th)|[Ff]irst) )?"
    r"(?P<title>(?P<rank>Duke|Duchess|Marquess|Marquis|Earl|Countess|Viscount|Viscountess|Baron|Baroness|Lord|Lady)"
    r" (?P<of>of )?(?P<place>[^\W\d_][\w’' -]*?))(?: of [\w’' -]+)?"
)
"""A peer with his name before the title: "Max Orr, 3rd Earl of Selby", "Max Orr, Viscount Selby"."""
_BRACKETS = re.compile(r" ?\([^()]*\)")
_DECORATION = re.compile(r"[A-Z][A-Z.]{1,6}")


@lru_cache(maxsize=1 << 16)
def normal(name: str) -> str:
    """`name` in the spelling by which names are compared: "RI Ju-yŏn’s" and "ri ju yons" are one."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(text.translate(_FOLDING).split())


def derived(form: Form, surname: str = "") -> Iterator[Form]:
    """What follows from a person's form: "Orr, Ann B." gives "Ann B. Orr" and the short form "Orr".

    `surname` is the part that the file marks up as such, if it does. Titles before the given name
    ("Orr, Sir John") are the form's role; what stands in brackets is left out.
    """
    if peer := _PEER_BEHIND.fullmatch(form.text):
        yield from _of_peer(form, peer)
        return
    family, *rest = (part.strip() for part in _BRACKETS.sub("", form.text).split(","))
    if len(rest) > 1 and (peer := _PEER.fullmatch(rest[-1])):
        yield from _as_peer(family, rest[0], peer)
        rest.pop()
    suffixes = [part for part in rest if normal(part) in SUFFIXES]
    named = [part for part in rest if part not in suffixes and not _DECORATION.fullmatch(part)]
    if family and len(named) == 1 and _begins_name(named[0]):
        title, given = _title_and_name(named[0])
        if len(given.split()) <= 4:
            yield from _forms(family, given, suffixes, form.role or title)
            surname = surname or family
            if not given:
                yield from (Form(part, "short") for part in _ends(family))
    if surname and surname != form.text:
        yield Form(surname, "short")
        if first := _first_of_two(surname):
            yield Form(first, "short")


def _as_peer(family: str, given: str, peer: re.Match[str]) -> Iterator[Form]:
    """What follows from "Selby, Ann Orr, 2nd Countess of": "Countess of Selby", and "Ann Orr" before that."""
    if peer["of"]:
        yield Form(f"{peer['title']} of {family}", "variant")
    if (peer["number"] or peer["of"]) and " " in given and given.rsplit(" ", 1)[-1][0].isupper():
        yield Form(given, "variant")


def _of_peer(form: Form, peer: re.Match[str]) -> Iterator[Form]:
    """What a peer is called: by his name, by his title, as lord or lady, and by the title's name alone where
    that is no place's."""
    yield Form(peer["name"], "variant")
    yield Form(peer["title"], "variant")
    lady = peer["rank"] in ("Duchess", "Countess", "Viscountess", "Baroness", "Lady")
    if not peer["rank"].startswith(("Duke", "Duchess")):
        yield Form(f"{'Lady' if lady else 'Lord'} {peer['place']}", "variant")
    if not peer["of"]:
        yield Form(peer["place"], "short")
    yield from surnames(peer["name"])


def by_father(name: str) -> Iterator[Form]:
    """The given name and that of the father, by which Russians address each other: "Ivan Ilyich"."""
    if full := _BY_FATHER.fullmatch(name):
        yield Form(full[1], "variant")


def _ends(name: str) -> Iterator[str]:
    """The first and the last part of a name that has only a title behind its comma: it may be in the order
    of speech, and either of them is what somebody is called by."""
    parts = name.split()
    if len(parts) == 2:
        yield from (part for part in parts if part[0].isupper())


def without_umlauts(form: Form) -> Iterator[Form]:
    """The form with the letters that are written where there are no umlauts: "Goering" for "Göring"."""
    if not form.text.isascii() and (text := form.text.translate(_UMLAUTS)) != form.text:
        yield form._replace(text=text, type=form.type if form.type in SHORT else "variant")


def surnames(name: str) -> Iterator[Form]:
    """The family name in a full name in the order of speech, where the file does not say which part it is.

    "Ann B. Orr" gives "Orr", "Jo de Lee" "de Lee", "Kim Il Sung" "Kim", "Ko Lee" both. Names of one word,
    with a title of rulers or a number ("Queen Anne", "Paul VI") or with ordinary words in them give nothing;
    of longer names with a number ("Orr Selby II") people leave it out. "Tule ibn Aren" is called "Tule".
    """
    if descent := _DESCENT.match(name):
        yield Form(descent[1], "short")
    head, _, rest = name.partition(", ")
    if rest[:1].isdigit():
        name = head
        yield Form(head, "variant")
    if not _FULL.fullmatch(name):
        return
    if (whole := _NUMBER_BEHIND.match(name)) and " " in whole[1]:
        yield Form(whole[1], "variant")
    title, untitled = _title_and_name(name)
    parts = [part for part in untitled.split() if normal(part) not in SUFFIXES]
    if len(parts) == 1 and is_wifes(name):
        return
    if title and len(parts) == 1 and not set(normal(title).split()) & ROYAL and parts[0][0].isupper():
        yield Form(parts[0], "short")
    capital = all(part[0].isupper() or normal(part) in PARTICLES for part in parts)
    if len(parts) < 2 or not capital or normal(parts[0]) in TITLES or _NUMBERED.fullmatch(parts[-1]):
        return
    hyphened = "-" in parts[-1] and parts[-1].rpartition("-")[2].islower()
    western = title or len(parts) < len(untitled.split()) or any(not part[0].isupper() for part in parts)
    if hyphened or (parts[0] in FAMILY_FIRST and not western):
        yield Form(parts[0], "short")
        if hyphened or len(parts) > 2:
            return
    at = len(parts) - 1
    while at > 1 and normal(parts[at - 1]) in PARTICLES:
        at -= 1
    yield Form(" ".join(parts[at:]), "short")
    if not parts[at][0].isupper():
        yield Form(parts[-1], "short")


def is_wifes(name: str) -> bool:
    """Whether a name begins with a wife's title: without that, the family name is her husband's."""
    return normal(name.partition(" ")[0]) in WIVES


def _forms(family: str, given: str, suffixes: list[str], role: str) -> Iterator[Form]:
    """The name in the order of speech, with and without what follows it."""
    title = f"{role} " if role else ""
    name = f"{given} {family}".strip()
    article, _, rest = given.replace("-", " ", 1).partition(" ")
    if normal(article) in PATRONYMICS and rest:
        yield Form(f"{title}{family} {given}", "inverted", role)
        yield Form(f"{title}{family} {rest}", "inverted", role)
    yield Form(title + name, "inverted", role)
    for suffix in suffixes:
        yield Form(f"{title}{name} {suffix}", "inverted", role)
        yield Form(f"{title}{name}, {suffix}", "inverted", role)
    if given and (first := _first_of_two(family)):
        yield Form(f"{title}{given} {first}", "inverted", role)
        yield Form(first, "short")


def _first_of_two(family: str) -> str:
    """Of a father's and a mother's family name the former: "Orr" of "Orr y Leal"; else nothing."""
    first, *others = family.split(" ")
    names = [part for part in others if normal(part) not in PARTICLES and part not in _AND]
    two = len(names) == 1 and first[:1].isupper() and normal(first) not in PARTICLES
    return first if two and normal(names[0]) not in SUFFIXES else ""


def _begins_name(words: str) -> bool:
    return words[:1].isupper() or normal(words.split("-")[0].split(" ")[0]) in PARTICLES


def _title_and_name(words: str) -> tuple[str, str]:
    """Titles apart from the given names behind them: "General of the Army", "Jo"."""
    parts = words.split()
    count = 0
    while count < len(parts) and (
        normal(parts[count]) in TITLES or (count and parts[count] in ("of", "the") and len(parts) > count + 1)
    ):
        count += 1
    return " ".join(parts[:count]), " ".join(parts[count:])
