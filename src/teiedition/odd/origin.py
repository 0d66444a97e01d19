"""Where the TEI comes from that an ODD customises: the release or the ODD that its @source names."""

from __future__ import annotations

import os
from pathlib import Path

from teiedition.errors import EnvironmentFault, InputError
from teiedition.files import digest, write_whole
from teiedition.odd.documents import line_of, load, schema_spec
from teiedition.tree import tag

VAULT = "https://www.tei-c.org/Vault/P5/"
"""Where the TEI Consortium keeps its releases."""
_SUBSET = "xml/tei/odd/p5subset.xml"
_LIMIT = 64 * 1024 * 1024


def find_tei(odd: Path) -> Path:
    """The p5subset.xml of the TEI release that the ODD's @source names; the current one if it names none.

    It is fetched once, into the user's cache. Raises EnvironmentFault with what to do where it can't be.
    """
    named = schema_spec(odd).get("source", "")
    if named and not _is_release(named):
        local = odd.parent / named
        if local.is_file():
            return local if _holds_release(local) else find_tei(local)
    return fetch(_release_address(named), "name it with --tei, or ")


def resolve(named: str | None, odd: Path, tei: Path) -> Path:
    """The file that a @source means, where `tei` stands for every TEI release.

    A path is taken from the ODD's folder. An address on the web is looked up in the user's cache.
    """
    if not named or _is_release(named):
        return tei
    if "://" in named:
        return fetch(named)
    file = odd.parent / named.removeprefix("file:")
    if not file.is_file():
        raise InputError(
            f"@source names {named!r}, and there is no such file",
            odd,
            line_of(schema_spec(odd)),
            remedy="Give its path from the ODD's folder, or tei:VERSION for a TEI release.",
        )
    return file


def beside(named: str, odd: Path) -> Path:
    """A file that an ODD names by path or web address: where it says, or by its name near the ODD.

    Looked for in the ODD's folder, in `external/` there, and in the user's cache; only then on the web.
    """
    name = named.rsplit("/", 1)[-1]
    places = [] if "://" in named else [odd.parent / named]
    for place in (*places, odd.parent / name, odd.parent / "external" / name):
        if place.is_file():
            return place
    if "://" in named:
        return fetch(named, "put it beside the ODD, or ")
    raise InputError(
        f"names {named!r}, and there is no such file",
        odd,
        line_of(schema_spec(odd)),
        remedy="Put it where the ODD says, or beside the ODD.",
    )


def fetch(address: str, otherwise: str = "") -> Path:
    """A file of the web, from the user's cache; fetched by https the first time.

    Raises EnvironmentFault where it is out of reach; `otherwise` is what can be done besides.
    """
    address = address.replace("http://", "https://", 1)
    file = _cache() / digest(address)[:16] / address.rsplit("/", 1)[-1]
    if not file.is_file():
        remedy = f"With no connection: get it elsewhere and {otherwise}put it at {file}"
        write_whole(file, _download(address, remedy))
    return file


def _download(address: str, remedy: str) -> bytes:
    import urllib.request  # slow to import, and hardly ever needed

    if not address.startswith("https://"):
        raise EnvironmentFault(f"{address}: only https is fetched", remedy)
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - https is checked above
            if not answer.url.startswith("https://"):
                raise EnvironmentFault(f"{address}: leads away from https", remedy)
            data: bytes = answer.read(_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise EnvironmentFault(f"{address}: can't be fetched: {reason}", remedy) from error
    if len(data) > _LIMIT:
        raise EnvironmentFault(f"{address}: is larger than {_LIMIT // 2**20} MB", remedy)
    return data


def _is_release(named: str) -> bool:
    return named.startswith("tei:") or named.rsplit("/", 1)[-1] == "p5subset.xml" and "://" in named


def _release_address(named: str) -> str:
    if "://" in named:
        return named
    return f"{VAULT}{named.removeprefix('tei:') or 'current'}/{_SUBSET}"


def _holds_release(file: Path) -> bool:
    """Whether a file has all its specifications in it, as releases and compiled ODDs have."""
    return load(file).find(f".//{tag('moduleRef')}[@key]") is None


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "teiedition"
