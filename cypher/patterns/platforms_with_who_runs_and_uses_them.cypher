// 平台：谁运行、哪些措施使用 · Platforms, who runs them, and the measures that use them
MATCH p = (:Agency|Organization)-[:OPERATES]->(:Platform)<-[:USES*0..1]-(:Platform|Measure)
RETURN p
LIMIT 200
