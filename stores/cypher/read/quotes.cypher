// Where statements stand: their words, the section, the document. Less than `statements`, for many at once.
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:STATED_IN]->(p:Passage)-[:PART_OF]->(d:Document)
RETURN s.id AS statement,
       s.type AS type,
       s.modality AS modality,
       s.quote AS quote,
       s.start AS start,
       s.end AS end,
       p.id AS passage,
       p.section AS section,
       d.id AS document,
       d.title AS title,
       d.source AS source,
       d.published_on AS published_on
