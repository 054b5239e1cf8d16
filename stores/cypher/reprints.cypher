// Documents that share hashes of their shingles with a text, those that share most first.
UNWIND $texts AS text
CALL db.index.fulltext.queryNodes('shingles', text.words, {limit: $limit}) YIELD node, score
RETURN text.id AS id, node.id AS other, node.source AS source, node.shingles AS shingles
