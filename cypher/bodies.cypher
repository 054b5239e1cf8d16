/*---
version: 1
status: stable
title: {zh: 单位与机构, en: Public and other bodies}
description:
  zh: 图中的公共机关和其他机构（企业、院所、协会等），附别名、所在地和牵头、参与、运行、推广、发布的事项数；一个单位一行。
  en: "The public bodies and the other ones (firms, institutes, associations) with other names, seat, and how many things they lead, take part in, operate, promote or issue; one row a body."
ask:
  zh: ["有哪些单位和机构", "有哪些企业和协会"]
  en: ["which bodies are there", "which firms and associations are there"]
params:
  kind:
    type: string
    enum:
      Agency: {zh: 公共机关, en: public body}
      Organization: {zh: 其他机构, en: other body}
    example: Organization
    description: {zh: 只看公共机关或只看其他机构, en: Only public bodies or only others}
returns:
  body: {type: ref(Agency|Organization), role: id, label: {zh: 单位编号, en: Body id}}
  body_name: {type: string, role: label, label: {zh: 单位, en: Body}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  seat_names: {type: list(string), role: place, label: {zh: 所在地, en: Seat}}
  responsibilities: {type: int, role: measure, unit: "1", label: {zh: 事项数, en: Responsibilities}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据（所在地）, en: Evidence of the seat}}
tags: [agencies, lists]
shape: rows
order_by: [responsibilities desc, body_name, body]
view: {kind: table}
evidence: evidence
examples:
  - {params: {}, at_least: 30, contains: [{body_name: 吉林省市场监督管理厅, kind: Agency}]}
  - {params: {kind: Organization}, at_least: 10, contains: [{body_name: 吉林省标准研究院}]}
---*/
MATCH (body:Agency|Organization)
WHERE $kind IS NULL OR labels(body)[0] = $kind
CALL (body) {
  OPTIONAL MATCH (body)-[sits:BASED_IN]->(seat:Region)
  WITH seat, sits
  ORDER BY seat.id
  RETURN collect(seat.name) AS seat_names, reduce(all = [], ids IN collect(sits.statements) | all + ids) AS evidence
}
OPTIONAL MATCH (body)-[role:LEADS|PARTICIPATES_IN|OPERATES|PROMOTES|ISSUED_BY]-()
WITH body, seat_names, evidence, count(role) AS responsibilities
RETURN body.id AS body,
       body.name AS body_name,
       coalesce(body.aliases, []) AS aliases,
       labels(body)[0] AS kind,
       seat_names AS seat_names,
       responsibilities AS responsibilities,
       evidence AS evidence
ORDER BY responsibilities DESC, body_name, body
