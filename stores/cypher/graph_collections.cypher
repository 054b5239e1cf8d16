MATCH (g:Graph)
RETURN g.collections AS collections
