/*---
version: 1
status: stable
title: {zh: 某规划的目标, en: Goals of a plan}
description:
  zh: 规划本身、其专项行动和措施所服务的目标；一个目标一行。
  en: Goals that the plan itself, its campaigns and its measures serve; one row a goal.
ask:
  zh: ["{plan}服务于哪些目标", "{plan}的目标是什么"]
  en: ["which goals does {plan} serve", "goals of {plan}"]
params:
  plan:
    type: ref(Plan)
    required: true
    values_from: plans
    example: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年)
    description: {zh: 规划或政策文件, en: The plan or policy document}
returns:
  goal: {type: ref(Goal), role: id, label: {zh: 目标编号, en: Goal id}}
  goal_name: {type: string, role: label, label: {zh: 目标, en: Goal (zh)}}
  goal_name_en: {type: string, label: {zh: 目标（英文）, en: Goal}}
  is_direct: {type: bool, label: {zh: 规划直接服务, en: Served by the plan itself}}
  campaigns: {type: int, role: measure, unit: "1", label: {zh: 专项行动数, en: Campaigns}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [plans, goals]
shape: rows
order_by: [measures desc, goal]
view: {kind: table}
evidence: evidence
examples:
  - {params: {plan: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年)}, at_least: 3}
---*/
// A measure of two campaigns counts once: distinct pairs of actor and goal come first.
CALL {
  MATCH (actor:Plan {id: $plan})-[serves:SERVES]->(goal:Goal)
  RETURN actor, serves, goal
  UNION
  MATCH (:Plan {id: $plan})<-[:IMPLEMENTS]-(actor:Campaign)-[serves:SERVES]->(goal:Goal)
  RETURN actor, serves, goal
  UNION
  MATCH (:Plan {id: $plan})<-[:IMPLEMENTS]-(actor:Measure)-[serves:SERVES]->(goal:Goal)
  RETURN actor, serves, goal
  UNION
  MATCH (:Plan {id: $plan})<-[:IMPLEMENTS]-(:Campaign)<-[:IMPLEMENTS]-(actor:Measure)-[serves:SERVES]->(goal:Goal)
  RETURN actor, serves, goal
}
WITH actor, serves, goal
ORDER BY actor.id
WITH goal,
     sum(CASE WHEN actor:Plan THEN 1 ELSE 0 END) AS plans,
     sum(CASE WHEN actor:Campaign THEN 1 ELSE 0 END) AS campaigns,
     sum(CASE WHEN actor:Measure THEN 1 ELSE 0 END) AS measures,
     reduce(all = [], ids IN collect(serves.statements) | all + ids) AS evidence
RETURN goal.id AS goal,
       goal.name AS goal_name,
       goal.name_en AS goal_name_en,
       plans > 0 AS is_direct,
       campaigns AS campaigns,
       measures AS measures,
       evidence AS evidence
ORDER BY measures DESC, goal
