"""Guided applications: procedures as data, and the small engine that walks them."""

from assistant.procedures.load import load_procedures
from assistant.procedures.model import Procedure
from assistant.procedures.walk import listing, walk

__all__ = ["Procedure", "listing", "load_procedures", "walk"]
