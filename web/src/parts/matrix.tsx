import { useMemo } from "preact/hooks";
import { inLanguage, sign, text } from "../columns";
import { question } from "../location";
import { say } from "../say";
import type { Answer, Contract, Row } from "../types";
import { evidenceOfRows } from "./chart";
import { Link } from "./link";

interface Props {
  readonly contract: Contract;
  readonly answer: Answer;
  readonly isPicked: (rows: readonly Row[]) => boolean;
  readonly open: (rows: readonly Row[]) => void;
}

const STEPS = 5; // shades

/** Rows against columns with a value where they meet: a real table, read by line and by column. */
export function Matrix({ contract, answer, isPicked, open }: Props) {
  const table = useMemo(() => crossed(contract, answer), [contract, answer]);
  return (
    <div class="scroll" role="region" aria-label={say("asChart")} tabIndex={0}>
      <table class="matrix">
        <caption>
          {table.value} · {table.down} × {table.across}
        </caption>
        <thead>
          <tr>
            <th scope="col">{table.down}</th>
            {table.columns.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {table.columns.map((each) => {
                const cell = table.cells.get(`${name}\n${each}`);
                return (
                  <td key={each} class={`shade-${cell ? shade(cell, name, table) : 0}`}>
                    {cell ? <Value {...{ cell, answer, isPicked, open }} /> : <span aria-hidden="true">·</span>}
                    {cell?.when && <small> {cell.when}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A value opens the words it rests on; a number of measures, which no sentence states, the measures that it counts. */
function Value({ cell, answer, isPicked, open }: Pick<Props, "answer" | "isPicked" | "open"> & { readonly cell: MatrixCell }) {
  const row = cell.rows[0] as Row;
  if (evidenceOfRows(answer, cell.rows).length > 0) {
    return (
      <button type="button" class="plain" aria-pressed={isPicked(cell.rows)} onClick={() => open(cell.rows)} title={say("evidence")}>
        {cell.told}
      </button>
    );
  }
  const [goal, region] = [row["goal"], row["region"]];
  if (!row["measures"] || typeof goal !== "string" || typeof region !== "string") return <>{cell.told}</>;
  return <Link to={question("measures_for_goal", { goal: [goal], region: [region] })}>{cell.told}</Link>;
}

interface MatrixCell {
  readonly rows: readonly Row[];
  readonly value: number;
  readonly told: string;
  /** Of a value; empty where the table has the times in its rows or columns. */
  readonly when: string;
}

interface Crossed {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: ReadonlyMap<string, MatrixCell>;
  readonly isCount: boolean;
  readonly down: string;
  readonly across: string;
  readonly value: string;
}

/** Counts that meet in a cell are added, other values listed. */
function crossed(contract: Contract, answer: Answer): Crossed {
  const { view } = contract.header;
  const [down, across] = [inLanguage(answer, view.row ?? ""), inLanguage(answer, view.column ?? "")];
  const value = answer.columns.find((each) => each.name === view.value);
  const isCount = value?.unit === "1";
  const name = (row: Row, column: string): string => String(row[column] ?? say("noName"));
  const group = answer.columns.find((each) => each.name === view.group);
  const line = (row: Row): string => name(row, down.name) + (group ? ` · ${text(row[group.name], group, contract)}` : "");
  const met = new Map<string, Row[]>();
  for (const row of answer.data) {
    const place = `${line(row)}\n${name(row, across.name)}`;
    if (typeof row[view.value ?? ""] === "number") met.set(place, [...(met.get(place) ?? []), row]);
  }
  const time = answer.columns.find((each) => each.role === "time" && each.name !== view.row && each.name !== view.column);
  const parts = { value: view.value ?? "", comparator: view.comparator ?? null, unit: view.unit ?? null, time: time?.name ?? null };
  const cells = new Map([...met].map(([place, rows]) => [place, cellOf(rows, isCount, parts)]));
  const heads = [...new Set(answer.data.map((row) => name(row, across.name)))];
  const columns = across.role === "time" ? heads.sort() : heads;
  return { rows: [...new Set(answer.data.map(line))], columns, cells, isCount, down: down.label, across: across.label, value: value?.label ?? "" };
}

interface Parts {
  readonly value: string;
  readonly comparator: string | null;
  readonly unit: string | null;
  readonly time: string | null;
}

function cellOf(rows: readonly Row[], isCount: boolean, { value: column, comparator, unit, time }: Parts): MatrixCell {
  const values = rows.map((row) => Number(row[column]));
  const value = isCount ? values.reduce((sum, each) => sum + each, 0) : (values[0] as number);
  const figure = (each: number): string => each.toLocaleString("en", { maximumFractionDigits: 4 });
  const listed = rows.map((row) => (comparator ? sign(String(row[comparator] ?? "=")) : "") + figure(Number(row[column])));
  const told = isCount ? figure(value) : [...new Set(listed)].join(" / ");
  const of = (name: string | null): string => (name ? String(rows[0]?.[name] ?? "") : "");
  return { rows, value, told: told + of(unit), when: of(time) };
}

/** Counts are many small ones and a few great ones: by the root the small ones differ too. Other values are compared within their row. */
function shade(cell: MatrixCell, name: string, { isCount, cells }: Crossed): number {
  if (isCount && cell.value === 0) return 0;
  const values = [...cells].filter(([place]) => isCount || place.startsWith(`${name}\n`)).map(([, each]) => each.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const share = most > least ? (cell.value - least) / (most - least) : 1;
  return Math.max(1, Math.ceil((isCount ? Math.sqrt(share) : share) * STEPS));
}
