"""teiedition: from source texts to a published scholarly edition."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("teiedition")
