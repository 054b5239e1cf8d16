import { useRef, useState } from "preact/hooks";
import { inkOf, labelName, relationName } from "../kinds";
import { say } from "../say";
import { ends } from "./ends";
import { BESIDE, LABEL, short, type Layout, type Point, type Positions } from "./layout";
import { type Graph, type GraphEdge } from "./model";
import { extent, type Extent } from "./picture";

interface Props {
  readonly graph: Graph;
  readonly positions: Positions;
  readonly layout: Layout;
  readonly picked: string | null;
  readonly pick: (id: string) => void;
  /** Opens what a line rests on; by keyboard the table beside the graph does. */
  readonly open: (edge: GraphEdge) => void;
}

const ZOOM = 1.3;
const [LEAST, MOST] = [360, 1100]; // px high: within, a graph is drawn as large as its letters are meant

/** A small graph: every node is a button, in the order of the table beside it. */
export function SvgGraph({ graph, positions, layout, picked, pick, open }: Props) {
  const whole = extent(positions, layout);
  const [moved, setMoved] = useState<{ of: Positions; box: Extent } | null>(null);
  const box = moved?.of === positions ? moved.box : whole;
  const held = useRef<Point | null>(null);
  const frame = useRef<SVGSVGElement>(null);
  const set = (wanted: Extent | null): void => setMoved(wanted && { of: positions, box: wanted });
  const zoom = (by: number): void =>
    set({ x: box.x + (box.width * (1 - 1 / by)) / 2, y: box.y + (box.height * (1 - 1 / by)) / 2, width: box.width / by, height: box.height / by });
  const drag = (event: PointerEvent): void => {
    if (!held.current || !frame.current) return;
    const scale = Math.max(box.width / frame.current.clientWidth, box.height / frame.current.clientHeight);
    set({ ...box, x: box.x - (event.clientX - held.current.x) * scale, y: box.y - (event.clientY - held.current.y) * scale });
    held.current = { x: event.clientX, y: event.clientY };
  };
  const near = new Set([...graph.edges.values()].filter((edge) => edge.start === picked || edge.end === picked).flatMap((edge) => [edge.start, edge.end]));
  return (
    <div class="canvas">
      <svg
        ref={frame}
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        style={{ height: `${Math.min(Math.max(whole.height, LEAST), MOST)}px` }}
        role="group"
        aria-label={say("graphOf", { n: graph.nodes.size, m: graph.edges.size })}
        onPointerDown={(event) => (held.current = { x: event.clientX, y: event.clientY })}
        onPointerMove={drag}
        onPointerUp={() => (held.current = null)}
        onPointerLeave={() => (held.current = null)}
      >
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="5" markerHeight="5" orient="auto-start-reverse">
            <path d="M0 0L8 4L0 8z" class="arrow" />
          </marker>
        </defs>
        {[...graph.edges.values()].map((edge) => (
          <Line key={edge.key} edge={edge} ends={ends(graph, positions, layout, edge)} isNear={edge.start === picked || edge.end === picked} open={open} />
        ))}
        {[...graph.nodes.values()].map((node) => {
          const at = positions.get(node.id);
          if (!at) return null;
          const state = node.id === picked ? "picked" : picked && graph.nodes.has(picked) && !near.has(node.id) ? "far" : "";
          return (
            <g key={node.id} class={`node ${state}`} onClick={() => pick(node.id)}>
              <title>{`${labelName(node.label)} · ${node.name}`}</title>
              <circle
                cx={at.x}
                cy={at.y}
                r={9}
                style={{ fill: inkOf(node.label) }}
                role="button"
                tabindex={0}
                aria-pressed={node.id === picked}
                aria-label={`${labelName(node.label)} ${node.name}`}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" && event.key !== " ") return;
                  event.preventDefault();
                  pick(node.id);
                }}
              />
              <Name at={at} name={node.name} layout={layout} />
            </g>
          );
        })}
      </svg>
      <div class="zoom">
        <button type="button" onClick={() => zoom(ZOOM)} aria-label={say("zoomIn")}>
          +
        </button>
        <button type="button" onClick={() => zoom(1 / ZOOM)} aria-label={say("zoomOut")}>
          −
        </button>
        <button type="button" onClick={() => set(null)}>
          {say("zoomFit")}
        </button>
      </div>
    </div>
  );
}

function Name({ at, name, layout }: { readonly at: Point; readonly name: string; readonly layout: Layout }) {
  if (layout === "columns") {
    return (
      <text aria-hidden="true" x={at.x + BESIDE.from} y={at.y + LABEL.size * 0.36} font-size={LABEL.size}>
        {short(name, BESIDE.most)}
      </text>
    );
  }
  return (
    <text aria-hidden="true" x={at.x} y={at.y + LABEL.below} text-anchor="middle" font-size={LABEL.size}>
      {short(name)}
    </text>
  );
}

interface LineProps {
  readonly edge: GraphEdge;
  readonly ends: readonly [Point, Point] | null;
  readonly isNear: boolean;
  readonly open: (edge: GraphEdge) => void;
}

function Line({ edge, ends: found, isNear, open }: LineProps) {
  if (!found) return null;
  const [from, to] = found;
  return (
    <g class={isNear ? "edge near" : "edge"}>
      <title>{`${relationName(edge.type)}${edge.quote ? `：${edge.quote}` : ""}`}</title>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} marker-end="url(#arrow)" />
      {edge.statements.length > 0 && <line class="grip" x1={from.x} y1={from.y} x2={to.x} y2={to.y} onClick={() => open(edge)} />}
    </g>
  );
}
