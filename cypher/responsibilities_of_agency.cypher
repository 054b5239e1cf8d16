/*---
version: 1
status: stable
title: {zh: 某单位的职责, en: Responsibilities of an agency}
description:
  zh: 该单位牵头、参与、运行、推广或发布的事项，附原文；一项职责一行。
  en: What the agency leads, takes part in, operates, promotes or issues, with the words that say so; one row a responsibility.
ask:
  zh: ["{agency}负责什么", "{agency}有哪些职责", "{agency}牵头哪些工作"]
  en: ["what is {agency} responsible for", "responsibilities of {agency}"]
params:
  agency:
    type: ref(Agency)
    required: true
    values_from: agencies
    example: 吉林省市场监督管理厅
    description: {zh: 单位, en: The agency}
  role:
    type: list(string)
    enum:
      LEADS: {zh: 牵头, en: leads}
      PARTICIPATES_IN: {zh: 参与, en: takes part in}
      OPERATES: {zh: 运行, en: operates}
      PROMOTES: {zh: 推广, en: promotes}
      ISSUED_BY: {zh: 发布, en: issued}
    example: [LEADS]
    description: {zh: 只看这些职责, en: Only these roles}
returns:
  role: {type: string, label: {zh: 职责, en: Role}}
  subject: {type: ref(Plan|Campaign|Measure|Platform|Brand), role: id, label: {zh: 事项编号, en: Id}}
  subject_name: {type: string, role: label, label: {zh: 事项, en: What}}
  modality: {type: string, label: {zh: 情态, en: Modality}}
  quote: {type: string, label: {zh: 原文, en: Words}}
  evidence: {type: list(ref(Statement)), role: evidence, label: {zh: 依据, en: Evidence}}
tags: [agencies, measures]
shape: rows
order_by: [role, subject]
view: {kind: table, group: role}
evidence: evidence
examples:
  - {params: {agency: 吉林省市场监督管理厅}, at_least: 3}
---*/
MATCH (agency:Agency {id: $agency})-[role:LEADS|PARTICIPATES_IN|OPERATES|PROMOTES|ISSUED_BY]-(subject)
WHERE $role IS NULL OR type(role) IN $role
RETURN type(role) AS role,
       subject.id AS subject,
       subject.name AS subject_name,
       role.modality AS modality,
       role.quote AS quote,
       role.statements AS evidence
ORDER BY role, subject
