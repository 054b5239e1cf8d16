// 食品安全由谁牵头 · Who leads what serves food safety
MATCH p = (:Agency|Organization)-[:LEADS]->(:Measure|Campaign|Plan)-[:SERVES]->(:Goal {name: '食品安全'})
RETURN p
LIMIT 200
