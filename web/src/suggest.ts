// What a reader may mean while typing: things by name, English or pinyin, and the catalogue's questions.

import { ask, catalogue, choices } from "./api";
import { labelOf } from "./kinds";
import { language } from "./language";
import { paramsFrom, question, type Params, type Place } from "./location";
import type { Choice, QuerySummary } from "./types";

export interface Suggestion {
  readonly text: string;
  readonly kind: "thing" | "question";
  /** Of a thing. */
  readonly label: string;
  readonly place: Place;
}

const THINGS = "/v1/queries/neighbourhood/values/node";
const MOST_THINGS = 6;
const MOST_QUESTIONS = 6;

/** The suggestions for a text, best first; questions that fit it wholly stand before all else. */
export async function suggest(text: string): Promise<readonly Suggestion[]> {
  const wanted = text.trim();
  if (wanted === "") return [];
  const [things, queries] = await Promise.all([choices(THINGS, wanted, MOST_THINGS), questions()]);
  const whole = askedWhole(wanted, queries);
  const about = things.filter((each) => each.match !== "alike").slice(0, 2).flatMap((each) => aboutThing(each, queries));
  const partly = queries.flatMap((query) => partlyLike(wanted, query));
  const asked = unique([...whole, ...about, ...partly]).slice(0, MOST_QUESTIONS);
  const named = things.map(asThing);
  return whole.length ? [...asked, ...named] : [...named, ...asked];
}

/** Where a text leads: to the question that it asks, word for word or as the server understands it, else to a search. */
export async function leadsTo(text: string): Promise<Place> {
  const whole = askedWhole(text, await questions())[0];
  if (whole) return whole.place;
  const meant = await ask(text).catch(() => null);
  return meant?.meaning ? question(meant.meaning.query, paramsFrom(meant.meaning.params)) : { view: "find", text };
}

/** The questions about a thing, in the reader's language. */
export async function questionsAbout(id: string, name: string): Promise<readonly Suggestion[]> {
  const thing: Choice = { value: id, label: name, label_zh: name, label_en: null, aliases: [], pinyin: "", count: null, match: "exact" };
  return unique(aboutThing(thing, (await catalogue(language())).data));
}

/** The catalogue in both languages, that of the reader first. */
async function questions(): Promise<readonly QuerySummary[]> {
  const own = language();
  const [first, second] = await Promise.all([catalogue(own), catalogue(own === "zh" ? "en" : "zh")]);
  return [...first.data, ...second.data];
}

function askedWhole(text: string, queries: readonly QuerySummary[]): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const query of queries) {
    for (const ask of query.ask) {
      const params = filled(ask, text);
      if (params) found.push({ text, kind: "question", label: "", place: question(query.id, params) });
    }
  }
  // The more of the words are the question's own, the less is guessed.
  return found.sort((a, b) => guessed(a) - guessed(b));
}

const guessed = (each: Suggestion): number =>
  each.place.view === "question" ? Object.values(each.place.params).flat().join("").length : 0;

/** The slots of a question filled from a text: `{goal}` of "measures for {goal}" is `food` in "measures for food". */
export function filled(ask: string, text: string): Params | null {
  const names: string[] = [];
  const pattern = ask
    .split(/(\{\w+\})/)
    .map((part) => {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1];
      if (slot === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
      names.push(slot);
      return "(.+?)";
    })
    .join("");
  const match = new RegExp(`^${pattern}[?？。]?$`, "i").exec(text);
  if (!match) return null;
  return Object.fromEntries(names.map((name, at) => [name, [(match[at + 1] as string).replace(/^[“"]|[”"]$/g, "")]]));
}

function aboutThing(thing: Choice, queries: readonly QuerySummary[]): readonly Suggestion[] {
  const slot = `{${labelOf(thing.value).toLowerCase()}}`;
  
  return queries.flatMap((query) => {
    const ask = query.ask.find((each) => each.includes(slot) && each.replace(slot, "").search(/\{\w+\}/) < 0);
    if (ask === undefined) return [];
    const place = question(query.id, { [slot.slice(1, -1)]: [thing.value] });
    return [{ text: ask.replace(slot, thing.label), kind: "question", label: "", place } as const];
  });
}

function partlyLike(text: string, query: QuerySummary): readonly Suggestion[] {
  const low = text.toLowerCase();
  const open = [query.title, ...query.ask].find((each) => each.toLowerCase().includes(low));
  if (open === undefined) return [];
  return [{ text: query.title, kind: "question", label: "", place: question(query.id) }];
}

function asThing(choice: Choice): Suggestion {
  const label = labelOf(choice.value);
  const place: Place = label === "Document" ? { view: "document", id: choice.value, statement: null } : { view: "thing", id: choice.value };
  return { text: choice.label, kind: "thing", label, place };
}

function unique(all: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = each.place.view === "question" ? `${each.place.query} ${JSON.stringify(each.place.params)}` : each.text;
    return !seen.has(key) && seen.add(key);
  });
}

