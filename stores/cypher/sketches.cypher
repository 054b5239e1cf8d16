MATCH (d:Document)
RETURN d.source AS source, d.sketch AS sketch
ORDER BY d.source
