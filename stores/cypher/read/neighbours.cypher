// `Node` stands for the label of the id. One row a relationship type, direction and label of the other end.
MATCH (n:Node {id: $id})-[r]->(other)
RETURN type(r) AS type, true AS outgoing, labels(other)[0] AS label, count(other) AS count
UNION ALL
MATCH (n:Node {id: $id})<-[r]-(other)
RETURN type(r) AS type, false AS outgoing, labels(other)[0] AS label, count(other) AS count
