// What the passages of a document state: statements by their quote; measures, targets and results by their passage.
MATCH (d:Document {id: $id})<-[:PART_OF]-(p:Passage)<-[:STATED_IN]-(c)
RETURN coalesce(c.start, p.start) AS start,
       coalesce(c.end, p.end) AS end,
       c.id AS id,
       labels(c)[0] AS label,
       c.name AS name
