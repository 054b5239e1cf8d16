// 目标体系与衡量指标 · The goals, and the indicators of each that have values
MATCH p = (:Indicator)<-[:MEASURED_BY*0..1]-(:Goal)-[:BROADER]->(:Goal)
WHERE ALL(node IN nodes(p) WHERE NOT node:Indicator OR EXISTS { (node)<-[:OF]-() })
RETURN p
LIMIT 200
