// What a permalink remembers of an answer: for each row a digest of what it is and one of what it said.

import type { Answer, Contract, Row } from "./types";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const KEY = 4; // digits of six bits: of 150 rows two are taken for one in a link of 1,500
const SAID = 2;
const MOST = 150; // rows: an address stays below 1,000 characters

export interface Change {
  readonly fresh: ReadonlySet<Row>;
  readonly changed: ReadonlySet<Row>;
  readonly gone: number;
}

/** The digests of an answer's rows; null where there are too many for an address. */
export function digest(contract: Contract, answer: Answer): string | null {
  if (answer.page.truncated || answer.data.length > MOST) return null;
  return "r" + answer.data.map((row) => key(contract, row) + said(contract, row)).join("");
}

/** What has changed since a digest was made; null where it is none. */
export function compare(contract: Contract, answer: Answer, digested: string): Change | null {
  const size = KEY + SAID;
  if (!digested.startsWith("r") || (digested.length - 1) % size !== 0) return null;
  const then = new Map<string, string>();
  for (let at = 1; at < digested.length; at += size) then.set(digested.slice(at, at + KEY), digested.slice(at + KEY, at + size));
  const fresh = new Set<Row>();
  const changed = new Set<Row>();
  for (const row of answer.data) {
    const known = key(contract, row);
    const was = then.get(known);
    if (was === undefined) fresh.add(row);
    else if (was !== said(contract, row)) changed.add(row);
    then.delete(known);
  }
  return { fresh, changed, gone: then.size };
}

/** What tells a row from the others: the columns that order the answer, together unique by contract. */
export function key(contract: Contract, row: Row): string {
  const columns = contract.header.order_by.map((term) => term.split(" ")[0] as string);
  const told = columns.length ? columns.map((name) => row[name] ?? null) : Object.values(row);
  return digits(JSON.stringify(told), KEY);
}

function said(contract: Contract, row: Row): string {
  const evidence = typeof contract.header.evidence === "string" ? contract.header.evidence : "";
  const cells = Object.entries(row).filter(([name]) => name !== evidence);
  return digits(JSON.stringify(cells), SAID);
}

/** FNV-1a over the UTF-16 units, the highest bits first. Source: Fowler, Noll and Vo. */
function digits(text: string, count: number): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash ^= hash >>> 13;
  let made = "";
  for (let at = 0; at < count; at += 1) made += DIGITS[(hash >>> (26 - 6 * at)) & 63];
  return made;
}
