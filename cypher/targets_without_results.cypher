/*---
version: 1
status: stable
title: {zh: 没有结果的目标值, en: Targets without results}
description:
  zh: 同地区没有时期在目标期内或其后的结果的目标值，附更早的结果数、最近一个更早的结果和他地结果数；多份文件重申的同一目标值只列一次。一个目标值一行。
  en: Targets for which no result of the same region falls into their period or after it, with how many earlier results there are, the latest of these, and how many results other regions have; a target that several documents restate is listed once. One row a target.
ask:
  zh: ["哪些目标值没有结果", "{region}哪些目标没有结果", "{year_to}年以前到期的目标哪些没有结果"]
  en: ["which targets have no results", "targets without results in {region}", "which targets due by {year_to} have no results"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 目标值所涉地区，含其下辖地区, en: "Region of the target, with those inside it"}
  goal:
    type: ref(Goal)
    values_from: goals
    example: construction-quality
    description: {zh: 指标所衡量的目标，含其下位目标, en: "Goal that the indicator measures, with those below it"}
  year_to:
    type: year
    example: 2022
    description: {zh: 只看该年或其前到期的目标值, en: Only targets due in this year or earlier}
returns:
  indicator: {type: ref(Indicator), label: {zh: 指标编号, en: Indicator id}}
  indicator_name: {type: string, role: label, label: {zh: 指标, en: Indicator}}
  target: {type: ref(Target), role: id, label: {zh: 目标值编号, en: Target id}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  comparator: {type: string, label: {zh: 关系符, en: Comparator}}
  value: {type: float, role: measure, label: {zh: 目标值, en: Target}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  year_from: {type: year, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 到期年, en: Due in}}
  documents: {type: int, role: measure, unit: "1", label: {zh: 设定它的文件数, en: Documents that set it}}
  interim_results: {type: int, role: measure, unit: "1", label: {zh: 更早的结果数, en: Earlier results}}
  latest_value: {type: float, role: measure, label: {zh: 最近一个更早的结果, en: Latest earlier result}}
  latest_year: {type: year, label: {zh: 该结果年份, en: Year of that result}}
  peer_results: {type: int, role: measure, unit: "1", label: {zh: 他地结果数, en: Results elsewhere}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [targets, indicators, gaps]
shape: rows
order_by: [year_to nulls last, indicator_name, target]
view: {kind: table, group: region_name}
evidence: evidence
examples:
  - params: {}
    at_least: 10
    contains:
      - {indicator_name: 制修订地方标准数, region_name: 吉林省, interim_results: 0, peer_results: 1}
      - {indicator_name: 食品安全抽检合格率, year_to: 2025, interim_results: 1, latest_value: 98.6, latest_year: 2022, peer_results: 6}
  - {params: {region: 青岛市, year_to: 2022}, at_least: 2}
---*/
MATCH (target:Target)-[aims:OF]->(indicator:Indicator)
WHERE ($year_to IS NULL OR target.year_to <= $year_to)
  AND ($goal IS NULL OR EXISTS { (indicator)<-[:MEASURED_BY]-(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) })
OPTIONAL MATCH (target)-[:APPLIES_TO]->(place:Region)
WITH target, aims, indicator, place
WHERE $region IS NULL OR EXISTS { (place)-[:PART_OF*0..]->(:Region {id: $region}) }
MATCH (target)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH target, aims, indicator, place, document
ORDER BY target.id
WITH indicator, place, target.comparator AS comparator, target.value AS value, target.value_high AS value_high,
     target.unit AS unit, target.year_from AS year_from, target.year_to AS year_to,
     collect(target.id)[0] AS target,
     count(DISTINCT document) AS documents,
     reduce(all = [], ids IN collect(aims.statements) | all + ids) AS evidence
CALL (indicator, place, year_from) {
  OPTIONAL MATCH (indicator)<-[:OF]-(result:Result)-[:APPLIES_TO]->(there:Region)
  // A result that several documents restate is one.
  WITH DISTINCT place, year_from, there, result.comparator AS comparator, result.value AS value, result.unit AS unit,
       result.year_to AS year
  ORDER BY year DESC, value DESC
  RETURN sum(CASE WHEN there.id = place.id AND year >= year_from THEN 1 ELSE 0 END) AS due,
         collect(CASE WHEN there.id = place.id AND year < year_from THEN [value, year] END) AS earlier,
         sum(CASE WHEN there.id <> place.id THEN 1 ELSE 0 END) AS peer_results
}
WITH indicator, place, comparator, value, unit, year_from, year_to, target, documents, evidence, due, earlier,
     peer_results
WHERE due = 0
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       target AS target,
       place.id AS region,
       place.name AS region_name,
       comparator AS comparator,
       value AS value,
       unit AS unit,
       year_from AS year_from,
       year_to AS year_to,
       documents AS documents,
       size(earlier) AS interim_results,
       earlier[0][0] AS latest_value,
       earlier[0][1] AS latest_year,
       peer_results AS peer_results,
       evidence AS evidence
ORDER BY year_to, indicator_name, target
