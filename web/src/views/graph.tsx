import { answer, thing } from "../api";
import { NodePanel, type Expansion } from "../graph/node-panel";
import { GraphFrame } from "../graph/view";
import { merged, ofPaths, within, type Graph } from "../graph/model";
import { useLoaded } from "../loaded";
import { between, go, permalink, type GraphPlace } from "../location";
import { Copy } from "../parts/copy";
import { changeSince, News } from "../parts/news";
import { PathPicker } from "../parts/path-picker";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import { digest, ofEdges, type Item } from "../seen";
import type { Neighbours, Path } from "../types";

const CAP = 25; // neighbours of a type that are taken at once

/** A thing and what is around it, expanded type by type. */
export function GraphView({ place }: { readonly place: GraphPlace }) {
  const centre = useLoaded(`name ${place.centre}`, () => thing(place.centre));
  const found = useLoaded(`${place.centre} ${place.open.join("|")}`, () => gathered(place));
  const opening = (id: string, { type, outgoing, label }: Neighbours): string => [id, type, outgoing ? "out" : "in", label].join(" ");
  const flip = (id: string, neighbours: Neighbours): void => {
    const wanted = opening(id, neighbours);
    const open = place.open.includes(wanted) ? place.open.filter((each) => each !== wanted) : [...place.open, wanted];
    // What is expanded now did not stand there when a permalink was written.
    go({ ...place, open, version: null, seen: null }, true);
  };
  const expansion: Expansion = { cap: CAP, flip, isOpen: (id, neighbours) => place.open.includes(opening(id, neighbours)) };
  const picked = place.pick ?? place.centre;
  return (
    <>
      <Waiting what={centre}>{(known) => <h1>{known.name}</h1>}</Waiting>
      <div class="graph-head">
        <PathPicker choose={(to) => go(between(picked, to))} />
      </div>
      <Waiting what={found}>
        {({ graph, version }) => {
          const items = (): readonly Item[] => ofEdges(graph);
          const change = changeSince(place, version, items);
          return (
            <>
              <News then={place} now={version} change={change} />
              <GraphFrame
                graph={graph}
                change={change}
                tools={<Copy text={() => permalink(place, { version, seen: digest(items()) })} label={say("permalink")} />}
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
            </>
          );
        }}
      </Waiting>
    </>
  );
}

interface Gathered {
  readonly graph: Graph;
  /** Of the whole graph, as it was when it was read. */
  readonly version: number;
}

/** The centre with a few of each kind around it, and what has been expanded since. */
async function gathered({ centre, open }: GraphPlace): Promise<Gathered> {
  const first = neighbourhood(centre, {}, 8);
  const others = open.map(async (each) => {
    const [id, type, way, label] = each.split(" ") as [string, string, string, string];
    const { graph, version } = await neighbourhood(id, { types: [type] }, CAP * 4);
    return { graph: limited(graph, id, way, label), version };
  });
  const all = await Promise.all([first, ...others]);
  return { graph: all.map((each) => each.graph).reduce(merged), version: Math.min(...all.map((each) => each.version)) };
}

async function neighbourhood(node: string, params: Readonly<Record<string, readonly string[]>>, most: number): Promise<Gathered> {
  const found = await answer("neighbourhood", { node: [node], per_type: [String(most)], ...params }, 5000);
  const graph = ofPaths(found.data.map((row) => row["path"] as unknown as Path));
  const { version } = found.graph;
  return { graph: graph.nodes.size ? graph : { nodes: new Map([[node, await thing(node)]]), edges: new Map() }, version };
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
