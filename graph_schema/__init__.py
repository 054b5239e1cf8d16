"""What can be in the graph: node and relationship types, goals, indicators, regions, ids."""
