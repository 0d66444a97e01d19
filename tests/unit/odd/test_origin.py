"""Where the TEI comes from that an ODD customises."""

from __future__ import annotations

import io
import urllib.request
from pathlib import Path

import pytest

from teiedition.errors import EnvironmentFault, InputError
from teiedition.odd import compile_odd, find_tei

from .conftest import MODULES, RELEASE, Write, accepts


class Answer(io.BytesIO):
    """What a server sends."""

    url = "https://www.tei-c.org/"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A web that has the miniature release at every address, and the addresses that were asked for."""
    asked: list[str] = []

    def urlopen(address: str, timeout: int) -> Answer:
        asked.append(address)
        return Answer(RELEASE.read_bytes())

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    return asked


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("", "https://www.tei-c.org/Vault/P5/current/xml/tei/odd/p5subset.xml"),
        ('source="tei:3.6.0"', "https://www.tei-c.org/Vault/P5/3.6.0/xml/tei/odd/p5subset.xml"),
        ('source="http://example.org/p5subset.xml"', "https://example.org/p5subset.xml"),
    ],
)
def test_a_release_is_fetched_once(source: str, address: str, odd: Write, web: list[str]) -> None:
    path = odd(MODULES, attributes=source)
    assert find_tei(path).read_bytes() == RELEASE.read_bytes()
    assert find_tei(path).is_file()
    assert web == [address]


def test_a_chain_is_followed_to_its_release(odd: Write, web: list[str]) -> None:
    odd(MODULES, name="first.odd", attributes='source="tei:4.0.0"')
    find_tei(odd(MODULES, attributes='source="first.odd"'))
    assert web == ["https://www.tei-c.org/Vault/P5/4.0.0/xml/tei/odd/p5subset.xml"]


def test_a_release_beside_the_odd_is_taken(odd: Write, web: list[str], tmp_path: Path) -> None:
    (tmp_path / "p5subset.xml").write_bytes(RELEASE.read_bytes())
    assert find_tei(odd(MODULES, attributes='source="p5subset.xml"')) == tmp_path / "p5subset.xml"
    assert web == []


def test_no_connection_is_told_with_what_to_do(
    odd: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def urlopen(address: str, timeout: int) -> Answer:
        raise OSError("no route to host")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    with pytest.raises(EnvironmentFault, match="--tei") as caught:
        find_tei(odd(MODULES))
    assert "no route to host" in caught.value.format_message()
    assert not list(tmp_path.glob("cache/**/*.xml"))


def test_a_given_release_stands_for_the_named_one(odd: Write, web: list[str]) -> None:
    grammar = compile_odd(odd(MODULES, attributes='source="tei:9.9.9"'), RELEASE).rng
    assert accepts(grammar, "<p/>")
    assert web == []


def test_a_compiled_odd_is_a_source(odd: Write, tmp_path: Path) -> None:
    compiled = RELEASE.read_text(encoding="utf-8").replace('ident="hi"', 'ident="stress"')
    (tmp_path / "compiled.xml").write_text(compiled, encoding="utf-8")
    grammar = compile_odd(odd(MODULES, attributes='source="compiled.xml"'), RELEASE).rng
    assert accepts(grammar, "<p><stress/></p>")
    assert not accepts(grammar, "<p><hi/></p>")


def test_one_module_may_come_from_elsewhere(odd: Write, tmp_path: Path) -> None:
    other = RELEASE.read_text(encoding="utf-8").replace('ident="verse"', 'ident="stanza"')
    (tmp_path / "other.xml").write_text(other, encoding="utf-8")
    grammar = compile_odd(odd(MODULES + '<moduleRef key="extra" source="other.xml"/>'), RELEASE).rng
    assert accepts(grammar, "<stanza/>")


def test_what_is_no_release_is_told(odd: Write, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<TEI/>", encoding="utf-8")
    with pytest.raises(InputError, match="holds no TEI specifications"):
        compile_odd(odd(MODULES), tmp_path / "x.xml")
