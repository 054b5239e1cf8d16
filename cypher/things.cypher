/*---
version: 1
status: stable
title: {zh: 全部事物, en: Things}
description:
  zh: 图中有名称的全部事物，附类别、别名和关系数；一个事物一行。
  en: Everything in the graph that has a name, with its kind, other names and how many relationships it has; one row a thing.
ask:
  zh: ["图中有哪些事物", "事物名录"]
  en: ["what is in the graph", "list of things"]
params:
  kind:
    type: list(string)
    enum:
      Plan: {zh: 规划, en: plan}
      Campaign: {zh: 专项行动, en: campaign}
      Platform: {zh: 平台, en: platform}
      Brand: {zh: 品牌, en: brand}
      Award: {zh: 奖项, en: award}
      Goal: {zh: 目标, en: goal}
      Agency: {zh: 公共机关, en: public body}
      Organization: {zh: 其他机构, en: other body}
      Person: {zh: 人物, en: person}
      Region: {zh: 地区, en: region}
      Indicator: {zh: 指标, en: indicator}
      Document: {zh: 文件, en: document}
    example: [Brand, Platform]
    description: {zh: 只看这些类别, en: Only these kinds}
returns:
  thing: {type: ref, role: id, label: {zh: 编号, en: Id}}
  thing_name: {type: string, role: label, label: {zh: 名称, en: Name}}
  thing_name_en: {type: string, role: label_en, label: {zh: 英文名称, en: Name in English}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  relationships: {type: int, role: measure, unit: "1", label: {zh: 关系数, en: Relationships}}
tags: [graph, lists]
shape: rows
order_by: [relationships desc, thing]
view: {kind: table, group: kind}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {}, at_least: 100, contains: [{thing: "goal:food-safety", thing_name_en: Food safety}]}
  - {params: {kind: 品牌}, at_least: 5, contains: [{thing_name: 吉致吉品, kind: Brand}]}
---*/
MATCH (thing:Plan|Campaign|Platform|Brand|Award|Goal|Agency|Organization|Person|Region|Indicator|Document)
WHERE $kind IS NULL OR labels(thing)[0] IN $kind
OPTIONAL MATCH (thing)-[related]-()
WITH thing, count(related) AS relationships
RETURN thing.id AS thing,
       thing.name AS thing_name,
       thing.name_en AS thing_name_en,
       coalesce(thing.aliases, []) AS aliases,
       labels(thing)[0] AS kind,
       relationships AS relationships
ORDER BY relationships DESC, thing
