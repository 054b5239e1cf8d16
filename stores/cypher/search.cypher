CALL db.index.fulltext.queryNodes($index, $text) YIELD node, score
RETURN node.id AS id, score
ORDER BY score DESC, id
LIMIT $limit
