UNWIND $ids AS id
MATCH (p:Passage {id: id})-[:PART_OF]->(d:Document)
RETURN p AS passage, d AS document
