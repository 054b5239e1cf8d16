/*---
version: 1
status: stable
title: {zh: 文件的陈述, en: Statements of a document}
description:
  zh: 文件陈述的每一个事实，按原文顺序，附主体、客体、原文及其位置；一条陈述一行。
  en: Every fact that the document states, in its own order, with subject, object, quote and position; one row a statement.
ask:
  zh: ["{document}说了什么", "{document}有哪些陈述"]
  en: ["what does {document} state", "statements of {document}"]
params:
  document:
    type: ref(Document)
    required: true
    values_from: documents
    example: 吉林省质量标准提升行动：到2022年要达到什么水平（政策简报）
    description: {zh: 文件, en: The document}
  types:
    type: list(string)
    example: [SERVES, LEADS]
    enum:
      APPLIES_TO: {zh: 适用于, en: applies to}
      AMENDS: {zh: 修改, en: amends}
      BASED_IN: {zh: 位于, en: is based in}
      HOLDS_POST: {zh: 任职于, en: holds a post in}
      IMPLEMENTS: {zh: 落实, en: implements}
      ISSUED_BY: {zh: 发布机关, en: was issued by}
      LEADS: {zh: 牵头, en: leads}
      MEASURED_BY: {zh: 衡量指标, en: is measured by}
      OF: {zh: 所属指标, en: is a value of}
      OPERATES: {zh: 运行, en: operates}
      PARTICIPATES_IN: {zh: 参与, en: takes part in}
      PROMOTES: {zh: 推广, en: promotes}
      PUBLISHED_BY: {zh: 发布者, en: was published by}
      RECEIVED: {zh: 获得, en: received}
      RECOGNISES: {zh: 互认, en: recognises}
      REPEALS: {zh: 废止, en: repeals}
      REPORTS: {zh: 报告, en: reports}
      SERVES: {zh: 服务于, en: serves}
      SETS: {zh: 设定, en: sets}
      TEXT_OF: {zh: 文本, en: is the text of}
      USES: {zh: 使用, en: uses}
    description: {zh: 只看这些关系, en: Only these types of fact}
returns:
  statement: {type: ref(Statement), role: id, label: {zh: 陈述编号, en: Statement id}}
  type: {type: string, label: {zh: 关系, en: Relation}}
  subject: {type: ref, label: {zh: 主体编号, en: Subject id}}
  subject_name: {type: string, label: {zh: 主体, en: Subject}}
  object: {type: ref, label: {zh: 客体编号, en: Object id}}
  object_name: {type: string, label: {zh: 客体, en: Object}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  quote: {type: string, role: label, label: {zh: 原文, en: Quote}}
  section: {type: string, label: {zh: 章节, en: Section}}
  start: {type: int, label: {zh: 起点（字符）, en: "Start (code point)"}}
  end: {type: int, label: {zh: 终点（字符）, en: "End (code point)"}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [documents]
shape: rows
order_by: [start, end, type, statement]
view: {kind: table, group: section}
evidence: evidence
examples:
  - {params: {document: 吉林省质量标准提升行动：到2022年要达到什么水平（政策简报）}, at_least: 10}
---*/
// A statement names its ends by id alone; one branch a label finds each by its key.
MATCH (:Document {id: $document})<-[:PART_OF]-(passage:Passage)<-[:STATED_IN]-(statement:Statement)
WHERE $types IS NULL OR statement.type IN $types
CALL (statement) {
  MATCH (end:Document {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Plan {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Campaign {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Brand {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Platform {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Measure {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Agency {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Organization {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Person {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Region {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Goal {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Target {id: statement.subject})
  RETURN end.name AS subject_name
  UNION ALL
  MATCH (end:Result {id: statement.subject})
  RETURN end.name AS subject_name
}
CALL (statement) {
  MATCH (end:Plan {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Campaign {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Platform {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Brand {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Award {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Goal {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Measure {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Agency {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Organization {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Region {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Indicator {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Target {id: statement.object})
  RETURN end.name AS object_name
  UNION ALL
  MATCH (end:Result {id: statement.object})
  RETURN end.name AS object_name
}
RETURN statement.id AS statement,
       statement.type AS type,
       statement.subject AS subject,
       subject_name AS subject_name,
       statement.object AS object,
       object_name AS object_name,
       statement.modality AS modality,
       statement.quote AS quote,
       passage.section AS section,
       statement.start AS start,
       statement.end AS end,
       [statement.id] AS evidence
ORDER BY start, end, type, statement
