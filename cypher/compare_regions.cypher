/*---
version: 1
status: stable
title: {zh: 地区比较, en: Regions compared}
description:
  zh: 各地区在各目标上的措施数（并分已完成、要求、计划、鼓励）、牵头单位数、目标值数和结果数，没有的记为零；不给出地区时，比较有文件的地区。一个目标与一个地区一行。
  en: "For every goal and region the number of measures (of these done, required, planned and encouraged), lead bodies, targets and results, zero where there are none; without regions given, those that documents are about. One row for each goal and region."
ask:
  zh: ["各地区比较", "{region}的质量工作比较", "各地在{goal}上比较"]
  en: ["regions compared", "compare {region}", "how do regions compare on {goal}"]
params:
  region:
    type: list(ref(Region))
    values_from: regions
    example: [吉林省, 青岛市, 湛江市]
    description: {zh: 要比较的地区，各含其下辖地区, en: "The regions to compare, each with those inside it"}
  goal:
    type: list(ref(Goal))
    values_from: goals
    example: [food-safety, brand]
    description: {zh: 只比较这些目标，各含其下位目标, en: "Only these goals, each with those below it"}
returns:
  goal: {type: ref(Goal), role: id, label: {zh: 目标编号, en: Goal id}}
  goal_name: {type: string, role: label, label: {zh: 目标, en: Goal (zh)}}
  goal_name_en: {type: string, label: {zh: 目标（英文）, en: Goal}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
  done: {type: int, role: measure, unit: "1", label: {zh: 已完成, en: Done}}
  required: {type: int, role: measure, unit: "1", label: {zh: 要求, en: Required}}
  planned: {type: int, role: measure, unit: "1", label: {zh: 计划, en: Planned}}
  encouraged: {type: int, role: measure, unit: "1", label: {zh: 鼓励, en: Encouraged}}
  lead_bodies: {type: int, role: measure, unit: "1", label: {zh: 牵头单位数, en: Lead bodies}}
  targets: {type: int, role: measure, unit: "1", label: {zh: 目标值数, en: Targets}}
  results: {type: int, role: measure, unit: "1", label: {zh: 结果数, en: Results}}
tags: [regions, goals, measures]
shape: rows
order_by: [goal, region]
view: {kind: matrix, row: goal_name, column: region_name, value: measures}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {region: [吉林省, 青岛市, 湛江市]}, rows: 93, contains: [{goal: "goal:fair-competition", region_name: 湛江市, measures: 0}]}
  - params: {goal: food-safety}
    at_least: 3
    contains: [{region_name: 吉林省, targets: 2, results: 1}, {region_name: 湛江市, goal_name_en: Food safety, targets: 0}]
---*/
// One walk a region, not one a goal and region: at scale a goal has more measures than a region.
MATCH (region:Region)
WHERE region.id IN $region
   OR ($region IS NULL AND EXISTS { (region)<-[:APPLIES_TO]-(:Document) })
CALL (region) {
  MATCH (region)<-[:PART_OF*0..]-(:Region)<-[:APPLIES_TO]-(measure:Measure)-[:SERVES]->(:Goal)-[:BROADER*0..]->(goal:Goal)
  WHERE $goal IS NULL OR goal.id IN $goal
  WITH DISTINCT goal, measure
  OPTIONAL MATCH (measure)<-[:LEADS]-(body:Agency|Organization)
  WITH goal, measure, collect(body.id) AS bodies
  WITH goal, collect(measure.modality) AS modalities, collect(bodies) AS bodies
  WITH goal, modalities, reduce(all = [], ids IN bodies | all + [id IN ids WHERE NOT id IN all]) AS bodies
  RETURN collect([goal.id, modalities, size(bodies)]) AS measured
}
CALL (region) {
  MATCH (region)<-[:PART_OF*0..]-(place:Region)<-[:APPLIES_TO]-(amount:Target|Result)-[:OF]->(indicator:Indicator)
  MATCH (indicator)<-[:MEASURED_BY]-(:Goal)-[:BROADER*0..]->(goal:Goal)
  WHERE $goal IS NULL OR goal.id IN $goal
  // A value that several documents restate is one.
  WITH DISTINCT goal, labels(amount)[0] AS kind, indicator, place, amount.comparator AS comparator,
       amount.value AS value, amount.unit AS unit, amount.year_to AS year
  WITH goal,
       sum(CASE kind WHEN 'Target' THEN 1 ELSE 0 END) AS targets,
       sum(CASE kind WHEN 'Result' THEN 1 ELSE 0 END) AS results
  RETURN collect([goal.id, targets, results]) AS valued
}
MATCH (goal:Goal)
WHERE $goal IS NULL OR goal.id IN $goal
WITH region, goal,
     coalesce([row IN measured WHERE row[0] = goal.id][0], [goal.id, [], 0]) AS measured,
     coalesce([row IN valued WHERE row[0] = goal.id][0], [goal.id, 0, 0]) AS valued
RETURN goal.id AS goal,
       goal.name AS goal_name,
       goal.name_en AS goal_name_en,
       region.id AS region,
       region.name AS region_name,
       size(measured[1]) AS measures,
       size([each IN measured[1] WHERE each = 'done']) AS done,
       size([each IN measured[1] WHERE each = 'required']) AS required,
       size([each IN measured[1] WHERE each = 'planned']) AS planned,
       size([each IN measured[1] WHERE each = 'encouraged']) AS encouraged,
       measured[2] AS lead_bodies,
       valued[1] AS targets,
       valued[2] AS results
ORDER BY goal, region
