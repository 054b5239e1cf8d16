/*---
version: 1
status: stable
title: {zh: 平台名录, en: Platforms}
description:
  zh: 图中的平台与设施，附别名和使用它的措施数；一个平台一行。
  en: The platforms and facilities of the graph with other names and how many measures use them; one row a platform.
ask:
  zh: ["有哪些平台", "平台名录"]
  en: ["which platforms are there", "list of platforms"]
returns:
  platform: {type: ref(Platform), role: id, label: {zh: 平台编号, en: Platform id}}
  platform_name: {type: string, role: label, label: {zh: 平台, en: Platform}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
tags: [platforms, lists]
shape: rows
order_by: [measures desc, platform_name, platform]
view: {kind: table}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {}, at_least: 30, contains: [{platform_name: 东北区域NQI高地}]}
---*/
MATCH (platform:Platform)
OPTIONAL MATCH (platform)<-[:USES]-(measure:Measure)
WITH platform, count(DISTINCT measure) AS measures
RETURN platform.id AS platform,
       platform.name AS platform_name,
       coalesce(platform.aliases, []) AS aliases,
       measures AS measures
ORDER BY measures DESC, platform_name, platform
