import { useState } from "preact/hooks";
import { labelName, modalityName, relationName } from "../kinds";
import { say } from "../say";
import { edgeKey, newsOf, type Change } from "../seen";
import { nodeOf, type Graph, type GraphEdge } from "./model";

interface Props {
  readonly graph: Graph;
  readonly change: Change | null;
  readonly pick: (id: string) => void;
  readonly open: (edge: GraphEdge) => void;
}

const PORTION = 100; // lines shown at once

/** The same graph as a table: everything that the drawing has, for keyboard and screen reader. */
export function Twin({ graph, change, pick, open }: Props) {
  const [most, setMost] = useState(PORTION);
  const edges = [...graph.edges.values()];
  return (
    <details class="twin" open={edges.length <= PORTION}>
      <summary>
        {say("twin")} ({say("graphOf", { n: graph.nodes.size, m: graph.edges.size })})
      </summary>
      <div class="scroll" role="region" aria-label={say("twin")} tabIndex={0}>
        <table class="rows">
          <thead>
            <tr>
              {(["from", "relation", "to", "byModality", "quote", "evidence"] as const).map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {edges.slice(0, most).map((edge) => (
              <tr key={edge.key}>
                <End graph={graph} id={edge.start} pick={pick} label={say("from")} news={newsOf(change, edgeKey(edge))} />
                <td data-label={say("relation")} class="short">{relationName(edge.type)}</td>
                <End graph={graph} id={edge.end} pick={pick} label={say("to")} />
                <td data-label={say("byModality")} class="short">{edge.modality && modalityName(edge.modality)}</td>
                <td data-label={say("quote")} lang="zh-CN">
                  {edge.quote}
                </td>
                <td data-label={say("evidence")}>
                  {edge.statements.length > 0 && (
                    <button type="button" class="open" onClick={() => open(edge)} title={say("evidenceOf", { n: edge.statements.length })}>
                      {say("evidence")} {edge.statements.length}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edges.length > most && (
        <button type="button" onClick={() => setMost(most + 10 * PORTION)}>
          {say("more", { n: Math.min(10 * PORTION, edges.length - most) })}
        </button>
      )}
    </details>
  );
}

interface EndProps {
  readonly graph: Graph;
  readonly id: string;
  readonly pick: (id: string) => void;
  readonly label: string;
  readonly news?: string;
}

function End({ graph, id, pick, label, news }: EndProps) {
  const node = nodeOf(graph, id);
  return (
    <td data-label={label}>
      {news && <strong class="news">{news}</strong>}
      <button type="button" class="plain" onClick={() => pick(id)} title={labelName(node.label)}>
        {node.name}
      </button>
    </td>
  );
}
