import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { download, textFile } from "../export/download";
import { Evidence } from "../parts/evidence";
import { Menu } from "../parts/menu";
import { say } from "../say";
import type { Change } from "../seen";
import { relationName } from "../kinds";
import { filtered } from "./filter";
import { Filters } from "./filters";
import { hasWebgl } from "./has-webgl";
import { laidOut, type Layout, type Positions } from "./layout";
import { largest, nodeOf, type Graph, type GraphEdge } from "./model";
import { SvgGraph } from "./svg";
import { Twin } from "./twin";
import { WebglGraph } from "./webgl-view";

interface Props {
  readonly graph: Graph;
  readonly name: string;
  readonly layout: Layout;
  readonly hidden: readonly string[];
  readonly picked: string | null;
  readonly pick: (id: string) => void;
  readonly setLayout: (layout: Layout) => void;
  readonly setHidden: (hidden: readonly string[]) => void;
  /** What else can be done with the graph. */
  readonly tools?: ComponentChildren;
  /** Since a permalink was written. */
  readonly change?: Change | null;
  /** What is shown of the picked node. */
  readonly children?: ComponentChildren;
}

export const SVG_NODES = 80; // above, WebGL draws
const SVG_MOST = 250; // without WebGL

/** A graph with all that belongs to it: drawing, filters, table, evidence, pictures. */
export function GraphFrame({ graph, name, layout, hidden, picked, pick, setLayout, setHidden, tools, change = null, children }: Props) {
  const [edge, setEdge] = useState<GraphEdge | null>(null);
  const choose = (id: string): void => {
    setEdge(null);
    pick(id);
  };
  const left = useMemo(() => filtered(graph, hidden), [graph, hidden.join(" ")]);
  const isLarge = left.nodes.size > SVG_NODES;
  const gl = useMemo(() => hasWebgl(), []);
  const small = useMemo(() => (isLarge && gl ? null : largest(left, isLarge ? SVG_MOST : SVG_NODES)), [left, gl]);
  const positions = useMemo(() => small && laidOut(small, layout), [small, layout]);
  const placed = useRef<(() => Positions) | null>(null);
  const standing = (): readonly [Graph, Positions] => (small && positions ? [small, positions] : [left, placed.current?.() ?? new Map()]);
  return (
    <section class="graph" aria-label={say("graph")}>
      <div class="bar">
        <span role="status">{say("graphOf", { n: left.nodes.size, m: left.edges.size })}</span>
        {small && (
          <label>
            {say("layout")}{" "}
            <select value={layout} onChange={(event) => setLayout(event.currentTarget.value === "columns" ? "columns" : "force")}>
              <option value="force">{say("layoutForce")}</option>
              <option value="columns">{say("layoutColumns")}</option>
            </select>
          </label>
        )}
        <Pictures name={name} graph={left} layout={small ? layout : "force"} standing={standing} />
        {tools}
      </div>
      <Filters graph={graph} hidden={hidden} set={setHidden} />
      {isLarge && !gl && <p class="notice">{say("graphNoWebgl")} {left.nodes.size > SVG_MOST && say("graphCut", { n: SVG_MOST })}</p>}
      {left.nodes.size === 0 ? (
        <p class="notice" role="status">
          {say("graphNothing")}
        </p>
      ) : (
        <div class="with-drawer">
          <div class="shown">
            {small && positions ? (
              <SvgGraph graph={small} positions={positions} layout={layout} picked={picked} pick={choose} open={setEdge} />
            ) : (
              <WebglGraph graph={left} picked={picked} pick={choose} open={setEdge} drawn={(where) => (placed.current = where)} />
            )}
          </div>
          {edge ? (
            <Evidence ids={edge.statements} title={titleOf(graph, edge)} close={() => setEdge(null)} />
          ) : (
            <aside class="drawer" aria-label={say("neighbours")}>
              {children ?? <p>{say("selectHint")}</p>}
            </aside>
          )}
        </div>
      )}
      <Twin graph={left} change={change} pick={choose} open={setEdge} />
    </section>
  );
}

interface PicturesProps {
  readonly name: string;
  readonly graph: Graph;
  readonly layout: Layout;
  readonly standing: () => readonly [Graph, Positions];
}

/** The graph as files. */
function Pictures({ name, graph, layout, standing }: PicturesProps) {
  const save = async (format: "svg" | "png" | "graphml"): Promise<void> => {
    if (format === "graphml") {
      const { graphml } = await import("../export/graphml");
      download(`${name}.graphml`, textFile(graphml(graph), "application/graphml+xml"));
      return;
    }
    const { picture } = await import("./picture");
    const svg = picture(...standing(), layout);
    if (format === "svg") download(`${name}.svg`, textFile(svg, "image/svg+xml"));
    else download(`${name}.png`, await (await import("../export/png")).png(svg));
  };
  return (
    <Menu label={say("exportAs")}>
      <ul>
        {(["svg", "png", "graphml"] as const).map((format) => (
          <li key={format}>
            <button type="button" onClick={() => void save(format)}>
              {format === "graphml" ? "GraphML" : format.toUpperCase()}
            </button>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

const titleOf = (graph: Graph, edge: GraphEdge): string =>
  `${nodeOf(graph, edge.start).name} — ${relationName(edge.type)} → ${nodeOf(graph, edge.end).name}`;
