/*---
version: 1
status: stable
title: {zh: 某单位的措施, en: Measures of an agency}
description:
  zh: 该单位牵头或参与的措施，以及落实其牵头的专项行动的措施，附目标、地区、文件与依据；每条措施与角色一行。
  en: Measures that the agency leads or takes part in, and those that carry out a campaign it leads, with goals, place, document and evidence; one row for each measure and role.
ask:
  zh: ["{agency}有哪些措施", "{agency}牵头哪些措施", "{agency}为{goal}采取了哪些措施"]
  en: ["measures of {agency}", "which measures does {agency} lead", "what does {agency} do for {goal}"]
params:
  agency:
    type: ref(Agency)
    required: true
    values_from: agencies
    example: 吉林省市场监督管理厅
    description: {zh: 单位, en: The agency}
  role:
    type: list(string)
    enum:
      LEADS: {zh: 牵头, en: leads}
      PARTICIPATES_IN: {zh: 参与, en: takes part in}
    example: [LEADS]
    description: {zh: 只看这些角色, en: Only these roles}
  goal:
    type: ref(Goal)
    values_from: goals
    example: food-safety
    description: {zh: 只看服务于该目标或其下位目标的措施, en: Only measures that serve this goal or a narrower one}
  published_from:
    type: date
    example: 2021-01-01
    description: {zh: 文件不早于该日发布, en: Document published on this day or later}
  published_to:
    type: date
    example: 2022-12-31
    description: {zh: 文件不晚于该日发布, en: Document published on this day or earlier}
returns:
  measure: {type: ref(Measure), role: id, label: {zh: 措施, en: Measure}}
  text: {type: string, role: label, label: {zh: 原文, en: Words}}
  role: {type: string, label: {zh: 角色, en: Role}}
  campaigns: {type: list(ref(Campaign)), label: {zh: 专项行动编号, en: Campaign ids}}
  campaign_names: {type: list(string), label: {zh: 经由专项行动, en: Through the campaigns}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  goals: {type: list(ref(Goal)), label: {zh: 目标编号, en: Goal ids}}
  goal_names: {type: list(string), label: {zh: 目标, en: Goals}}
  region: {type: ref(Region), label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: place, label: {zh: 地区, en: Region}}
  document: {type: ref(Document), label: {zh: 文件编号, en: Document id}}
  document_title: {type: string, label: {zh: 文件, en: Document}}
  published_on: {type: date, role: time, label: {zh: 发布日期, en: Published on}}
  section: {type: string, label: {zh: 章节, en: Section}}
  position: {type: int, label: {zh: 段落序号, en: Passage number}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [agencies, measures]
shape: rows
order_by: [published_on desc nulls last, document, position, measure, role, region nulls last]
view: {kind: table, group: role}
evidence: evidence
examples:
  - {params: {agency: 吉林省市场监督管理厅}, at_least: 10, contains: [{role: LEADS}, {role: PARTICIPATES_IN}]}
  - params: {agency: 吉林省市场监督管理厅, goal: food-safety, role: LEADS}
    at_least: 2
    contains: [{text: 对校园食堂开展专项检查，建立问题清单并限期整改, role: LEADS, campaigns: []}]
---*/
CALL {
  MATCH (:Agency {id: $agency})-[has:LEADS|PARTICIPATES_IN]->(measure:Measure)
  RETURN measure, type(has) AS role, null AS campaign, has.statements AS held
  UNION ALL
  MATCH (:Agency {id: $agency})-[has:LEADS]->(campaign:Campaign)<-[belongs:IMPLEMENTS]-(measure:Measure)
  RETURN measure, type(has) AS role, campaign, has.statements + belongs.statements AS held
}
WITH measure, role, campaign, held
ORDER BY campaign.id
WITH measure, role,
     collect(campaign.id) AS campaigns,
     collect(campaign.name) AS campaign_names,
     reduce(all = [], ids IN collect(held) | all + [id IN ids WHERE NOT id IN all]) AS held
WHERE ($role IS NULL OR role IN $role)
  AND ($goal IS NULL OR EXISTS { (measure)-[:SERVES]->(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) })
MATCH (measure)-[:STATED_IN]->(passage:Passage)-[:PART_OF]->(document:Document)
WHERE ($published_from IS NULL OR document.published_on >= $published_from)
  AND ($published_to IS NULL OR document.published_on <= $published_to)
OPTIONAL MATCH (measure)-[:APPLIES_TO]->(place:Region)
CALL (measure) {
  OPTIONAL MATCH (measure)-[serves:SERVES]->(goal:Goal)
  WITH goal, serves
  ORDER BY goal.id
  RETURN collect(goal.id) AS goals,
         collect(goal.name) AS goal_names,
         reduce(all = [], ids IN collect(serves.statements) | all + ids) AS served
}
RETURN measure.id AS measure,
       measure.text AS text,
       role AS role,
       campaigns AS campaigns,
       campaign_names AS campaign_names,
       measure.modality AS modality,
       goals AS goals,
       goal_names AS goal_names,
       place.id AS region,
       place.name AS region_name,
       document.id AS document,
       document.title AS document_title,
       document.published_on AS published_on,
       passage.section AS section,
       passage.order AS position,
       held + served AS evidence
ORDER BY published_on IS NULL, published_on DESC, document, position, measure, role, region IS NULL, region
