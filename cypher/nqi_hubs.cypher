/*---
version: 1
status: stable
title: {zh: 质量基础设施平台, en: Hubs of quality infrastructure}
description:
  zh: 被标准、计量、认证、检验检测等措施使用的平台，按它们所服务的质量基础设施目标列出运行者、地区和措施数；一个平台一行。
  en: Platforms that measures for standards, metrology, certification or testing work with, with the goals of quality infrastructure they serve, who runs them, where, and how many measures; one row a platform.
ask:
  zh: ["有哪些质量基础设施平台", "{region}有哪些质量基础设施平台", "{goal}依托哪些平台"]
  en: ["which hubs of quality infrastructure are there", "NQI hubs of {region}", "which platforms serve {goal}"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: 吉林省
    description: {zh: 平台或措施所涉地区，含其下辖地区, en: "Region of the platform or of its measures, with those inside it"}
  goal:
    type: ref(Goal)
    values_from: goals
    default: quality-infrastructure
    example: inspection-testing
    description: {zh: 目标，含其下位目标, en: "The goal, with those below it"}
returns:
  platform: {type: ref(Platform), role: id, label: {zh: 平台编号, en: Platform id}}
  platform_name: {type: string, role: label, label: {zh: 平台, en: Platform}}
  goals: {type: list(ref(Goal)), label: {zh: 目标编号, en: Goal ids}}
  goal_names: {type: list(string), label: {zh: 服务的目标, en: Serves}}
  operators: {type: list(ref(Agency|Organization)), label: {zh: 运行者编号, en: Operator ids}}
  operator_names: {type: list(string), label: {zh: 运行者, en: Operated by}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 使用它的措施数, en: Measures that use it}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [platforms, goals]
shape: rows
order_by: [measures desc, platform_name, platform]
view: {kind: table}
evidence: evidence
examples:
  - {params: {}, at_least: 5, contains: [{platform_name: 东北区域NQI高地, operator_names: [吉林省市场监督管理厅]}]}
  - {params: {region: 吉林省, goal: inspection-testing}, at_least: 2}
---*/
MATCH (:Goal {id: $goal})<-[:BROADER*0..]-(goal:Goal)<-[serves:SERVES]-(measure:Measure)-[uses:USES]->(platform:Platform)
WHERE $region IS NULL
   OR EXISTS { (platform)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) }
   OR EXISTS { (measure)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) }
WITH platform, goal, measure, serves, uses
ORDER BY goal.id, measure.id
WITH platform,
     collect(DISTINCT goal.id) AS goals,
     collect(DISTINCT goal.name) AS goal_names,
     count(DISTINCT measure) AS measures,
     reduce(all = [], ids IN collect(serves.statements + uses.statements) | all + [id IN ids WHERE NOT id IN all]) AS used
CALL (platform) {
  OPTIONAL MATCH (platform)<-[runs:OPERATES|LEADS]-(body:Agency|Organization)
  WITH body, runs
  ORDER BY body.id, type(runs)
  RETURN collect(DISTINCT body.id) AS operators,
         collect(DISTINCT body.name) AS operator_names,
         reduce(all = [], ids IN collect(runs.statements) | all + ids) AS run_by
}
CALL (platform) {
  OPTIONAL MATCH (platform)-[holds:APPLIES_TO]->(place:Region)
  WITH place, holds
  ORDER BY place.id
  RETURN collect(place.name) AS region_names,
         reduce(all = [], ids IN collect(holds.statements) | all + ids) AS placed
}
RETURN platform.id AS platform,
       platform.name AS platform_name,
       goals AS goals,
       goal_names AS goal_names,
       operators AS operators,
       operator_names AS operator_names,
       region_names AS region_names,
       measures AS measures,
       used + run_by + placed AS evidence
ORDER BY measures DESC, platform_name, platform
