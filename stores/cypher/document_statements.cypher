// Every statement of some documents, with what tells its relationship.
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:PART_OF]-(p:Passage)<-[:STATED_IN]-(s:Statement)
RETURN s.id AS id, s.type AS type, s.subject AS subject, s.object AS object
