import { useMemo } from "preact/hooks";
import { evidenceOf } from "../columns";
import { NodePanel } from "../graph/node-panel";
import { GraphFrame } from "../graph/view";
import { NO_GRAPH, ofPaths, ofStatements, type Graph } from "../graph/model";
import { useLoaded } from "../loaded";
import { go, type Question } from "../location";
import { statements } from "../statements";
import type { Answer, Contract, Path } from "../types";
import { Waiting } from "./waiting";
import { useState } from "preact/hooks";

interface Props {
  readonly place: Question;
  readonly contract: Contract;
  readonly answer: Answer;
}

/** An answer as a graph: its paths, or else what the statements behind its rows say. */
export function AnswerGraph({ place, contract, answer }: Props) {
  const ids = useMemo(() => [...new Set(answer.data.flatMap((row) => evidenceOf(answer, row)))], [answer]);
  const found = useLoaded(`${contract.id} ${answer.graph.version} ${ids.length} ${ids[0]} ${answer.data.length}`, async (): Promise<Graph> => {
    if (contract.header.shape === "graph") return ofPaths(answer.data.map((row) => row["path"] as unknown as Path));
    return ids.length ? ofStatements(await statements(ids)) : NO_GRAPH;
  });
  const [hidden, setHidden] = useState<readonly string[]>([]);
  return (
    <Waiting what={found}>
      {(graph) => (
        <GraphFrame
          graph={graph}
          name={contract.id}
          layout={place.layout === "columns" || (place.layout === null && contract.header.shape === "rows") ? "columns" : "force"}
          hidden={hidden}
          picked={place.pick}
          pick={(id) => go({ ...place, pick: id }, true)}
          setLayout={(layout) => go({ ...place, layout }, true)}
          setHidden={setHidden}
        >
          {place.pick && graph.nodes.has(place.pick) && <NodePanel id={place.pick} expansion={null} />}
        </GraphFrame>
      )}
    </Waiting>
  );
}
