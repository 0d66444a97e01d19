"""TEI customisations (ODD) compiled to schemas, without Java and without a web service.

One way: `customise` (an ODD and the TEI it changes → specifications) → `grammar` (specifications →
patterns) → what is written of them: `relaxng`, `xsd`, `schematron`, `reference`.
"""

from __future__ import annotations

from teiedition.odd.compiled import Compiled, compile_odd
from teiedition.odd.origin import find_tei

__all__ = ["Compiled", "compile_odd", "find_tei"]
