// Where the things of a small graph stand. The same graph stands the same way each time: nothing here is random.

import { columnOf } from "../kinds";
import { degrees, type Graph, type GraphNode } from "./model";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Layout = "force" | "columns";
export type Positions = ReadonlyMap<string, Point>;

export const LABEL = { size: 13, most: 14, below: 24 } as const; // px, characters, px from the centre
const ROUNDS = 220;
const SPRING = 120; // px between things that are related
const GAP = 10; // px between labels

/** The name of a thing as it fits under its mark. */
export function short(name: string, most: number = LABEL.most): string {
  const signs = [...name];
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : name;
}

/** How wide a text is about, in px: a Chinese character is as wide as it is high, a Latin letter little over half. */
export function width(text: string): number {
  let units = 0;
  for (const each of text) units += /[\u0000-\u02ff]/.test(each) ? 0.58 : 1;
  return units * LABEL.size;
}

/** Positions in px, whose boxes of mark and label do not overlap. */
export function laidOut(graph: Graph, layout: Layout): Positions {
  return layout === "columns" ? inColumns(graph) : apart(graph, forced(graph));
}

interface Body {
  readonly node: GraphNode;
  x: number;
  y: number;
}

/** Things push each other off, relationships pull. Source: Fruchterman and Reingold, 1991. */
function forced(graph: Graph): Map<string, Body> {
  const bodies = new Map<string, Body>();
  const order = [...graph.nodes.values()];
  const degree = degrees(graph);
  order.sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || a.id.localeCompare(b.id));
  for (const [at, node] of order.entries()) {
    // On a spiral of the golden angle, the best connected in the middle.
    const far = 46 * Math.sqrt(at);
    bodies.set(node.id, { node, x: far * Math.cos(at * 2.39996), y: far * Math.sin(at * 2.39996) });
  }
  const all = [...bodies.values()];
  for (let round = 0; round < ROUNDS; round += 1) step(graph, bodies, all, 30 * (1 - round / ROUNDS) + 0.5);
  return bodies;
}

function step(graph: Graph, bodies: ReadonlyMap<string, Body>, all: readonly Body[], most: number): void {
  const moves = new Map(all.map((body) => [body, { x: -0.02 * body.x, y: -0.03 * body.y }]));
  const push = (body: Body, x: number, y: number): void => {
    const move = moves.get(body) as { x: number; y: number };
    move.x += x;
    move.y += y;
  };
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      const [dx, dy] = [one.x - other.x || 0.1, one.y - other.y];
      const force = (SPRING * SPRING * 0.8) / (dx * dx + dy * dy);
      push(one, dx * force, dy * force);
      push(other, -dx * force, -dy * force);
    }
  }
  for (const { start, end } of graph.edges.values()) {
    const [one, other] = [bodies.get(start), bodies.get(end)];
    if (!one || !other || one === other) continue;
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const force = (Math.hypot(dx, dy) / SPRING) * 0.4;
    push(one, dx * force, dy * force);
    push(other, -dx * force, -dy * force);
  }
  for (const [body, move] of moves) {
    const far = Math.hypot(move.x, move.y) || 1;
    body.x += (move.x / far) * Math.min(far, most);
    body.y += (move.y / far) * Math.min(far, most);
  }
}

/** Push boxes apart, along the way that is shorter, until none overlap. */
function apart(graph: Graph, bodies: ReadonlyMap<string, Body>): Positions {
  const all = [...graph.nodes.keys()].map((id) => {
    const body = bodies.get(id) as Body;
    return { body, half: Math.max(width(short(body.node.name)) / 2, 14) + GAP / 2 };
  });
  const height = LABEL.below + LABEL.size + GAP + 10;
  for (let round = 0; round < 300; round += 1) {
    let isMoved = false;
    for (const [at, one] of all.entries()) {
      for (const other of all.slice(at + 1)) {
        const [dx, dy] = [other.body.x - one.body.x, other.body.y - one.body.y];
        const [overX, overY] = [one.half + other.half - Math.abs(dx), height - Math.abs(dy)];
        if (overX <= 0 || overY <= 0) continue;
        isMoved = true;
        if (overX < overY) shift(one.body, other.body, "x", (overX / 2 + 0.5) * (dx < 0 ? -1 : 1));
        else shift(one.body, other.body, "y", (overY / 2 + 0.5) * (dy < 0 ? -1 : 1));
      }
    }
    if (!isMoved) break;
  }
  return new Map(all.map(({ body }) => [body.node.id, { x: body.x, y: body.y }]));
}

function shift(one: Body, other: Body, axis: "x" | "y", by: number): void {
  one[axis] -= by;
  other[axis] += by;
}

const COLUMN = 300; // px
const ROW = 34; // px

/** In columns a name stands beside its mark; so much of the line it takes. */
export const beside = (name: string): number => BESIDE.from + width(short(name, BESIDE.most));
export const BESIDE = { from: 15, most: 17 } as const; // px from the centre, characters

/** Goal, measure, body and so on from left to right; within a column near what a thing is related to. */
function inColumns(graph: Graph): Positions {
  const columns = new Map<number, GraphNode[]>();
  for (const node of graph.nodes.values()) {
    const at = columnOf(node.label);
    columns.set(at, [...(columns.get(at) ?? []), node]);
  }
  const used = [...columns.keys()].sort((a, b) => a - b);
  const next = neighboursOf(graph);
  const heights = new Map<string, number>();
  for (const at of [...used, ...used]) arrange(columns.get(at) as GraphNode[], next, heights);
  const positions = new Map<string, Point>();
  for (const [place, at] of used.entries()) {
    for (const node of columns.get(at) as GraphNode[]) positions.set(node.id, { x: place * COLUMN, y: heights.get(node.id) as number });
  }
  return positions;
}

function arrange(nodes: GraphNode[], next: ReadonlyMap<string, readonly string[]>, heights: Map<string, number>): void {
  const wish = (node: GraphNode): number => {
    const known = (next.get(node.id) ?? []).map((id) => heights.get(id)).filter((y): y is number => y !== undefined);
    return known.length ? known.reduce((sum, y) => sum + y, 0) / known.length : (heights.get(node.id) ?? 0);
  };
  const order = nodes.map((node) => [node, wish(node)] as const).sort((a, b) => a[1] - b[1] || a[0].id.localeCompare(b[0].id));
  for (const [at, [node]] of order.entries()) heights.set(node.id, (at - (nodes.length - 1) / 2) * ROW);
}

function neighboursOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const { start, end } of graph.edges.values()) {
    next.set(start, [...(next.get(start) ?? []), end]);
    next.set(end, [...(next.get(end) ?? []), start]);
  }
  return next;
}
