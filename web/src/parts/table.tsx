import { useId, useMemo, useState } from "preact/hooks";
import { evidenceOf, shown, text, type Shown } from "../columns";
import type { Look } from "../location";
import { say } from "../say";
import { key, newsOf, type Change } from "../seen";
import type { Answer, Cell, Contract, Row } from "../types";
import { CellView } from "./cell";

interface Props {
  readonly contract: Contract;
  readonly answer: Answer;
  readonly change: Change | null;
  readonly look: Look;
  readonly set: (look: Look) => void;
  readonly open: (row: Row) => void;
  /** Rows before more are asked for. */
  readonly most?: number;
}

interface Sorting {
  readonly column: string;
  readonly isDown: boolean;
}

const FILTERED_FROM = 6; // rows: fewer are seen at a glance

/** An answer as a table: sorted by its contract until a reader sorts it otherwise. */
export function Table({ contract, answer, change, look, set, open, most = Infinity }: Props) {
  const sorting = useMemo(() => sortingOf(look.sort), [look.sort]);
  const wanted = look.narrow ?? "";
  const [isAll, setAll] = useState(false);
  const id = useId();
  const columns = useMemo(() => shown(answer), [answer]);
  const rows = useMemo(() => arranged(answer, columns, contract, sorting, wanted), [answer, sorting, wanted]);
  const sort = (column: string): void =>
    set({ ...look, sort: sorting?.column !== column ? column : sorting.isDown ? null : `-${column}` });
  const lines = isAll ? rows : rows.slice(0, most);
  const hasEvidence = typeof contract.header.evidence === "string";
  return (
    <>
      {answer.data.length >= FILTERED_FROM && (
        <p class="field narrow">
          <label for={id}>{say("filterRows")}</label>
          <input id={id} type="search" value={wanted} onInput={(event) => set({ ...look, narrow: event.currentTarget.value || null })} />
          <output>{wanted && say("nFiltered", { n: rows.length, all: answer.data.length })}</output>
        </p>
      )}
      <div class="scroll" role="region" aria-label={say("asTable")} tabIndex={0}>
        <table class="rows">
          <thead>
            <tr>
              {columns.map(({ column, label }, at) => [
                <th key={column.name} scope="col" aria-sort={sorting?.column === column.name ? (sorting.isDown ? "descending" : "ascending") : undefined}>
                  <button type="button" onClick={() => sort(column.name)} title={say("sortBy", { n: label })}>
                    {label}
                    {column.unit && column.unit !== "1" ? ` (${column.unit})` : ""}
                    <span aria-hidden="true">{sorting?.column === column.name ? (sorting.isDown ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>,
                at === 0 && hasEvidence && (
                  <th key="evidence" scope="col">
                    {say("evidence")}
                  </th>
                ),
              ])}
            </tr>
          </thead>
          <tbody>
            {lines.map((row) => (
              <Line
                key={key(contract, row)}
                {...{ contract, row, columns, open }}
                isPicked={look.pick === key(contract, row)}
                news={newsOf(change, key(contract, row))}
                evidence={hasEvidence ? evidenceOf(answer, row).length : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {lines.length < rows.length && (
        <button type="button" onClick={() => setAll(true)}>
          {say("more", { n: rows.length - lines.length })}
        </button>
      )}
    </>
  );
}

/** `-year` is by year, downwards. */
const sortingOf = (sort: string | null): Sorting | null => (sort ? { column: sort.replace(/^-/, ""), isDown: sort.startsWith("-") } : null);

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
      {columns.map((each, at) => [
        <td key={each.column.name} data-label={each.label} class={classOf(each, row[each.column.name])}>
          {at === 0 && news && <strong class="news">{news}</strong>}
          <CellView row={row} shown={each} contract={contract} />
        </td>,
        at === 0 && evidence !== null && (
          <td key="evidence" data-label={say("evidence")}>
            {evidence > 0 && (
              <button type="button" class="open" onClick={() => open(row)} title={say("evidenceOf", { n: evidence })} aria-expanded={isPicked}>
                {say("evidence")} {evidence}
              </button>
            )}
          </td>
        ),
      ])}
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
