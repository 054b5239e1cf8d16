/*---
version: 1
status: stable
title: {zh: 没有目标值的指标, en: Indicators without a target}
description:
  zh: 有结果而没有任何目标值的指标；给出地区时，只看该地区及其下辖地区的结果与目标值。一个指标一行。
  en: Indicators that have results and no target; with a region, only results and targets of it and those inside it count. One row an indicator.
ask:
  zh: ["哪些指标没有目标值", "{region}哪些指标没有目标", "{goal}的哪些指标没有目标值"]
  en: ["which indicators have no target", "indicators without a target in {region}", "indicators of {goal} without a target"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: 青岛市
    description: {zh: 只看该地区及其下辖地区, en: Only this region and those inside it}
  goal:
    type: ref(Goal)
    values_from: goals
    example: food-safety
    description: {zh: 指标所衡量的目标，含其下位目标, en: "Goal that the indicator measures, with those below it"}
returns:
  indicator: {type: ref(Indicator), role: id, label: {zh: 指标编号, en: Indicator id}}
  indicator_name: {type: string, role: label, label: {zh: 指标, en: Indicator}}
  goal_names: {type: list(string), label: {zh: 目标, en: Goals}}
  results: {type: int, role: measure, unit: "1", label: {zh: 结果数, en: Results}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  year_from: {type: year, role: time, label: {zh: 最早年份, en: First year}}
  year_to: {type: year, role: time, label: {zh: 最近年份, en: Last year}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据（结果）, en: Evidence of the results}}
tags: [indicators, targets, gaps]
shape: rows
order_by: [results desc, indicator_name, indicator]
view: {kind: table}
evidence: evidence
examples:
  - {params: {}, at_least: 40}
  - params: {region: 青岛市, goal: food-safety}
    at_least: 2
    contains: [{indicator_name: 食品安全抽检合格率, results: 3, year_to: 2022}]
---*/
MATCH (indicator:Indicator)<-[counts:OF]-(result:Result)
WHERE ($goal IS NULL OR EXISTS { (indicator)<-[:MEASURED_BY]-(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) })
  AND NOT EXISTS {
    MATCH (indicator)<-[:OF]-(target:Target)
    WHERE $region IS NULL
       OR EXISTS { (target)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) }
  }
  AND ($region IS NULL OR EXISTS { (result)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
OPTIONAL MATCH (result)-[:APPLIES_TO]->(place:Region)
WITH indicator, result, counts, place
ORDER BY place.id, result.id
WITH indicator,
     // A value that several documents restate is one.
     count(DISTINCT [place.id, result.value, result.unit, result.year_to]) AS results,
     collect(DISTINCT place.name) AS region_names,
     min(result.year_from) AS year_from,
     max(result.year_to) AS year_to,
     reduce(all = [], ids IN collect(counts.statements) | all + [id IN ids WHERE NOT id IN all]) AS evidence
CALL (indicator) {
  OPTIONAL MATCH (indicator)<-[:MEASURED_BY]-(goal:Goal)
  WITH goal
  ORDER BY goal.id
  RETURN collect(goal.name) AS goal_names
}
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       goal_names AS goal_names,
       results AS results,
       region_names AS region_names,
       year_from AS year_from,
       year_to AS year_to,
       evidence AS evidence
ORDER BY results DESC, indicator_name, indicator
