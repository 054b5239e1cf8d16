/*---
version: 1
status: stable
title: {zh: 目标、措施与责任单位, en: "Goals, measures and who answers for them"}
description:
  zh: 从目标到服务于它（含其下位目标）的措施，再到牵头或参与的单位；没有写明单位的措施不列。一个目标、一条措施与一个单位一行。
  en: From the goal, or a narrower one, over the measures that serve it to the bodies that lead them or take part; measures without a body are left out. One row for each goal, measure and body.
ask:
  zh: ["{goal}由谁做什么", "{region}在{goal}上谁做什么"]
  en: ["who does what for {goal}", "who does what for {goal} in {region}"]
params:
  goal:
    type: ref(Goal)
    required: true
    values_from: goals
    example: food-safety
    description: {zh: 目标，含其下位目标, en: "The goal, with those below it"}
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 措施所涉地区，含其下辖地区, en: "Region of the measure, with those inside it"}
  role:
    type: list(string)
    enum:
      LEADS: {zh: 牵头, en: leads}
      PARTICIPATES_IN: {zh: 参与, en: takes part in}
    example: [LEADS]
    description: {zh: 只看这些角色, en: Only these roles}
returns:
  goal: {type: ref(Goal), label: {zh: 目标编号, en: Goal id}}
  goal_name: {type: string, label: {zh: 目标, en: Goal (zh)}}
  goal_name_en: {type: string, label: {zh: 目标（英文）, en: Goal}}
  measure: {type: ref(Measure), role: id, label: {zh: 措施编号, en: Measure id}}
  text: {type: string, role: label, label: {zh: 措施, en: Measure}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  role: {type: string, label: {zh: 角色, en: Role}}
  body: {type: ref(Agency|Organization), label: {zh: 单位编号, en: Body id}}
  body_name: {type: string, label: {zh: 单位, en: Body}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [goals, measures, agencies]
shape: rows
order_by: [goal, body, measure, role]
view: {kind: sankey, levels: [goal_name, text, body_name]}
evidence: evidence
examples:
  - params: {goal: food-safety, region: 吉林省}
    at_least: 4
    contains: [{goal_name: 食品安全, body_name: 吉林省教育厅, role: PARTICIPATES_IN}]
---*/
MATCH (:Goal {id: $goal})<-[:BROADER*0..]-(served:Goal)<-[serves:SERVES]-(measure:Measure)
WHERE $region IS NULL OR EXISTS { (measure)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) }
MATCH (measure)<-[has:LEADS|PARTICIPATES_IN]-(body:Agency|Organization)
WHERE $role IS NULL OR type(has) IN $role
RETURN served.id AS goal,
       served.name AS goal_name,
       served.name_en AS goal_name_en,
       measure.id AS measure,
       measure.text AS text,
       measure.modality AS modality,
       type(has) AS role,
       body.id AS body,
       body.name AS body_name,
       serves.statements + has.statements AS evidence
ORDER BY goal, body, measure, role
