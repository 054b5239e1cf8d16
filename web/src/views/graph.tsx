import { answer, thing } from "../api";
import { NodePanel, type Expansion } from "../graph/node-panel";
import { GraphFrame } from "../graph/view";
import { merged, ofPaths, within, type Graph } from "../graph/model";
import { useLoaded } from "../loaded";
import { go, type Place } from "../location";
import { PathPicker } from "../parts/path-picker";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import type { Neighbours, Path } from "../types";

type GraphPlace = Extract<Place, { view: "graph" }>;

const CAP = 25; // neighbours of a type that are taken at once

/** A thing and what is around it, expanded type by type. */
export function GraphView({ place }: { readonly place: GraphPlace }) {
  const centre = useLoaded(`name ${place.centre}`, () => thing(place.centre));
  const found = useLoaded(`${place.centre} ${place.open.join("|")}`, () => gathered(place));
  const opening = (id: string, { type, outgoing, label }: Neighbours): string => [id, type, outgoing ? "out" : "in", label].join(" ");
  const flip = (id: string, neighbours: Neighbours): void => {
    const wanted = opening(id, neighbours);
    const open = place.open.includes(wanted) ? place.open.filter((each) => each !== wanted) : [...place.open, wanted];
    go({ ...place, open }, true);
  };
  const expansion: Expansion = { cap: CAP, flip, isOpen: (id, neighbours) => place.open.includes(opening(id, neighbours)) };
  const picked = place.pick ?? place.centre;
  return (
    <>
      <Waiting what={centre}>{(known) => <h1>{known.name}</h1>}</Waiting>
      <div class="graph-head">
        <PathPicker choose={(to) => go({ view: "path", from: picked, to })} />
      </div>
      <Waiting what={found}>
        {(graph) => (
          <GraphFrame
            graph={graph}
            name="graph"
            layout={place.layout === "columns" ? "columns" : "force"}
            hidden={place.hidden}
            picked={picked}
            pick={(id) => go({ ...place, pick: id }, true)}
            setLayout={(layout) => go({ ...place, layout }, true)}
            setHidden={(hidden) => go({ ...place, hidden }, true)}
          >
            {graph.nodes.has(picked) ? <NodePanel id={picked} expansion={expansion} /> : <p>{say("selectHint")}</p>}
          </GraphFrame>
        )}
      </Waiting>
    </>
  );
}

/** The centre with a few of each kind around it, and what has been expanded since. */
async function gathered({ centre, open }: GraphPlace): Promise<Graph> {
  const first = neighbourhood(centre, {}, 8);
  const others = open.map(async (each) => {
    const [id, type, way, label] = each.split(" ") as [string, string, string, string];
    const graph = await neighbourhood(id, { types: [type] }, CAP * 4);
    return limited(graph, id, way, label);
  });
  return (await Promise.all([first, ...others])).reduce(merged);
}

async function neighbourhood(node: string, params: Readonly<Record<string, readonly string[]>>, most: number): Promise<Graph> {
  const found = await answer("neighbourhood", { node: [node], per_type: [String(most)], ...params }, 5000);
  const graph = ofPaths(found.data.map((row) => row["path"] as unknown as Path));
  return graph.nodes.size ? graph : { nodes: new Map([[node, await thing(node)]]), edges: new Map() };
}

/** Of the neighbours those of one label over one way, `CAP` at most. */
function limited(graph: Graph, id: string, way: string, label: string): Graph {
  const kept = new Set([id]);
  for (const edge of graph.edges.values()) {
    const other = way === "out" ? (edge.start === id ? edge.end : null) : edge.end === id ? edge.start : null;
    if (other !== null && graph.nodes.get(other)?.label === label && kept.size <= CAP) kept.add(other);
  }
  return within(graph, (node) => kept.has(node.id));
}
