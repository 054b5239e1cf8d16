MATCH (d:Document {id: $id})<-[:PART_OF]-(p:Passage)-[m:MENTIONS]->(e)
RETURN m.start AS start, m.end AS end, e.id AS id, labels(e)[0] AS label, e.name AS name
