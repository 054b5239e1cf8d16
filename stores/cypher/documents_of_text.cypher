// The document that holds a text, and the one that holds a source, if any.
MATCH (d:Document)
WHERE d.sha256 = $sha256 OR d.id = $id OR $source IN d.also_at
RETURN d.id AS id, d.source AS source, d.sha256 AS sha256, d.pipeline AS pipeline, d.also_at AS also_at
