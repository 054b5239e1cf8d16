// `Node` stands for the label of the id.
MATCH (n:Node {id: $id})
RETURN n AS node
