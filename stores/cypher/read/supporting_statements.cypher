// `Node` stands for the label of the id. The statements behind the facts of a node, as far as the limit goes.
MATCH (n:Node {id: $id})-[r]-()
WHERE r.statements IS NOT NULL
UNWIND r.statements AS statement
RETURN DISTINCT statement AS id
ORDER BY id
LIMIT $limit
