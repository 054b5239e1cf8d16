/*---
version: 1
status: stable
title: {zh: 服务于某目标的措施, en: Measures that serve a goal}
description:
  zh: 服务于该目标或其下位目标的措施，附地区、文件、牵头单位与依据；一条措施一行。
  en: Measures that serve the goal or a narrower one, with place, document, lead bodies and evidence; one row a measure.
ask:
  zh: ["哪些措施服务于{goal}", "{region}有哪些措施服务于{goal}", "{goal}有哪些措施", "{year_from}年以来有哪些{goal}措施"]
  en: ["which measures serve the {goal} goal", "which measures in {region} serve {goal}", "measures for {goal} since {year_from}"]
params:
  goal:
    type: ref(Goal)
    required: true
    values_from: goals
    example: food-safety
    description: {zh: 目标，含其下位目标, en: "The goal, with those below it"}
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 文件或措施所涉地区，含其下辖地区, en: "Region of the document or measure, with those inside it"}
  modality:
    type: list(string)
    enum:
      done: {zh: 已完成, en: done}
      required: {zh: 要求, en: required}
      planned: {zh: 计划, en: planned}
      encouraged: {zh: 鼓励, en: encouraged}
    example: [done, required]
    description: {zh: 措施的情态, en: How firmly the measure is stated}
  year_from:
    type: year
    example: 2021
    description: {zh: 文件所述时期不早于该年, en: The document's period reaches this year or later}
  year_to:
    type: year
    example: 2022
    description: {zh: 文件所述时期不晚于该年, en: The document's period begins in this year or earlier}
returns:
  measure: {type: ref(Measure), role: id, label: {zh: 措施, en: Measure}}
  text: {type: string, role: label, label: {zh: 原文, en: Words}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  goals: {type: list(ref(Goal)), label: {zh: 目标, en: Goals}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  published_on: {type: date, role: time, label: {zh: 发布日期, en: Published on}}
  year_from: {type: year, label: {zh: 起始年, en: From}}
  year_to: {type: year, label: {zh: 截止年, en: To}}
  section: {type: string, label: {zh: 章节, en: Section}}
  position: {type: int, label: {zh: 段落序号, en: Passage number}}
  leads: {type: list(ref(Agency|Organization)), label: {zh: 牵头单位编号, en: Lead body ids}}
  lead_names: {type: list(string), label: {zh: 牵头单位, en: Lead bodies}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [goals, measures]
shape: rows
order_by: [published_on desc nulls last, document, position, measure]
view: {kind: table, group: region_name}
evidence: evidence
examples:
  - {params: {goal: food-safety}, at_least: 3}
  - params: {goal: food-safety, region: 青岛市, modality: [done]}
    at_least: 2
    contains: [{region_name: 青岛市, modality: done, position: 15}]
---*/
// The years of a measure are those its document is about (2020-2022, 2019-01/2019-10); where it names none, the year
// it was published.
MATCH (:Goal {id: $goal})<-[:BROADER*0..]-(served:Goal)<-[serves:SERVES]-(measure:Measure)
WHERE $modality IS NULL OR measure.modality IN $modality
WITH measure, served, serves
ORDER BY served.id
WITH measure,
     collect(served.id) AS goals,
     reduce(all = [], ids IN collect(serves.statements) | all + ids) AS served_by
MATCH (measure)-[:STATED_IN]->(passage:Passage)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (measure)-[:APPLIES_TO]->(place:Region)
WITH measure, goals, served_by, passage, document, place,
     toInteger(left(coalesce(document.period, document.published_on), 4)) AS year_from,
     toInteger(CASE size(document.period)
       WHEN 9 THEN right(document.period, 4)
       ELSE left(last(split(coalesce(document.period, document.published_on), '/')), 4)
     END) AS year_to
WHERE ($region IS NULL OR EXISTS { (place)-[:PART_OF*0..]->(:Region {id: $region}) })
  AND ($year_from IS NULL OR year_to >= $year_from)
  AND ($year_to IS NULL OR year_from <= $year_to)
CALL (measure) {
  OPTIONAL MATCH (measure)<-[leads:LEADS]-(body:Agency|Organization)
  WITH body, leads
  ORDER BY body.id
  RETURN collect(body.id) AS leads,
         collect(body.name) AS lead_names,
         reduce(all = [], ids IN collect(leads.statements) | all + ids) AS led_by
}
RETURN measure.id AS measure,
       measure.text AS text,
       measure.modality AS modality,
       goals AS goals,
       place.id AS region,
       place.name AS region_name,
       document.id AS document,
       document.title AS document_title,
       document.published_on AS published_on,
       year_from AS year_from,
       year_to AS year_to,
       passage.section AS section,
       passage.order AS position,
       leads AS leads,
       lead_names AS lead_names,
       served_by + led_by AS evidence
ORDER BY published_on IS NULL, published_on DESC, document, position, measure
