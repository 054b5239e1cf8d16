MATCH (d:Document {id: $id})
SET d.also_at = $also_at
