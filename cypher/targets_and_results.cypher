/*---
version: 1
status: stable
title: {zh: 目标值与结果, en: Targets and results}
description:
  zh: 每个目标值与同一指标的每个结果相比：到期（同地区、时期在目标期内）、中期（同地区、更早）、其后（同地区、更晚）、他地；是否达到以“是、否、无法判断”表示。没有结果的目标值也列出。
  en: "Each target beside every result of its indicator: due (same region, period inside the target's), interim (same region, earlier), later (same region, after it) or peer (another region), and whether it is met: true, false or null where that cannot be told. Targets without a result are listed too."
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
  relation: {type: string, label: {zh: 关系, en: Relation}}
  result: {type: ref(Result), label: {zh: 结果编号, en: Result id}}
  result_region: {type: ref(Region), label: {zh: 结果地区编号, en: Result region id}}
  result_region_name: {type: string, role: place, label: {zh: 结果地区, en: Result region}}
  result_comparator: {type: string, label: {zh: 结果关系符, en: Result comparator}}
  result_value: {type: float, role: measure, label: {zh: 结果, en: Result}}
  result_value_high: {type: float, label: {zh: 结果上限, en: Result upper end}}
  result_period: {type: string, role: time, label: {zh: 结果期, en: Result period}}
  met: {type: bool, label: {zh: 是否达到, en: Met}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [targets, indicators]
shape: rows
order_by: [indicator, target, relation nulls last, result nulls last]
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
  - params: {indicator: 食品安全抽检合格率}
    at_least: 2
    contains:
      - {target_value: 95, relation: peer, result_region_name: 青岛市, result_value: 99.69, met: true}
      - {target_value: 95, relation: peer, result_region_name: 湛江市, result_value: 98.59, met: true}
  - params: {indicator: 大中型工程一次验收合格率, relation: [interim]}
    at_least: 1
    contains:
      - {target_value: 100, relation: interim, result_value: 100, met: true}
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
OPTIONAL MATCH (indicator)<-[reaches:OF]-(result:Result)
OPTIONAL MATCH (result)-[:APPLIES_TO]->(result_place:Region)
WITH indicator, target, aims, target_place, result, reaches, result_place,
     CASE
       WHEN target_place.id <> result_place.id THEN 'peer'
       WHEN target_place.id = result_place.id
         AND result.year_from >= target.year_from
         AND result.year_to <= target.year_to THEN 'due'
       WHEN target_place.id = result_place.id AND result.year_to <= target.year_to THEN 'interim'
       WHEN target_place.id = result_place.id AND result.year_to > target.year_to THEN 'later'
     END AS relation
WHERE $relation IS NULL OR relation IN $relation
// What the result may be at least and at most; an open end (more than 90) is null, as is everything about "some 90".
WITH indicator, target, aims, target_place, result, reaches, result_place, relation,
     CASE WHEN result.comparator IN ['=', '>=', '>'] THEN result.value END AS low,
     CASE WHEN result.comparator IN ['=', '<=', '<'] THEN coalesce(result.value_high, result.value) END AS high
RETURN indicator.id AS indicator,
       indicator.name AS indicator_name,
       target.unit AS unit,
       target.id AS target,
       target_place.id AS target_region,
       target_place.name AS target_region_name,
       target.comparator AS target_comparator,
       target.value AS target_value,
       target.value_high AS target_value_high,
       target.period AS target_period,
       relation AS relation,
       result.id AS result,
       result_place.id AS result_region,
       result_place.name AS result_region_name,
       result.comparator AS result_comparator,
       result.value AS result_value,
       result.value_high AS result_value_high,
       result.period AS result_period,
       // Above an equal target may be better or worse: null. Nothing is above a share of 100 %, so below it is a miss.
       CASE
         WHEN target.unit <> result.unit THEN null
         WHEN target.comparator = '>=' AND low >= target.value THEN true
         WHEN target.comparator = '>=' AND high < target.value THEN false
         WHEN target.comparator = '>' AND (low > target.value OR (low = target.value AND result.comparator = '>')) THEN true
         WHEN target.comparator = '>' AND high <= target.value THEN false
         WHEN target.comparator = '<=' AND high <= target.value THEN true
         WHEN target.comparator = '<=' AND low > target.value THEN false
         WHEN target.comparator = '<' AND (high < target.value OR (high = target.value AND result.comparator = '<')) THEN true
         WHEN target.comparator = '<' AND low >= target.value THEN false
         WHEN target.comparator = '=' AND low >= target.value AND high <= coalesce(target.value_high, target.value) THEN true
         WHEN target.comparator = '=' AND (low > target.value_high OR (target.value_high IS NOT NULL AND high < target.value)) THEN false
         WHEN target.comparator = '=' AND target.unit = '%' AND target.value = 100 AND high < 100 THEN false
       END AS met,
       aims.statements + coalesce(reaches.statements, []) AS evidence
ORDER BY indicator, target, relation IS NULL, relation, result IS NULL, result
