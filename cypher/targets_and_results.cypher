/*---
version: 2
status: stable
title: {zh: 目标值与结果, en: Targets and results}
description:
  zh: 每个目标值与同一指标的结果相比：到期（同地区、时期在目标期内）、中期（同地区、更早）、其后（同地区、更晚）、他地；是否达到以“是、否、无法判断”表示。多份文件重申的同一目标值或结果只列一次；每个地区只列最能说明问题的结果（到期的先于中期的，同类取最近的），要看全部用 results=all。没有结果的目标值也列出。
  en: "Each target beside results of its indicator: due (same region, period inside the target's), interim (same region, earlier), later (same region, after it) or peer (another region), and whether it is met: true, false or null where that cannot be told. What several documents restate is listed once; of each region only the telling result (due before interim, then the latest), all of them with results=all. Targets without a result are listed too."
ask:
  zh: ["{indicator}的目标完成得怎么样", "{region}的目标达到了吗", "{year}年的目标与结果", "目标值与结果对比"]
  en: ["were the targets met", "targets and results of {indicator}", "how does {region} stand against its targets", "targets for {year} and their results"]
params:
  indicator:
    type: ref(Indicator)
    values_from: indicators
    example: 食品安全抽检合格率
    description: {zh: 指标, en: Indicator}
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 目标值所涉地区，含其下辖地区, en: "Region of the target, with those inside it"}
  year:
    type: year
    example: 2022
    description: {zh: 目标期包含该年, en: The target's period holds this year}
  relation:
    type: list(string)
    enum:
      due: {zh: 到期, en: due}
      interim: {zh: 中期, en: interim}
      later: {zh: 其后, en: later}
      peer: {zh: 他地, en: peer}
    example: [due, interim]
    description: {zh: 只看这些关系的结果, en: Only results in these relations}
  results:
    type: string
    enum:
      newest: {zh: 最能说明问题的, en: telling}
      all: {zh: 全部, en: all}
    default: newest
    example: all
    description: {zh: 每个地区只看最能说明问题的结果，还是全部, en: "Of each region the telling result alone, or all of them"}
returns:
  indicator: {type: ref(Indicator), label: {zh: 指标编号, en: Indicator id}}
  indicator_name: {type: string, role: label, label: {zh: 指标, en: Indicator}}
  unit: {type: string, label: {zh: 单位, en: Unit}}
  target: {type: ref(Target), role: id, label: {zh: 目标值编号, en: Target id}}
  target_region: {type: ref(Region), label: {zh: 目标地区编号, en: Target region id}}
  target_region_name: {type: string, role: place, label: {zh: 目标地区, en: Target region}}
  target_comparator: {type: string, label: {zh: 目标关系符, en: Target comparator}}
  target_value: {type: float, role: measure, label: {zh: 目标值, en: Target}}
  target_value_high: {type: float, label: {zh: 目标值上限, en: Target upper end}}
  target_period: {type: string, role: time, label: {zh: 目标期, en: Target period}}
  target_documents: {type: int, unit: "1", label: {zh: 设定它的文件数, en: Documents that set it}}
  relation: {type: string, label: {zh: 关系, en: Relation}}
  result: {type: ref(Result), label: {zh: 结果编号, en: Result id}}
  result_region: {type: ref(Region), label: {zh: 结果地区编号, en: Result region id}}
  result_region_name: {type: string, role: place, label: {zh: 结果地区, en: Result region}}
  result_comparator: {type: string, label: {zh: 结果关系符, en: Result comparator}}
  result_value: {type: float, role: measure, label: {zh: 结果, en: Result}}
  result_value_high: {type: float, label: {zh: 结果上限, en: Result upper end}}
  result_period: {type: string, role: time, label: {zh: 结果期, en: Result period}}
  result_documents: {type: int, unit: "1", label: {zh: 报告它的文件数, en: Documents that report it}}
  met: {type: bool, label: {zh: 是否达到, en: Met}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [targets, indicators]
shape: rows
order_by: [indicator, target, relation nulls last, result_period desc nulls last, result nulls last]
view:
  kind: dumbbell
  label: indicator_name
  target: target_value
  result: result_value
  unit: unit
  group: result_region_name
  met: met
evidence: evidence
examples:
  - params: {indicator: 食品安全抽检合格率, year: 2022}
    rows: 3
    contains:
      - {target_value: 95, target_documents: 2, relation: due, result_period: "2022", result_value: 98.6, met: true}
      - {target_value: 95, relation: peer, result_region_name: 青岛市, result_period: "2022", result_value: 99.75, met: true}
      - {target_value: 95, relation: peer, result_region_name: 湛江市, result_period: "2021", result_value: 98.2, met: true}
  - params: {indicator: 食品安全抽检合格率, year: 2022, relation: [peer], results: all}
    rows: 6
    contains:
      - {result_region_name: 青岛市, result_period: "2021", result_value: 99.69, result_documents: 2}
      - {result_region_name: 湛江市, result_period: "2019", result_value: 98.59, result_documents: 2}
  - params: {indicator: 大中型工程一次验收合格率, relation: [interim]}
    rows: 1
    contains:
      - {target_value: 100, relation: interim, result_value: 100, met: true}
  - params: {region: 吉林省, relation: [due]}
    at_least: 6
    contains:
      - {indicator_name: 制造业产品质量合格率, target_value: 95, result_value: 94.3, met: false}
---*/
CALL {
  MATCH (indicator:Indicator {id: $indicator})
  RETURN indicator
  UNION ALL
  MATCH (indicator:Indicator)
  WHERE $indicator IS NULL
  RETURN indicator
}
MATCH (indicator)<-[aims:OF]-(target:Target)
WHERE $year IS NULL OR (target.year_from <= $year AND target.year_to >= $year)
OPTIONAL MATCH (target)-[:APPLIES_TO]->(target_place:Region)
WITH indicator, target, aims, target_place
WHERE $region IS NULL OR EXISTS { (target_place)-[:PART_OF*0..]->(:Region {id: $region}) }
MATCH (target)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH indicator, target, aims, target_place, document
ORDER BY target.id
// A target that several documents restate is one, known by the smallest of its ids; so with results.
WITH indicator, target_place,
     target.comparator AS target_comparator, target.value AS target_value, target.value_high AS target_value_high,
     target.unit AS unit, target.year_from AS target_from, target.year_to AS target_to,
     collect(target.id)[0] AS target,
     collect(target.period)[0] AS target_period,
     count(DISTINCT document) AS target_documents,
     reduce(all = [], ids IN collect(aims.statements) | all + ids) AS aimed
