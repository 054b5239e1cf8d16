import { evidenceOf } from "../columns";
import type { Params } from "../location";
import { key } from "../seen";
import type { Answer, Contract, Row } from "../types";
import { Drawing } from "./drawing";
import { Matrix } from "./matrix";

interface Props {
  readonly params: Params;
  readonly contract: Contract;
  readonly answer: Answer;
  readonly picked: string | null;
  readonly open: (rows: readonly Row[]) => void;
}

/** An answer as its contract says it is best shown: a matrix is a real table, all else the server draws. */
export function Chart({ params, contract, answer, picked, open }: Props) {
  const isPicked = (rows: readonly Row[]): boolean => picked !== null && picked === pickOf(contract, rows);
  if (contract.header.view.kind === "matrix") return <Matrix {...{ contract, answer, isPicked, open }} />;
  const ofNumbers = (numbers: readonly number[]): readonly Row[] => numbers.map((at) => answer.data[at]).filter((row): row is Row => row !== undefined);
  return <Drawing {...{ params, answer }} isPicked={(numbers) => isPicked(ofNumbers(numbers))} open={(numbers) => open(ofNumbers(numbers))} />;
}

const DRAWN: ReadonlySet<string> = new Set(["dumbbell", "timeline", "matrix", "sankey"]);

/** Whether an answer has a chart. */
export const hasChart = (contract: Contract): boolean => DRAWN.has(contract.header.view.kind);

/** Rows as an address names them. */
export const pickOf = (contract: Contract, rows: readonly Row[]): string => rows.map((row) => key(contract, row)).join(".");

/** The rows that an address names. */
export function pickedRows(contract: Contract, answer: Answer, pick: string | null): readonly Row[] {
  if (!pick) return [];
  const wanted = new Set(pick.split("."));
  return answer.data.filter((row) => wanted.has(key(contract, row)));
}

/** The statements that rows rest on, each once. */
export const evidenceOfRows = (answer: Answer, rows: readonly Row[]): readonly string[] => [...new Set(rows.flatMap((row) => evidenceOf(answer, row)))];
