// What a reader has put aside: `label:Region`, `type:LEADS`, `modality:planned`, `region:<id>`, `year:2021`.
// The first three hide what they name; region and year keep alone what belongs there.

import { within, type Graph, type GraphEdge, type GraphNode, type Named } from "./model";

export interface Facets {
  readonly labels: readonly (readonly [string, number])[];
  readonly types: readonly (readonly [string, number])[];
  readonly modalities: readonly (readonly [string, number])[];
  readonly regions: readonly Named[];
  readonly years: readonly number[];
}

/** The part of a graph that the filters leave. */
export function filtered(graph: Graph, hidden: readonly string[]): Graph {
  const off = new Set(hidden);
  const region = valueOf(hidden, "region:");
  const year = Number(valueOf(hidden, "year:")) || null;
  const places = region ? placesOf(graph) : null;
  const holds = (node: GraphNode): boolean =>
    !off.has(`label:${node.label}`) && (!region || fitsRegion(node, region, places)) && (year === null || fitsYear(node, year));
  const joins = (edge: GraphEdge): boolean => !off.has(`type:${edge.type}`) && !(edge.modality && off.has(`modality:${edge.modality}`));
  return within(graph, holds, joins);
}

/** The value that a filter which there is once is set to. */
export const valueOf = (hidden: readonly string[], prefix: string): string | null => hidden.find((each) => each.startsWith(prefix))?.slice(prefix.length) ?? null;

/** What there is to filter by, the most frequent first. */
export function facets(graph: Graph): Facets {
  const nodes = [...graph.nodes.values()];
  const edges = [...graph.edges.values()];
  const years = new Set(nodes.flatMap((node) => span(node)?.filter(Number.isFinite) ?? []));
  return {
    labels: tally(nodes.map((node) => node.label)),
    types: tally(edges.map((edge) => edge.type)),
    modalities: tally(edges.map((edge) => edge.modality).filter((each) => each !== "")),
    regions: regionsOf(nodes),
    years: [...years].sort((a, b) => a - b),
  };
}

function regionsOf(nodes: readonly GraphNode[]): readonly Named[] {
  const all = nodes.flatMap((node) => (node.label === "Region" ? [node] : (node.regions ?? [])));
  return [...new Map(all.map((each) => [each.id, each])).values()].sort((a, b) => a.id.localeCompare(b.id));
}

/** A thing that says no place of its own fits every place. */
function fitsRegion(node: GraphNode, region: string, places: ReadonlyMap<string, ReadonlySet<string>> | null): boolean {
  if (node.label === "Region") return node.id === region;
  const own = places?.get(node.id);
  return own === undefined || own.has(region);
}

function placesOf(graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const node of graph.nodes.values()) if (node.regions) places.set(node.id, new Set(node.regions.map((each) => each.id)));
  for (const { type, start, end } of graph.edges.values()) {
    if (type === "APPLIES_TO" || type === "BASED_IN") places.set(start, (places.get(start) ?? new Set()).add(end));
  }
  return places;
}

function fitsYear(node: GraphNode, year: number): boolean {
  const own = span(node);
  return own === null || (own[0] <= year && year <= own[1]);
}

/** The years that a thing is of; null where it says none. */
function span({ properties }: GraphNode): readonly [number, number] | null {
  const from = properties["year_from"];
  if (typeof from === "number") return [from, typeof properties["year_to"] === "number" ? properties["year_to"] : from];
  const told = String(properties["period"] ?? properties["published_on"] ?? "").match(/\d{4}/g);
  return told ? [Number(told[0]), Number(told.at(-1))] : null;
}

function tally(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
