// Where the reader is, as an address. Every view has one, and an address is all that it takes to come back to it.

import type { Cell, Language } from "./types";

export type Shown = "table" | "graph" | "chart";
export type Params = Readonly<Record<string, readonly string[]>>;

/** How an answer is looked at. */
export interface Look {
  readonly shown: Shown | null;
  /** The node, or the rows, that are selected. */
  readonly pick: string | null;
  readonly layout: string | null;
  /** What is filtered out of a graph: `label:Region`, `type:LEADS`, `modality:planned`. */
  readonly hidden: readonly string[];
  /** The column by which rows are sorted, with `-` before it where downwards. */
  readonly sort: string | null;
  /** Words that rows must hold. */
  readonly narrow: string | null;
}

/** The state of the graph when an address was written, with digests of what stood there. */
export interface Stamp {
  readonly version: number | null;
  readonly seen: string | null;
}

export interface Question extends Look, Stamp {
  readonly view: "question";
  readonly query: string;
  readonly params: Params;
}

export interface GraphPlace extends Stamp {
  readonly view: "graph";
  readonly centre: string;
  /** What is expanded: `id TYPE out|in`. */
  readonly open: readonly string[];
  readonly hidden: readonly string[];
  readonly pick: string | null;
  readonly layout: string | null;
}

export interface PathPlace extends Stamp {
  readonly view: "path";
  readonly from: string;
  readonly to: string;
}

export const PLAIN: Look = { shown: null, pick: null, layout: null, hidden: [], sort: null, narrow: null };
const NEW: Stamp = { version: null, seen: null };

export type Place =
  | Question
  | { readonly view: "home" }
  | { readonly view: "find"; readonly text: string }
  | { readonly view: "thing"; readonly id: string }
  | { readonly view: "document"; readonly id: string; readonly statement: string | null }
  | GraphPlace
  | PathPlace
  | { readonly view: "boards"; readonly board: string | null };

const PARAM = "p.";

/** The place that a query string names; home where it names none. */
export function read(search: string): Place {
  const given = new URLSearchParams(search);
  const one = (name: string): string => given.get(name) ?? "";
  const maybe = (name: string): string | null => given.get(name);
  switch (given.get("view")) {
    case "question":
      return {
        view: "question",
        query: one("query"),
        params: paramsOf(given),
        shown: shownOf(one("shown")),
        pick: maybe("pick"),
        layout: maybe("layout"),
        hidden: given.getAll("hidden"),
        sort: maybe("sort"),
        narrow: maybe("narrow"),
        ...stampOf(given),
      };
    case "find":
      return { view: "find", text: one("text") };
    case "thing":
      return { view: "thing", id: one("id") };
    case "document":
      return { view: "document", id: one("id"), statement: maybe("statement") };
    case "graph":
      return {
        view: "graph",
        centre: one("centre"),
        open: given.getAll("open"),
        hidden: given.getAll("hidden"),
        pick: maybe("pick"),
        layout: maybe("layout"),
        ...stampOf(given),
      };
    case "path":
      return { view: "path", from: one("from"), to: one("to"), ...stampOf(given) };
    case "boards":
      return { view: "boards", board: maybe("board") };
    default:
      return { view: "home" };
  }
}

/** The address of a place, without the language: that is the reader's, not the place's. */
export function write(place: Place): string {
  if (place.view === "home") return "/";
  const made = new URLSearchParams();
  for (const [name, value] of Object.entries(place)) {
    if (name === "params") {
      for (const [key, values] of Object.entries(value as Params)) for (const each of values) made.append(PARAM + key, each);
    } else if (Array.isArray(value)) {
      for (const each of value as readonly string[]) made.append(name, each);
    } else if (value !== null && value !== "") {
      made.set(name, String(value));
    }
  }
  return `/?${made}`;
}

/** A question as one begins it. */
export function question(query: string, params: Params = {}): Question {
  return { view: "question", query, params, ...PLAIN, ...NEW };
}

/** The values of parameters, as the API gives them, as an address has them; what is not given is left out. */
export function paramsFrom(given: Readonly<Record<string, Cell>>): Params {
  const all = Object.entries(given).filter(([, value]) => value !== null);
  return Object.fromEntries(all.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]]));
}

/** A graph as one begins it: one thing with what is next to it. */
export function around(centre: string): Place {
  return { view: "graph", centre, open: [], hidden: [], pick: null, layout: null, ...NEW };
}

/** The paths between two things. */
export function between(from: string, to: string): PathPlace {
  return { view: "path", from, to, ...NEW };
}

/** The address that comes back to a place and knows what stood there. */
export const permalink = (place: Question | GraphPlace | PathPlace, stamp: Stamp): string => location.origin + write({ ...place, ...stamp });

/** The language that the address asks for. */
export function asked(search: string): Language | null {
  const lang = new URLSearchParams(search).get("lang");
  return lang === "zh" || lang === "en" ? lang : null;
}

type Listener = () => void;
const listeners = new Set<Listener>();

/** Go to a place; `replace` leaves no step to go back to. */
export function go(place: Place, replace = false): void {
  const address = write(place);
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  for (const each of listeners) each();
}

/** Call back whenever the place changes. Gives the way to end it. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

function paramsOf(given: URLSearchParams): Params {
  const params: Record<string, string[]> = {};
  for (const [name, value] of given) if (name.startsWith(PARAM)) (params[name.slice(PARAM.length)] ??= []).push(value);
  return params;
}

function stampOf(given: URLSearchParams): Stamp {
  return { version: Number(given.get("version")) || null, seen: given.get("seen") };
}

function shownOf(text: string): Shown | null {
  return text === "table" || text === "graph" || text === "chart" ? text : null;
}
