"""The bag: whole, checked by the libraries of those who keep such bags, and the same for the same edition."""

from __future__ import annotations

import zipfile
from pathlib import Path
from urllib.parse import unquote

import bagit
import pytest
from click.testing import CliRunner
from rocrate.rocrate import ROCrate

from edition import write_edition
from teiedition import config
from teiedition.build import build
from teiedition.cli import main
from teiedition.errors import EnvironmentFault, InputError
from teiedition.package import package

NOTE = "1953-05-06-note"
TOML = 'title = "Harbour papers"\nlicence_url = "https://example.org/free"\nvalidate = false\n'


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = write_edition(tmp_path / "edition")
    (folder / "tei/sources").mkdir()
    (folder / "tei/sources/letter 1 — copy.txt").write_text("As it came.")
    (folder / "tei/.encoded.json").write_text("{}")
    (folder / "edition.toml").write_text(
        'title = "Harbour papers"\nlicence_url = "https://example.org/free"\nvalidate = false\n'
    )
    build(config.load(folder), outputs=("site", "data"), jobs=1)
    return folder


def contents(bag: Path) -> dict[str, bytes]:
    return {path.relative_to(bag).as_posix(): path.read_bytes() for path in bag.rglob("*") if path.is_file()}


def test_the_bag_is_valid_and_holds_all_of_the_edition(edition: Path, tmp_path: Path) -> None:
    bag = package(config.load(edition), tmp_path / "bag")
    found = bagit.Bag(str(bag))
    found.validate()
    assert (
        found.info["External-Description"] == "Harbour papers" and found.info["Bagging-Date"] == "1970-01-01"
    )
    names = contents(bag)
    for name in (
        "edition/edition.toml",
        f"edition/tei/{NOTE}.xml",
        "edition/tei/.encoded.json",
        "edition/tei/authority/names.xml",
        "edition/tei/sources/letter 1 — copy.txt",
        "program/xslt/html.xsl",
        "program/schema/teiedition.rng",
        f"built/site/{NOTE}.html",
        "built/data/catalogue.sqlite",
        "built/data/ledger.tsv",
        "README.txt",
    ):
        assert f"data/{name}" in names, name
    assert not [name for name in names if ".cache" in name]


def test_the_metadata_describe_every_file(edition: Path, tmp_path: Path) -> None:
    bag = package(config.load(edition), tmp_path / "bag")
    crate = ROCrate(bag / "data")
    files = {unquote(entity.id) for entity in crate.data_entities}
    there = {name.removeprefix("data/") for name in contents(bag) if name.startswith("data/")}
    assert crate.name == "Harbour papers" and crate.license.id == "https://example.org/free"
    assert there - files == {"README.txt", "ro-crate-metadata.json"}
    (action,) = [entity for entity in crate.contextual_entities if entity.type == "CreateAction"]
    assert action["instrument"]["name"] == "teiedition"


def test_a_changed_byte_is_found(edition: Path, tmp_path: Path) -> None:
    bag = package(config.load(edition), tmp_path / "bag")
    path = bag / "data/edition/tei" / f"{NOTE}.xml"
    path.write_bytes(path.read_bytes().replace(b"lamp", b"lump"))
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(bag)).validate()


def test_the_same_edition_gives_the_same_bag(edition: Path, tmp_path: Path) -> None:
    settings = config.load(edition)
    one, two = package(settings, tmp_path / "one"), package(settings, tmp_path / "two")
    assert contents(one) == contents(two)
    first = package(settings, tmp_path / "a/bag.zip").read_bytes()
    assert package(settings, tmp_path / "b/bag.zip").read_bytes() == first


def test_a_zipped_bag_is_that_bag(edition: Path, tmp_path: Path) -> None:
    settings = config.load(edition)
    archive = package(settings, tmp_path / "bag.zip")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "out")
    assert contents(tmp_path / "out/bag") == contents(package(settings, tmp_path / "folder"))
    bagit.Bag(str(tmp_path / "out/bag")).validate()


def test_a_former_bag_is_replaced_and_nothing_else(edition: Path, tmp_path: Path) -> None:
    settings = config.load(edition)
    bag = package(settings, tmp_path / "bag")
    (bag / "data/stray.txt").write_text("x")
    assert "data/stray.txt" not in contents(package(settings, tmp_path / "bag"))
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.txt").write_text("years of work")
    with pytest.raises(EnvironmentFault, match="is no bag"):
        package(settings, tmp_path / "thesis")
    assert (tmp_path / "thesis/chapter.txt").read_text() == "years of work"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bag", "edition", "thesis"]


def test_what_is_not_built_can_not_be_packed(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "edition")
    with pytest.raises(InputError, match="is not built"):
        package(config.load(folder), tmp_path / "bag")


def test_the_command_builds_and_packs(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "edition")
    (folder / "edition.toml").write_text('title = "Papers"\nvalidate = false\noutputs = ["site", "data"]\n')
    ended = CliRunner().invoke(main, ["package", "--edition", str(folder), "--out", str(tmp_path / "bag")])
    assert ended.exit_code == 0, ended.output
    assert bagit.Bag(str(tmp_path / "bag")).is_valid()
