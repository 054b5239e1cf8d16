// A graph as an SVG file of its own: every colour and font stands in it, so it looks the same wherever it is opened.

import { colourOf, labelName, relationName } from "../kinds";
import { escaped } from "../export/markup";
import { ends } from "./ends";
import { BESIDE, LABEL, short, width, type Layout, type Point, type Positions } from "./layout";
import type { Graph, GraphEdge } from "./model";

export const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const MARGIN = 70; // px

export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box around all positions, with room for names: below the marks, or beside them in columns. */
export function extent(positions: Positions, layout: Layout): Extent {
  const xs = [...positions.values()].map((point) => point.x);
  const ys = [...positions.values()].map((point) => point.y);
  const [left, top] = [Math.min(...xs, 0), Math.min(...ys, 0)];
  const [wide, high] = [Math.max(...xs, 0) - left, Math.max(...ys, 0) - top];
  if (layout === "columns") return { x: left - 24, y: top - 24, width: wide + 30 + BESIDE.from + LABEL.size * BESIDE.most, height: high + 48 };
  return { x: left - MARGIN - 30, y: top - MARGIN / 2, width: wide + 2 * MARGIN + 60, height: high + MARGIN * 1.4 };
}

/** The file, on light ground, with a key to its colours. */
export function picture(graph: Graph, positions: Positions, layout: Layout): string {
  const box = extent(positions, layout);
  const labels = [...new Set([...graph.nodes.values()].map((node) => node.label))];
  const edges = [...graph.edges.values()].map((edge) => line(edge, ends(graph, positions, layout, edge)));
  const nodes = [...graph.nodes.values()].map((node) => {
    const at = positions.get(node.id);
    if (!at) return "";
    const text =
      layout === "columns"
        ? `<text x="${n(at.x + BESIDE.from)}" y="${n(at.y + LABEL.size * 0.36)}">${escaped(short(node.name, BESIDE.most))}</text>`
        : `<text x="${n(at.x)}" y="${n(at.y + LABEL.below)}" text-anchor="middle">${escaped(short(node.name))}</text>`;
    return `<g><title>${escaped(`${labelName(node.label)} ${node.name}`)}</title><circle cx="${n(at.x)}" cy="${n(at.y)}" r="8" fill="${colourOf(node.label, false)}"/>${text}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(box.x)} ${n(box.y)} ${n(box.width)} ${n(box.height + 30)}" width="${n(box.width)}" height="${n(box.height + 30)}" font-family="${escaped(FONT)}" font-size="${LABEL.size}" fill="#1d2b2a">
<rect x="${n(box.x)}" y="${n(box.y)}" width="100%" height="100%" fill="#ffffff"/>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a9693"/></marker></defs>
<g stroke="#8a9693" stroke-width="1.2">
${edges.join("\n")}
</g>
${nodes.join("\n")}
${key(labels, box)}
</svg>
`;
}

function line(edge: GraphEdge, found: readonly [Point, Point] | null): string {
  if (!found) return "";
  const [from, to] = found;
  const title = `<title>${escaped(relationName(edge.type))}</title>`;
  return `<line x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(to.x)}" y2="${n(to.y)}" marker-end="url(#arrow)">${title}</line>`;
}

function key(labels: readonly string[], box: Extent): string {
  let x = box.x + 16;
  const y = box.y + box.height + 10;
  return labels
    .map((label) => {
      const made = `<circle cx="${n(x)}" cy="${n(y)}" r="6" fill="${colourOf(label, false)}"/><text x="${n(x + 11)}" y="${n(y + 4.5)}">${escaped(labelName(label))}</text>`;
      x += width(labelName(label)) + 40;
      return made;
    })
    .join("\n");
}

const n = (value: number): string => value.toFixed(1);
