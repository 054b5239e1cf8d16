/*---
version: 1
status: stable
title: {zh: 衡量某目标的指标, en: Indicators of a goal}
description:
  zh: 衡量该目标或其下位目标的指标，附目标值与结果的数量、所涉地区数和年份范围；一个指标一行。
  en: Indicators that measure the goal or a narrower one, with how many targets, results and regions there are and over which years; one row an indicator.
ask:
  zh: ["{goal}用哪些指标衡量", "{goal}有哪些指标"]
  en: ["which indicators measure {goal}", "how is {goal} measured"]
params:
  goal:
    type: ref(Goal)
    required: true
    values_from: goals
    example: food-safety
    description: {zh: 目标，含其下位目标, en: "The goal, with those below it"}
returns:
  indicator: {type: ref(Indicator), role: id, label: {zh: 指标编号, en: Indicator id}}
  indicator_name: {type: string, role: label, label: {zh: 指标, en: Indicator}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  goals: {type: list(ref(Goal)), label: {zh: 目标, en: Goals}}
  targets: {type: int, role: measure, unit: "1", label: {zh: 目标值数, en: Targets}}
  results: {type: int, role: measure, unit: "1", label: {zh: 结果数, en: Results}}
  regions: {type: int, role: measure, unit: "1", label: {zh: 地区数, en: Regions}}
  year_from: {type: year, role: time, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 截止年, en: To}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [goals, indicators]
shape: rows
order_by: [targets desc, results desc, indicator]
view: {kind: table}
evidence: evidence
examples:
  - {params: {goal: food-safety}, at_least: 1, contains: [{indicator_name: 食品安全抽检合格率}]}
---*/
MATCH (:Goal {id: $goal})<-[:BROADER*0..]-(measured:Goal)-[:MEASURED_BY]->(indicator:Indicator)
WITH indicator, measured
ORDER BY measured.id
WITH indicator, collect(measured.id) AS goals
OPTIONAL MATCH (indicator)<-[counts:OF]-(amount:Target|Result)
OPTIONAL MATCH (amount)-[:APPLIES_TO]->(place:Region)
WITH indicator, goals, amount, counts, collect(place.id) AS places
ORDER BY amount.id
WITH indicator, goals,
     sum(CASE WHEN amount:Target THEN 1 ELSE 0 END) AS targets,
     sum(CASE WHEN amount:Result THEN 1 ELSE 0 END) AS results,
     reduce(all = [], ids IN collect(places) | all + [id IN ids WHERE NOT id IN all]) AS places,
     min(amount.year_from) AS year_from,
     max(amount.year_to) AS year_to,
     reduce(all = [], ids IN collect(counts.statements) | all + ids) AS evidence
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       indicator.unit AS unit,
       goals AS goals,
       targets AS targets,
       results AS results,
       size(places) AS regions,
       year_from AS year_from,
       year_to AS year_to,
       evidence AS evidence
ORDER BY targets DESC, results DESC, indicator
