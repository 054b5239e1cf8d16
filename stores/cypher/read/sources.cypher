MATCH (d:Document)
RETURN d.source AS source, coalesce(d.also_at, []) AS also_at
