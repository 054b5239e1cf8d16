/*---
version: 1
status: stable
title: {zh: 某规划的措施, en: Measures of a plan}
description:
  zh: 落实该规划的措施，直接落实的和经由其下专项行动落实的；每条措施与每个行动一行。
  en: Measures that implement the plan, directly or through a campaign of it; one row for each measure and campaign.
ask:
  zh: ["{plan}有哪些措施", "哪些措施落实{plan}"]
  en: ["which measures implement {plan}", "measures of {plan}"]
params:
  plan:
    type: ref(Plan)
    required: true
    values_from: plans
    example: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年)
    description: {zh: 规划或政策文件, en: The plan or policy document}
  goal:
    type: ref(Goal)
    values_from: goals
    example: food-safety
    description: {zh: 只看服务于该目标或其下位目标的措施, en: Only measures that serve this goal or a narrower one}
returns:
  measure: {type: ref(Measure), role: id, label: {zh: 措施, en: Measure}}
  text: {type: string, role: label, label: {zh: 原文, en: Words}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  campaign: {type: ref(Campaign), label: {zh: 专项行动编号, en: Campaign id}}
  campaign_name: {type: string, label: {zh: 专项行动, en: Through the campaign}}
  goals: {type: list(ref(Goal)), label: {zh: 目标, en: Goals}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  published_on: {type: date, role: time, label: {zh: 发布日期, en: Published on}}
  section: {type: string, label: {zh: 章节, en: Section}}
  position: {type: int, label: {zh: 段落序号, en: Passage number}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [plans, measures]
shape: rows
order_by: [document, position, measure, campaign nulls first]
view: {kind: table, group: section}
evidence: evidence
examples:
  - {params: {plan: 关于开展质量标准提升行动推动高质量发展的实施方案(2020-2022年)}, at_least: 3}
---*/
CALL {
  MATCH (:Plan {id: $plan})<-[implements:IMPLEMENTS]-(measure:Measure)
  RETURN measure, null AS campaign, implements.statements AS evidence
  UNION ALL
  MATCH (:Plan {id: $plan})<-[belongs:IMPLEMENTS]-(campaign:Campaign)<-[implements:IMPLEMENTS]-(measure:Measure)
  RETURN measure, campaign, implements.statements + belongs.statements AS evidence
}
WITH measure, campaign, evidence
WHERE $goal IS NULL OR EXISTS { (measure)-[:SERVES]->(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) }
MATCH (measure)-[:STATED_IN]->(passage:Passage)-[:PART_OF]->(document:Document)
CALL (measure) {
  OPTIONAL MATCH (measure)-[:SERVES]->(goal:Goal)
  WITH goal
  ORDER BY goal.id
  RETURN collect(goal.id) AS goals
}
RETURN measure.id AS measure,
       measure.text AS text,
       measure.modality AS modality,
       campaign.id AS campaign,
       campaign.name AS campaign_name,
       goals AS goals,
       document.id AS document,
       document.title AS document_title,
       document.published_on AS published_on,
       passage.section AS section,
       passage.order AS position,
       evidence AS evidence
ORDER BY document, position, measure, campaign IS NOT NULL, campaign
