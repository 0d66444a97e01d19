"""The words of citations that a language has, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from teiedition.annotate.citations.addresses import ADDRESS
from teiedition.annotate.language import any_of, table


class Words:
    """The table `citations.toml` of a language, ready for use."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self.semicolon = re.compile(";")
        self.lead_in = re.compile(rf"(?:{self.any('via')}|{self.any('lead_ins')}),? +(?=\S)", re.I)
        via, see = self.any("via"), self.any("see_inside")
        telling = rf"(?-i:(?=[A-Z]))(?=[^;]{{0,200}}?(?:{self.any('pages')} ?\d|{self.any('archives')}))"
        again = rf" {self.any('stands_in')} (?:(?={self.any('ibid')})|{telling})"
        self.link = re.compile(
            rf"(?:(?P<via>,? {via} )|(?P<see>[,—:]? ?(?<=[, —(:]){see}:? )|(?P<again>{again}))", re.I
        )
        self.ibid = re.compile(rf"{self.any('ibid')}(?!\w)", re.I)
        self.idem = re.compile(rf"{self.any('idem')}(?!\w)", re.I)
        self.dated = re.compile(rf" {self.any('dated')} ")
        self.edition = re.compile(rf"(?:\d+(?:st|nd|rd|th)|[^\W\d_]+\.?) {self.any('editions')}", re.I)
        self.series_number = re.compile(
            rf"(?:\d+(?:st|nd|rd|th|d)|new|second|third) {self.any('series_labels')}"
            rf"|{self.any('series_labels')} (?:[IVX]+|[A-Z]|\d+)",
            re.I,
        )
        self.symbolled = re.compile(rf"(?<!\w){self.any('documents')}$", re.I)
        self.in_behind = re.compile(rf"(?<!\w)(?:{self.any('in')}|{self.any('via')}) $", re.I)
        read_on = rf"(?:\(?(?:{self.any('accessed')}):?(?: on)? [^();]{{4,30}}?\d{{4}}\)?)"
        self.address = re.compile(
            rf"(?:{read_on},? )?(?:{self.any('addresses_before')}:? )?{ADDRESS}(?:[,.;]? {read_on})?", re.I
        )
        self.body = re.compile(rf"(?<!\w){self.any('bodies')}(?!\w)", re.I)
        self.undated = self.whole("undated")
        self.fonds = re.compile(rf"{self.any('first_labels')} ", re.I)
        self.next_part = re.compile(rf"{self.any('parts_after_stop')} ?\d")
        self.entry_before = re.compile(rf"{self.any('entries')} ", re.I)
        self.said_before = re.compile(rf"(?:(?<!\w)(?:{self.any('said_by')})|:) $", re.I)
        self.op_cit = re.compile(self.any("op_cit"), re.I)
        self.numbered_volume = re.compile(
            rf"(?<!\w)(?:{self.any('volumes')}|{self.any('parts')}) [IVXLC]+$", re.I
        )
        self.page_label = re.compile(rf"{self.any('pages')} ?\d", re.I)
        self.abbreviations = frozenset(self.listed("abbreviations"))
        self.is_editor = self.whole("editors")
        self.is_translator = self.whole("translators")
        self.editor_before = re.compile(rf"{self.any('editors_before')} ", re.I)
        self.translator_before = re.compile(rf"{self.any('translators_before')} ", re.I)
        self.in_before = re.compile(rf"{self.any('in')}:? ", re.I)
        self.interview = re.compile(rf"(?<!\w){self.any('interviews')}(?!\w)", re.I)
        self.thesis = re.compile(rf"{self.any('theses')}(?!\w)", re.I)
        self.paper = re.compile(rf"{self.any('papers')}(?!\w)", re.I)
        self.is_unpublished = self.whole("unpublished")
        self.is_filler = self.whole("fillers")
        self.bibliography = self.whole("bibliographies")
        self.series = re.compile(rf"(?<!\w){self.any('series')}(?!\w)", re.I)
        self.archive = re.compile(rf"(?<!\w){self.any('archives')}(?!\w)", re.I)
        self.collection = re.compile(self.any("collections"), re.I)
        self.lone_label = re.compile(rf"{self.any('lone_labels')}(?!\w)", re.I)
        self.addressing = re.compile(rf"^{self.any('to')} ")
        self.files = re.compile(rf"(?<!\w){self.any('files')}$", re.I)
        self.source_label = re.compile(self.any("source_labels"), re.I)
        self.sent_from = re.compile(rf"{self.any('genres')} from (?:the )?", re.I)
        self.other = re.compile(f"{self.any('others')} ")
        self.dispatched = re.compile(rf"{self.any('dispatches')}(?: no\.)? ?(?:[A-Z][–-])?[\d/]+", re.I)
        self.conversation = re.compile(rf"(?<!\w){self.any('conversations')}(?!\w)", re.I)
        self.verb = re.compile(rf"(?<!\w){self.any('verbs')}(?!\w)")
        self.announcing = re.compile(rf" {self.any('announcing')} (?=[A-Z])")
        self.genre = self.whole("genres")
        self.document = re.compile(rf"(?<!\w){self.any('document_words')}(?!\w)", re.I)
        self.publisher = re.compile(rf"(?<!\w){self.any('publisher_words')}(?!\w)", re.I)
        self.shortening = frozenset(self.listed("shortening"))
        self.suffixes = frozenset(self.listed("suffixes"))
        self.small = frozenset(self.listed("small_words"))
        self.institutions = frozenset(self.listed("institutions"))
        self.accredited = re.compile(rf"{self.any('accredited')}$", re.I)
        self.foreign_editor = re.compile(rf" (?P<word>{_any(words.get('foreign_editors', {}))})$")

    def listed(self, name: str) -> list[str]:
        """A list of the table."""
        return list(self._words.get(name, []))

    def any(self, name: str) -> str:
        """A pattern for any of the words of a list, longest first."""
        return f"(?:{_any(self.listed(name))})"

    def whole(self, name: str) -> re.Pattern[str]:
        """A pattern that is to match a whole part of a citation (`fullmatch`)."""
        return re.compile(self.any(name), re.I)

    def foreign_editor_language(self, word: str) -> str:
        """The language of a word for "editor": bian is Chinese."""
        return str(self._words.get("foreign_editors", {}).get(word, ""))

    def ends_in_point(self, text: str) -> bool:
        """Whether the text ends with an abbreviation, whose full stop belongs to it ("et al.", "Co.")."""
        word = re.search(r"([^\W\d_]+)\.$", text[-12:])
        numbered = self.numbered_volume.search(text[-16:].removesuffix("."))
        return word is not None and word[1].lower() in self.abbreviations and not numbered


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, fit for patterns that leave case aside."""
    words = list(words)
    if all(word == word.lower() for word in words):
        return any_of(words)
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def citation_words(language: str = "en") -> Words:
    """How a language writes citations (see `annotate/language`)."""
    return Words(table("citations", language))
