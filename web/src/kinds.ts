// What labels and relationship types are called, how they are counted, and their colours in graphs.

import { language } from "./language";

interface Kind {
  readonly zh: string;
  readonly en: string;
  readonly many: string;
  /** The Chinese measure word. */
  readonly counted: string;
  /** On light and on dark ground; each stands out by 3:1 at least. */
  readonly colour: readonly [string, string];
  /** In which column of goal → measure → body it stands. */
  readonly column: number;
}

const KINDS: Readonly<Record<string, Kind>> = {
  Goal: { zh: "目标", en: "goal", many: "goals", counted: "个", colour: ["#0b6157", "#5cc7b6"], column: 0 },
  Plan: { zh: "规划", en: "plan", many: "plans", counted: "份", colour: ["#1d4f91", "#86b4f0"], column: 1 },
  Campaign: { zh: "专项行动", en: "campaign", many: "campaigns", counted: "项", colour: ["#5b3fa0", "#b8a0f0"], column: 1 },
  Measure: { zh: "措施", en: "measure", many: "measures", counted: "项", colour: ["#a35200", "#f0ab5c"], column: 2 },
  Agency: { zh: "公共机关", en: "public body", many: "public bodies", counted: "个", colour: ["#9b1c4b", "#f08bb0"], column: 3 },
  Organization: { zh: "其他机构", en: "other body", many: "other bodies", counted: "家", colour: ["#7a4069", "#d79cc6"], column: 3 },
  Person: { zh: "人物", en: "person", many: "persons", counted: "位", colour: ["#6b4d33", "#d0ac8a"], column: 3 },
  Brand: { zh: "品牌", en: "brand", many: "brands", counted: "个", colour: ["#a11d1d", "#f58f86"], column: 4 },
  Platform: { zh: "平台", en: "platform", many: "platforms", counted: "个", colour: ["#2f6b1f", "#93cf80"], column: 4 },
  Award: { zh: "奖项", en: "award", many: "awards", counted: "个", colour: ["#806000", "#dcc14f"], column: 4 },
  Region: { zh: "地区", en: "region", many: "regions", counted: "个", colour: ["#356573", "#8cc3d3"], column: 5 },
  Indicator: { zh: "指标", en: "indicator", many: "indicators", counted: "个", colour: ["#4a5a10", "#b5c96a"], column: 1 },
  Target: { zh: "目标值", en: "target", many: "targets", counted: "个", colour: ["#5a5a20", "#c9c980"], column: 2 },
  Result: { zh: "结果", en: "result", many: "results", counted: "个", colour: ["#20605a", "#80c9c0"], column: 3 },
  Document: { zh: "文件", en: "document", many: "documents", counted: "份", colour: ["#4d5a57", "#b3c0bc"], column: 6 },
  Passage: { zh: "语段", en: "passage", many: "passages", counted: "个", colour: ["#4d5a57", "#b3c0bc"], column: 6 },
  Statement: { zh: "陈述", en: "statement", many: "statements", counted: "条", colour: ["#4d5a57", "#b3c0bc"], column: 6 },
};

const RELATIONS: Readonly<Record<string, readonly [string, string]>> = {
  APPLIES_TO: ["适用于", "applies to"],
  AMENDS: ["修改", "amends"],
  BASED_IN: ["位于", "is based in"],
  BROADER: ["上位目标", "has the broader goal"],
  HOLDS_POST: ["任职于", "holds a post in"],
  IMPLEMENTS: ["落实", "implements"],
  ISSUED_BY: ["发布机关", "was issued by"],
  LEADS: ["牵头", "leads"],
  MEASURED_BY: ["衡量指标", "is measured by"],
  MENTIONS: ["提到", "mentions"],
  OF: ["所属指标", "is a value of"],
  OPERATES: ["运行", "operates"],
  PART_OF: ["隶属", "is part of"],
  PARTICIPATES_IN: ["参与", "takes part in"],
  PROMOTES: ["推广", "promotes"],
  PUBLISHED_BY: ["发布者", "was published by"],
  RECEIVED: ["获得", "received"],
  RECOGNISES: ["互认", "recognises"],
  REPEALS: ["废止", "repeals"],
  REPORTS: ["报告", "reports"],
  SERVES: ["服务于", "serves"],
  SETS: ["设定", "sets"],
  STATED_IN: ["载于", "is stated in"],
  SUCCEEDS: ["承接", "succeeds"],
  TEXT_OF: ["文本", "is the text of"],
  USES: ["使用", "uses"],
};

const MODALITIES: Readonly<Record<string, readonly [string, string]>> = {
  done: ["已完成", "done"],
  required: ["要求", "required"],
  planned: ["计划", "planned"],
  encouraged: ["鼓励", "encouraged"],
};

const PROPERTIES: Readonly<Record<string, readonly [string, string]>> = {
  also_at: ["另见", "also at"],
  code: ["区划代码", "code"],
  comparator: ["关系符", "comparator"],
  doc_number: ["文号", "document number"],
  end: ["结束位置", "ends at"],
  indicator: ["原文表述", "as worded"],
  kind: ["类别", "kind"],
  modality: ["情态", "modality"],
  order: ["次序", "order"],
  period: ["时期", "period"],
  published_on: ["发布日期", "published"],
  publisher: ["发布者", "publisher"],
  region: ["地区", "region"],
  section: ["章节", "section"],
  source: ["来源", "source"],
  start: ["起始位置", "starts at"],
  title: ["标题", "title"],
  unit: ["单位", "unit"],
  value: ["值", "value"],
  value_high: ["上限", "upper end"],
  year_from: ["起始年", "from"],
  year_to: ["截止年", "to"],
};

const FIRST = (): 0 | 1 => (language() === "zh" ? 0 : 1);

export const labelName = (label: string): string => KINDS[label]?.[language()] ?? label;
export const relationName = (type: string): string => RELATIONS[type]?.[FIRST()] ?? type;
export const propertyName = (property: string): string => PROPERTIES[property]?.[FIRST()] ?? property;
export const modalityName = (modality: string): string => MODALITIES[modality]?.[FIRST()] ?? modality;
export const columnOf = (label: string): number => KINDS[label]?.column ?? 6;
export const colourOf = (label: string, dark: boolean): string => KINDS[label]?.colour[dark ? 1 : 0] ?? (dark ? "#b3c0bc" : "#4d5a57");

/** The colour of a label as a page shows it, on light and on dark ground. */
export const inkOf = (label: string): string => `light-dark(${colourOf(label, false)}, ${colourOf(label, true)})`;

/** "12 项措施", "12 measures". */
export function counted(n: number, label: string): string {
  const kind = KINDS[label];
  if (language() === "zh") return kind ? `${n} ${kind.counted}${kind.zh}` : `${n} 行`;
  return kind ? `${n} ${n === 1 ? kind.en : kind.many}` : `${n} ${n === 1 ? "row" : "rows"}`;
}

/** "3 项", "3": a number of what has been named already. */
export const ofThem = (n: number, label: string): string => (language() === "zh" ? `${n} ${KINDS[label]?.counted ?? "行"}` : String(n));

/** The label that an id begins with: `goal:food-safety` is a Goal. */
export function labelOf(id: string): string {
  const begins = id.slice(0, id.indexOf(":")).toLowerCase();
  return Object.keys(KINDS).find((label) => label.toLowerCase() === begins) ?? "";
}

/** The labels of a type: `list(ref(Agency|Organization))` has two. */
export function labelsOf(type: string): readonly string[] {
  const inside = /ref\(([^()]*)\)/.exec(type)?.[1];
  return inside ? inside.split("|") : [];
}
