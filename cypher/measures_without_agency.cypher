/*---
version: 1
status: stable
title: {zh: 无责任单位的措施, en: Measures without a responsible body}
description:
  zh: 没有写明牵头或参与单位的措施，其所落实的专项行动也没有，附目标、地区和文件；一条措施一行。
  en: Measures for which no body is named that leads or takes part, neither for the measure nor for a campaign it carries out, with goals, place and document; one row a measure.
ask:
  zh: ["哪些措施没有责任单位", "{region}哪些措施没有责任单位", "{goal}的哪些措施没人负责"]
  en: ["which measures have no responsible body", "measures without an agency in {region}", "measures for {goal} without an agency"]
params:
  goal:
    type: ref(Goal)
    values_from: goals
    example: food-safety
    description: {zh: 只看服务于该目标或其下位目标的措施, en: Only measures that serve this goal or a narrower one}
  region:
    type: ref(Region)
    values_from: regions
    example: 湛江市
    description: {zh: 措施所涉地区，含其下辖地区, en: "Region of the measure, with those inside it"}
  modality:
    type: list(string)
    enum:
      done: {zh: 已完成, en: done}
      required: {zh: 要求, en: required}
      planned: {zh: 计划, en: planned}
      encouraged: {zh: 鼓励, en: encouraged}
    example: [required, planned]
    description: {zh: 措施的情态, en: How firmly the measure is stated}
returns:
  measure: {type: ref(Measure), role: id, label: {zh: 措施, en: Measure}}
  text: {type: string, role: label, label: {zh: 原文, en: Words}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  goals: {type: list(ref(Goal)), label: {zh: 目标编号, en: Goal ids}}
  goal_names: {type: list(string), label: {zh: 目标, en: Goals}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  published_on: {type: date, role: time, label: {zh: 发布日期, en: Published on}}
  section: {type: string, label: {zh: 章节, en: Section}}
  position: {type: int, label: {zh: 段落序号, en: Passage number}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据（目标与地区）, en: Evidence of goals and place}}
tags: [measures, agencies, gaps]
shape: rows
order_by: [published_on desc nulls last, document, position, measure]
view: {kind: table, group: document_title}
evidence: evidence
examples:
  - {params: {}, at_least: 50}
  - {params: {region: 湛江市, goal: drug-safety}, at_least: 1}
---*/
CALL {
  MATCH (:Goal {id: $goal})<-[:BROADER*0..]-(:Goal)<-[:SERVES]-(measure:Measure)
  RETURN measure
  UNION
  MATCH (measure:Measure)
  WHERE $goal IS NULL
  RETURN measure
}
WITH measure
WHERE ($modality IS NULL OR measure.modality IN $modality)
  AND NOT EXISTS { (measure)<-[:LEADS|PARTICIPATES_IN]-() }
  AND NOT EXISTS { (measure)-[:IMPLEMENTS]->(:Campaign)<-[:LEADS|PARTICIPATES_IN]-() }
  AND ($region IS NULL OR EXISTS { (measure)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
MATCH (measure)-[:STATED_IN]->(passage:Passage)-[:PART_OF]->(document:Document)
CALL (measure) {
  OPTIONAL MATCH (measure)-[serves:SERVES]->(goal:Goal)
  WITH goal, serves
  ORDER BY goal.id
  RETURN collect(goal.id) AS goals,
         collect(goal.name) AS goal_names,
         reduce(all = [], ids IN collect(serves.statements) | all + ids) AS served
}
CALL (measure) {
  OPTIONAL MATCH (measure)-[holds:APPLIES_TO]->(place:Region)
  WITH place, holds
  ORDER BY place.id
  RETURN collect(place.name) AS region_names, reduce(all = [], ids IN collect(holds.statements) | all + ids) AS placed
}
RETURN measure.id AS measure,
       measure.text AS text,
       measure.modality AS modality,
       goals AS goals,
       goal_names AS goal_names,
       region_names AS region_names,
       document.id AS document,
       document.title AS document_title,
       document.published_on AS published_on,
       passage.section AS section,
       passage.order AS position,
       served + placed AS evidence
ORDER BY published_on IS NULL, published_on DESC, document, position, measure
