"""What lets an edition be harvested from a plain web host: the protocols' answers as files of `data/`.

data/oai/repository.xml   an OAI Static Repository, for gateways; of editions that are not too large
data/dts/                 DTS Level 0, where `[harvest] static = true`: files by the thousand
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from teiedition.config import Config
from teiedition.harvest import Repository
from teiedition.harvest.dts import static as dts
from teiedition.harvest.oai import static as oai
from teiedition.publish import identity
from teiedition.publish.step import WHOLE, Step


def steps(catalogue: Path, documents: int, config: Config) -> Iterator[Step]:
    """One step each; both are made of the finished catalogue."""
    if documents <= oai.LARGEST:
        name = "data/oai/repository.xml"
        yield Step(name, "static oai", catalogue, parameters=(("address", identity.beside(config, name)),))
    if config.harvest.get("static"):
        yield Step(
            "data/dts/",
            "static dts",
            catalogue,
            WHOLE,
            parameters=(("address", identity.beside(config, "data/dts")),),
        )


def oai_repository(step: Step) -> bytes:
    """The static repository."""
    assert isinstance(step.source, Path)
    return oai.static_repository(Repository(step.source), dict(step.parameters)["address"]).encode()


def dts_files(step: Step) -> dict[str, bytes]:
    """The files of DTS by their paths."""
    assert isinstance(step.source, Path)
    return dict(dts.files(Repository(step.source), dict(step.parameters)["address"]))
