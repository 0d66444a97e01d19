"""Review: a local page on which an editor accepts, corrects or rejects what the program proposed."""

from teiedition.review.app import application
from teiedition.review.desk import Desk

__all__ = ["Desk", "application"]
