/*---
version: 1
status: stable
title: {zh: 单位名录, en: Agencies}
description:
  zh: 图中的公共机关，附别名和牵头、参与、运行、推广、发布的事项数；一个单位一行。
  en: The public bodies of the graph with other names and how many things they lead, take part in, operate, promote or issue; one row a body.
ask:
  zh: ["有哪些单位", "有哪些部门"]
  en: ["which agencies are there", "list of agencies"]
returns:
  agency: {type: ref(Agency), role: id, label: {zh: 单位编号, en: Agency id}}
  agency_name: {type: string, role: label, label: {zh: 单位, en: Agency}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  kind: {type: string, label: {zh: 类别, en: Kind}}
  responsibilities: {type: int, role: measure, unit: "1", label: {zh: 事项数, en: Responsibilities}}
tags: [agencies, lists]
shape: rows
order_by: [responsibilities desc, agency_name, agency]
view: {kind: table}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {}, at_least: 3}
---*/
MATCH (agency:Agency)
OPTIONAL MATCH (agency)-[role:LEADS|PARTICIPATES_IN|OPERATES|PROMOTES|ISSUED_BY]-()
WITH agency, count(role) AS responsibilities
RETURN agency.id AS agency,
       agency.name AS agency_name,
       coalesce(agency.aliases, []) AS aliases,
       agency.kind AS kind,
       responsibilities AS responsibilities
ORDER BY responsibilities DESC, agency_name, agency
