import { useMemo } from "preact/hooks";
import { evidenceOf } from "../columns";
import { NodePanel } from "../graph/node-panel";
import { GraphFrame } from "../graph/view";
import { told } from "../graph/told";
import { NO_GRAPH, ofPaths, ofStatements, type Graph } from "../graph/model";
import { useLoaded } from "../loaded";
import type { Look } from "../location";
import { statements } from "../statements";
import type { Answer, Contract, Path } from "../types";
import { Waiting } from "./waiting";

interface Props {
  readonly contract: Contract;
  readonly answer: Answer;
  readonly look: Look;
  readonly set: (look: Look) => void;
}

/** An answer as a graph: its paths, or else what the statements behind its rows say. */
export function AnswerGraph({ contract, answer, look, set }: Props) {
  const ids = useMemo(() => [...new Set(answer.data.flatMap((row) => evidenceOf(answer, row)))], [answer]);
  const found = useLoaded(`${contract.id} ${answer.graph.version} ${ids.length} ${ids[0]} ${answer.data.length}`, async (): Promise<Graph> => {
    if (contract.header.shape === "graph") return ofPaths(answer.data.map((row) => row["path"] as unknown as Path));
    return ids.length ? told(ofStatements(await statements(ids)), answer) : NO_GRAPH;
  });
  return (
    <Waiting what={found}>
      {(graph) => (
        <GraphFrame
          graph={graph}
          name={contract.id}
          layout={look.layout === "columns" || (look.layout === null && contract.header.shape === "rows") ? "columns" : "force"}
          hidden={look.hidden}
          picked={look.pick}
          pick={(id) => set({ ...look, pick: id })}
          setLayout={(layout) => set({ ...look, layout })}
          setHidden={(hidden) => set({ ...look, hidden })}
        >
          {look.pick && graph.nodes.has(look.pick) && <NodePanel id={look.pick} expansion={null} />}
        </GraphFrame>
      )}
    </Waiting>
  );
}
