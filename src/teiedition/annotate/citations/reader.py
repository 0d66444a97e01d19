"""What all forms of citations share: the parts between commas, and what each may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.imprints import YEARS, Imprint, Imprints
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.people import People
from teiedition.annotate.citations.scopes import Scopes, is_roman
from teiedition.annotate.citations.words import Words, citation_words
from teiedition.model import Mention

SEASON = re.compile(r"(?:[^\W\d_]{4,9} )?[12]\d{3}(?:[–-]\d{2,4})?")
DOCUMENT_LINK = re.compile(r"\[?[A-Z][a-z]+ \d+\]?")


class Reader:
    """Reads the parts of citations in one language."""

    def __init__(self, words: Words, language: str) -> None:
        self.words = words
        self.people, self.scopes = People(words), Scopes(words)
        self.imprints = Imprints(words, language)

    def is_phrase(self, text: str) -> bool:
        """Whether it has the form of a proper name or title: capitals, but for small words."""
        words = text.removeprefix("the ").split()
        first = words[0].lstrip("“‘'(") if words else ""
        return first[:1].isupper() and not self.small_words(text)

    def may_be_people(self, text: str) -> bool:
        """Whether somebody may be named so, or is the same as before ("idem")."""
        return self.is_phrase(text) or self.words.idem.fullmatch(text) is not None

    def small_words(self, text: str) -> list[str]:
        """The words that a proper name would have with a capital ("found" in "can be found")."""
        may_be_small = self.words.small | self.words.institutions
        return [word for word in text.split() if word[0].islower() and word.strip(",.") not in may_be_small]

    def is_date(self, text: str, token: Token) -> bool:
        """Whether a token is a date with at least its month."""
        return (
            token.kind == "text"
            and not is_years(text, token)
            and self.imprints.is_date(text, token.start, token.end)
        )

    def before_dates(self, text: str, token: Token) -> int:
        """Where a title ends that goes on with its dates: "the diary entries from 2 to 5 May 1951"."""
        for match in self.words.dated.finditer(text, token.start, token.end):
            if self.is_date(text, Token("text", match.end(), token.end, (0, 0))):
                return match.start()
        return token.end

    def imprint(self, text: str, token: Token) -> Imprint:
        """What the brackets of a token hold."""
        return self.imprints.read(text, token)

    def translation(self, text: str, token: Token, title: str, level: str) -> list[Mention]:
        """The translation of a title that stands in brackets behind it: "Hedao shihua (Talks on Waterways)".

        In round brackets a place may stand too ("The Courier (London)"): so it has to be longer than
        one, or the title has to have small words that are not the language's own.
        """
        words = text[slice(*token.inner)]
        if token.kind not in ("paren", "bracket") or (token.kind == "paren" and words[-1].isdigit()):
            return []
        small = len(self.small_words(words))
        if not words[:1].isupper() or small > (0 if token.kind == "paren" else len(words.split()) // 3):
            return []
        if token.kind == "paren":
            telling = len(words.split()) > 2 or self.small_words(title)
            if not telling or len(words.split()) < 2 or self.imprint(text, token).kind != "other":
                return []
        return [Mention(*token.inner, "title", {"level": level, "type": "translation"})]

    def roles(self, text: str, tokens: list[Token]) -> tuple[list[Mention], int]:
        """The authors or editors with which tokens begin, as children, and how many tokens they take."""
        if not tokens or tokens[0].kind != "text":
            return [], 0
        if count := self._bodies(text, tokens):
            return [Mention(tokens[0].start, tokens[count - 1].end, "author")], count
        mark = said(text, tokens[1]) if len(tokens) > 1 else ""
        if len(tokens) > 1 and tokens[1].kind in ("text", "paren"):
            if self.words.is_editor.fullmatch(mark):
                return self.people.credits(text, tokens[0], "editor"), 2
            if self.words.is_translator.fullmatch(mark):
                return self.people.credits(text, tokens[0], "editor", "translator"), 2
        own = re.fullmatch(rf"(.+?),? {self.words.is_editor.pattern}", said(text, tokens[0]), re.I)
        if own:
            end = tokens[0].start + own.end(1)
            return self.people.credits(text, Token("text", tokens[0].start, end, (0, 0)), "editor"), 1
        return self.people.credits(text, tokens[0], "author"), 1

    def _bodies(self, text: str, tokens: list[Token]) -> int:
        """How many tokens name a body, from the whole down: "U.S. Congress, Senate, Committee on Rivers"."""
        count = 0
        for token in tokens[:-1]:
            words = said(text, token)
            body = token.kind == "text" and self.words.body.search(words) and self.is_phrase(words)
            if not body or self.words.series.match(words) or self.words.archive.search(words):
                break
            count += 1
        return count if count > 1 or (count and self.words.body.match(said(text, tokens[0]))) else 0

    def _behind_entry(self, text: str, token: Token) -> Token:
        """A token without the words that say of which day an entry is: "entry for 5 May 1951"."""
        match = self.words.entry_before.match(text, token.start, token.end)
        return Token(token.kind, match.end(), token.end, token.inner) if match else token

    def joined(self, text: str, tokens: list[Token]) -> list[Token]:
        """The tokens, with what a comma parts from a name put to it: "Tom Orr, Jr."."""
        tokens = _with_inner_quotes(text, tokens)
        if len(tokens) < 2 or tokens[1].kind != "text" or said(text, tokens[1]) not in self.words.suffixes:
            return tokens
        first = Token("text", tokens[0].start, tokens[1].end, (tokens[0].start, tokens[1].end))
        return [first, *tokens[2:]]

    def tail(self, text: str, tokens: list[Token], unit: str = "page") -> tuple[list[Mention], int]:
        """Scopes and dates at the head of tokens, and how many tokens they take.

        Chapters listed make one scope, pages one each.
        """
        found: list[Mention] = []
        taken = 0
        for index, token in enumerate(tokens):
            behind = tokens[index + 1] if index + 1 < len(tokens) else None
            volume = behind and self._follows_volume(text, behind)
            scopes = self._scopes_in(text, token, "volume" if volume else unit)
            if scopes:
                unit = scopes[0].attributes["unit"]
                if unit == "chapter" and found and found[-1].attributes["unit"] == "chapter":
                    scopes = [Mention(found.pop().start, scopes[-1].end, "biblScope", {"unit": "chapter"})]
                found += scopes
                unit = unit if unit in ("chapter", "folio") else "page"
            elif not (
                self._passes(text, token)
                or (found and self._is_of_issue(text, token, found[-1]))
                or (index and is_years(text, token) and self._is_unpublished(text, tokens[index - 1]))
            ):
                break
            taken = index + 1
            if scopes and token.kind == "text" and scopes[-1].end < token.end:
                break
        return found, taken

    def _scopes_in(self, text: str, token: Token, unit: str) -> list[Mention] | None:
        """The scopes that a token is, or that its brackets hold: "7 (pt. 2): 211"."""
        if token.kind == "text":
            return self.scopes.read(text, token, unit)
        inner = Token("text", *token.inner, token.inner)
        part = token.kind == "paren" and text[token.inner[0]].isalpha() and not self.is_date(text, inner)
        return self.scopes.read(text, inner) if part else None

    def _is_unpublished(self, text: str, token: Token) -> bool:
        return self.words.is_unpublished.fullmatch(said(text, token)) is not None

    def _is_of_issue(self, text: str, token: Token, scope: Mention) -> bool:
        """Whether it is the year or season of an issue: "no. 1, 1997", "n° 108, hiver 2001"."""
        counted = scope.attributes["unit"] in ("issue", "volume") and token.kind == "text"
        return counted and SEASON.fullmatch(text, token.start, token.end) is not None

    def _follows_volume(self, text: str, token: Token) -> bool:
        """Whether a bare number before this is a volume: a date in brackets or an issue follows it."""
        if token.kind == "paren":
            inner = self._scopes_in(text, token, "page")
            return inner is not None or self.imprint(text, token).kind == "date"
        scopes = self.scopes.read(text, token) if token.kind == "text" else None
        return scopes is not None and scopes[0].attributes["unit"] == "issue"

    def _passes(self, text: str, token: Token) -> bool:
        """Whether a token may stand among scopes: a date, the number of a document, "unpublished"."""
        if token.kind == "bracket":
            return bool(DOCUMENT_LINK.fullmatch(said(text, token)))
        if token.kind == "paren":
            return self.imprint(text, token).kind == "date" or is_roman(text[slice(*token.inner)])
        if token.kind == "quote":
            return False
        words = said(text, token)
        return bool(
            self.is_date(text, self._behind_entry(text, token))
            or self._is_unpublished(text, token)
            or self.words.is_filler.fullmatch(words)
            or self.words.collection.search(words)
            or DOCUMENT_LINK.fullmatch(words)
            and self.words.whole("documents").match(words)
        )


def _with_inner_quotes(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens, with the words in quotation marks that belong to a title: "Return to the “Gate”"."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if len(found) > 1 else None
        if (
            before
            and token.kind == "quote"
            and before.kind == "text"
            and text[before.end : token.start] == " "
            and text[token.inner[1] - 1] not in ",."
            and text[before.start].isupper()
        ):
            found.pop()
            token = Token("text", before.start, token.end, (before.start, token.end))
        found.append(token)
    return found


def said(text: str, token: Token) -> str:
    """The words of a token."""
    return text[token.start : token.end]


def is_years(text: str, token: Token) -> bool:
    """Whether a token is a year or a range of years, as titles end with."""
    return bool(YEARS.fullmatch(text, token.start, token.end))


def citation(kind: str, start: int, tokens: list[Token], children: list[Mention]) -> Citation:
    """A citation from an offset to the end of the last token, its children in order."""
    ordered = tuple(sorted(children, key=lambda child: child.start))
    return Citation(start, closing(tokens, ordered), kind, ordered)


def closing(tokens: list[Token], children: Sequence[Mention]) -> int:
    """Where tokens end: with a scope that ends amid the last one, where the rest of a range is lost."""
    scoped = tokens[-1].kind == "text" and children and children[-1].element == "biblScope"
    broken = scoped and children[-1].start >= tokens[-1].start
    return children[-1].end if broken else tokens[-1].end


@cache
def reader(language: str = "en") -> Reader:
    """Reads citations in a language (see `annotate/language`)."""
    return Reader(citation_words(language), language)
