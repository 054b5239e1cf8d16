"""Which curated query a question in people's words means, with which values; docs/ask.md says how."""
