"""The hour at which something was said or sent, as the heads of documents print it, in W3C form."""

from __future__ import annotations

import re

_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_CLOCK = rf"(?P<{{0}}h>{_HOUR})(?:[:.](?P<{{0}}m>[0-5][0-9]))?(?:\s*(?P<{{0}}p>[ap])\.?\s?m\b\.?)?"
_RANGE = re.compile(
    rf"(?<![\w/.:-]){_CLOCK.format('a')}\s*(?:[-–—]|to|until|till|and|bis|à)\s*{_CLOCK.format('b')}"
    r"(?P<unit>\s*(?:hours|hrs|Uhr|o[’']clock)\b)?(?![\w/])",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?<![\w/.:-]){_CLOCK.format('a')}(?P<unit>\s*(?:hours|hrs|Uhr|o[’']clock)\b)?(?![\w/])", re.IGNORECASE
)
_NOON = re.compile(r"\b(noon|midday|midnight)\b", re.IGNORECASE)


def hours(text: str) -> dict[str, str]:
    """TEI's dating attributes for the hour, or the hours from and to, that a text without its date says.

    "2:15–6 p.m." → from 14:15:00 to 18:00:00; empty where no number is known for an hour.
    """
    if found := _RANGE.search(text):
        half = found["ap"] or found["bp"]
        end = _time(found["bh"], found["bm"], found["bp"])
        start = _time(found["ah"], found["am"], half)
        if not found["ap"] and start > end:
            start = _time(found["ah"], found["am"], "a")
        if _is_clock(found, "ab") and start < end:
            return {"from": start, "to": end}
    for found in _ONE.finditer(text):
        if _is_clock(found, "a"):
            return {"when": _time(found["ah"], found["am"], found["ap"])}
    if found := _NOON.search(text):
        return {"when": "00:00:00" if found[1].lower() == "midnight" else "12:00:00"}
    return {}


def _is_clock(found: re.Match[str], names: str) -> bool:
    """Does something besides the number show that it is an hour?"""
    return bool(found["unit"]) or any(found[f"{name}m"] or found[f"{name}p"] for name in names)


def _time(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour) % 24
    if half and half.lower() == "p" and number < 12:
        number += 12
    elif half and half.lower() == "a" and number == 12:
        number = 0
    return f"{number:02}:{minute or '00'}:00"
