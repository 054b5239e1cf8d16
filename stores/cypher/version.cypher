MATCH (g:Graph {id: 'graph'})
RETURN g.store AS store, g.version AS version
