// The documents that name some entities or state a fact of them.
UNWIND $ids AS id
MATCH (s:Statement)-[:STATED_IN]->(:Passage)-[:PART_OF]->(d:Document)
WHERE s.subject = id OR s.object = id
RETURN DISTINCT d.id AS id, d.source AS source, d.sha256 AS sha256, d.pipeline AS pipeline, d.also_at AS also_at
UNION
UNWIND $ids AS id
MATCH (e {id: id})<-[:MENTIONS]-(:Passage)-[:PART_OF]->(d:Document)
RETURN DISTINCT d.id AS id, d.source AS source, d.sha256 AS sha256, d.pipeline AS pipeline, d.also_at AS also_at
