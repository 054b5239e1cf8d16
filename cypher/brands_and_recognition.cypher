/*---
version: 1
status: stable
title: {zh: 品牌与互认, en: Brands and their recognition}
description:
  zh: 品牌、所属地区、推广者、互认品牌和使用它的措施数；一个品牌一行。
  en: Brands with their regions, who promotes them, the brands they recognise, and how many measures use them; one row a brand.
ask:
  zh: ["有哪些品牌", "{region}有哪些品牌", "{brand}与哪些品牌互认", "谁在推广{brand}"]
  en: ["which brands are there", "brands of {region}", "which brands recognise {brand}", "who promotes {brand}"]
params:
  brand:
    type: ref(Brand)
    values_from: brands
    example: 吉致吉品
    description: {zh: 只看该品牌, en: Only this brand}
  region:
    type: ref(Region)
    values_from: regions
    example: "220000"
    description: {zh: 品牌适用或被其推广的地区，含其下辖地区, en: "Region where the brand holds or that promotes it, with those inside it"}
returns:
  brand: {type: ref(Brand), role: id, label: {zh: 品牌编号, en: Brand id}}
  brand_name: {type: string, role: label, label: {zh: 品牌, en: Brand}}
  regions: {type: list(ref(Region)), label: {zh: 地区编号, en: Region ids}}
  region_names: {type: list(string), role: place, label: {zh: 地区, en: Regions}}
  promoters: {type: list(ref(Agency|Region)), label: {zh: 推广者编号, en: Promoter ids}}
  promoter_names: {type: list(string), label: {zh: 推广者, en: Promoted by}}
  partners: {type: list(ref(Brand)), label: {zh: 互认品牌编号, en: Partner ids}}
  partner_names: {type: list(string), label: {zh: 互认品牌, en: Recognises}}
  measures: {type: int, role: measure, unit: "1", label: {zh: 使用它的措施数, en: Measures that use it}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [brands, regions]
shape: rows
order_by: [brand_name, brand]
view: {kind: table}
evidence: evidence
examples:
  - params: {brand: 吉致吉品}
    rows: 1
    contains: [{brand_name: 吉致吉品}]
---*/
MATCH (brand:Brand)
WHERE ($brand IS NULL OR brand.id = $brand)
  AND ($region IS NULL
       OR EXISTS { (brand)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) }
       OR EXISTS { (brand)<-[:PROMOTES]-(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
CALL (brand) {
  OPTIONAL MATCH (brand)-[holds:APPLIES_TO]->(place:Region)
  WITH place, holds
  ORDER BY place.id
  RETURN collect(place.id) AS regions,
         collect(place.name) AS region_names,
         reduce(all = [], ids IN collect(holds.statements) | all + ids) AS placed
}
CALL (brand) {
  OPTIONAL MATCH (brand)<-[promotes:PROMOTES]-(promoter:Agency|Region)
  WITH promoter, promotes
  ORDER BY promoter.id
  RETURN collect(promoter.id) AS promoters,
         collect(promoter.name) AS promoter_names,
         reduce(all = [], ids IN collect(promotes.statements) | all + ids) AS promoted
}
CALL (brand) {
  OPTIONAL MATCH (brand)-[recognises:RECOGNISES]-(partner:Brand)
  WITH partner, recognises
  ORDER BY partner.id
  RETURN collect(partner.id) AS partners,
         collect(partner.name) AS partner_names,
         reduce(all = [], ids IN collect(recognises.statements) | all + ids) AS recognised
}
CALL (brand) {
  OPTIONAL MATCH (brand)<-[uses:USES]-(measure:Measure)
  WITH measure, uses
  ORDER BY measure.id
  RETURN count(DISTINCT measure) AS measures,
         reduce(all = [], ids IN collect(uses.statements) | all + ids) AS used
}
RETURN brand.id AS brand,
       brand.name AS brand_name,
       regions AS regions,
       region_names AS region_names,
       promoters AS promoters,
       promoter_names AS promoter_names,
       partners AS partners,
       partner_names AS partner_names,
       measures AS measures,
       placed + promoted + recognised + used AS evidence
ORDER BY brand_name, brand
