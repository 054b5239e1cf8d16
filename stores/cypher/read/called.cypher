// `Node` stands for a label. What its nodes are called, at most `limit` of them.
MATCH (n:Node)
RETURN n.id AS id, n.name AS name, n.name_en AS name_en, coalesce(n.aliases, []) AS aliases
ORDER BY id
LIMIT $limit
