/*---
version: 1
status: stable
title: {zh: 人物与职务, en: People and posts}
description:
  zh: 谁在哪个单位任什么职务，附最近一份说到它的文件；一人一单位一行。
  en: Who holds which post in which body, with the latest document to say so; one row for each person and body.
ask:
  zh: ["谁任什么职务", "{agency}的领导是谁", "{person}任什么职务"]
  en: ["who holds which post", "who heads {agency}", "which post does {person} hold"]
params:
  agency:
    type: ref(Agency|Organization)
    values_from: bodies
    example: 青岛市市场监督管理局
    description: {zh: 单位, en: The body}
  person:
    type: ref(Person)
    values_from: people_and_posts
    example: 高善武
    description: {zh: 人物, en: The person}
returns:
  person: {type: ref(Person), role: id, label: {zh: 人物编号, en: Person id}}
  person_name: {type: string, role: label, label: {zh: 姓名, en: Person}}
  title: {type: string, label: {zh: 职务, en: Post}}
  body: {type: ref(Agency|Organization), label: {zh: 单位编号, en: Body id}}
  body_name: {type: string, label: {zh: 单位, en: Body}}
  stated_on: {type: date, role: time, label: {zh: 最近见于, en: Last stated on}}
  quote: {type: string, label: {zh: 原文, en: Words}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [people, agencies]
shape: rows
order_by: [body_name, body, person_name, person]
view: {kind: table, group: body_name}
evidence: evidence
examples:
  - {params: {}, at_least: 3, contains: [{person_name: 张洪彬, body_name: 吉林省市场监督管理厅}]}
  - {params: {agency: 青岛市市场监督管理局}, at_least: 1, contains: [{person_name: 高善武}]}
---*/
MATCH (person:Person)-[holds:HOLDS_POST]->(body:Agency|Organization)
WHERE ($person IS NULL OR person.id = $person)
  AND ($agency IS NULL OR body.id = $agency)
UNWIND holds.statements AS statement
MATCH (:Statement {id: statement})-[:STATED_IN]->(:Passage)-[:PART_OF]->(document:Document)
WITH person, holds, body, max(document.published_on) AS stated_on
RETURN person.id AS person,
       person.name AS person_name,
       holds.title AS title,
       body.id AS body,
       body.name AS body_name,
       stated_on AS stated_on,
       holds.quote AS quote,
       holds.statements AS evidence
ORDER BY body_name, body, person_name, person
