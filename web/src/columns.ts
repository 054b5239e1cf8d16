// Which columns of an answer a reader sees, and what stands in their cells.
// An id never stands alone: `region` gives its link to `region_name`, a list of ids to the list of names after it.

import { language, pick } from "./language";
import { modalityName, relationName } from "./kinds";
import { say } from "./say";
import type { Answer, Cell, Column, Contract, Row } from "./types";

export interface Shown {
  readonly column: Column;
  /** The column that holds the ids of what this one names. */
  readonly ids: Column | null;
  readonly label: string;
}

const isRef = (column: Column): boolean => /^(?:list\()?ref\b/.test(column.type);
const isList = (column: Column): boolean => column.type.startsWith("list(");

/** The columns to show, in their order; one in which no row says anything is left out. */
export function shown(answer: Answer): readonly Shown[] {
  const { columns } = answer;
  const named = new Map<Column, Column>();
  for (const [at, column] of columns.entries()) {
    const name = isRef(column) && column.role !== "evidence" ? nameOf(columns, at) : undefined;
    if (name && !named.has(name)) named.set(name, column);
  }
  const withName = new Set(named.values());
  const isLeftOut = (column: Column): boolean =>
    column.role === "evidence" || column.role === "alias" || withName.has(column) || isOtherTongue(columns, column);
  return columns
    .filter((column) => !isLeftOut(column) && isTold(answer, column))
    .map((column) => ({ column, ids: named.get(column) ?? (isRef(column) ? column : null), label: plain(column.label) }));
}

const isTold = (answer: Answer, column: Column): boolean =>
  answer.data.some((row) => {
    const cell = row[column.name];
    return cell !== null && cell !== undefined && !(Array.isArray(cell) && cell.length === 0);
  });

/** The label of a column without the mark that it holds ids. */
export const plain = (label: string): string => label.replace(/编号$| ids?$|（英文）| \(zh\)$/i, "");

/** The column of a role. */
export const ofRole = (answer: Answer, role: string): Column | undefined => answer.columns.find((column) => column.role === role);

/** A column, or the one beside it with English names for those who read English. */
export function inLanguage(answer: Answer, name: string): Column {
  const named = (wanted: string): Column | undefined => answer.columns.find((column) => column.name === wanted);
  const found = (language() === "en" ? named(`${name}_en`) : undefined) ?? named(name);
  return found ? { ...found, label: plain(found.label) } : { name, type: "string", label: name, unit: null, role: null };
}

/** The statement ids of a row. */
export function evidenceOf(answer: Answer, row: Row): readonly string[] {
  const column = ofRole(answer, "evidence");
  const ids = column ? row[column.name] : null;
  return Array.isArray(ids) ? [...new Set(ids as readonly string[])] : [];
}

/** A cell as text. */
export function text(cell: Cell | undefined, column: Column, contract: Contract): string {
  if (cell === null || cell === undefined) return column.type === "bool" ? say("unknown") : "";
  if (typeof cell === "boolean") return say(cell ? "yes" : "no");
  if (typeof cell === "number") return column.type === "year" ? String(cell) : cell.toLocaleString(language() === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 4 });
  if (Array.isArray(cell)) return (cell as readonly Cell[]).map((each) => text(each, column, contract)).join(language() === "zh" ? "、" : ", ");
  return typeof cell === "string" ? worded(cell, column.name, contract) : JSON.stringify(cell);
}

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤" };

/** What stands before a value for its comparator; nothing for `=`. */
export const sign = (comparator: string): string => (comparator === "=" ? "" : (SIGNS[comparator] ?? comparator));

function worded(value: string, name: string, contract: Contract): string {
  const known = contract.header.params[name]?.enum?.[value];
  if (known) return pick(known);
  if (name === "modality") return modalityName(value);
  if (value in SIGNS) return SIGNS[value] as string;
  return /^[A-Z]+(?:_[A-Z]+)*$/.test(value) ? relationName(value) : value;
}

function nameOf(columns: readonly Column[], at: number): Column | undefined {
  const ids = columns[at] as Column;
  if (isList(ids)) {
    const next = columns[at + 1];
    return next?.type === "list(string)" && next.role !== "alias" ? next : undefined;
  }
  const by = (name: string): Column | undefined => columns.find((column) => column.name === name);
  const english = language() === "en" ? by(`${ids.name}_name_en`) : undefined;
  return english ?? by(`${ids.name}_name`) ?? by(`${ids.name}_title`) ?? by(`${ids.name}_value`) ?? (ids.role === "id" ? columns.find((column) => column.role === "label") : undefined);
}

/** `goal_name` beside `goal_name_en`: one of the two is enough. */
function isOtherTongue(columns: readonly Column[], column: Column): boolean {
  const isEnglish = column.name.endsWith("_en");
  if (isEnglish) return language() === "zh";
  return language() === "en" && columns.some((other) => other.name === `${column.name}_en`);
}
