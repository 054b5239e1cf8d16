// The last statement of every writing transaction: other writers wait for this node as briefly as can be.
MERGE (g:Graph {id: 'graph'})
SET g.name = 'graph', g.store = coalesce(g.store, $store), g.version = coalesce(g.version, 0) + 1
