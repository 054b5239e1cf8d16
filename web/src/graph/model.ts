// A graph as the explorer holds it: things, and relationships with the statements that bear them out.

import { labelOf } from "../kinds";
import type { Cell, Path, Statement } from "../types";

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, Cell>>;
  /** Where it holds, as far as that is known without its relationships. */
  readonly regions?: readonly Named[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface GraphEdge {
  /** `start TYPE end`, of which there is one. */
  readonly key: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly statements: readonly string[];
  readonly quote: string;
  readonly modality: string;
}

export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

export const NO_GRAPH: Graph = { nodes: new Map(), edges: new Map() };

/** The things and relationships of paths, each once. */
export function ofPaths(paths: readonly Path[]): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const path of paths) {
    for (const node of path.nodes) nodes.set(node.id, node);
    for (const { type, start, end, properties } of path.relationships) {
      const key = `${start} ${type} ${end}`;
      const statements = (properties["statements"] as readonly string[] | undefined) ?? [];
      edges.set(key, { key, type, start, end, statements, quote: words(properties["quote"]), modality: words(properties["modality"]) });
    }
  }
  return { nodes, edges };
}

/** What statements say: a relationship each, those that several state once. */
export function ofStatements(stated: readonly Statement[]): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const { id, type, subject, object, quote, modality } of stated) {
    for (const end of [subject, object]) nodes.set(end.id, { ...end, properties: {} });
    const key = `${subject.id} ${type} ${object.id}`;
    const known = edges.get(key);
    edges.set(key, known ? { ...known, statements: [...known.statements, id] } : { key, type, start: subject.id, end: object.id, statements: [id], quote, modality });
  }
  return { nodes, edges };
}

/** Both graphs in one. */
export function merged(one: Graph, other: Graph): Graph {
  return { nodes: new Map([...one.nodes, ...other.nodes]), edges: new Map([...one.edges, ...other.edges]) };
}

/** The part of a graph that holds these things, and the relationships between them. */
export function within(graph: Graph, holds: (node: GraphNode) => boolean, joins: (edge: GraphEdge) => boolean = () => true): Graph {
  const nodes = new Map([...graph.nodes].filter(([, node]) => holds(node)));
  const edges = new Map([...graph.edges].filter(([, edge]) => nodes.has(edge.start) && nodes.has(edge.end) && joins(edge)));
  return { nodes, edges };
}

/** How many relationships each thing has. */
export function degrees(graph: Graph): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { start, end } of graph.edges.values()) for (const id of [start, end]) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

/** The best connected part of a graph, `most` things at most. */
export function largest(graph: Graph, most: number): Graph {
  if (graph.nodes.size <= most) return graph;
  const degree = degrees(graph);
  const kept = new Set([...graph.nodes.keys()].sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0)).slice(0, most));
  return within(graph, (node) => kept.has(node.id));
}

/** The thing with an id, known by its id alone where the graph has no more. */
export const nodeOf = (graph: Graph, id: string): GraphNode => graph.nodes.get(id) ?? { id, label: labelOf(id), name: id, properties: {} };

const words = (cell: Cell | undefined): string => (typeof cell === "string" ? cell : "");
