// What a permalink remembers of an answer or a graph: for each row or relationship a digest of what it is and one of what it said.

import type { Graph, GraphEdge } from "./graph/model";
import { say } from "./say";
import type { Answer, Contract, Row } from "./types";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const KEY = 4; // digits of six bits: of 150 rows two are taken for one in a link of 1,500
const SAID = 2;
const MOST = 150; // items: an address stays below 1,000 characters

/** A row or a relationship, by digests of what it is and of what it says. */
export interface Item {
  readonly key: string;
  readonly said: string;
}

export interface Change {
  /** Keys of what is new, and of what says something else. */
  readonly fresh: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly gone: number;
}

/** The digests of all items; null where there are too many for an address. */
export const digest = (items: readonly Item[]): string | null =>
  items.length > MOST ? null : "r" + items.map(({ key, said }) => key + said).join("");

/** What has changed since a digest was made; null where it is none. */
export function compare(items: readonly Item[], digested: string): Change | null {
  const size = KEY + SAID;
  if (!digested.startsWith("r") || (digested.length - 1) % size !== 0) return null;
  const then = new Map<string, string>();
  for (let at = 1; at < digested.length; at += size) then.set(digested.slice(at, at + KEY), digested.slice(at + KEY, at + size));
  const fresh = new Set<string>();
  const changed = new Set<string>();
  for (const { key, said } of items) {
    const was = then.get(key);
    if (was === undefined) fresh.add(key);
    else if (was !== said) changed.add(key);
    then.delete(key);
  }
  return { fresh, changed, gone: then.size };
}

/** What a reader is told of an item since then. */
export const newsOf = (change: Change | null, key: string): string =>
  change?.fresh.has(key) ? say("fresh") : change?.changed.has(key) ? say("changed") : "";

/** The rows of an answer. */
export const ofRows = (contract: Contract, answer: Answer): readonly Item[] =>
  answer.data.map((row) => ({ key: key(contract, row), said: said(contract, row) }));

/** The relationships of a graph. */
export const ofEdges = (graph: Graph): readonly Item[] =>
  [...graph.edges.values()].map((edge) => ({ key: edgeKey(edge), said: digits(JSON.stringify([edge.modality, edge.statements]), SAID) }));

export const edgeKey = (edge: GraphEdge): string => digits(edge.key, KEY);

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
