/*---
version: 1
status: stable
title: {zh: 文件目录, en: Documents}
description:
  zh: 图中的文件，附发布者、日期、地区、所载规划和措施数；一份文件一行。
  en: The documents of the graph with publisher, date, region, the plan they are the text of, and how many measures they state; one row a document.
ask:
  zh: ["有哪些文件", "{region}有哪些文件", "{published_from}以后发布的文件"]
  en: ["which documents are there", "documents about {region}", "documents published since {published_from}"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: 青岛市
    description: {zh: 文件所涉地区，含其下辖地区, en: "Region the document is about, with those inside it"}
  published_from:
    type: date
    example: 2021-01-01
    description: {zh: 不早于该日发布, en: Published on this day or later}
  published_to:
    type: date
    example: 2022-12-31
    description: {zh: 不晚于该日发布, en: Published on this day or earlier}
returns:
  document: {type: ref(Document), role: id, label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, role: label, label: {zh: 标题, en: Title}}
  publisher: {type: string, label: {zh: 发布者, en: Publisher}}
  published_on: {type: date, role: time, label: {zh: 发布日期, en: Published on}}
  doc_number: {type: string, label: {zh: 文号, en: Document number}}
  period: {type: string, label: {zh: 时期, en: Period}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  plan: {type: ref(Plan), label: {zh: 规划编号, en: Plan id}}
  plan_name: {type: string, label: {zh: 所载规划, en: Text of the plan}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
  source: {type: string, label: {zh: 来源, en: Source}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [documents]
shape: rows
order_by: [published_on desc nulls last, document, region nulls last, plan nulls last]
view: {kind: table}
evidence: evidence
examples:
  - {params: {}, at_least: 3}
  - {params: {region: 青岛市}, at_least: 1}
---*/
MATCH (document:Document)
WHERE ($published_from IS NULL OR document.published_on >= $published_from)
  AND ($published_to IS NULL OR document.published_on <= $published_to)
OPTIONAL MATCH (document)-[holds:APPLIES_TO]->(place:Region)
WITH document, holds, place
WHERE $region IS NULL OR EXISTS { (place)-[:PART_OF*0..]->(:Region {id: $region}) }
OPTIONAL MATCH (document)-[is_text:TEXT_OF]->(plan:Plan)
CALL (document) {
  OPTIONAL MATCH (document)<-[:PART_OF]-(:Passage)<-[:STATED_IN]-(measure:Measure)
  RETURN count(DISTINCT measure) AS measures
}
RETURN document.id AS document,
       document.title AS document_title,
       document.publisher AS publisher,
       document.published_on AS published_on,
       document.doc_number AS doc_number,
       document.period AS period,
       place.id AS region,
       place.name AS region_name,
       plan.id AS plan,
       plan.name AS plan_name,
       measures AS measures,
       document.source AS source,
       coalesce(holds.statements, []) + coalesce(is_text.statements, []) AS evidence
ORDER BY published_on IS NULL, published_on DESC, document, region IS NULL, region, plan IS NULL, plan
