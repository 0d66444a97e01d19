"""From a source text to plain TEI: its documents found, its structure recognised, nothing lost.

reading      the lines of a source             labels         what a paragraph begins with
segments     where a document begins           speakers       who speaks
record       an archive's record above a text  structure      paragraphs to TEI blocks
paragraphs   lines put together                interventions  square brackets
header       the TEI header                    write          the tree as XML
document     one document, lines to tree       witnesses      one document in two sources
titles       which lines are a title           parties        from whom to whom, by a title
openings     how a letter opens                closings       how it ends
enclosures   papers printed beneath it         participants   lists of those present
"""

from __future__ import annotations

from teiedition.encode.encoded import EncodedDocument
from teiedition.encode.encoder import encode
from teiedition.encode.witnesses import join_witnesses

__all__ = ["EncodedDocument", "encode", "join_witnesses"]
