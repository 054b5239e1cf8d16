/*---
version: 1
status: stable
title: {zh: 某目标的责任单位, en: Bodies behind a goal}
description:
  zh: 牵头或参与服务于该目标（含下位目标）的措施、专项行动和规划的单位，以及发布这类规划的机关；一个单位一行。
  en: Bodies that lead or take part in the measures, campaigns and plans serving the goal or a narrower one, or issue such plans; one row a body.
ask:
  zh: ["{goal}由哪些部门负责", "哪些单位负责{goal}", "{region}的{goal}由谁牵头"]
  en: ["which agencies are responsible for {goal}", "who leads {goal} in {region}", "agencies of {goal}"]
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
    description: {zh: 措施、行动或规划所涉地区，含其下辖地区, en: "Region of the measure, campaign or plan, with those inside it"}
returns:
  agency: {type: ref(Agency|Organization), role: id, label: {zh: 单位编号, en: Body id}}
  agency_name: {type: string, role: label, label: {zh: 单位, en: Body}}
  leads: {type: int, role: measure, unit: "1", label: {zh: 牵头项数, en: Leads}}
  participates_in: {type: int, role: measure, unit: "1", label: {zh: 参与项数, en: Takes part in}}
  issues: {type: int, role: measure, unit: "1", label: {zh: 发布规划数, en: Plans issued}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [goals, agencies]
shape: rows
order_by: [leads desc, participates_in desc, issues desc, agency]
view: {kind: table}
evidence: evidence
examples:
  - {params: {goal: food-safety}, at_least: 2}
  - params: {goal: food-safety, region: 青岛市}
    at_least: 2
    contains: [{agency_name: 青岛市教育局, leads: 1, participates_in: 0}]
---*/
MATCH (:Goal {id: $goal})<-[:BROADER*0..]-(served:Goal)<-[:SERVES]-(action:Measure|Campaign|Plan)
WITH DISTINCT action
WHERE $region IS NULL
   OR EXISTS { (action)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) }
MATCH (action)-[role:LEADS|PARTICIPATES_IN|ISSUED_BY]-(body:Agency|Organization)
WITH body, role, action
ORDER BY type(role), action.id
WITH body,
     sum(CASE type(role) WHEN 'LEADS' THEN 1 ELSE 0 END) AS leads,
     sum(CASE type(role) WHEN 'PARTICIPATES_IN' THEN 1 ELSE 0 END) AS participates_in,
     sum(CASE type(role) WHEN 'ISSUED_BY' THEN 1 ELSE 0 END) AS issues,
     reduce(all = [], ids IN collect(role.statements) | all + ids) AS evidence
RETURN body.id AS agency,
       body.name AS agency_name,
       leads AS leads,
       participates_in AS participates_in,
       issues AS issues,
       evidence AS evidence
ORDER BY leads DESC, participates_in DESC, issues DESC, agency
