/*---
version: 1
status: stable
title: {zh: 规划名录, en: Plans}
description:
  zh: 图中的规划与政策文件，附别名、年份和直接落实它的措施数；一份规划一行。
  en: The plans and policy documents of the graph with other names, years, and how many measures implement them directly; one row a plan.
ask:
  zh: ["有哪些规划", "有哪些政策文件"]
  en: ["which plans are there", "list of plans"]
returns:
  plan: {type: ref(Plan), role: id, label: {zh: 规划编号, en: Plan id}}
  plan_name: {type: string, role: label, label: {zh: 规划, en: Plan}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  doc_number: {type: string, label: {zh: 文号, en: Document number}}
  year_from: {type: year, role: time, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 截止年, en: To}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
tags: [plans, lists]
shape: rows
order_by: [measures desc, plan_name, plan]
view: {kind: table}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {}, at_least: 3}
---*/
// DISTINCT matters: without it the embedded engine counts relationships and forgets that they must come from measures.
MATCH (plan:Plan)
OPTIONAL MATCH (plan)<-[:IMPLEMENTS]-(measure:Measure)
WITH plan, count(DISTINCT measure) AS measures
RETURN plan.id AS plan,
       plan.name AS plan_name,
       coalesce(plan.aliases, []) AS aliases,
       plan.kind AS kind,
       plan.doc_number AS doc_number,
       plan.year_from AS year_from,
       plan.year_to AS year_to,
       measures AS measures
ORDER BY measures DESC, plan_name, plan
