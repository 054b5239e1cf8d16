// What those in the trade look at most: a dashboard is a few questions of the catalogue.

import type { Params } from "./location";
import type { Bilingual } from "./types";

export interface Panel {
  readonly query: string;
  readonly params: Params;
}

export interface Board {
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly panels: readonly Panel[];
}

const panel = (query: string, params: Params = {}): Panel => ({ query, params });

export const BOARDS: readonly Board[] = [
  {
    id: "targets",
    title: { zh: "目标值与结果", en: "Targets and results" },
    about: { zh: "定下的值与达到的值差多少，哪些没有达到。", en: "How far what was reached stands from what was set, and what was missed." },
    panels: [panel("targets_and_results")],
  },
  {
    id: "regions",
    title: { zh: "地区对照", en: "Regions compared" },
    about: { zh: "各地在同一指标、同一目标上的数值和措施数。", en: "The values of an indicator, and the measures for a goal, side by side." },
    panels: [panel("regions_and_indicators"), panel("compare_regions")],
  },
  {
    id: "plans",
    title: { zh: "规划时间线", en: "Plans along the years" },
    about: { zh: "哪些规划在哪几年有效，哪些值在哪年到期。", en: "Which plans hold in which years, and what is due when." },
    panels: [panel("plans_timeline"), panel("deadlines")],
  },
  {
    id: "who",
    title: { zh: "责任分工", en: "Who does what" },
    about: { zh: "从目标到措施，再到牵头和参与的单位。", en: "From goal to measures to the bodies that lead them or take part." },
    panels: [panel("who_does_what", { goal: ["goal:food-safety"] })],
  },
  {
    id: "gaps",
    title: { zh: "缺口", en: "Gaps" },
    about: { zh: "没有措施的目标，没有结果的目标值，没有责任单位的措施。", en: "Goals without measures, targets without results, measures without a body." },
    panels: [panel("goals_without_measures"), panel("targets_without_results"), panel("measures_without_agency"), panel("indicators_without_target")],
  },
];
