/*---
version: 1
status: stable
title: {zh: 某指标在各地的值, en: An indicator across regions}
description:
  zh: 该指标在各地各年的目标值与结果，附文件与依据；一个值一行。
  en: Targets and results of the indicator in every region and year, with document and evidence; one row a value.
ask:
  zh: ["各地的{indicator}是多少", "{indicator}各地比较", "{region}的{indicator}是多少"]
  en: ["{indicator} across regions", "what is {indicator} in {region}"]
params:
  indicator:
    type: ref(Indicator)
    required: true
    values_from: indicators
    example: 食品安全抽检合格率
    description: {zh: 指标, en: Indicator}
  region:
    type: ref(Region)
    values_from: regions
    example: "370200"
    description: {zh: 只看该地区，含其下辖地区, en: "Only this region, with those inside it"}
  kind:
    type: string
    enum:
      Target: {zh: 目标值, en: target}
      Result: {zh: 结果, en: result}
    example: Result
    description: {zh: 只看目标值或只看结果, en: Only targets or only results}
  year_from:
    type: year
    example: 2019
    description: {zh: 不早于该年, en: In this year or later}
  year_to:
    type: year
    example: 2022
    description: {zh: 不晚于该年, en: In this year or earlier}
returns:
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  amount: {type: ref(Target|Result), role: id, label: {zh: 值编号, en: Value id}}
  phrase: {type: string, role: label, label: {zh: 原文表述, en: As worded}}
  comparator: {type: string, label: {zh: 关系符, en: Comparator}}
  value: {type: float, role: measure, label: {zh: 值, en: Value}}
  value_high: {type: float, label: {zh: 上限, en: Upper end}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  period: {type: string, role: time, label: {zh: 时期, en: Period}}
  year_from: {type: year, label: {zh: 起始年, en: From}}
  year_to: {type: year, label: {zh: 截止年, en: To}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [indicators, targets, regions]
shape: rows
order_by: [region nulls last, year_to nulls last, kind, amount]
view: {kind: matrix, row: region_name, column: period, group: kind, value: value, comparator: comparator, unit: unit}
evidence: evidence
examples:
  - params: {indicator: 食品安全抽检合格率}
    at_least: 3
    contains: [{region_name: 青岛市, value: 99.69}, {region_name: 湛江市, value: 98.59}]
---*/
MATCH (:Indicator {id: $indicator})<-[counts:OF]-(amount:Target|Result)
WHERE ($kind IS NULL OR labels(amount)[0] = $kind)
  AND ($year_from IS NULL OR amount.year_to >= $year_from)
  AND ($year_to IS NULL OR amount.year_from <= $year_to)
OPTIONAL MATCH (amount)-[:APPLIES_TO]->(place:Region)
WITH amount, counts, place
WHERE $region IS NULL OR EXISTS { (place)-[:PART_OF*0..]->(:Region {id: $region}) }
MATCH (amount)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
RETURN place.id AS region,
       place.name AS region_name,
       labels(amount)[0] AS kind,
       amount.id AS amount,
       amount.indicator AS phrase,
       amount.comparator AS comparator,
       amount.value AS value,
       amount.value_high AS value_high,
       amount.unit AS unit,
       amount.period AS period,
       amount.year_from AS year_from,
       amount.year_to AS year_to,
       document.id AS document,
       document.title AS document_title,
       counts.statements AS evidence
ORDER BY region IS NULL, region, year_to IS NULL, year_to, kind, amount
