// The documents with these ids, those that hold these texts, and those whose text is also at these sources.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.source AS source, d.sha256 AS sha256, d.pipeline AS pipeline, d.also_at AS also_at
UNION
UNWIND $hashes AS hash
MATCH (d:Document {sha256: hash})
RETURN d.id AS id, d.source AS source, d.sha256 AS sha256, d.pipeline AS pipeline, d.also_at AS also_at
UNION
MATCH (d:Document)
WHERE d.also_at IS NOT NULL AND any(source IN d.also_at WHERE source IN $sources)
RETURN d.id AS id, d.source AS source, d.sha256 AS sha256, d.pipeline AS pipeline, d.also_at AS also_at
