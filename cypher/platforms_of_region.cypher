/*---
version: 1
status: stable
title: {zh: 某地区的平台, en: Platforms of a region}
description:
  zh: 该地区及其下辖地区的平台，附运行者与牵头者、使用它的措施数；一个平台在一个地区一行。
  en: Platforms of the region and those inside it, with who operates or leads them and how many measures use them; one row for each platform and region.
ask:
  zh: ["{region}有哪些平台", "{region}建设了哪些平台"]
  en: ["which platforms does {region} have", "platforms of {region}"]
params:
  region:
    type: ref(Region)
    required: true
    values_from: regions
    example: 吉林省
    description: {zh: 地区，含其下辖地区, en: "The region, with those inside it"}
returns:
  platform: {type: ref(Platform), role: id, label: {zh: 平台编号, en: Platform id}}
  platform_name: {type: string, role: label, label: {zh: 平台, en: Platform}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  operators: {type: list(ref(Agency|Organization)), label: {zh: 运行者编号, en: Operator ids}}
  operator_names: {type: list(string), label: {zh: 运行者, en: Operated by}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 使用它的措施数, en: Measures that use it}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [platforms, regions]
shape: rows
order_by: [platform_name, platform, region]
view: {kind: table}
evidence: evidence
examples:
  - {params: {region: 吉林省}, at_least: 1, contains: [{platform_name: 东北区域NQI高地}]}
---*/
MATCH (:Region {id: $region})<-[:PART_OF*0..]-(place:Region)<-[holds:APPLIES_TO]-(platform:Platform)
CALL (platform) {
  OPTIONAL MATCH (platform)<-[runs:OPERATES|LEADS]-(body:Agency|Organization)
  WITH body, runs
  ORDER BY body.id, type(runs)
  RETURN collect(DISTINCT body.id) AS operators,
         collect(DISTINCT body.name) AS operator_names,
         reduce(all = [], ids IN collect(runs.statements) | all + ids) AS run_by
}
CALL (platform) {
  OPTIONAL MATCH (platform)<-[:USES]-(measure:Measure)
  RETURN count(DISTINCT measure) AS measures
}
RETURN platform.id AS platform,
       platform.name AS platform_name,
       place.id AS region,
       place.name AS region_name,
       operators AS operators,
       operator_names AS operator_names,
       measures AS measures,
       holds.statements + run_by AS evidence
ORDER BY platform_name, platform, region
