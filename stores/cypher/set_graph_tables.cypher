MERGE (g:Graph {id: 'graph'})
SET g.tables = $tables
