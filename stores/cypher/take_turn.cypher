// The first statement of every writing transaction: writers wait for this node, so that what one reads stays true.
MERGE (g:Graph {id: 'graph'})
SET g.name = 'graph'
