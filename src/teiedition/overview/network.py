"""Who is named with whom in one paragraph, and who answers whom: `c:network`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from math import sqrt

from teiedition.catalogue import Catalogue, Entity, name
from teiedition.catalogue.company import paragraphs
from teiedition.overview.elements import element
from teiedition.overview.layout import Circle, label_sides, spring
from teiedition.tree import Element

NODES, TIES = 60, 180
"""So many names, and ties between them, are drawn and listed: the strongest."""
WIDTH, HEIGHT, MARGIN = 1120.0, 760.0, 90.0
"""The drawing, in pixels, and the room at its edges for labels."""
KINDS = ("person", "organisation")

Pair = tuple[str, str]


def source(catalogue: Catalogue) -> Element | None:
    """The best-connected names with places in a drawing, and the ties between them, strongest first."""
    known = {ref: entity for ref, entity in catalogue.entities.items() if entity.kind in KINDS}
    named, spoken = Counter[Pair](), Counter[Pair]()
    for record in catalogue.records.values():
        mentions = [one for one in record.iterchildren(name("mention")) if one.get("ref") in known]
        named.update(_named_together(mentions))
        spoken.update(_exchanges(mentions))
    if not named and not spoken:
        return None
    weights = named + spoken
    strength = Counter[str]()
    for pair, weight in weights.items():
        strength.update(dict.fromkeys(pair, weight))
    best = {ref for ref, _ in sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:NODES]}
    ties = _strongest({pair: weight for pair, weight in weights.items() if best.issuperset(pair)})
    refs = sorted({ref for pair in ties for ref in pair}, key=lambda ref: (-strength[ref], ref))
    root = element("network", names=str(len(strength)), width=f"{WIDTH:.0f}", height=f"{HEIGHT:.0f}")
    root.extend(_nodes(refs, ties, strength, known))
    root.extend(_tie(pair, named, spoken) for pair in ties)
    return root


def _named_together(mentions: list[Element]) -> Iterator[Pair]:
    """Each two that one paragraph names, once a paragraph."""
    for refs in paragraphs(mentions):
        yield from combinations(sorted(refs), 2)


def _exchanges(mentions: list[Element]) -> Iterator[Pair]:
    """Each turn of a conversation that follows another's."""
    turns = [one.get("ref", "") for one in mentions if one.get("label")]
    for former, latter in pairwise(turns):
        if former != latter:
            yield (former, latter) if former < latter else (latter, former)


def _strongest(weights: Mapping[Pair, int]) -> dict[Pair, int]:
    """At most TIES, the strongest first, and among them the strongest of each name."""
    pairs = sorted(weights, key=lambda pair: (-weights[pair], pair))
    first = {ref: pair for pair in reversed(pairs) for ref in pair}
    needed = set(first.values())
    kept = needed | set([pair for pair in pairs if pair not in needed][: TIES - len(needed)])
    return {pair: weights[pair] for pair in pairs if pair in kept}


def _nodes(
    refs: list[str], weights: Mapping[Pair, int], strength: Mapping[str, int], known: Mapping[str, Entity]
) -> Iterator[Element]:
    number = {ref: place for place, ref in enumerate(refs)}
    ties = {(number[one], number[other]): float(weight) for (one, other), weight in weights.items()}
    circles = [
        Circle(
            MARGIN + x * (WIDTH - 2 * MARGIN), MARGIN / 3 + y * (HEIGHT - MARGIN / 1.5),
            4 + 8 * sqrt(strength[ref] / strength[refs[0]]), known[ref].label,
        )
        for ref, (x, y) in zip(refs, spring(ties, len(refs)), strict=True)
    ]  # fmt: skip
    for ref, circle, side in zip(refs, circles, label_sides(circles, WIDTH, HEIGHT), strict=True):
        place = {key: f"{value:.1f}" for key, value in zip("xyr", circle[:3], strict=True)}
        yield element("node", kind=known[ref].kind, ref=ref, label=known[ref].label, side=side, **place)


def _tie(pair: Pair, named: Mapping[Pair, int], spoken: Mapping[Pair, int]) -> Element:
    one, other = pair
    return element(
        "tie", one=one, other=other, named=str(named.get(pair, 0)), spoken=str(spoken.get(pair, 0))
    )
