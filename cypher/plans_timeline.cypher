/*---
version: 1
status: stable
title: {zh: 规划时间线, en: Plans along the years}
description:
  zh: 有期限或发文年份可查的规划与政策文件，附发布机关、地区和数量；期限不详的以文号或正文发布的年份为起点，截止年为空。一份规划一行。
  en: Plans and policy documents whose period or year of issue is known, with issuers, regions and counts; where no period is named, the year of the document number or of publication is where it begins, and no end is given. One row a plan.
ask:
  zh: ["规划时间线", "{region}有哪些规划，各在哪几年", "{year_from}年以来的规划"]
  en: ["plans along the years", "timeline of plans of {region}", "plans since {year_from}"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 规划适用的地区，含其下辖地区, en: "Region where the plan holds, with those inside it"}
  issuer:
    type: ref(Agency)
    values_from: agencies
    example: 湛江市人民政府
    description: {zh: 发布机关, en: Issued by this agency}
  year_from:
    type: year
    example: 2020
    description: {zh: 该年或其后仍在期内, en: Still running in this year or later}
  year_to:
    type: year
    example: 2025
    description: {zh: 该年或其前已经开始, en: Begun in this year or earlier}
returns:
  plan: {type: ref(Plan), role: id, label: {zh: 规划编号, en: Plan id}}
  plan_name: {type: string, role: label, label: {zh: 规划, en: Plan}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  doc_number: {type: string, label: {zh: 文号, en: Document number}}
  year_from: {type: year, role: time, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 截止年, en: To}}
  is_period_stated: {type: bool, label: {zh: 期限为原文所载, en: Period stated}}
  issuers: {type: list(ref(Agency)), label: {zh: 发布机关编号, en: Issuer ids}}
  issuer_names: {type: list(string), label: {zh: 发布机关, en: Issued by}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 落实它的措施数, en: Measures that implement it}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [plans, years]
shape: rows
order_by: [year_from, year_to nulls last, plan_name, plan]
view: {kind: timeline, start: year_from, end: year_to, label: plan_name}
evidence: evidence
examples:
  - params: {}
    at_least: 4
    contains: [{plan_name: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年), year_from: 2020, year_to: 2022, is_period_stated: true}]
  - params: {region: 湛江市}
    at_least: 1
    contains: [{plan_name: 湛江市推动制造业高质量发展三年行动计划(2020-2022年), region_names: [湛江市]}]
---*/
MATCH (plan:Plan)
WHERE ($issuer IS NULL OR EXISTS { (plan)-[:ISSUED_BY]->(:Agency {id: $issuer}) })
  AND ($region IS NULL OR EXISTS { (plan)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
OPTIONAL MATCH (plan)<-[:TEXT_OF]-(document:Document)
WITH plan, min(left(document.published_on, 4)) AS published
// 吉办发〔2020〕27号: the year stands between brackets of one kind or another.
WITH plan, published, split(replace(replace(replace(plan.doc_number, '[', '〔'), '(', '〔'), '（', '〔'), '〔') AS number
WITH plan, coalesce(plan.year_from, toInteger(left(number[1], 4)), toInteger(published)) AS year_from
WHERE year_from IS NOT NULL
  AND ($year_from IS NULL OR coalesce(plan.year_to, year_from) >= $year_from)
  AND ($year_to IS NULL OR year_from <= $year_to)
CALL (plan) {
  OPTIONAL MATCH (plan)-[issued:ISSUED_BY]->(issuer:Agency)
  WITH issuer, issued
  ORDER BY issuer.id
  RETURN collect(issuer.id) AS issuers,
         collect(issuer.name) AS issuer_names,
         reduce(all = [], ids IN collect(issued.statements) | all + ids) AS issued_by
}
CALL (plan) {
  OPTIONAL MATCH (plan)-[holds:APPLIES_TO]->(place:Region)
  WITH place, holds
  ORDER BY place.id
  RETURN collect(place.name) AS region_names,
         reduce(all = [], ids IN collect(holds.statements) | all + ids) AS placed
}
CALL (plan) {
  OPTIONAL MATCH (plan)<-[:IMPLEMENTS]-(measure:Measure)
  RETURN count(DISTINCT measure) AS measures
}
RETURN plan.id AS plan,
       plan.name AS plan_name,
       plan.kind AS kind,
       plan.doc_number AS doc_number,
       year_from AS year_from,
       plan.year_to AS year_to,
       plan.year_from IS NOT NULL AS is_period_stated,
       issuers AS issuers,
       issuer_names AS issuer_names,
       region_names AS region_names,
       measures AS measures,
       issued_by + placed AS evidence
ORDER BY year_from, year_to, plan_name, plan
