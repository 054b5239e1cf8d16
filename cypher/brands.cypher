/*---
version: 1
status: stable
title: {zh: 品牌名录, en: Brands}
description:
  zh: 图中的品牌，附别名和使用它的措施数；一个品牌一行。
  en: The brands of the graph with other names and how many measures use them; one row a brand.
ask:
  zh: ["品牌名录"]
  en: ["list of brands"]
returns:
  brand: {type: ref(Brand), role: id, label: {zh: 品牌编号, en: Brand id}}
  brand_name: {type: string, role: label, label: {zh: 品牌, en: Brand}}
  aliases: {type: list(string), role: alias, label: {zh: 别名, en: Other names}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 措施数, en: Measures}}
tags: [brands, lists]
shape: rows
order_by: [measures desc, brand_name, brand]
view: {kind: table}
evidence: {none: {zh: 数量由全图统计，无单句可依, en: "Counts over the whole graph, which no sentence states"}}
examples:
  - {params: {}, at_least: 3, contains: [{brand_name: 吉致吉品}]}
---*/
MATCH (brand:Brand)
OPTIONAL MATCH (brand)<-[:USES]-(measure:Measure)
WITH brand, count(DISTINCT measure) AS measures
RETURN brand.id AS brand,
       brand.name AS brand_name,
       coalesce(brand.aliases, []) AS aliases,
       measures AS measures
ORDER BY measures DESC, brand_name, brand
