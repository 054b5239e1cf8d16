// What things are called, where an answer gives their ids alone.

import { answer, thing } from "./api";
import { language } from "./language";
import type { Answer, Contract } from "./types";

/** The name of a thing in the reader's language; the id itself where nothing has it. */
export async function nameOf(id: string): Promise<string> {
  try {
    if (id.startsWith("goal:")) return (await goals()).get(id) ?? id;
    return (await thing(id)).name;
  } catch {
    return id;
  }
}

/** The names of several things by id. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)];
  const names = await Promise.all(known.map(nameOf));
  return new Map(known.map((id, at) => [id, names[at] as string]));
}

/** What a question is about: the name of the first thing that it must be given, and of the place. */
export async function subjectOf(contract: Contract, answer: Answer): Promise<string> {
  const about = Object.entries(contract.header.params).filter(([name, each]) => /ref\(/.test(each.type) && (each.required || name === "region"));
  const ids = about.map(([name]) => answer.params[name]).filter((id): id is string => typeof id === "string");
  return (await Promise.all(ids.map(nameOf))).join(" · ");
}

async function goals(): Promise<ReadonlyMap<string, string>> {
  const { data } = await answer("goals", {}, 1000);
  const column = language() === "en" ? "goal_name_en" : "goal_name";
  return new Map(data.map((row) => [String(row["goal"]), String(row[column] ?? row["goal_name"])]));
}
