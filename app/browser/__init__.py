"""Files for people who work in Neo4j's own tools: saved queries, exploration patterns, and a style."""
