"""Typed clients, written from the catalogue: one file each for Python and TypeScript."""
