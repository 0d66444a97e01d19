"""Where the stylesheets, the schema and the site's assets are: in the wheel, or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2]


def resource(*parts: str) -> Path:
    """The path of a file or folder that ships with the program, e.g. `resource("xslt", "html.xsl")`."""
    return (_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT).joinpath(*parts)
