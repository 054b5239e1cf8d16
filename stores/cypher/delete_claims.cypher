// Statements, measures, targets and results belong to one document and go with it.
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:PART_OF]-(p:Passage)<-[:STATED_IN]-(claim)
DETACH DELETE claim
