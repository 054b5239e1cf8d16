import { useMemo, useState } from "preact/hooks";
import { evidenceOf, shown, text, type Shown } from "../columns";
import { say } from "../say";
import { key, type Change } from "../seen";
import type { Answer, Cell, Contract, Row } from "../types";
import { CellView } from "./cell";

interface Props {
  readonly contract: Contract;
  readonly answer: Answer;
  readonly change: Change | null;
  readonly picked: string | null;
  readonly open: (row: Row) => void;
}

interface Sorting {
  readonly column: string;
  readonly isDown: boolean;
}

const FILTERED_FROM = 6; // rows: fewer are seen at a glance

/** An answer as a table: sorted by its contract until a reader sorts it otherwise. */
export function Table({ contract, answer, change, picked, open }: Props) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [wanted, setWanted] = useState("");
  const columns = useMemo(() => shown(answer), [answer]);
  const rows = useMemo(() => arranged(answer, columns, contract, sorting, wanted), [answer, sorting, wanted]);
  const sort = (column: string): void =>
    setSorting(sorting?.column !== column ? { column, isDown: false } : sorting.isDown ? null : { column, isDown: true });
  const hasEvidence = typeof contract.header.evidence === "string";
  return (
    <>
      {answer.data.length >= FILTERED_FROM && (
        <p class="field narrow">
          <label for="narrow">{say("filterRows")}</label>
          <input id="narrow" type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          <output>{wanted && say("nFiltered", { n: rows.length, all: answer.data.length })}</output>
        </p>
      )}
      <div class="scroll" role="region" aria-label={say("asTable")} tabIndex={0}>
        <table class="rows">
          <thead>
            <tr>
              {columns.map(({ column, label }) => (
                <th key={column.name} scope="col" aria-sort={sorting?.column === column.name ? (sorting.isDown ? "descending" : "ascending") : undefined}>
                  <button type="button" onClick={() => sort(column.name)} title={say("sortBy", { n: label })}>
                    {label}
                    {column.unit && column.unit !== "1" ? ` (${column.unit})` : ""}
                    <span aria-hidden="true">{sorting?.column === column.name ? (sorting.isDown ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              ))}
              {hasEvidence && (
                <th scope="col" class="last">
                  {say("evidence")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line
                key={key(contract, row)}
                {...{ contract, row, columns, open }}
                isPicked={picked === key(contract, row)}
                news={change?.fresh.has(row) ? say("fresh") : change?.changed.has(row) ? say("changed") : ""}
                evidence={hasEvidence ? evidenceOf(answer, row).length : null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface LineProps {
  readonly contract: Contract;
  readonly row: Row;
  readonly columns: readonly Shown[];
  readonly open: (row: Row) => void;
  readonly isPicked: boolean;
  readonly news: string;
  readonly evidence: number | null;
}

function Line({ contract, row, columns, open, isPicked, news, evidence }: LineProps) {
  return (
    <tr class={isPicked ? "picked" : undefined}>
      {columns.map((each, at) => (
        <td key={each.column.name} data-label={each.label} class={classOf(each, row[each.column.name])}>
          {at === 0 && news && <strong class="news">{news}</strong>}
          <CellView row={row} shown={each} contract={contract} />
        </td>
      ))}
      {evidence !== null && (
        <td data-label={say("evidence")} class="last">
          {evidence > 0 && (
            <button type="button" class="open" onClick={() => open(row)} title={say("evidenceOf", { n: evidence })} aria-expanded={isPicked}>
              {say("evidence")} {evidence}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function classOf({ column, ids }: Shown, value: Cell | undefined): string {
  if (typeof value === "number" && column.type !== "year") return "number";
  if (column.type === "date") return "date";
  const isName = ids === column || Array.isArray(value) || (typeof value === "string" && value.length > 6);
  return typeof value === "string" && value.length > 24 ? "long" : isName ? "middle" : "short";
}

function arranged(answer: Answer, columns: readonly Shown[], contract: Contract, sorting: Sorting | null, wanted: string): readonly Row[] {
  const low = wanted.trim().toLowerCase();
  const fits = (row: Row): boolean => columns.some(({ column }) => text(row[column.name], column, contract).toLowerCase().includes(low));
  const rows = low ? answer.data.filter(fits) : answer.data;
  if (!sorting) return rows;
  const order = new Intl.Collator("zh-CN", { numeric: true });
  const by = (a: Row, b: Row): number => compared(a[sorting.column], b[sorting.column], order) * (sorting.isDown ? -1 : 1);
  return [...rows].sort(by);
}

/** What is lacking comes last. */
function compared(a: Cell | undefined, b: Cell | undefined, order: Intl.Collator): number {
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
  if (b === null || b === undefined) return -1;
  return typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
}
