// Statements by their ids, in portions that fit an address.

import { get } from "./api";
import type { Statement } from "./types";

const PORTION = 100;

/** The statements with these ids, in the order of documents; one that is gone is left out. */
export async function statements(ids: readonly string[]): Promise<readonly Statement[]> {
  const portions: string[][] = [];
  for (let at = 0; at < ids.length; at += PORTION) portions.push(ids.slice(at, at + PORTION));
  const found = await Promise.all(portions.map((id) => get<{ data: Statement[] }>("/v1/statements", { id })));
  return found.flatMap((each) => each.data);
}
