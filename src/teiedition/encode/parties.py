"""Who writes to whom, in a title that says so: "Mr. Hale to Mr. Wen", "The Agent (Orr) to the Board"."""

from __future__ import annotations

import re
from typing import NamedTuple

from teiedition.encode.dates import Dates
from teiedition.encode.vocabulary import Vocabulary

_NUMBER = re.compile(
    r"^\W*(?:(?:Document|Letter|Doc\.|Brief|Lettre)\s+)?(?:N(?:o|r|umber)?\.?|N[°º]|№)?\s*"
    r"(?:\d+[a-z]?|[IVXLC]+(?=\.))[.:\])]*\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"^.{0,80}?\b(?i:from|von|de)\s+(?=[^\W\d_a-z]|the |der |la |le )")
_REMARK = re.compile(
    r"\s*[(\[](?:[^()\[\]]*\d[^()\[\]]*|[a-z][^()\[\]]*|(?:Ex(?:cerp|trac)t|Translat|Copy|Draft)[^()\[\]]*)[)\]]\s*\.?$"
)
_NUMBERED = re.compile(r",?\s*\b(?:No|Nr|N°|№)\.?\s*\d.*$")
_TOKEN = re.compile(
    r"[^\W\d_a-z][\w’'.\-]*"
    r"|of|the|and|for|de|du|des|del|la|le|las|los|el|y|e|et|en|von|van|der|den|dem|des|und|di|da|della|in|at|on|zu|&"
)
_LONGEST = 220
_TO_ONE = re.compile(r"(?:To|TO)\s+(?P<addressee>\w.{4,90}?)\.?")


class Parties(NamedTuple):
    """Senders and addressees as a title words them. `sure` where both sides are persons or bodies by their
    offices; else they may be any capitalised words. `named` where the title says "from"."""

    sender: str
    addressee: str
    sure: bool
    named: bool


class Correspondents:
    """Reads titles."""

    def __init__(self, words: Vocabulary, dates: Dates) -> None:
        self._words, self._dates = words, dates
        towards = "|".join(map(re.escape, words.words("letters", "towards")))
        article = r"(?:[Tt]he|den|die|das|la|le|his|her)\s"
        self._to = re.compile(rf"\s+(?i:{towards})\s+(?={article}|[^\W\d_a-z])")

    def of(self, title: str) -> Parties | None:
        """The parties that a title names; None where it names none."""
        if len(title) > _LONGEST or title.rstrip().endswith((":", "?", "!", ";")) or " " not in title:
            return None
        plain = self._bare(title.title() if title.isupper() else title)
        if (one := _TO_ONE.fullmatch(plain)) and self._is_party(one["addressee"]) and " " in one["addressee"]:
            return Parties("", _article(one["addressee"]), False, False)
        if (kind := self._words.genre_pattern.match(plain)) and plain[kind.end() :].startswith(", "):
            plain = plain[kind.end() + 2 :]
        named = _FROM.match(plain)
        if named and (self._words.genre_pattern.search(named[0]) or re.match(r"\W*\w+\s+$", named[0])):
            plain = plain[named.end() :]
        else:
            named = None
        for found in self._to.finditer(plain):
            sender, addressee = plain[: found.start()].strip(" ,."), plain[found.end() :].strip(" ,.")
            if self._words.genre_pattern.match(sender):
                return None
            if self._is_party(sender) and self._is_party(addressee):
                sure = self._in_office(sender) and self._in_office(addressee)
                sure = sure or bool(named and self._words.genre_pattern.search(named[0]))
                if sure or named or len(sender.split()) > 1 and len(addressee.split()) > 1:
                    return Parties(_article(sender), _article(addressee), sure, bool(named))
        return None

    def _bare(self, title: str) -> str:
        """A title without its number, its date, and remarks in brackets at its end."""
        plain = _NUMBER.sub("", re.sub(r"^\[[^\[\]]*\]\s+", "", title))
        if dated := self._dates.of_title(plain):
            plain = re.sub(r"[\s,(\[]+$", "", plain[: dated.start])
        while (shorter := _REMARK.sub("", plain)) != plain:
            plain = shorter
        plain = re.sub(r"\.?\s?[—–-]\s?\(.*$|,\s*['‘“\"].*$", "", plain)
        return _NUMBERED.sub("", plain).replace("[", "").replace("]", "").strip(" ,.—–-")

    def _is_party(self, text: str) -> bool:
        tokens = re.sub(r"[(),;“”\"]", " ", text).split()
        return (
            1 <= len(tokens) <= 16
            and len(text) > 2
            and text[0] not in ".,;"
            and all(map(_TOKEN.fullmatch, tokens))
            and any(token[:1].isupper() for token in tokens)
        )

    def _in_office(self, text: str) -> bool:
        """Does a party's name say an office, a courtesy or a body?"""
        words = {word.lower().strip(".,()") for word in text.split()[:-1] or text.split()}
        last = text.split()[-1].lower().strip(".,()")
        offices = self._words.roles - {"the", "state"}
        bodies = self._words.institutions
        return bool(words & offices or {f"{word}." for word in words} & offices or (words | {last}) & bodies)


def _article(party: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", party)
