// Every entity that some documents mention, with the forms they give it.
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:PART_OF]-(p:Passage)-[m:MENTIONS]->(e)
RETURN DISTINCT e.id AS id, m.form AS form
