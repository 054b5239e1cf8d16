// 规划、专项行动与措施 · A plan with its campaigns and their measures
MATCH p = (plan:Plan)<-[:IMPLEMENTS]-(:Campaign|Measure)<-[:IMPLEMENTS*0..1]-(:Campaign|Measure)
WHERE plan.name STARTS WITH '关于开展质量标准提升行动'
RETURN p
LIMIT 200
