/*---
version: 1
status: stable
title: {zh: 地区, en: Regions}
description:
  zh: 图中的地区，附上级地区和所涉文件数；一个地区一行。
  en: The regions of the graph with the region above and how many documents are about them; one row a region.
ask:
  zh: ["有哪些地区", "涉及哪些地区"]
  en: ["which regions are there", "list of regions"]
returns:
  region: {type: ref(Region), role: id, label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: label, label: {zh: 地区, en: Region}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  kind: {type: string, label: {zh: 级别, en: Kind}}
  within: {type: ref(Region), label: {zh: 上级地区, en: Within}}
  documents: {type: int, role: measure, unit: "1", label: {zh: 文件数, en: Documents}}
tags: [regions, lists]
shape: rows
order_by: [documents desc, region, within nulls last]
view: {kind: table}
evidence: {none: {zh: 地区隶属出自数据表，数量由全图统计, en: "Divisions come from a table, counts from the whole graph"}}
examples:
  - {params: {}, at_least: 3, contains: [{region: "region:220000", region_name: 吉林省}]}
---*/
MATCH (region:Region)
OPTIONAL MATCH (region)-[:PART_OF]->(within:Region)
OPTIONAL MATCH (region)<-[:APPLIES_TO]-(document:Document)
WITH region, within, count(DISTINCT document) AS documents
RETURN region.id AS region,
       region.name AS region_name,
       coalesce(region.aliases, []) AS aliases,
       region.kind AS kind,
       within.id AS within,
       documents AS documents
ORDER BY documents DESC, region, within IS NULL, within
