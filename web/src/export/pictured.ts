// The picture of an answer that has no chart: its paths, or what the statements behind its rows say.

import { laidOut, type Layout } from "../graph/layout";
import { largest, ofPaths, ofStatements } from "../graph/model";
import { picture } from "../graph/picture";
import type { Answer, Contract, Path, Statement } from "../types";

const MOST = 80; // nodes: more are no picture to print

/** An SVG document of the best connected part; empty where there is nothing to draw. */
export function pictured(contract: Contract, answer: Answer, stated: readonly Statement[]): string {
  const isGraph = contract.header.shape === "graph";
  const graph = largest(isGraph ? ofPaths(answer.data.map((row) => row["path"] as unknown as Path)) : ofStatements(stated), MOST);
  const layout: Layout = isGraph ? "force" : "columns";
  return graph.nodes.size ? picture(graph, laidOut(graph, layout), layout) : "";
}
