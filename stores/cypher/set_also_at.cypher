UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.also_at = CASE WHEN size(row.also_at) = 0 THEN null ELSE row.also_at END