CALL (indicator, target_place, target_from, target_to) {
  OPTIONAL MATCH (indicator)<-[reaches:OF]-(result:Result)-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
  OPTIONAL MATCH (result)-[:APPLIES_TO]->(place:Region)
  WITH result, reaches, place, document, target_place, target_from, target_to
  ORDER BY result.id
  WITH place, target_place, target_from, target_to,
       result.comparator AS comparator, result.value AS value, result.value_high AS value_high,
       result.unit AS unit, result.year_from AS year_from, result.year_to AS year_to,
       collect(result.id)[0] AS result,
       collect(result.period)[0] AS period,
       count(DISTINCT document) AS documents,
       reduce(all = [], ids IN collect(reaches.statements) | all + ids) AS reached
  WITH place, comparator, value, value_high, unit, year_to, result, period, documents, reached,
       CASE
         WHEN target_place.id <> place.id THEN 'peer'
         WHEN target_place.id = place.id AND year_from >= target_from AND year_to <= target_to THEN 'due'
         WHEN target_place.id = place.id AND year_to <= target_to THEN 'interim'
         WHEN target_place.id = place.id AND year_to > target_to THEN 'later'
       END AS relation
  WHERE $relation IS NULL OR relation IN $relation
  WITH place, comparator, value, value_high, unit, year_to, result, period, documents, reached, relation,
       CASE relation WHEN 'due' THEN 0 WHEN 'interim' THEN 1 WHEN 'later' THEN 2 ELSE 3 END AS rank
  ORDER BY rank, year_to IS NULL, year_to DESC, result
  WITH place, collect([rank, coalesce(year_to, 0), relation, result, comparator, value, value_high, unit, period, documents, reached]) AS all
  UNWIND [each IN all WHERE $results = 'all' OR (each[0] = all[0][0] AND each[1] = all[0][1])] AS chosen
  RETURN place, chosen[2] AS relation, chosen[3] AS result, chosen[4] AS comparator, chosen[5] AS value,
         chosen[6] AS value_high, chosen[7] AS result_unit, chosen[8] AS period, chosen[9] AS documents,
         chosen[10] AS reached
}
// What the result may be at least and at most; an open end (more than 90) is null, as is everything about "some 90".
WITH indicator, target, target_place, target_comparator, target_value, target_value_high, unit, target_period,
     target_documents, aimed, place, relation, result, comparator, value, value_high, result_unit, period, documents, reached,
     CASE WHEN comparator IN ['=', '>=', '>'] THEN value END AS low,
     CASE WHEN comparator IN ['=', '<=', '<'] THEN coalesce(value_high, value) END AS high
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       unit AS unit,
       target AS target,
       target_place.id AS target_region,
       target_place.name AS target_region_name,
       target_comparator AS target_comparator,
       target_value AS target_value,
       target_value_high AS target_value_high,
       target_period AS target_period,
       target_documents AS target_documents,
       relation AS relation,
       result AS result,
       place.id AS result_region,
       place.name AS result_region_name,
       comparator AS result_comparator,
       value AS result_value,
       value_high AS result_value_high,
       period AS result_period,
       documents AS result_documents,
       // Above an equal target may be better or worse: null. Nothing is above a share of 100 %, so below it is a miss.
       CASE
         WHEN unit <> result_unit THEN null
         WHEN target_comparator = '>=' AND low >= target_value THEN true
         WHEN target_comparator = '>=' AND high < target_value THEN false
         WHEN target_comparator = '>' AND (low > target_value OR (low = target_value AND comparator = '>')) THEN true
         WHEN target_comparator = '>' AND high <= target_value THEN false
         WHEN target_comparator = '<=' AND high <= target_value THEN true
         WHEN target_comparator = '<=' AND low > target_value THEN false
         WHEN target_comparator = '<' AND (high < target_value OR (high = target_value AND comparator = '<')) THEN true
         WHEN target_comparator = '<' AND low >= target_value THEN false
         WHEN target_comparator = '=' AND low >= target_value AND high <= coalesce(target_value_high, target_value) THEN true
         WHEN target_comparator = '=' AND (low > target_value_high OR (target_value_high IS NOT NULL AND high < target_value)) THEN false
         WHEN target_comparator = '=' AND unit = '%' AND target_value = 100 AND high < 100 THEN false
       END AS met,
       aimed + reached AS evidence
ORDER BY indicator, target, relation IS NULL, relation, result_period IS NULL, result_period DESC, result IS NULL, result
