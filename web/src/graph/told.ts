// What the rows of an answer tell of the things that they are about: where and when, so that a graph can be filtered by it.

import { inLanguage, ofRole } from "../columns";
import type { Answer } from "../types";
import type { Graph, GraphNode, Named } from "./model";

const WHEN = ["year_from", "year_to", "period", "published_on"] as const;

/** The graph with the regions and years of the rows at the nodes that the rows are about. */
export function told(graph: Graph, answer: Answer): Graph {
  const id = ofRole(answer, "id")?.name;
  const region = answer.columns.find((column) => column.type === "ref(Region)" && column.name !== id)?.name;
  if (!id) return graph;
  const nodes = new Map<string, GraphNode>(graph.nodes);
  for (const row of answer.data) {
    const node = nodes.get(String(row[id]));
    if (!node) continue;
    const when = WHEN.filter((name) => name in row).map((name) => [name, row[name] ?? null] as const);
    const here = region && row[region] ? [{ id: String(row[region]), name: String(row[inLanguage(answer, `${region}_name`).name] ?? row[region]) }] : [];
    nodes.set(node.id, { ...node, properties: { ...node.properties, ...Object.fromEntries(when) }, ...regions(node, here) });
  }
  return { nodes, edges: graph.edges };
}

function regions({ regions: known = [] }: GraphNode, here: readonly Named[]): { readonly regions?: readonly Named[] } {
  const all = [...known, ...here];
  return all.length ? { regions: all } : {};
}
