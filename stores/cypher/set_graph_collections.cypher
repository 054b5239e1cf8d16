MERGE (g:Graph {id: 'graph'})
SET g.collections = $collections
