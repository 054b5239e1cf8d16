// How an answer is cited: the question, the state of the graph it was read from, and the address that asks it again.

import { pick } from "../language";
import { permalink, type Question } from "../location";
import { say } from "../say";
import { digest, ofRows } from "../seen";
import type { Answer, Contract } from "../types";
import type { Cited } from "./citation";

/** The address that comes back to exactly this view, and knows what stood there. */
export function permalinkOf(contract: Contract, answer: Answer, place: Question): string {
  return permalink(place, { version: answer.graph.version, seen: answer.page.truncated ? null : digest(ofRows(contract, answer)) });
}

export function ofAnswer(contract: Contract, answer: Answer, subject: string, place: Question): Cited {
  const title = pick(contract.header.title) + (subject ? `：${subject}` : "");
  return {
    author: say("title"),
    title: `${title}（${say("graphVersion", { n: answer.graph.version })}）`,
    published: "",
    place: permalink({ ...place, pick: null }, { version: answer.graph.version, seen: null }),
    key: `zhitu-${contract.id}-${answer.graph.version}`,
  };
}
