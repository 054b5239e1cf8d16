// Statements with the passage and the document they stand in.
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:STATED_IN]->(p:Passage)-[:PART_OF]->(d:Document)
RETURN s AS statement, p AS passage, d AS document
ORDER BY d.id, s.start, s.end, s.id
