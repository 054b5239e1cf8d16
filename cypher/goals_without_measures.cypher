/*---
version: 2
status: stable
title: {zh: 没有措施的目标, en: Goals without measures}
description:
  zh: 自身及其下位目标都没有任何措施的目标；给出地区时，逐个地区（含其下辖地区）只看该地区的措施。一个目标与一个地区一行。
  en: Goals that no measure serves, neither themselves nor through a narrower goal; with regions, for each of them (with those inside it) only its own measures count. One row for each goal and region.
ask:
  zh: ["哪些目标没有措施", "{region}哪些目标没有措施"]
  en: ["which goals have no measures", "goals without measures in {region}"]
params:
  region:
    type: list(ref(Region))
    values_from: regions
    example: [湛江市, 青岛市]
    description: {zh: 逐个查看这些地区，各含其下辖地区, en: "Look at each of these regions, with those inside it"}
returns:
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  goal: {type: ref(Goal), role: id, label: {zh: 目标编号, en: Goal id}}
  goal_name: {type: string, role: label, label: {zh: 目标, en: Goal (zh)}}
  goal_name_en: {type: string, role: label_en, label: {zh: 目标（英文）, en: Goal}}
  broader: {type: ref(Goal), label: {zh: 上位目标, en: Broader goal}}
  elsewhere: {type: int, role: measure, unit: "1", label: {zh: 全图的措施数, en: Measures in the whole graph}}
tags: [goals, regions, gaps]
shape: rows
order_by: [region nulls first, goal]
view: {kind: table, group: region_name}
evidence: {none: {zh: 缺失无句可依, en: A gap is what no sentence states}}
examples:
  - {params: {}, at_least: 1, contains: [{goal: "goal:fair-competition", region: null, elsewhere: 0}]}
  - {params: {region: [湛江市, 青岛市]}, at_least: 10, contains: [{region_name: 湛江市, goal_name: 环境质量}, {region_name: 青岛市}]}
---*/
// From the region inwards, not from each goal outwards: a goal without measures would look at every measure there is.
CALL {
  MATCH (served:Goal)
  WHERE $region IS NULL
    AND EXISTS { (served)<-[:SERVES]-(:Measure) }
  OPTIONAL MATCH (served)-[:BROADER*0..]->(reached:Goal)
  RETURN null AS region, collect(DISTINCT reached.id) AS with_measures
  UNION ALL
  MATCH (region:Region)
  WHERE region.id IN $region
  OPTIONAL MATCH (region)<-[:PART_OF*0..]-(:Region)<-[:APPLIES_TO]-(:Measure)-[:SERVES]->(:Goal)-[:BROADER*0..]->(reached:Goal)
  RETURN region, collect(DISTINCT reached.id) AS with_measures
}
WITH region, with_measures
WHERE ($region IS NULL) = (region IS NULL)
MATCH (goal:Goal)
WHERE NOT goal.id IN with_measures
OPTIONAL MATCH (goal)-[:BROADER]->(broader:Goal)
CALL (goal) {
  OPTIONAL MATCH (goal)<-[:BROADER*0..]-(:Goal)<-[:SERVES]-(measure:Measure)
  RETURN count(DISTINCT measure) AS elsewhere
}
RETURN region.id AS region,
       region.name AS region_name,
       goal.id AS goal,
       goal.name AS goal_name,
       goal.name_en AS goal_name_en,
       broader.id AS broader,
       elsewhere AS elsewhere
ORDER BY region IS NOT NULL, region, goal
