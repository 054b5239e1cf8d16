/*---
version: 1
status: stable
title: {zh: 没有措施的目标, en: Goals without measures}
description:
  zh: 自身及其下位目标都没有任何措施的目标；给出地区时，只看该地区文件中的措施。
  en: Goals that no measure serves, neither themselves nor through a narrower goal; with a region, only measures of its documents count.
ask:
  zh: ["哪些目标没有措施", "{region}哪些目标没有措施"]
  en: ["which goals have no measures", "goals without measures in {region}"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: 湛江市
    description: {zh: 只看该地区及其下辖地区的措施, en: Only measures of this region and those inside it count}
returns:
  goal: {type: ref(Goal), role: id, label: {zh: 目标编号, en: Goal id}}
  goal_name: {type: string, role: label, label: {zh: 目标, en: Goal (zh)}}
  goal_name_en: {type: string, label: {zh: 目标（英文）, en: Goal}}
  broader: {type: ref(Goal), label: {zh: 上位目标, en: Broader goal}}
tags: [goals, gaps]
shape: rows
order_by: [goal]
view: {kind: table}
evidence: {none: {zh: 缺失无句可依, en: A gap is what no sentence states}}
examples:
  - {params: {region: 湛江市}, at_least: 1}
---*/
// From the region inwards, not from each goal outwards: a goal without measures would look at every measure there is.
CALL {
  MATCH (served:Goal)
  WHERE $region IS NULL AND EXISTS { (served)<-[:SERVES]-(:Measure) }
  RETURN served
  UNION
  MATCH (:Region {id: $region})<-[:PART_OF*0..]-(place:Region)
  MATCH (place)<-[:APPLIES_TO]-(:Measure)-[:SERVES]->(served:Goal)
  RETURN served
}
MATCH (served)-[:BROADER*0..]->(reached:Goal)
WITH collect(DISTINCT reached.id) AS with_measures
MATCH (goal:Goal)
WHERE NOT goal.id IN with_measures
OPTIONAL MATCH (goal)-[:BROADER]->(broader:Goal)
RETURN goal.id AS goal,
       goal.name AS goal_name,
       goal.name_en AS goal_name_en,
       broader.id AS broader
ORDER BY goal
