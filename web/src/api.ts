// Reads the API. An answer is kept until the graph changes, so going back costs nothing.

import { language } from "./language";
import type { Params } from "./location";
import type {
  Answer,
  Choice,
  Contract,
  DocumentText,
  GraphCounts,
  Hit,
  Language,
  Meanings,
  QuerySummary,
  Statement,
  TagInfo,
  Thing,
} from "./types";

export interface Proposal {
  readonly value: string;
  readonly label: string;
}

/** A problem document (RFC 9457), or what came in its place. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly nearest: readonly Proposal[] = [],
    /** The one at fault. */
    readonly parameter?: string,
    /** `/problems/{slug}`: stable. */
    readonly type?: string,
  ) {
    super(detail);
  }
}

const held = new Map<string, Promise<unknown>>();
const HELD = 200; // answers

export const MOST_ROWS = 10_000; // what the server gives at once unless its settings say otherwise

/** The JSON at an address, in the reader's language. Throws Problem. */
export function get<T>(path: string, params: Params = {}, lang: Language = language()): Promise<T> {
  const address = addressOf(path, { ...params, lang: [lang] });
  const known = held.get(address);
  if (known) return known as Promise<T>;
  const coming = fetched(address);
  held.set(address, coming);
  coming.catch(() => held.delete(address));
  if (held.size > HELD) held.delete(held.keys().next().value as string);
  return coming as Promise<T>;
}

/** Forget what was read: the graph has changed. */
export function forget(): void {
  held.clear();
}

/** A drawing, and the version of the graph that it shows. The browser reads it as XML: no text of it becomes markup of the page. */
export function drawing(address: string): Promise<{ readonly root: Element; readonly version: number }> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => {
      const root = request.status === 200 ? request.responseXML?.documentElement : null;
      if (root) done({ root, version: Number(request.getResponseHeader("X-Graph-Version")) });
      else failed(new Problem(request.status, request.statusText, address));
    };
    request.onerror = () => failed(new Problem(0, "", address));
    request.send();
  });
}

/** An address with its parameters. */
export function addressOf(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(params)) for (const value of values) query.append(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function fetched(address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { Accept: "application/json" } });
  } catch {
    throw new Problem(0, "", address);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const said = (body ?? {}) as Partial<Problem>;
  const { title, detail, nearest, parameter, type } = said;
  throw new Problem(response.status, title ?? response.statusText, detail ?? address, nearest, parameter, type);
}

export const catalogue = (lang: Language): Promise<{ data: QuerySummary[]; tags: TagInfo[] }> => get("/v1/queries", {}, lang);

export const contract = (query: string): Promise<Contract> => get(`/v1/queries/${encodeURIComponent(query)}`);

export const answer = (query: string, params: Params, limit: number, cursor?: string): Promise<Answer> =>
  get(`/v1/q/${encodeURIComponent(query)}`, { ...params, limit: [String(limit)], ...(cursor ? { cursor: [cursor] } : {}) });

export const choices = async (address: string, text: string, limit: number): Promise<readonly Choice[]> =>
  (await get<{ data: Choice[] }>(address, { q: [text], limit: [String(limit)] })).data;

export const thing = async (id: string): Promise<Thing> =>
  (await get<{ data: Thing }>(`/v1/nodes/${encodeURIComponent(id)}`)).data;

export const statement = async (id: string): Promise<Statement> =>
  (await get<{ data: Statement }>(`/v1/statements/${encodeURIComponent(id)}`)).data;

export const documentText = async (id: string): Promise<DocumentText> =>
  (await get<{ data: DocumentText }>(`/v1/documents/${encodeURIComponent(id)}`)).data;

export const search = async (text: string, labels: readonly string[], limit: number): Promise<readonly Hit[]> =>
  (await get<{ data: Hit[] }>("/v1/search", { q: [text], label: labels, limit: [String(limit)] })).data;

export const ask = (text: string): Promise<Meanings> => get("/v1/ask", { q: [text], limit: ["1"] });

export const counts = async (): Promise<GraphCounts> => (await get<{ data: GraphCounts }>("/v1/graph")).data;
