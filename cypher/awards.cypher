/*---
version: 1
status: stable
title: {zh: 奖项与称号, en: Awards and statuses}
description:
  zh: 奖项、称号与试点资格，由谁获得或正在申报，附原文与日期；一个获得者与一个奖项一行。
  en: Prizes, titles and pilot statuses, who received them or applies for them, with words and date; one row for each recipient and award.
ask:
  zh: ["有哪些奖项", "{region}获得哪些奖项", "谁获得{award}"]
  en: ["which awards are there", "awards of {region}", "who received {award}"]
params:
  region:
    type: ref(Region)
    values_from: regions
    example: 青岛市
    description: {zh: 获得奖项的地区，或获奖单位所在的地区，含其下辖地区, en: "Region that received it or where the recipient has its seat, with those inside it"}
  award:
    type: ref(Award)
    values_from: awards
    example: 中国质量提名奖
    description: {zh: 奖项或称号, en: The award}
  modality:
    type: list(string)
    enum:
      done: {zh: 已获得, en: received}
      required: {zh: 要求, en: required}
      planned: {zh: 计划或申报, en: applied for}
      encouraged: {zh: 鼓励, en: encouraged}
    example: [done]
    description: {zh: 已获得还是正在申报, en: Received or applied for}
returns:
  award: {type: ref(Award), role: id, label: {zh: 奖项编号, en: Award id}}
  award_name: {type: string, role: label, label: {zh: 奖项, en: Award}}
  recipient: {type: ref(Agency|Organization|Region), label: {zh: 获得者编号, en: Recipient id}}
  recipient_name: {type: string, role: place, label: {zh: 获得者, en: Recipient}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  stated_on: {type: date, role: time, label: {zh: 最早见于, en: First stated on}}
  quote: {type: string, label: {zh: 原文, en: Words}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [awards, regions]
shape: rows
order_by: [award_name, award, recipient]
view: {kind: table, group: award_name}
evidence: evidence
examples:
  - {params: {}, at_least: 8, contains: [{award_name: 中国质量提名奖, recipient_name: 青岛市, modality: done}]}
  - {params: {region: 湛江市, modality: planned}, at_least: 1, contains: [{award_name: 国家知识产权示范培育城市}]}
---*/
CALL {
  MATCH (award:Award {id: $award})
  RETURN award
  UNION ALL
  MATCH (award:Award)
  WHERE $award IS NULL
  RETURN award
}
MATCH (award)<-[received:RECEIVED]-(recipient:Agency|Organization|Region)
WHERE ($modality IS NULL OR received.modality IN $modality)
  AND ($region IS NULL
       OR EXISTS { (recipient)-[:PART_OF*0..]->(:Region {id: $region}) }
       OR EXISTS { (recipient)-[:BASED_IN]->(:Region)-[:PART_OF*0..]->(:Region {id: $region}) })
UNWIND received.statements AS statement
MATCH (:Statement {id: statement})-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH award, recipient, received, min(document.published_on) AS stated_on
RETURN award.id AS award,
       award.name AS award_name,
       recipient.id AS recipient,
       recipient.name AS recipient_name,
       received.modality AS modality,
       stated_on AS stated_on,
       received.quote AS quote,
       received.statements AS evidence
ORDER BY award_name, award, recipient
