"""One thing that a grammar has against a document, before anybody knows in which file and line it is."""

from __future__ import annotations

from dataclasses import dataclass

from teiedition import tree


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at `node`.

    `at` says where: `start` or `end` tag, its first stretch of `text`, its `tail` (the text behind it), or an
    attribute as `@` and lxml's name. `kind` is a stable short name; the rest is as in `model.Problem`.
    """

    node: tree.Element
    at: str
    kind: str
    subject: str
    message: str
    remedy: str = ""
    allowed: tuple[str, ...] = ()
