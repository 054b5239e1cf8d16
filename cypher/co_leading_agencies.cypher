/*---
version: 1
status: stable
title: {zh: 共同牵头的单位, en: Bodies that lead together}
description:
  zh: 在同一措施、专项行动、规划或平台上共同牵头，或一方牵头、一方参与的两个单位及其项数；两个单位一行。给出单位时，它在前。
  en: Two bodies that lead the same measure, campaign, plan or platform, or of which one leads and the other takes part, with how many; one row a pair. With an agency given, it stands first.
ask:
  zh: ["哪些单位共同牵头", "{agency}与哪些单位共同牵头", "{agency}和谁合作", "哪些单位在{goal}上共同牵头"]
  en: ["which agencies lead together", "who leads together with {agency}", "partners of {agency}", "which agencies lead together on {goal}"]
params:
  agency:
    type: ref(Agency)
    values_from: agencies
    example: 吉林省市场监督管理厅
    description: {zh: 只看该单位与其他单位, en: Only this agency and its partners}
  goal:
    type: ref(Goal)
    values_from: goals
    example: food-safety
    description: {zh: 只看服务于该目标或其下位目标的事项, en: Only things that serve this goal or a narrower one}
returns:
  agency: {type: ref(Agency|Organization), role: id, label: {zh: 单位编号, en: Body id}}
  agency_name: {type: string, role: label, label: {zh: 单位, en: Body}}
  partner: {type: ref(Agency|Organization), label: {zh: 另一单位编号, en: Partner id}}
  partner_name: {type: string, label: {zh: 另一单位, en: Partner}}
  things: {type: int, role: measure, unit: "1", label: {zh: 共同事项数, en: Things shared}}
  lead_together: {type: int, role: measure, unit: "1", label: {zh: 共同牵头, en: Lead together}}
  agency_leads: {type: int, role: measure, unit: "1", label: {zh: 前者牵头、后者参与, en: "First leads, second takes part"}}
  partner_leads: {type: int, role: measure, unit: "1", label: {zh: 后者牵头、前者参与, en: "Second leads, first takes part"}}
  examples: {type: list(string), label: {zh: 举例, en: For example}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [agencies, measures]
shape: rows
order_by: [things desc, lead_together desc, agency, partner]
view: {kind: matrix, row: agency_name, column: partner_name, value: things}
evidence: evidence
examples:
  - params: {}
    at_least: 8
    contains: [{agency_name: 吉林省市场监督管理厅, partner_name: 吉林省教育厅}]
  - params: {agency: 吉林省教育厅}
    at_least: 1
    contains: [{agency_name: 吉林省教育厅, partner_name: 吉林省市场监督管理厅}]
---*/
CALL {
  MATCH (body:Agency {id: $agency})
  RETURN body
  UNION ALL
  MATCH (body:Agency|Organization)
  WHERE $agency IS NULL
  RETURN body
}
MATCH (body)-[one:LEADS|PARTICIPATES_IN]->(thing)<-[other:LEADS|PARTICIPATES_IN]-(partner:Agency|Organization)
WHERE (type(one) = 'LEADS' OR type(other) = 'LEADS')
  AND ($agency IS NOT NULL OR body.id < partner.id)
  AND body.id <> partner.id
  AND ($goal IS NULL OR EXISTS { (thing)-[:SERVES]->(:Goal)-[:BROADER*0..]->(:Goal {id: $goal}) })
WITH body, partner, thing, one, other
ORDER BY thing.name, thing.id, type(one), type(other)
WITH body, partner,
     count(DISTINCT thing) AS things,
     sum(CASE WHEN type(one) = type(other) THEN 1 ELSE 0 END) AS lead_together,
     sum(CASE WHEN type(one) <> type(other) AND type(one) = 'LEADS' THEN 1 ELSE 0 END) AS agency_leads,
     sum(CASE WHEN type(one) <> type(other) AND type(other) = 'LEADS' THEN 1 ELSE 0 END) AS partner_leads,
     collect(DISTINCT thing.name)[..5] AS examples,
     reduce(all = [], ids IN collect(one.statements + other.statements) | all + [id IN ids WHERE NOT id IN all]) AS evidence
RETURN body.id AS agency,
       body.name AS agency_name,
       partner.id AS partner,
       partner.name AS partner_name,
       things AS things,
       lead_together AS lead_together,
       agency_leads AS agency_leads,
       partner_leads AS partner_leads,
       examples AS examples,
       evidence AS evidence
ORDER BY things DESC, lead_together DESC, agency, partner
