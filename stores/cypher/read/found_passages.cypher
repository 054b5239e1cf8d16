// The documents that passages stand in.
UNWIND $ids AS id
MATCH (p:Passage {id: id})-[:PART_OF]->(d:Document)
RETURN p.id AS id, d AS document
