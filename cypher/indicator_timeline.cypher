/*---
version: 1
status: stable
title: {zh: 某指标历年的值, en: An indicator along the years}
description:
  zh: 该指标在每个地区历年的结果和目标值；多份文件重申的同一个值只列一次；结果附与同地区上一个单位相同的结果之差。一个值一行。
  en: Results and targets of the indicator in every region, along the years; a value that several documents restate is listed once, and a result comes with its difference from the one before it of the same region and unit. One row a value.
ask:
  zh: ["{indicator}历年变化", "{region}的{indicator}历年是多少", "{indicator}的趋势"]
  en: ["{indicator} along the years", "trend of {indicator} in {region}", "history of {indicator}"]
params:
  indicator:
    type: ref(Indicator)
    required: true
    values_from: indicators
    example: 食品安全抽检合格率
    description: {zh: 指标, en: Indicator}
  region:
    type: list(ref(Region))
    values_from: regions
    example: [青岛市, 湛江市]
    description: {zh: 只看这些地区（不含下辖地区）, en: "Only these regions, without those inside them"}
  kind:
    type: string
    enum:
      Target: {zh: 目标值, en: target}
      Result: {zh: 结果, en: result}
    example: Result
    description: {zh: 只看目标值或只看结果, en: Only targets or only results}
returns:
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  year_from: {type: year, label: {zh: 起始年, en: From}}
  year_to: {type: year, role: time, label: {zh: 截止年, en: To}}
  amount: {type: ref(Target|Result), role: id, label: {zh: 值编号, en: Value id}}
  comparator: {type: string, label: {zh: 关系符, en: Comparator}}
  value: {type: float, role: measure, label: {zh: 值, en: Value}}
  value_high: {type: float, label: {zh: 上限, en: Upper end}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  change: {type: float, role: measure, label: {zh: 比上一个结果增减, en: Change from the result before}}
  phrases: {type: list(string), role: label, label: {zh: 原文表述, en: As worded}}
  documents: {type: int, role: measure, unit: "1", label: {zh: 文件数, en: Documents}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [indicators, targets, years]
shape: rows
order_by: [region nulls last, year_to nulls last, kind, amount]
view: {kind: timeline, start: year_to, label: value, lane: region_name, mark: kind}
evidence: evidence
examples:
  - params: {indicator: 食品安全抽检合格率}
    at_least: 3
    contains:
      - {region_name: 吉林省, kind: Target, year_to: 2022, comparator: ">=", value: 95, documents: 2}
      - {region_name: 青岛市, kind: Result, year_to: 2021, value: 99.69, documents: 2, change: 0.28}
  - {params: {indicator: 食品安全抽检合格率, region: [湛江市], kind: Result}, rows: 3, contains: [{value: 98.59, change: null}, {value: 98.2, change: -0.5}]}
---*/
MATCH (:Indicator {id: $indicator})<-[counts:OF]-(amount:Target|Result)
WHERE $kind IS NULL OR labels(amount)[0] = $kind
OPTIONAL MATCH (amount)-[:APPLIES_TO]->(place:Region)
WITH amount, counts, place
WHERE $region IS NULL OR place.id IN $region
MATCH (amount)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH amount, counts, place, document
ORDER BY amount.id
WITH place, labels(amount)[0] AS kind, amount.year_from AS year_from, amount.year_to AS year_to,
     amount.comparator AS comparator, amount.value AS value, amount.value_high AS value_high, amount.unit AS unit,
     collect(amount.id)[0] AS amount,
     collect(DISTINCT amount.indicator) AS phrases,
     count(DISTINCT document) AS documents,
     reduce(all = [], ids IN collect(counts.statements) | all + ids) AS evidence
ORDER BY place.id, kind, unit, year_to, amount
// Each value beside the one before it of its place, kind and unit, as lists in the order named here.
WITH place, kind, unit, collect([year_from, year_to, comparator, value, value_high, amount, phrases, documents, evidence]) AS values
UNWIND range(0, size(values) - 1) AS at
WITH place, kind, unit, values[at] AS row, CASE WHEN at > 0 THEN values[at - 1] END AS before
RETURN place.id AS region,
       place.name AS region_name,
       kind AS kind,
       row[0] AS year_from,
       row[1] AS year_to,
       row[5] AS amount,
       row[2] AS comparator,
       row[3] AS value,
       row[4] AS value_high,
       unit AS unit,
       CASE
         WHEN kind = 'Result' AND row[1] > before[1] AND row[2] = '=' AND before[2] = '='
           AND row[4] IS NULL AND before[4] IS NULL THEN round((row[3] - before[3]) * 10000) / 10000
       END AS change,
       row[6] AS phrases,
       row[7] AS documents,
       row[8] AS evidence
ORDER BY region IS NULL, region, year_to IS NULL, year_to, kind, amount
