"""What language models may use: tools over the catalogue, served as MCP by `zhitu mcp`."""
