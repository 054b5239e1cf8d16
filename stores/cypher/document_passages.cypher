// The text of a document as read: its passages in order, joined.
MATCH (d:Document {id: $id})<-[:PART_OF]-(p:Passage)
RETURN p.text AS text
ORDER BY p.order
