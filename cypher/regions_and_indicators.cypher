/*---
version: 1
status: stable
title: {zh: 地区与指标, en: Regions and indicators}
description:
  zh: 各地区在各指标上最近一个时期的结果，附文件与依据；默认只列至少两个地区有结果的指标，同一指标的不同单位分开比较。一个指标、一个单位与一个地区一行。
  en: "For every indicator and region the latest result, with document and evidence; only indicators that at least two regions report unless asked otherwise, each unit for itself. One row for each indicator, unit and region."
ask:
  zh: ["地区与指标对照表", "各地区各项指标一览"]
  en: ["table of regions and indicators", "regions against indicators"]
params:
  region:
    type: list(ref(Region))
    values_from: regions
    example: [吉林省, 青岛市, 湛江市]
    description: {zh: 只比较这些地区, en: Only these regions}
  indicator:
    type: list(ref(Indicator))
    values_from: indicators
    example: [食品安全抽检合格率, 制造业产品质量合格率]
    description: {zh: 只比较这些指标, en: Only these indicators}
  year:
    type: year
    example: 2021
    description: {zh: 结果的时期包含该年, en: "The result's period holds this year"}
  regions_min:
    type: int
    min: 1
    max: 100
    default: 2
    example: 3
    description: {zh: 至少这么多地区有结果, en: At least so many regions have a result}
returns:
  indicator: {type: ref(Indicator), label: {zh: 指标编号, en: Indicator id}}
  indicator_name: {type: string, role: label, label: {zh: 指标, en: Indicator}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  result: {type: ref(Result), role: id, label: {zh: 结果编号, en: Result id}}
  comparator: {type: string, label: {zh: 关系符, en: Comparator}}
  value: {type: float, role: measure, label: {zh: 结果, en: Result}}
  value_high: {type: float, label: {zh: 上限, en: Upper end}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  period: {type: string, role: time, label: {zh: 时期, en: Period}}
  results: {type: int, unit: "1", label: {zh: 该地区的结果数, en: Results of the region}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [regions, indicators]
shape: rows
order_by: [indicator_name, indicator, unit nulls first, region]
view: {kind: matrix, row: indicator_name, column: region_name, value: value, comparator: comparator, unit: unit}
evidence: evidence
examples:
  - params: {regions_min: 3}
    at_least: 3
    contains:
      - {indicator_name: 食品安全抽检合格率, region_name: 吉林省, value: 98.6, period: "2022"}
      - {indicator_name: 食品安全抽检合格率, region_name: 青岛市, value: 99.75, period: "2022"}
      - {indicator_name: 食品安全抽检合格率, region_name: 湛江市, value: 98.2, period: "2021"}
  - params: {indicator: 食品安全抽检合格率, region: 湛江市, year: 2019, regions_min: 1}
    rows: 1
    contains: [{region_name: 湛江市, value: 98.59}]
---*/
MATCH (indicator:Indicator)<-[counts:OF]-(result:Result)-[:APPLIES_TO]->(region:Region)
WHERE ($indicator IS NULL OR indicator.id IN $indicator)
  AND ($region IS NULL OR region.id IN $region)
  AND ($year IS NULL OR (result.year_from <= $year AND result.year_to >= $year))
MATCH (result)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH indicator, result, counts, region, document
ORDER BY result.year_to IS NULL, result.year_to DESC, result.id
WITH indicator, region, result.unit AS unit,
     count(result) AS results,
     collect([result.id, result.comparator, result.value, result.value_high, result.period, document.id, document.title,
              counts.statements])[0] AS newest
WITH indicator, unit, count(*) AS regions, collect([region.id, region.name, results, newest]) AS told
WHERE regions >= $regions_min
UNWIND told AS each
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       each[0] AS region,
       each[1] AS region_name,
       each[3][0] AS result,
       each[3][1] AS comparator,
       each[3][2] AS value,
       each[3][3] AS value_high,
       unit AS unit,
       each[3][4] AS period,
       each[2] AS results,
       each[3][5] AS document,
       each[3][6] AS document_title,
       each[3][7] AS evidence
ORDER BY indicator_name, indicator, unit IS NOT NULL, unit, region
