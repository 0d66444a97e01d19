"""`python -m teiedition`."""

from __future__ import annotations

from teiedition.cli import main

main(prog_name="teiedition")
