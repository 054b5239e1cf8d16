/*---
version: 1
status: stable
title: {zh: 专项行动, en: Campaigns}
description:
  zh: 专项行动、工程、试点与活动，附地区、牵头与参与单位、所落实的规划、所服务的目标、措施数和最早见于的日期；一个行动一行。
  en: Campaigns, programmes, pilots and events with their regions, who leads and takes part, the plans they carry out, the goals they serve, how many measures they have and when they are first seen; one row a campaign.
ask:
  zh: ["有哪些专项行动", "{region}有哪些专项行动", "{agency}牵头哪些专项行动", "{goal}有哪些专项行动"]
  en: ["which campaigns are there", "campaigns of {region}", "campaigns led by {agency}", "campaigns for {goal}"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: 青岛市
    description: {zh: 行动所涉地区，含其下辖地区, en: "Region of the campaign, with those inside it"}
  agency:
    type: ref(Agency)
    values_from: agencies
    example: 青岛市市场监督管理局
    description: {zh: 牵头或参与的单位, en: Agency that leads it or takes part}
  goal:
    type: ref(Goal)
    values_from: goals
    example: food-safety
    description: {zh: 行动或其措施所服务的目标，含其下位目标, en: "Goal that the campaign or a measure of it serves, with those below it"}
returns:
  campaign: {type: ref(Campaign), role: id, label: {zh: 行动编号, en: Campaign id}}
  campaign_name: {type: string, role: label, label: {zh: 专项行动, en: Campaign}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  lead_names: {type: list(string), label: {zh: 牵头单位, en: Led by}}
  participant_names: {type: list(string), label: {zh: 参与单位, en: With}}
  plan_names: {type: list(string), label: {zh: 所落实的规划, en: Carries out}}
  goal_names: {type: list(string), label: {zh: 目标, en: Goals}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
  first_on: {type: date, role: time, label: {zh: 最早见于, en: First seen on}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [campaigns, lists]
shape: rows
order_by: [measures desc, campaign_name, campaign]
view: {kind: table}
evidence: evidence
examples:
  - {params: {}, at_least: 30, contains: [{campaign_name: "“品质青岛”塑造工程", region_names: [青岛市], lead_names: [青岛市市场监督管理局]}]}
  - {params: {region: 青岛市}, at_least: 5}
  - {params: {goal: food-safety}, at_least: 3}
---*/
MATCH (campaign:Campaign)
WHERE ($region IS NULL OR EXISTS { (campaign)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
  AND ($agency IS NULL OR EXISTS { (campaign)<-[:LEADS|PARTICIPATES_IN]-(:Agency {id: $agency}) })
  AND ($goal IS NULL
       OR EXISTS { (campaign)-[:SERVES]->(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) }
       OR EXISTS { (campaign)<-[:IMPLEMENTS|USES]-(:Measure)-[:SERVES]->(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) })
CALL (campaign) {
  OPTIONAL MATCH (campaign)-[holds:APPLIES_TO]->(place:Region)
  WITH place, holds
  ORDER BY place.id
  RETURN collect(place.name) AS region_names,
         reduce(all = [], ids IN collect(holds.statements) | all + ids) AS placed
}
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[has:LEADS|PARTICIPATES_IN]-(body:Agency|Organization)
  WITH body, has
  ORDER BY body.id, type(has)
  RETURN [pair IN collect([type(has), body.name]) WHERE pair[0] = 'LEADS' | pair[1]] AS lead_names,
         [pair IN collect([type(has), body.name]) WHERE pair[0] = 'PARTICIPATES_IN' | pair[1]] AS participant_names,
         reduce(all = [], ids IN collect(has.statements) | all + ids) AS run_by
}
CALL (campaign) {
  OPTIONAL MATCH (campaign)-[belongs:IMPLEMENTS]->(plan:Plan)
  WITH plan, belongs
  ORDER BY plan.id
  RETURN collect(plan.name) AS plan_names,
         reduce(all = [], ids IN collect(belongs.statements) | all + ids) AS belonging
}
CALL (campaign) {
  OPTIONAL MATCH (campaign)-[serves:SERVES]->(goal:Goal)
  WITH goal, serves
  ORDER BY goal.id
  RETURN collect(goal.name) AS goal_names,
         reduce(all = [], ids IN collect(serves.statements) | all + ids) AS served
}
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[:IMPLEMENTS|USES]-(measure:Measure)
  RETURN count(DISTINCT measure) AS measures
}
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[:MENTIONS]-(:Passage)-[:PART_OF]->(document:Document)
  RETURN min(document.published_on) AS first_on
}
RETURN campaign.id AS campaign,
       campaign.name AS campaign_name,
       coalesce(campaign.aliases, []) AS aliases,
       region_names AS region_names,
       lead_names AS lead_names,
       participant_names AS participant_names,
       plan_names AS plan_names,
       goal_names AS goal_names,
       measures AS measures,
       first_on AS first_on,
       placed + run_by + belonging + served AS evidence
ORDER BY measures DESC, campaign_name, campaign
