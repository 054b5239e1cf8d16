// A document's passages in order; joined, their texts are the text as read.
MATCH (d:Document {id: $id})<-[:PART_OF]-(p:Passage)
RETURN p.text AS text, p.start AS start, p.section AS section
ORDER BY p.order
