/*---
version: 1
status: stable
title: {zh: 相邻事物, en: Neighbourhood}
description:
  zh: 与给定事物直接相连的事物，每种关系至多若干条；不含段落与陈述。一条路径一行。
  en: What is directly related to a thing, up to so many of each type of relationship; passages and statements are left out. One path a row.
ask:
  zh: ["{node}与什么有关", "{node}的关系图"]
  en: ["what is related to {node}", "neighbourhood of {node}"]
params:
  node:
    type: ref(Document|Plan|Campaign|Platform|Brand|Award|Goal|Measure|Agency|Organization|Person|Region|Indicator|Target|Result)
    required: true
    values_from: things
    example: 吉致吉品
    description: {zh: 起点, en: The thing to start from}
  types:
    type: list(string)
    enum:
      APPLIES_TO: {zh: 适用于, en: applies to}
      AMENDS: {zh: 修改, en: amends}
      BASED_IN: {zh: 位于, en: is based in}
      BROADER: {zh: 上位目标, en: has the broader goal}
      HOLDS_POST: {zh: 任职于, en: holds a post in}
      IMPLEMENTS: {zh: 落实, en: implements}
      ISSUED_BY: {zh: 发布机关, en: was issued by}
      LEADS: {zh: 牵头, en: leads}
      MEASURED_BY: {zh: 衡量指标, en: is measured by}
      OF: {zh: 所属指标, en: is a value of}
      OPERATES: {zh: 运行, en: operates}
      PART_OF: {zh: 隶属, en: is part of}
      PARTICIPATES_IN: {zh: 参与, en: takes part in}
      PROMOTES: {zh: 推广, en: promotes}
      PUBLISHED_BY: {zh: 发布者, en: was published by}
      RECEIVED: {zh: 获得, en: received}
      RECOGNISES: {zh: 互认, en: recognises}
      REPEALS: {zh: 废止, en: repeals}
      REPORTS: {zh: 报告, en: reports}
      SERVES: {zh: 服务于, en: serves}
      SETS: {zh: 设定, en: sets}
      SUCCEEDS: {zh: 承接, en: succeeds}
      TEXT_OF: {zh: 文本, en: is the text of}
      USES: {zh: 使用, en: uses}
    example: [PROMOTES, RECOGNISES]
    description: {zh: 只看这些关系, en: Only these types of relationship}
  per_type:
    type: int
    default: 25
    min: 1
    max: 500
    example: 10
    description: {zh: 每种关系至多几条, en: At most so many of each type}
returns:
  path: {type: path, label: {zh: 路径, en: Path}}
tags: [graph]
shape: graph
view: {kind: graph}
examples:
  - {params: {node: 吉致吉品}, at_least: 4}
---*/
// One branch a label, so that the start is found by its key whatever it is.
CALL {
  MATCH (centre:Document {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Plan {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Campaign {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Platform {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Brand {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Award {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Goal {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Measure {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Agency {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Organization {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Person {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Region {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Indicator {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Target {id: $node})
  RETURN centre
  UNION ALL
  MATCH (centre:Result {id: $node})
  RETURN centre
}
MATCH path = (centre)-[step]-(other)
WHERE NOT other:Passage
  AND NOT other:Statement
  AND ($types IS NULL OR type(step) IN $types)
WITH type(step) AS kind, path, other
ORDER BY kind, other.id
WITH kind, collect(path)[..$per_type] AS paths
UNWIND paths AS path
RETURN path AS path
ORDER BY kind, last(nodes(path)).id, startNode(head(relationships(path))).id
