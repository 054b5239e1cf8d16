"""Known facts and exceptions of the documents' world, as data; the readers stand beside the stages that use them."""
