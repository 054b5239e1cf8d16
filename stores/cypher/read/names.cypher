// `Node` stands for the label of the ids.
UNWIND $ids AS id
MATCH (n:Node {id: id})
RETURN n.id AS id, n.name AS name, n.name_en AS name_en
