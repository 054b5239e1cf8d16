"""Reads behind fixed routes and commands: a node, a statement, a document, a search, counts."""
