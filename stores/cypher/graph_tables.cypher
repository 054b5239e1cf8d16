MATCH (g:Graph)
RETURN g.tables AS tables
