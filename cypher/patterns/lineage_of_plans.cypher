// 规划的来龙去脉 · Which plan carries out, changes or ends which, and who issued it
MATCH p = (:Plan)-[:IMPLEMENTS|AMENDS|REPEALS]->(:Plan)-[:ISSUED_BY*0..1]->(:Plan|Agency)
RETURN p
LIMIT 200
