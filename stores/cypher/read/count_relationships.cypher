// `RELATED` stands for a relationship type.
MATCH ()-[r:RELATED]->()
RETURN count(r) AS count
