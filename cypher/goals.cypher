/*---
version: 1
status: stable
title: {zh: 目标体系, en: Goals}
description:
  zh: 目标体系中的全部目标，附上位目标和直接服务于它的措施数；一个目标一行。
  en: All goals of the taxonomy with the goal above and how many measures serve them directly; one row a goal.
ask:
  zh: ["有哪些目标", "目标体系"]
  en: ["which goals are there", "list of goals"]
returns:
  goal: {type: ref(Goal), role: id, label: {zh: 目标编号, en: Goal id}}
  goal_name: {type: string, role: label, label: {zh: 目标, en: Goal (zh)}}
  goal_name_en: {type: string, role: label_en, label: {zh: 目标（英文）, en: Goal}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  scope_note: {type: string, label: {zh: 范围, en: Scope}}
  broader: {type: ref(Goal), label: {zh: 上位目标, en: Broader goal}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
tags: [goals, lists]
shape: rows
order_by: [goal]
view: {kind: table}
evidence: {none: {zh: 目标体系出自数据表, en: The taxonomy comes from a table}}
examples:
  - {params: {}, rows: 31, contains: [{goal: "goal:food-safety", goal_name: 食品安全}]}
---*/
MATCH (goal:Goal)
OPTIONAL MATCH (goal)-[:BROADER]->(broader:Goal)
OPTIONAL MATCH (goal)<-[:SERVES]-(measure:Measure)
WITH goal, broader, count(DISTINCT measure) AS measures
RETURN goal.id AS goal,
       goal.name AS goal_name,
       goal.name_en AS goal_name_en,
       coalesce(goal.aliases, []) AS aliases,
       goal.scope_note AS scope_note,
       broader.id AS broader,
       measures AS measures
ORDER BY goal
