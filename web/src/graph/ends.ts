// Where the line of a relationship begins and ends, so that it crosses neither marks nor names.

import { beside, type Layout, type Point, type Positions } from "./layout";
import { nodeOf, type Graph, type GraphEdge } from "./model";

const RIM = 11; // px from the centre of a mark

/** The two ends of a line, its arrow at the second; null where it has none to draw. */
export function ends(graph: Graph, positions: Positions, layout: Layout, edge: GraphEdge): readonly [Point, Point] | null {
  const [from, to] = [positions.get(edge.start), positions.get(edge.end)];
  if (!from || !to || edge.start === edge.end) return null;
  if (layout === "columns" && from.x !== to.x) {
    // From the right end of the left name to the left of the right mark.
    const isForward = from.x < to.x;
    const [left, right] = isForward ? [edge.start, edge.end] : [edge.end, edge.start];
    const one = { x: (positions.get(left) as Point).x + beside(nodeOf(graph, left).name) + 6, y: (positions.get(left) as Point).y };
    const other = { x: (positions.get(right) as Point).x - RIM, y: (positions.get(right) as Point).y };
    return isForward ? [one, other] : [other, one];
  }
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [((to.x - from.x) / far) * RIM, ((to.y - from.y) / far) * RIM];
  return [
    { x: from.x + dx, y: from.y + dy },
    { x: to.x - dx, y: to.y - dy },
  ];
}
