"""Who the edition is to libraries: the `[harvest]` table of `edition.toml`, with defaults for all of it.

[harvest]
identifier = "papers.example.org"     what identifiers begin with: oai:papers.example.org:ID
admin = ["editor@example.org"]        whom a library writes to
friends = ["https://other.example.org/oai"]
branding = { url = "https://…/logo.png", link = "https://…", title = "Papers" }
static = true                         DTS as files too, for plain web hosts
"""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin, urlsplit

from teiedition.config import FILE, Config
from teiedition.errors import InputError

SETTINGS = ("identifier", "admin", "friends", "branding", "static")
_DOMAIN = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+")
"""A namespace of identifiers (OAI-PMH guidelines, oai-identifier): a domain name."""
UNNAMED = "edition.invalid"
"""The namespace of an edition that has no address: a name that can't exist (RFC 2606)."""


def facts(config: Config) -> dict[str, str]:
    """What the catalogue says of the edition as a whole. Raises InputError for a setting that can't be."""
    table = dict(config.harvest)
    if unknown := set(table) - set(SETTINGS):
        raise _fault(
            f"{', '.join(sorted(unknown))}: no such setting; there are: {', '.join(SETTINGS)}", config
        )
    identifier = table.get("identifier", "") or _domain(config.base_url) or UNNAMED
    if not isinstance(identifier, str) or not _DOMAIN.fullmatch(identifier):
        raise _fault(
            f"'identifier': expected a domain name such as papers.example.org, found {identifier!r}", config
        )
    admin = _texts(table, "admin", config) or [f"webmaster@{identifier}"]  # RFC 2142
    if not isinstance(table.get("static", False), bool):
        raise _fault("'static': expected true or false", config)
    return {
        "title": config.title, "subtitle": config.subtitle, "publisher": config.publisher,
        "licence": config.licence, "licence_url": config.licence_url, "base_url": config.base_url,
        "language": config.language, "identifier": identifier, "admin": json.dumps(admin),
        "friends": json.dumps(_texts(table, "friends", config)),
        "branding": json.dumps(_branding(table, config)),
    }  # fmt: skip


def robots(config: Config, path: str) -> str:
    """A robots.txt that names the site map at this path of the site; everybody may read everything."""
    base = config.base_url.rstrip("/")
    return "User-agent: *\nDisallow:\n" + (f"Sitemap: {urljoin(f'{base}/', path)}\n" if base else "")


def beside(config: Config, path: str) -> str:
    """The address of something beside the site, like `data/atom.xml`; from the root where it has none."""
    base = config.base_url.rstrip("/")
    return urljoin(f"{base}/", f"../{path}") if base else f"/{path}"


def _branding(table: dict[str, object], config: Config) -> dict[str, str]:
    found = table.get("branding", {})
    if not isinstance(found, dict) or (found and "url" not in found) or set(found) - {"url", "link", "title"}:
        raise _fault("'branding': expected a table with url, and perhaps link and title", config)
    return found


def _texts(table: dict[str, object], setting: str, config: Config) -> list[str]:
    value = table.get(setting, [])
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise _fault(f'{setting!r}: expected a list such as ["one", "two"], found {value!r}', config)
    return found


def _domain(address: str) -> str:
    host = urlsplit(address).hostname or ""
    return host if _DOMAIN.fullmatch(host) else ""


def _fault(words: str, config: Config) -> InputError:
    return InputError(
        f"[harvest] {words}", config.folder / FILE, remedy="See docs/libraries.md for each setting."
    )
