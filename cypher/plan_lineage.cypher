/*---
version: 1
status: stable
title: {zh: 规划的来龙去脉, en: Lineage of a plan}
description:
  zh: 该规划落实、修改或废止的规划（上溯），以及落实、修改或废止它的规划（下延），逐级相连；一条关系一行。
  en: The plans that this one implements, amends or repeals (above), and those that implement, amend or repeal it (below), step by step; one row a relationship.
ask:
  zh: ["{plan}的来龙去脉", "{plan}落实哪些上位规划", "哪些规划落实{plan}"]
  en: ["lineage of {plan}", "which plans does {plan} implement", "which plans implement {plan}"]
params:
  plan:
    type: ref(Plan)
    required: true
    values_from: plans
    example: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年)
    description: {zh: 规划或政策文件, en: The plan or policy document}
returns:
  direction: {type: string, label: {zh: 方向, en: Direction}}
  steps: {type: int, role: measure, unit: "1", label: {zh: 级数, en: Steps away}}
  plan: {type: ref(Plan), role: id, label: {zh: 规划编号, en: Plan id}}
  plan_name: {type: string, role: label, label: {zh: 规划, en: Plan}}
  relation: {type: string, label: {zh: 关系, en: Relation}}
  other: {type: ref(Plan), label: {zh: 另一规划编号, en: Other plan id}}
  other_name: {type: string, label: {zh: 另一规划, en: Other plan}}
  year_from: {type: year, role: time, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 截止年, en: To}}
  issued_by: {type: list(string), label: {zh: 发布机关, en: Issued by}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [plans, lineage]
shape: rows
order_by: [direction, steps, plan, relation, other]
view: {kind: table, group: direction}
evidence: evidence
examples:
  - {params: {plan: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年)}, rows: 2, contains: [{direction: above, relation: IMPLEMENTS, other_name: 质量强省战略}]}
---*/
// Six steps reach from a county's scheme to the national outline; a longer chain would be a mistake of reading.
CALL {
  MATCH path = (:Plan {id: $plan})-[:IMPLEMENTS|AMENDS|REPEALS*1..6]->(:Plan)
  RETURN 'above' AS direction, last(relationships(path)) AS step, length(path) AS steps
  UNION
  MATCH path = (:Plan {id: $plan})<-[:IMPLEMENTS|AMENDS|REPEALS*1..6]-(:Plan)
  RETURN 'below' AS direction, last(relationships(path)) AS step, length(path) AS steps
}
WITH direction, step, min(steps) AS steps, startNode(step) AS plan, endNode(step) AS other
WITH direction, step, steps, plan, other, CASE direction WHEN 'above' THEN other ELSE plan END AS shown
CALL (shown) {
  OPTIONAL MATCH (shown)-[:ISSUED_BY]->(issuer:Agency)
  WITH issuer
  ORDER BY issuer.id
  RETURN collect(issuer.name) AS issued_by
}
RETURN direction AS direction,
       steps AS steps,
       plan.id AS plan,
       plan.name AS plan_name,
       type(step) AS relation,
       other.id AS other,
       other.name AS other_name,
       shown.year_from AS year_from,
       shown.year_to AS year_to,
       issued_by AS issued_by,
       step.statements AS evidence
ORDER BY direction, steps, plan, relation, other
