"""How the shipped models and tables are learned from annotated text; not needed to run."""
