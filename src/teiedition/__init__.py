"""teiedition: from source texts to a published scholarly edition."""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """`__version__`, looked up only when it is asked for: the look-up takes longer than some commands."""
    if name == "__version__":
        from importlib.metadata import version

        return version("teiedition")
    raise AttributeError(f"module 'teiedition' has no attribute {name!r}")
