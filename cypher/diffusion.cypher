/*---
version: 1
status: stable
title: {zh: 做法的扩散, en: Diffusion across regions}
description:
  zh: 同名的专项行动、品牌和奖项先后出现在哪些地区：至少两个地区，去掉名称前的地区名再比较；日期是最早一份说到它在该地区的文件的发布日期。一个名称在一个地区一行。
  en: Where campaigns, brands and awards of the same name turned up, one region after another (two regions at least; a region's name in front is left aside); the date is that of the earliest document to say so of the region. One row for each name and region.
ask:
  zh: ["哪些做法在多地推行", "{name}扩散到哪些地区", "哪些行动从{region}推广开来"]
  en: ["which campaigns spread across regions", "where did {name} spread", "what spread to or from {region}"]
params:
  kind:
    type: list(string)
    enum:
      Campaign: {zh: 专项行动, en: campaign}
      Brand: {zh: 品牌, en: brand}
      Award: {zh: 奖项, en: award}
    example: [Campaign]
    description: {zh: 只看这些类别, en: Only these kinds}
  name:
    type: string
    example: 明厨亮灶
    description: {zh: 名称中含有这些字, en: The name holds these words}
  region:
    type: ref(Region)
    values_from: regions
    example: 青岛市
    description: {zh: 只看到过该地区（不含下辖地区）的名称, en: "Only names that reached this region, without those inside it"}
returns:
  kind: {type: string, label: {zh: 类别, en: Kind}}
  name: {type: string, role: label, label: {zh: 名称, en: Name}}
  step: {type: int, role: measure, unit: "1", label: {zh: 先后, en: Step}}
  region: {type: ref(Region), role: id, label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  first_on: {type: date, role: time, label: {zh: 最早见于, en: First seen on}}
  things: {type: list(ref(Campaign|Brand|Award)), label: {zh: 编号, en: Ids}}
  documents: {type: int, role: measure, unit: "1", label: {zh: 文件数, en: Documents}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [regions, brands, campaigns]
shape: rows
order_by: [kind, name, step]
view: {kind: timeline, start: first_on, label: region_name, lane: name}
evidence: evidence
examples:
  - params: {kind: Campaign}
    at_least: 4
    contains:
      - {name: 质量服务进企业活动, step: 1, region_name: 湛江市, first_on: "2022-11-08"}
      - {name: 质量服务进企业活动, step: 3, region_name: 青岛市, first_on: "2023-03-15"}
  - {params: {name: 守护消费}, at_least: 2}
---*/
CALL {
  MATCH (thing:Campaign)-[shows:APPLIES_TO]->(place:Region)
  RETURN 'Campaign' AS kind, thing, shows, place
  UNION ALL
  MATCH (thing:Brand)-[shows:APPLIES_TO]->(place:Region)
  RETURN 'Brand' AS kind, thing, shows, place
  UNION ALL
  MATCH (thing:Brand)<-[shows:PROMOTES]-(place:Region)
  RETURN 'Brand' AS kind, thing, shows, place
  UNION ALL
  MATCH (thing:Award)<-[shows:RECEIVED]-(place:Region)
  RETURN 'Award' AS kind, thing, shows, place
}
WITH kind, thing, shows, place,
     CASE
       WHEN thing.core_name STARTS WITH place.name AND size(thing.core_name) > size(place.name) + 1
         THEN substring(thing.core_name, size(place.name))
       ELSE thing.core_name
     END AS name
WHERE ($kind IS NULL OR kind IN $kind)
  AND ($name IS NULL OR name CONTAINS $name)
UNWIND shows.statements AS statement
MATCH (:Statement {id: statement})-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH kind, name, place, thing, statement, document
ORDER BY thing.id, statement
WITH kind, name, place,
     min(document.published_on) AS first_on,
     collect(DISTINCT thing.id) AS things,
     count(DISTINCT document) AS documents,
     collect(DISTINCT statement) AS evidence
ORDER BY first_on IS NULL, first_on, place.id
WITH kind, name, collect([place.id, place.name, first_on, things, documents, evidence]) AS places
WHERE size(places) > 1
  AND ($region IS NULL OR any(each IN places WHERE each[0] = $region))
UNWIND range(0, size(places) - 1) AS at
WITH kind, name, at + 1 AS step, places[at] AS row
RETURN kind AS kind,
       name AS name,
       step AS step,
       row[0] AS region,
       row[1] AS region_name,
       row[2] AS first_on,
       row[3] AS things,
       row[4] AS documents,
       row[5] AS evidence
ORDER BY kind, name, step
