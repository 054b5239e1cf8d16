/*---
version: 1
status: stable
title: {zh: 两者之间的路径, en: Paths between two things}
description:
  zh: 两个事物之间的最短路径（至多八步），只经由落实、牵头、参与、发布、运行、推广、互认和使用；没有路径也是答案。
  en: The shortest paths between two things, of eight steps at most, over IMPLEMENTS, LEADS, PARTICIPATES_IN, ISSUED_BY, OPERATES, PROMOTES, RECOGNISES and USES; no path is an answer.
ask:
  zh: ["{from}与{to}有什么联系", "{from}和{to}怎么联系起来"]
  en: ["how are {from} and {to} connected", "path between {from} and {to}"]
params:
  from:
    type: ref(Plan|Campaign|Platform|Brand|Measure|Agency|Organization|Region)
    required: true
    values_from: things
    example: 吉林省市场监督管理厅
    description: {zh: 起点, en: Where the path begins}
  to:
    type: ref(Plan|Campaign|Platform|Brand|Measure|Agency|Organization|Region)
    required: true
    values_from: things
    example: 圳品
    description: {zh: 终点, en: Where the path ends}
returns:
  path: {type: path, label: {zh: 路径, en: Path}}
tags: [graph]
shape: graph
view: {kind: graph}
examples:
  - {params: {from: 吉林省市场监督管理厅, to: 圳品}, rows: 1}
  - {params: {from: 吉致吉品, to: 圳品}, rows: 1}
---*/
// One branch a label, so that both ends are found by their key whatever they are.
CALL {
  MATCH (start:Plan {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Campaign {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Platform {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Brand {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Measure {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Agency {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Organization {id: $from})
  RETURN start
  UNION ALL
  MATCH (start:Region {id: $from})
  RETURN start
}
CALL {
  MATCH (finish:Plan {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Campaign {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Platform {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Brand {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Measure {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Agency {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Organization {id: $to})
  RETURN finish
  UNION ALL
  MATCH (finish:Region {id: $to})
  RETURN finish
}
WITH start, finish
WHERE start.id <> finish.id
MATCH path = allShortestPaths((start)-[:IMPLEMENTS|LEADS|PARTICIPATES_IN|ISSUED_BY|OPERATES|PROMOTES|RECOGNISES|USES*1..8]-(finish))
RETURN path AS path
ORDER BY [node IN nodes(path) | node.id], [step IN relationships(path) | type(step)]
