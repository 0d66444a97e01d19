"""Stylesheets, style sheets, scripts and words: the program's own, or the edition's in their place.

A file in the edition's folder at the same path (`xslt/modules/names.xsl`, `site/css/tokens.css`,
`site/locale/en.xml`) is used instead of the program's.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from teiedition.errors import EnvironmentFault
from teiedition.resources import resource


@dataclass(frozen=True, slots=True)
class Assets:
    """`xslt` is one folder with all stylesheets; `site` the folders to look in, the edition's first."""

    xslt: Path
    site: tuple[Path, ...]

    def stylesheet(self, name: str) -> Path:
        """The entry stylesheet of that name."""
        return self.xslt / name

    def files(self, folder: str) -> dict[str, Path]:
        """The files below `site/FOLDER`, by their path in it."""
        found: dict[str, Path] = {}
        for root in reversed(self.site):
            for path in sorted((root / folder).rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found[path.relative_to(root / folder).as_posix()] = path
        return found

    def locale(self, language: str) -> Path:
        """The words of a language; English where there are none. `de-AT` falls back to `de`."""
        words = self.files("locale")
        for name in (language, language.split("-")[0], "en"):
            if f"{name}.xml" in words:
                return words[f"{name}.xml"]
        raise EnvironmentFault("site/locale/en.xml is missing", "Install teiedition again.")


def gather(edition: Path, cache: Path) -> Assets:
    """The assets of an edition. Own stylesheets are laid over the program's in `cache`."""
    site = tuple(path for path in (edition / "site", resource("site")) if path.is_dir())
    own, ours = edition / "xslt", resource("xslt")
    if not own.is_dir() or own.resolve() == ours.resolve():
        return Assets(ours, site)
    merged = cache / "xslt"
    shutil.rmtree(merged, ignore_errors=True)
    shutil.copytree(ours, merged)
    shutil.copytree(own, merged, dirs_exist_ok=True)
    return Assets(merged, site)
