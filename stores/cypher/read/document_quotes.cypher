MATCH (d:Document {id: $id})<-[:PART_OF]-(p:Passage)<-[:STATED_IN]-(s:Statement)
RETURN s.id AS id, s.quote AS quote, s.start AS start, s.end AS end
