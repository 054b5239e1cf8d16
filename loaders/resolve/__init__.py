"""Decide, within one document and by static tables alone, which entity each mention is."""

from loaders.resolve.document import resolve

__all__ = ["resolve"]
