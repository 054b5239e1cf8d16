/*---
version: 1
status: stable
title: {zh: 两者之间的依据, en: Evidence between two things}
description:
  zh: 直接把两个事物联系起来的陈述，以及同时提到两者的语段，附原文、章节、文件与日期；一条陈述或一个语段一行。
  en: The statements that directly relate two things, and the passages that name both, with words, section, document and date; one row a statement or passage.
ask:
  zh: ["{from}与{to}的关系有什么依据", "哪些原文同时提到{from}和{to}"]
  en: ["what is the evidence between {from} and {to}", "which passages name both {from} and {to}"]
params:
  from:
    type: ref(Document|Plan|Campaign|Platform|Brand|Award|Goal|Measure|Agency|Organization|Person|Region|Indicator|Target|Result)
    required: true
    values_from: things
    example: 吉林省市场监督管理厅
    description: {zh: 一个事物, en: One thing}
  to:
    type: ref(Document|Plan|Campaign|Platform|Brand|Award|Goal|Measure|Agency|Organization|Person|Region|Indicator|Target|Result)
    required: true
    values_from: things
    example: 吉致吉品
    description: {zh: 另一个事物, en: The other thing}
  how:
    type: string
    enum:
      states: {zh: 陈述, en: statement}
      mentions: {zh: 同时提到, en: both named}
    example: states
    description: {zh: 只看陈述或只看同时提到两者的语段, en: Only statements or only passages that name both}
returns:
  how: {type: string, label: {zh: 方式, en: How}}
  relation: {type: string, label: {zh: 关系, en: Relation}}
  subject: {type: ref, label: {zh: 主体编号, en: Subject id}}
  object: {type: ref, label: {zh: 客体编号, en: Object id}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  quote: {type: string, role: label, label: {zh: 原文, en: Words}}
  section: {type: string, label: {zh: 章节, en: Section}}
  passage: {type: ref(Passage), role: id, label: {zh: 语段编号, en: Passage id}}
  start: {type: int, label: {zh: 起点（字符）, en: "Start (code point)"}}
  end: {type: int, label: {zh: 终点（字符）, en: "End (code point)"}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  published_on: {type: date, role: time, label: {zh: 发布日期, en: Published on}}
  statement: {type: ref(Statement), label: {zh: 陈述编号, en: Statement id}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [graph, documents]
shape: rows
order_by: [published_on nulls last, document, start, end, how, statement nulls last, passage]
view: {kind: timeline, start: published_on, label: quote, lane: how}
evidence: evidence
examples:
  - params: {from: 吉林省市场监督管理厅, to: 吉致吉品}
    at_least: 2
    contains: [{how: states, relation: PROMOTES}, {how: mentions, relation: null}]
  - {params: {from: 吉致吉品, to: 品字标, how: states}, at_least: 1, contains: [{relation: RECOGNISES}]}
---*/
// One branch a label, so that both ends are found by their key whatever they are.
CALL {
  MATCH (one:Document {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Plan {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Campaign {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Platform {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Brand {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Award {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Goal {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Measure {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Agency {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Organization {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Person {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Region {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Indicator {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Target {id: $from})
  RETURN one
  UNION ALL
  MATCH (one:Result {id: $from})
  RETURN one
}
CALL {
  MATCH (other:Document {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Plan {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Campaign {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Platform {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Brand {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Award {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Goal {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Measure {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Agency {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Organization {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Person {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Region {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Indicator {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Target {id: $to})
  RETURN other
  UNION ALL
  MATCH (other:Result {id: $to})
  RETURN other
}
WITH one, other
WHERE one.id <> other.id
CALL (one, other) {
  MATCH (one)-[fact]-(other)
  WHERE coalesce($how, 'states') = 'states'
    AND fact.statements IS NOT NULL
  UNWIND fact.statements AS key
  MATCH (said:Statement {id: key})-[:STATED_IN]->(passage:Passage)
  RETURN 'states' AS how, said.type AS relation, said.subject AS subject, said.object AS object,
         said.modality AS modality, said.quote AS quote, said.start AS start, said.end AS end, said.id AS statement, passage
  UNION
  MATCH (one)<-[:MENTIONS]-(passage:Passage)
  WHERE coalesce($how, 'mentions') = 'mentions'
    AND EXISTS { (passage)-[:MENTIONS]->(other) }
  RETURN 'mentions' AS how, null AS relation, null AS subject, null AS object,
         null AS modality, passage.text AS quote, passage.start AS start, passage.end AS end, null AS statement, passage
}
MATCH (passage)-[:PART_OF]->(document:Document)
RETURN how AS how,
       relation AS relation,
       subject AS subject,
       object AS object,
       modality AS modality,
       quote AS quote,
       passage.section AS section,
       passage.id AS passage,
       start AS start,
       end AS end,
       document.id AS document,
       document.title AS document_title,
       document.published_on AS published_on,
       statement AS statement,
       [each IN [statement] WHERE each IS NOT NULL] AS evidence
ORDER BY published_on, document, start, end, how, statement, passage
