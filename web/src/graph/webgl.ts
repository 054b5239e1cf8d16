// A large graph, drawn by sigma. Loaded only where one is shown.

import Graphology from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import { colourOf, relationName } from "../kinds";
import { FONT } from "./picture";
import type { Positions } from "./layout";
import { degrees, type Graph, type GraphEdge } from "./model";

export interface Drawn {
  readonly pick: (id: string | null) => void;
  readonly zoom: (by: number | null) => void;
  readonly positions: () => Positions;
  readonly end: () => void;
}

const ROUNDS = 120;
const SLICE = 12; // ms of layout a frame: the page answers meanwhile
const LABELLED = 400; // nodes: above, labels appear from a size on
const CLICKED = 2000; // lines that hear clicks: to find the one under the pointer costs a drawing of its own

/** What was clicked. */
export interface Heard {
  readonly pick: (id: string) => void;
  readonly open: (edge: GraphEdge) => void;
}

/** Draw a graph in a box. */
export function draw(graph: Graph, box: HTMLElement, isDark: boolean, heard: Heard): Drawn {
  const made = asGraphology(graph, isDark);
  const ink = isDark ? "#e8ece9" : "#1d2b2a";
  let picked: string | null = null;
  const sigma = new Sigma(made, box, {
    labelFont: FONT,
    labelSize: 13,
    labelColor: { color: ink },
    labelRenderedSizeThreshold: graph.nodes.size > LABELLED ? 9 : 5,
    labelDensity: 0.7,
    labelGridCellSize: 110,
    defaultEdgeColor: isDark ? "#41504d" : "#c9cfcc",
    hideEdgesOnMove: graph.edges.size > 5000,
    hideLabelsOnMove: graph.nodes.size > 5000,
    enableEdgeEvents: graph.edges.size <= CLICKED,
    zIndex: false,
    nodeReducer: (node, data) => (node === picked ? { ...data, size: (data["size"] as number) + 4, forceLabel: true } : data),
  });
  sigma.on("clickNode", ({ node }) => heard.pick(node));
  sigma.on("clickEdge", ({ edge }) => {
    const known = graph.edges.get(edge);
    if (known?.statements.length) heard.open(known);
  });
  const stop = layOut(made);
  return {
    pick: (id) => {
      picked = id !== null && made.hasNode(id) ? id : null;
      sigma.refresh({ skipIndexation: true });
    },
    zoom: (by) => {
      const camera = sigma.getCamera();
      if (by === null) void camera.animatedReset();
      else void camera.animate({ ratio: camera.getState().ratio / by });
    },
    positions: () => new Map(made.mapNodes((id, at) => [id, sigma.graphToViewport({ x: at["x"] as number, y: at["y"] as number })])),
    end: () => {
      stop();
      sigma.kill();
    },
  };
}

function asGraphology(graph: Graph, isDark: boolean): Graphology {
  const made = new Graphology({ type: "directed", multi: true, allowSelfLoops: true });
  const degree = degrees(graph);
  let at = 0;
  for (const { id, name, label } of graph.nodes.values()) {
    const far = Math.sqrt(at);
    const size = Math.min(3 + Math.sqrt(degree.get(id) ?? 0), 16);
    made.addNode(id, { label: name, size, color: colourOf(label, isDark), x: far * Math.cos(at * 2.39996), y: far * Math.sin(at * 2.39996) });
    at += 1;
  }
  for (const { key, start, end, type } of graph.edges.values()) made.addEdgeWithKey(key, start, end, { size: 1, label: relationName(type) });
  return made;
}

/** Lay out a little in each frame. Gives the way to stop. */
function layOut(made: Graphology): () => void {
  const settings = { ...forceAtlas2.inferSettings(made), barnesHutOptimize: made.order > 500 };
  let round = 0;
  let frame = 0;
  const go = (): void => {
    const end = performance.now() + SLICE;
    do {
      forceAtlas2.assign(made, { iterations: 1, settings });
      round += 1;
    } while (round < ROUNDS && performance.now() < end);
    if (round < ROUNDS) frame = requestAnimationFrame(go);
  };
  frame = requestAnimationFrame(go);
  return () => cancelAnimationFrame(frame);
}

