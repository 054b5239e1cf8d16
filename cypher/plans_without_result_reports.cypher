/*---
version: 1
status: stable
title: {zh: 没有结果报告的规划, en: Plans without result reports}
description:
  zh: 有期限或设有目标值，而没有任何文件报告其期内结果的规划：既没有报告期内结果的文件提到它，也没有与其目标值同指标、同地区的期内结果。一份规划一行。
  en: "Plans with a period or with targets of which no document reports results within the period: no document with such results names the plan, and no such result is of an indicator and region it has a target for. One row a plan."
ask:
  zh: ["哪些规划没有结果报告", "{region}哪些规划没有结果报告", "{year_to}年以前到期的规划哪些没有结果"]
  en: ["which plans have no result reports", "plans without result reports in {region}", "plans ended by {year_to} without results"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 规划适用的地区，含其下辖地区, en: "Region where the plan holds, with those inside it"}
  year_to:
    type: year
    example: 2022
    description: {zh: 只看该年或其前到期的规划, en: Only plans that end in this year or earlier}
returns:
  plan: {type: ref(Plan), role: id, label: {zh: 规划编号, en: Plan id}}
  plan_name: {type: string, role: label, label: {zh: 规划, en: Plan}}
  year_from: {type: year, role: time, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 截止年, en: To}}
  issuer_names: {type: list(string), label: {zh: 发布机关, en: Issued by}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  targets: {type: int, role: measure, unit: "1", label: {zh: 目标值数, en: Targets}}
  documents: {type: int, role: measure, unit: "1", label: {zh: 提到它的文件数, en: Documents that name it}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据（发布与地区）, en: Evidence of issuer and place}}
tags: [plans, targets, gaps]
shape: rows
order_by: [year_to nulls last, plan_name, plan]
view: {kind: timeline, start: year_from, end: year_to, label: plan_name}
evidence: evidence
examples:
  - params: {}
    at_least: 2
    contains: [{plan_name: 青岛市质量强市三年行动计划(2023-2025年), year_to: 2025, region_names: [青岛市]}]
---*/
// A plan's targets are those it sets itself and those that the document with its text sets.
MATCH (plan:Plan)
WHERE ($year_to IS NULL OR plan.year_to <= $year_to)
  AND ($region IS NULL OR EXISTS { (plan)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
CALL (plan) {
  MATCH (plan)-[:SETS]->(target:Target)
  RETURN target
  UNION
  MATCH (plan)<-[:TEXT_OF]-(:Document)-[:SETS]->(target:Target)
  RETURN target
  UNION
  RETURN null AS target
}
WITH plan, [each IN collect(target) WHERE each IS NOT NULL] AS targets
WHERE plan.year_from IS NOT NULL OR size(targets) > 0
CALL (plan) {
  OPTIONAL MATCH (plan)<-[:MENTIONS]-(:Passage)-[:PART_OF]->(document:Document)
  WITH plan, collect(DISTINCT document) AS documents
  UNWIND [null] + documents AS document
  OPTIONAL MATCH (document)-[:REPORTS]->(result:Result)
  WHERE NOT EXISTS { (document)-[:TEXT_OF]->(plan) }
    AND coalesce(result.year_to >= plan.year_from, true)
    AND coalesce(result.year_from <= plan.year_to, true)
  RETURN count(DISTINCT document) AS documents, count(DISTINCT result) AS reported
}
CALL (plan, targets) {
  UNWIND [null] + targets AS target
  OPTIONAL MATCH (target)-[:OF]->(:Indicator)<-[:OF]-(result:Result)
  WHERE EXISTS { (target)-[:APPLIES_TO]->(:Region)<-[:APPLIES_TO]-(result) }
    AND coalesce(result.year_to >= plan.year_from, true)
    AND coalesce(result.year_from <= plan.year_to, true)
  RETURN count(DISTINCT result) AS compared
}
WITH plan, targets, documents, reported, compared
WHERE reported = 0 AND compared = 0
CALL (plan) {
  OPTIONAL MATCH (plan)-[issued:ISSUED_BY]->(issuer:Agency)
  WITH issuer, issued
  ORDER BY issuer.id
  RETURN collect(issuer.name) AS issuer_names, reduce(all = [], ids IN collect(issued.statements) | all + ids) AS issued_by
}
CALL (plan) {
  OPTIONAL MATCH (plan)-[holds:APPLIES_TO]->(place:Region)
  WITH place, holds
  ORDER BY place.id
  RETURN collect(place.name) AS region_names, reduce(all = [], ids IN collect(holds.statements) | all + ids) AS placed
}
RETURN plan.id AS plan,
       plan.name AS plan_name,
       plan.year_from AS year_from,
       plan.year_to AS year_to,
       issuer_names AS issuer_names,
       region_names AS region_names,
       size(targets) AS targets,
       documents AS documents,
       issued_by + placed AS evidence
ORDER BY year_to, plan_name, plan
