// Passages that hold some words, at most `limit`, among the first `among`: for words so common that these suffice.
MATCH (p:Passage)
WITH p
LIMIT $among
WHERE p.clean CONTAINS $text
RETURN p.id AS id, p.name AS name, p.clean AS clean
LIMIT $limit
