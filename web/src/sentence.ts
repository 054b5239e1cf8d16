// The plain sentence above an answer: how much it is, what is lacking, where and when. Made from the contract's types
// and the rows alone, so a new query has one without a line of code.

import { evidenceOf, ofRole, plain, shown } from "./columns";
import { language } from "./language";
import { counted, labelOf, labelsOf, ofThem } from "./kinds";
import { say } from "./say";
import type { Answer, Cell, Column, Contract, Row } from "./types";

const MOST_LABELS = 3; // counted apart

/** `subject` is what the question is about, as the reader calls it; empty where it is about nothing in particular. */
export function sentence(contract: Contract, answer: Answer, subject: string): string {
  const id = ofRole(answer, "id");
  const rows = distinct(answer.data, id);
  const label = labelsOf(id?.type ?? "")[0] ?? labelOf(String(rows[0]?.[id?.name ?? ""] ?? ""));
  const zh = language() === "zh";
  const least = answer.page.truncated ? (zh ? "至少 " : "at least ") : "";
  const parts = [opening(contract, label, subject, least + amount(rows, id, label)), lacking(answer, rows, label), judged(answer), where(answer), when(answer)];
  const said = parts.filter((part) => part !== "").join(zh ? "，" : "; ");
  return zh ? `${said}。` : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** "20 个目标值、5 份规划": how many there are of each label. */
function amount(rows: readonly Row[], id: Column | undefined, label: string): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const own = (id && labelOf(String(row[id.name] ?? ""))) || label;
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  if (counts.size > MOST_LABELS || counts.size === 0) return counted(rows.length, "");
  return [...counts].map(([own, n]) => counted(n, own)).join(language() === "zh" ? "、" : ", ");
}

function opening(contract: Contract, label: string, subject: string, many: string): string {
  const zh = language() === "zh";
  if (subject === "") return zh ? `共 ${many}` : many;
  const about = Object.values(contract.header.params).find((declared) => declared.required);
  const serves = label === "Measure" && labelsOf(about?.type ?? "").includes("Goal");
  if (serves) return zh ? `“${subject}”由 ${many}支撑` : `${many} serve “${subject}”`;
  return zh ? `“${subject}”：共 ${many}` : `${many} for “${subject}”`;
}

/** The first reference that some things lack: measures without a lead body, targets without a result. */
function lacking(answer: Answer, rows: readonly Row[], label: string): string {
  const id = ofRole(answer, "id");
  const names = new Map(shown(answer).map((each) => [each.ids?.name, each.label]));
  const asked = answer.columns.filter(
    (column) => column !== id && column.role !== "evidence" && /ref\(/.test(column.type) && !/Region|Document|Goal|Indicator/.test(column.type),
  );
  for (const column of asked) {
    const n = rows.filter((row) => isEmpty(row[column.name])).length;
    const what = names.get(column.name) ?? plain(column.label);
    if (n > 0) return language() === "zh" ? `其中 ${ofThem(n, label)}尚无${what}` : `${n} of them without ${what.toLowerCase()}`;
  }
  return "";
}

function judged(answer: Answer): string {
  const column = answer.columns.find((each) => each.type === "bool");
  if (!column) return "";
  const n = (value: Cell): number => answer.data.filter((row) => row[column.name] === value).length;
  const counts = [
    [n(true), say("yes")],
    [n(false), say("no")],
    [n(null), say("unknown")],
  ] as const;
  const zh = language() === "zh";
  const told = counts.filter(([many]) => many > 0).map(([many, word]) => `${word} ${many}`);
  return told.length ? `${plain(column.label)}${zh ? "（逐行）：" : " (row by row): "}${told.join(zh ? "、" : ", ")}` : "";
}

function where(answer: Answer): string {
  const column = ofRole(answer, "place");
  const places = values(answer, column);
  if (places.length < 2) return "";
  return language() === "zh" ? `涉及 ${places.length} 个地区` : `in ${places.length} regions`;
}

function when(answer: Answer): string {
  const years = values(answer, ofRole(answer, "time"))
    .map((value) => /\d{4}/.exec(value)?.[0] ?? "")
    .filter((year) => year !== "")
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return "";
  const span = first === last ? first : `${first}–${last}`;
  return language() === "zh" ? `时间为 ${span} 年` : `dated ${span}`;
}

/** How many statements an answer rests on. */
export const restsOn = (answer: Answer): number => new Set(answer.data.flatMap((row) => evidenceOf(answer, row))).size;

function values(answer: Answer, column: Column | undefined): readonly string[] {
  if (!column) return [];
  return [...new Set(answer.data.map((row) => row[column.name]).filter((cell) => !isEmpty(cell)).map(String))];
}

function distinct(rows: readonly Row[], id: Column | undefined): readonly Row[] {
  if (!id) return rows;
  return [...new Map(rows.map((row) => [row[id.name], row])).values()];
}

const isEmpty = (cell: Cell | undefined): boolean => cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
