UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:PART_OF]-(p:Passage)
DETACH DELETE p
