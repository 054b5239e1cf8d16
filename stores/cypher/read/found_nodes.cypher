// `Node` stands for the label of the ids. What a search compares its words with.
UNWIND $ids AS id
MATCH (n:Node {id: id})
RETURN n.id AS id, n.name AS name, coalesce(n.aliases, []) AS aliases, n.name_en AS name_en
