"""Numbers in figures and words: "2.4 million", "twenty-eight", "half a million", "one and a half"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from teiedition.annotate.language import alternatives, any_of, dictionary, table

VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}
TABLES = ("cardinals", "scales", "halves", "fractions", "glued_scales")
ROMAN = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


class Numbers:
    """How a language writes numbers.

    `pattern` is the source of a regular expression without groups, linear in time, for one number;
    whoever uses it guards what stands before. `value` reads what it matched.
    """

    def __init__(self, words: dict[str, object]) -> None:
        tables = {name: words.get(name, {}) for name in TABLES}
        assert all(isinstance(entries, dict) for entries in tables.values())
        self._cardinals: dict[str, int] = dictionary(tables["cardinals"])  # type: ignore[arg-type]
        self._scales: dict[str, int] = dictionary(tables["scales"])  # type: ignore[arg-type]
        self._halves: dict[str, str] = dictionary(tables["halves"])  # type: ignore[arg-type]
        self._glued: dict[str, int] = tables["glued_scales"]  # type: ignore[assignment]
        self._one = alternatives(word for word, value in self._cardinals.items() if value == 1)
        article = alternatives(_listed(words, "articles"))
        self._thousands = str(words.get("thousands", ","))
        self._decimal = str(words.get("decimal", "."))
        self._figures = self._figure_pattern()
        self.pattern = self._number_pattern(words)
        self._token = re.compile(self._figures + r"|[^\W\d_]+")
        self._one_half = re.compile(rf"{self._one}[- ](?={alternatives(self._halves)})")
        self._fraction = {**self._halves, **dictionary(tables["fractions"])}  # type: ignore[arg-type]
        of_one = rf"(?: {alternatives(_listed(words, 'of'))}(?: {article}| {self._one}| 1)?)?"
        spelled = rf"({alternatives(self._cardinals)})[ -]({alternatives(self._fraction)})s?"
        self.fraction = re.compile(rf"(?:{spelled}|([{''.join(VULGAR)}])){of_one}")
        self.glued_scale = re.compile(rf"(?:{any_of(self._glued)})(?![^\W_])")

    def _figure_pattern(self) -> str:
        thousands, decimal = re.escape(self._thousands), re.escape(self._decimal)
        vulgar = f"[{''.join(VULGAR)}]"
        fraction = rf"(?: ?{vulgar}|[ -][1-9]/[2-9](?![\d/]))"
        # A translator may leave the comma of another language: "12,5 percent".
        strange = rf"\d{{1,3}}{thousands}\d{{1,2}}(?![\d{thousands}])"
        grouped = rf"\d{{1,3}}(?:{thousands}\d{{3}}(?!\d))+|{strange}|\d+"
        return rf"(?:(?:{grouped})(?:{decimal}\d+|{fraction})?|{decimal}\d+|{vulgar})"

    def _number_pattern(self, words: dict[str, object]) -> str:
        joiner = alternatives(_listed(words, "joiners"))
        article = alternatives(_listed(words, "articles"))
        half, scale = alternatives(self._halves), alternatives(self._scales)
        word, of = alternatives(self._cardinals), alternatives(_listed(words, "of"))
        # "and" in a number stands behind a scale: "two hundred and fifty", not "two and three hundred".
        rest = rf"(?: {joiner} {word}\b(?![ -]{half}))?"
        spelled = rf"{word}(?:[ -]{scale}\b{rest}|[ -]{word}\b)*"
        of_scale = rf"(?:(?:{article} )?{half}(?: {of})?[ -])?{article}[ -]{scale}\b{rest}(?:-{word}\b)?"
        and_half = rf"(?:[ -]{joiner} (?:{article} |{self._one}[- ])?{half}\b)?"
        multiplier = rf"(?:[ -]{scale}(?!\w))*"
        compound = rf"(?: \d{{1,3}} {scale}(?!\w))?"  # 1 million 200 thousand
        figures = rf"{self._figures}(?:(?:[ -]{scale}(?!\w))+{compound})?"
        return rf"(?:(?:{figures}|\b{of_scale}|\b{spelled}\b){and_half}{multiplier})"

    def value(self, text: str) -> Decimal | None:
        """The value of a number that `pattern` matched; None when the text holds no number.

        >>> english().value("one and a half million")
        Decimal('1500000.0')
        """
        total, current = Decimal(0), None
        for token in self._token.findall(self._one_half.sub("", text)):
            if token[-1] in VULGAR or token[0].isdigit() or token.startswith(self._decimal):
                current = (current or Decimal(0)) + self._figure(token)
            elif token in self._cardinals:
                current = (current or Decimal(0)) + self._cardinals[token]
            elif token in self._halves:
                current = (current or Decimal(0)) + Decimal(self._halves[token])
            elif token in self._scales:
                scale = self._scales[token]
                current = (Decimal(1) if current is None else current) * scale
                if scale >= 1000:
                    total, current = total + current, Decimal(0)
        return None if current is None else total + current

    def scale(self, text: str) -> Decimal:
        """By what the scales that end a number multiply it: 100000 of "two hundred thousand", else 1."""
        scale = Decimal(1)
        for token in reversed(self._token.findall(text)):
            if token not in self._scales:
                break
            scale *= self._scales[token]
        return scale

    def glued(self, mark: str) -> int:
        """The scale that `glued_scale` matched close behind figures: the "m" of "$5m"."""
        return self._glued[mark]

    def part(self, match: re.Match[str]) -> Decimal:
        """The value of a fraction that `fraction` matched: "three-quarters of a", "½ of one"."""
        if match[3]:
            return Decimal(VULGAR[match[3]])
        return (Decimal(self._cardinals[match[1]]) * Decimal(self._fraction[match[2]])).quantize(
            Decimal("0.001")
        )

    def _figure(self, token: str) -> Decimal:
        vulgar = Decimal(VULGAR[token[-1]]) if token[-1] in VULGAR else Decimal(0)
        token, _, part = token.replace("-", " ").partition(" ") if "/" in token else (token, "", "")
        if part:
            vulgar = Decimal(part[0]) / Decimal(part[2])
        strange = re.fullmatch(rf"(\d{{1,3}}){re.escape(self._thousands)}(\d{{1,2}})", token)
        if strange:
            return Decimal(f"{strange[1]}.{strange[2]}")
        plain = token.rstrip("".join(VULGAR)).strip().replace(self._thousands, "")
        plain = plain.replace(self._decimal, ".")
        return vulgar + (Decimal(plain) if plain else Decimal(0))


def _listed(words: dict[str, object], name: str) -> list[str]:
    listed = words.get(name, [])
    return [str(word) for word in listed] if isinstance(listed, list) else []


@cache
def numbers(language: str = "en") -> Numbers:
    """How numbers are written in a language (see `annotate/language`)."""
    return Numbers(table("numbers", language))


def shortest(value: Decimal) -> str:
    """A number as TEI's @quantity wants it: no exponent, no needless zeros ("1500000", "2.5")."""
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def roman(text: str) -> int | None:
    """The value of a Roman numeral in either case; None when it is none ("civil", "IIII" past nine)."""
    values = [ROMAN.get(letter) for letter in text.lower()]
    if not values or None in values:
        return None
    known = [value for value in values if value is not None]
    total = sum(-a if a < b else a for a, b in zip(known, [*known[1:], 0], strict=True))
    return total if _as_roman(total) == text.lower() else None


def _as_roman(value: int) -> str:
    marks = [*ROMAN.items(), ("cm", 900), ("cd", 400), ("xc", 90), ("xl", 40), ("ix", 9), ("iv", 4)]
    written = ""
    for mark, worth in sorted(marks, key=lambda entry: -entry[1]):
        count, value = divmod(value, worth)
        written += mark * count
    return written
