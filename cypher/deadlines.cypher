/*---
version: 1
status: stable
title: {zh: 到期的目标值与规划, en: Deadlines}
description:
  zh: 按期末年份排列的目标值与规划；多份文件重申的同一目标值只列一次，并注明在期末及以前有几个结果。一个目标值或一份规划一行。
  en: Targets and plans by the year in which their period ends; a target that several documents restate is listed once, with how many results there are up to its end. One row a target or plan.
ask:
  zh: ["哪些目标和规划到期", "{year_to}年以前到期的目标和规划", "{region}有哪些目标到期"]
  en: ["which targets and plans fall due", "deadlines up to {year_to}", "deadlines of {region}"]
params:
  kind:
    type: string
    enum:
      Target: {zh: 目标值, en: target}
      Plan: {zh: 规划, en: plan}
    example: Target
    description: {zh: 只看目标值或只看规划, en: Only targets or only plans}
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 目标值或规划适用的地区，含其下辖地区, en: "Region of the target or plan, with those inside it"}
  year_from:
    type: year
    example: 2022
    description: {zh: 该年或其后到期, en: Due in this year or later}
  year_to:
    type: year
    example: 2022
    description: {zh: 该年或其前到期, en: Due in this year or earlier}
returns:
  year_to: {type: year, role: time, label: {zh: 到期年, en: Due in}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  thing: {type: ref(Target|Plan), role: id, label: {zh: 编号, en: Id}}
  thing_name: {type: string, role: label, label: {zh: 目标值或规划, en: Target or plan}}
  year_from: {type: year, label: {zh: 起始年, en: From}}
  indicator: {type: ref(Indicator), label: {zh: 指标编号, en: Indicator id}}
  comparator: {type: string, label: {zh: 关系符, en: Comparator}}
  value: {type: float, role: measure, label: {zh: 目标值, en: Target}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  documents: {type: int, role: measure, unit: "1", label: {zh: 设定它的文件数, en: Documents that set it}}
  results: {type: int, role: measure, unit: "1", label: {zh: 期末及以前的结果数, en: Results up to its end}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [targets, plans, years]
shape: rows
order_by: [year_to, kind, thing_name, thing]
view: {kind: timeline, start: year_from, end: year_to, label: thing_name, lane: kind}
evidence: evidence
examples:
  - params: {kind: Target, year_to: 2022}
    at_least: 14
    contains: [{thing_name: 食品安全抽检合格率, year_to: 2022, comparator: ">=", value: 95, documents: 2, results: 1}]
  - params: {kind: Plan}
    at_least: 2
    contains: [{year_to: 2022, region_names: [湛江市]}]
---*/
// A place may be unknown: a null end of a pattern fits anything on the embedded engine, so it is asked for first.
CALL {
  MATCH (target:Target)-[aims:OF]->(indicator:Indicator)
  WHERE coalesce($kind, 'Target') = 'Target'
    AND ($year_from IS NULL OR target.year_to >= $year_from)
    AND ($year_to IS NULL OR target.year_to <= $year_to)
  OPTIONAL MATCH (target)-[:APPLIES_TO]->(place:Region)
  WITH target, aims, indicator, place
  WHERE target.year_to IS NOT NULL
    AND ($region IS NULL OR EXISTS { (place)-[:PART_OF*0..]->(:Region {id: $region}) })
  OPTIONAL MATCH (target)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
  WITH target, aims, indicator, place, document
  ORDER BY target.id
  WITH indicator, place, target.comparator AS comparator, target.value AS value, target.value_high AS value_high,
       target.unit AS unit, target.year_from AS year_from, target.year_to AS year_to,
       collect(target.id)[0] AS thing,
       count(DISTINCT document) AS documents,
       reduce(all = [], ids IN collect(aims.statements) | all + ids) AS evidence
  CALL (indicator, place, year_to) {
    OPTIONAL MATCH (indicator)<-[:OF]-(result:Result)
    WHERE result.year_to <= year_to
      AND place IS NOT NULL
      AND EXISTS { (result)-[:APPLIES_TO]->(place) }
    RETURN count(DISTINCT result) AS results
  }
  RETURN 'Target' AS kind, thing, indicator.name AS thing_name, indicator.id AS indicator, comparator, value, unit,
         year_from, year_to, [name IN [place.name] WHERE name IS NOT NULL] AS region_names, documents, results, evidence
  UNION ALL
  MATCH (plan:Plan)
  WHERE coalesce($kind, 'Plan') = 'Plan'
    AND plan.year_to IS NOT NULL
    AND ($year_from IS NULL OR plan.year_to >= $year_from)
    AND ($year_to IS NULL OR plan.year_to <= $year_to)
    AND ($region IS NULL OR EXISTS { (plan)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
  OPTIONAL MATCH (plan)-[holds:APPLIES_TO]->(place:Region)
  WITH plan, holds, place
  ORDER BY place.id
  WITH plan,
       collect(place.name) AS region_names,
       reduce(all = [], ids IN collect(holds.statements) | all + ids) AS evidence
  OPTIONAL MATCH (plan)<-[:TEXT_OF]-(document:Document)
  WITH plan, region_names, evidence, count(DISTINCT document) AS documents
  RETURN 'Plan' AS kind, plan.id AS thing, plan.name AS thing_name, null AS indicator, null AS comparator,
         null AS value, null AS unit, plan.year_from AS year_from, plan.year_to AS year_to, region_names, documents,
         null AS results, evidence
}
RETURN year_to AS year_to,
       kind AS kind,
       thing AS thing,
       thing_name AS thing_name,
       year_from AS year_from,
       indicator AS indicator,
       comparator AS comparator,
       value AS value,
       unit AS unit,
       region_names AS region_names,
       documents AS documents,
       results AS results,
       evidence AS evidence
ORDER BY year_to, kind, thing_name, thing
