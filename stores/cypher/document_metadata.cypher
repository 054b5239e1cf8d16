// What was read off a document, so that its text can be read again at another source.
MATCH (d:Document {id: $id})
OPTIONAL MATCH (d)-[:APPLIES_TO]->(r:Region)
RETURN d.title AS title, d.publisher AS publisher, d.published_on AS published_on, r.name AS region
