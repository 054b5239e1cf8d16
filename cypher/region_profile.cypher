/*---
version: 1
status: stable
title: {zh: 地区概况, en: Profile of a region}
description:
  zh: 该地区及其下辖地区有多少文件、规划、措施、行动、平台、品牌、目标值、结果和奖项，各举五例；一类一行。
  en: How many documents, plans, measures, campaigns, platforms, brands, targets, results and awards the region and those inside it have, five of each by name; one row a kind.
ask:
  zh: ["{region}概况", "{region}的质量工作怎么样"]
  en: ["profile of {region}", "what is there about {region}"]
params:
  region:
    type: ref(Region)
    required: true
    values_from: regions
    example: 吉林省
    description: {zh: 地区，含其下辖地区, en: "The region, with those inside it"}
returns:
  kind: {type: string, role: id, label: {zh: 类别, en: Kind}}
  number: {type: int, role: measure, unit: "1", label: {zh: 数量, en: Number}}
  names: {type: list(string), role: label, label: {zh: 举例, en: For example}}
tags: [regions]
shape: rows
order_by: [kind]
view: {kind: table}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {region: 吉林省}, at_least: 5, contains: [{kind: Measure}, {kind: Plan}]}
---*/
MATCH (:Region {id: $region})<-[:PART_OF*0..]-(place:Region)
WITH collect(place) AS places
CALL (places) {
  UNWIND places AS place
  MATCH (place)<-[:APPLIES_TO|BASED_IN]-(thing)
  RETURN thing
  UNION
  UNWIND places AS place
  MATCH (place)-[:PROMOTES|RECEIVED]->(thing)
  RETURN thing
  UNION
  UNWIND places AS place
  MATCH (place)<-[:APPLIES_TO]-(:Document)-[:TEXT_OF]->(thing:Plan)
  RETURN thing
}
WITH DISTINCT thing
ORDER BY thing.name, thing.id
RETURN labels(thing)[0] AS kind,
       count(thing) AS number,
       collect(thing.name)[..5] AS names
ORDER BY kind
