// One index a label. The limit is told to the index too: without it the embedded engine fetches every node that matches.
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $text, {limit: $limit}) YIELD node, score
RETURN node.id AS id,
       labels(node)[0] AS label,
       score,
       node.name AS name,
       CASE WHEN node:Passage THEN [node.clean] ELSE [node.name, node.name_en] + coalesce(node.aliases, []) END AS texts
ORDER BY score DESC, id
