// The last statement of every writing transaction that changed the graph.
MERGE (g:Graph {id: 'graph'})
SET g.store = coalesce(g.store, $store), g.version = coalesce(g.version, 0) + 1
