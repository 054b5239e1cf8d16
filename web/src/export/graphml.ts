// A graph as GraphML, as Gephi and yEd read it. Source: graphml.graphdrawing.org, primer.

import type { Graph } from "../graph/model";
import { escaped } from "./markup";

const KEYS = `<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="type" for="edge" attr.name="type" attr.type="string"/>
<key id="modality" for="edge" attr.name="modality" attr.type="string"/>
<key id="quote" for="edge" attr.name="quote" attr.type="string"/>
<key id="statements" for="edge" attr.name="statements" attr.type="string"/>`;

export function graphml(graph: Graph): string {
  const data = (key: string, value: string): string => (value === "" ? "" : `<data key="${key}">${escaped(value)}</data>`);
  const nodes = [...graph.nodes.values()].map(({ id, name, label }) => `<node id="${escaped(id)}">${data("label", name)}${data("kind", label)}</node>`);
  const edges = [...graph.edges.values()].map(
    (edge) =>
      `<edge source="${escaped(edge.start)}" target="${escaped(edge.end)}">${data("type", edge.type)}${data("modality", edge.modality)}${data("quote", edge.quote)}${data("statements", edge.statements.join(" "))}</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${KEYS}
<graph edgedefault="directed">
${[...nodes, ...edges].join("\n")}
</graph>
</graphml>
`;
}
