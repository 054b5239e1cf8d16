// How an answer is cited: the question, the state of the graph it was read from, and the address that asks it again.

import { pick } from "../language";
import { write, type Question } from "../location";
import { say } from "../say";
import { digest } from "../seen";
import type { Answer, Contract } from "../types";
import type { Cited } from "./citation";

/** The address that comes back to exactly this view, and knows what stood there. */
export function permalink(contract: Contract, answer: Answer, place: Question): string {
  return location.origin + write({ ...place, version: answer.graph.version, seen: digest(contract, answer) });
}

export function ofAnswer(contract: Contract, answer: Answer, subject: string, place: Question): Cited {
  const title = pick(contract.header.title) + (subject ? `：${subject}` : "");
  return {
    author: say("title"),
    title: `${title}（${say("graphVersion", { n: answer.graph.version })}）`,
    published: "",
    place: location.origin + write({ ...place, version: answer.graph.version, seen: null, pick: null }),
    key: `zhitu-${contract.id}-${answer.graph.version}`,
  };
}
