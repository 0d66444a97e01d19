"""What the whole edition knows: its records and authority entries, and the context each page is given.

A record is made of each document by `xslt/record.xsl`; its vocabulary and that of the contexts stand in
docs/architecture.md.
"""

from __future__ import annotations

from teiedition.catalogue.books import volumes
from teiedition.catalogue.citing import Cited
from teiedition.catalogue.entity import KINDS, Entity
from teiedition.catalogue.holdings import Holding
from teiedition.catalogue.knowledge import ORDERS, Catalogue, ordered, page_titles
from teiedition.catalogue.parts import pages, parts, path, places
from teiedition.catalogue.pictures import Picture, in_folder, pictures
from teiedition.catalogue.vocabulary import C, name

__all__ = [
    "KINDS",
    "ORDERS",
    "C",
    "Catalogue",
    "Cited",
    "Entity",
    "Holding",
    "Picture",
    "in_folder",
    "name",
    "ordered",
    "page_titles",
    "pages",
    "parts",
    "path",
    "pictures",
    "places",
    "volumes",
]
