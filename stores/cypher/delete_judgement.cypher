MATCH (j:Judgement {id: $id})
DELETE j
