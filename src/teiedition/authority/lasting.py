"""Objects that stay: a large authority is made once, and the garbage collector need not go through it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """What is made inside is not collected, nor looked at by the collector afterwards.

    With 100,000 names in memory, each full collection would otherwise cost as much as a document.
    """
    with uncollected():
        yield
        gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected inside: for work whose objects are all needed until it is done."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
