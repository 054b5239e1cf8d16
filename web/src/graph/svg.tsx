import { useRef, useState } from "preact/hooks";
import { inkOf, labelName, relationName } from "../kinds";
import { say } from "../say";
import { LABEL, short, type Point, type Positions } from "./layout";
import { type Graph, type GraphEdge } from "./model";
import { extent, type Extent } from "./picture";

interface Props {
  readonly graph: Graph;
  readonly positions: Positions;
  readonly picked: string | null;
  readonly pick: (id: string) => void;
}

const ZOOM = 1.3;

/** A small graph: every node is a button, in the order of the table beside it. */
export function SvgGraph({ graph, positions, picked, pick }: Props) {
  const whole = extent(positions);
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
        role="group"
        aria-label={say("graphOf", { n: graph.nodes.size, m: graph.edges.size })}
        onPointerDown={(event) => (held.current = { x: event.clientX, y: event.clientY })}
        onPointerMove={drag}
        onPointerUp={() => (held.current = null)}
        onPointerLeave={() => (held.current = null)}
      >
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0L8 4L0 8z" class="arrow" />
          </marker>
        </defs>
        {[...graph.edges.values()].map((edge) => (
          <Line key={edge.key} edge={edge} positions={positions} isNear={edge.start === picked || edge.end === picked} />
        ))}
        {[...graph.nodes.values()].map((node) => {
          const at = positions.get(node.id);
          if (!at) return null;
          const state = node.id === picked ? "picked" : picked && graph.nodes.has(picked) && !near.has(node.id) ? "far" : "";
          return (
            <g
              key={node.id}
              class={`node ${state}`}
              role="button"
              tabIndex={0}
              aria-pressed={node.id === picked}
              aria-label={`${labelName(node.label)} ${node.name}`}
              onClick={() => pick(node.id)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                pick(node.id);
              }}
            >
              <title>{`${labelName(node.label)} · ${node.name}`}</title>
              <circle cx={at.x} cy={at.y} r={9} style={{ fill: inkOf(node.label) }} />
              <text x={at.x} y={at.y + LABEL.below} text-anchor="middle" font-size={LABEL.size}>
                {short(node.name)}
              </text>
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

interface LineProps {
  readonly edge: GraphEdge;
  readonly positions: Positions;
  readonly isNear: boolean;
}

const RIM = 11; // px from the centre of a node to where its arrows end

function Line({ edge, positions, isNear }: LineProps) {
  const [from, to] = [positions.get(edge.start), positions.get(edge.end)];
  if (!from || !to || edge.start === edge.end) return null;
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [((to.x - from.x) / far) * RIM, ((to.y - from.y) / far) * RIM];
  return (
    <g class={isNear ? "edge near" : "edge"}>
      <title>{`${relationName(edge.type)}${edge.quote ? `：${edge.quote}` : ""}`}</title>
      <line x1={from.x + dx} y1={from.y + dy} x2={to.x - dx} y2={to.y - dy} marker-end="url(#arrow)" />
    </g>
  );
}

