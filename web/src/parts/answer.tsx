import type { ComponentChildren } from "preact";
import { pick as inWords } from "../language";
import type { Look, Params, Shown } from "../location";
import { ofRole } from "../columns";
import { say } from "../say";
import type { Change } from "../seen";
import type { Answer, Contract, Row } from "../types";
import { AnswerGraph } from "./answer-graph";
import { Chart, evidenceOfRows, hasChart, pickOf, pickedRows } from "./chart";
import { Evidence } from "./evidence";
import { Table } from "./table";

interface Props {
  readonly params: Params;
  readonly contract: Contract;
  readonly answer: Answer;
  readonly change: Change | null;
  readonly look: Look;
  readonly set: (look: Look) => void;
  /** Rows of the table before more are asked for. */
  readonly most?: number;
  /** What else can be done with the answer, beside the ways to show it. */
  readonly children?: ComponentChildren;
}

/** An answer as table, graph or chart; what is selected in it opens its evidence beside it. */
export function AnswerView({ params, contract, answer, change, look, set, most = Infinity, children }: Props) {
  const kinds = offered(contract);
  const shown = look.shown && kinds.includes(look.shown) ? look.shown : (kinds[0] as Shown);
  const picked = shown === "graph" ? [] : pickedRows(contract, answer, look.pick);
  const open = (rows: readonly Row[]): void => set({ ...look, pick: pickOf(contract, rows) });
  const close = (): void => {
    document.querySelector<HTMLElement>("tr.picked button.open, .mark.picked, .matrix [aria-pressed=true]")?.focus();
    set({ ...look, pick: null });
  };
  const none = contract.header.evidence;
  return (
    <>
      <div class="bar">
        {kinds.length > 1 && (
          <div role="group" aria-label={say("shownAs")}>
            {kinds.map((each) => (
              <button type="button" key={each} aria-pressed={shown === each} onClick={() => set({ ...look, shown: each, pick: null })}>
                {say(NAMES[each])}
              </button>
            ))}
          </div>
        )}
        {children}
      </div>
      <div class={picked.length ? "with-drawer" : undefined}>
        <div class="shown">
          {shown === "table" && <Table {...{ contract, answer, change, look, set, most }} open={(row) => open([row])} />}
          {shown === "graph" && <AnswerGraph {...{ contract, answer, look, set }} />}
          {shown === "chart" && <Chart {...{ params, contract, answer, open }} picked={look.pick} />}
          {typeof none === "object" && <p class="where">{say("noEvidence", { n: inWords(none.none) })}</p>}
        </div>
        {picked.length > 0 && <Evidence ids={evidenceOfRows(answer, picked)} title={titleOf(answer, picked)} close={close} />}
      </div>
    </>
  );
}

const NAMES = { table: "asTable", graph: "asGraph", chart: "asChart" } as const;

function offered(contract: Contract): readonly Shown[] {
  if (contract.header.shape === "graph") return ["graph"];
  const kinds: Shown[] = ["table"];
  if (typeof contract.header.evidence === "string") kinds.push("graph");
  if (hasChart(contract)) kinds.push("chart");
  return kinds;
}

const titleOf = (answer: Answer, rows: readonly Row[]): string =>
  [...new Set(rows.map((row) => String(row[ofRole(answer, "label")?.name ?? ""] ?? "")))].filter(Boolean).join(" · ");
