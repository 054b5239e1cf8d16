"""Turn what the stages found in one document into the rows of its graph, every fact with its statement."""

from loaders.assemble.document import Findings, assemble

__all__ = ["Findings", "assemble"]
