/*---
version: 1
status: stable
title: {zh: 指标, en: Indicators}
description:
  zh: 图中的指标，附单位、别名和目标值与结果的数量；一个指标一行。
  en: The indicators of the graph with unit, other names, and how many targets and results they have; one row an indicator.
ask:
  zh: ["有哪些指标"]
  en: ["which indicators are there", "list of indicators"]
returns:
  indicator: {type: ref(Indicator), role: id, label: {zh: 指标编号, en: Indicator id}}
  indicator_name: {type: string, role: label, label: {zh: 指标, en: Indicator}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  targets: {type: int, role: measure, unit: "1", label: {zh: 目标值数, en: Targets}}
  results: {type: int, role: measure, unit: "1", label: {zh: 结果数, en: Results}}
tags: [indicators, lists]
shape: rows
order_by: [targets desc, results desc, indicator]
view: {kind: table}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {}, at_least: 10, contains: [{indicator_name: 食品安全抽检合格率}]}
---*/
MATCH (indicator:Indicator)
OPTIONAL MATCH (indicator)<-[:OF]-(amount:Target|Result)
WITH indicator,
     sum(CASE WHEN amount:Target THEN 1 ELSE 0 END) AS targets,
     sum(CASE WHEN amount:Result THEN 1 ELSE 0 END) AS results
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       coalesce(indicator.aliases, []) AS aliases,
       indicator.unit AS unit,
       targets AS targets,
       results AS results
ORDER BY targets DESC, results DESC, indicator
