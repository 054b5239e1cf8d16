import type { Answer, Contract } from "../types";
import { Matrix } from "./matrix";

interface Props {
  readonly contract: Contract;
  readonly answer: Answer;
}

/** An answer as its contract says it is best shown. */
export function Chart({ contract, answer }: Props) {
  return <Matrix contract={contract} answer={answer} />;
}

/** Whether an answer has a chart. */
export const hasChart = (contract: Contract): boolean => contract.header.view.kind === "matrix";
