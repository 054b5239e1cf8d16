import { useMemo } from "preact/hooks";
import { question } from "../location";
import { say } from "../say";
import type { Answer, Cell, Contract, Row } from "../types";
import { Link } from "./link";

interface Props {
  readonly contract: Contract;
  readonly answer: Answer;
}

const STEPS = 5; // shades

/** Rows against columns with a value where they meet: a real table, read by line and by column. */
export function Matrix({ contract, answer }: Props) {
  const { row: down, column: across, value } = contract.header.view;
  const { rows, columns, cells, most } = useMemo(() => crossed(answer, String(down), String(across), String(value)), [answer]);
  const label = (name: string | undefined): string => answer.columns.find((each) => each.name === name)?.label ?? "";
  return (
    <div class="scroll" role="region" aria-label={say("asChart")} tabIndex={0}>
      <table class="matrix">
        <caption>
          {label(value)} · {label(down)} × {label(across)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{label(down)}</th>
            {columns.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((each) => {
                const row = cells.get(`${name}\n${each}`);
                const n = row?.[String(value)] ?? null;
                return (
                  <td key={each} class={`shade-${shade(n, most)}`}>
                    <Value n={n} row={row} contract={contract} />
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

/** A number opens the measures that it counts, where the row says of which goal and region. */
function Value({ n, row, contract }: { readonly n: Cell; readonly row: Row | undefined; readonly contract: Contract }) {
  const [goal, region] = [row?.["goal"], row?.["region"]];
  const isCount = contract.header.view.value === "measures";
  if (n === null) return <span aria-hidden="true">·</span>;
  if (!isCount || !n || typeof goal !== "string" || typeof region !== "string") return <>{String(n)}</>;
  return <Link to={question("measures_for_goal", { goal: [goal], region: [region] })}>{String(n)}</Link>;
}

interface Crossed {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: ReadonlyMap<string, Row>;
  readonly most: number;
}

/** Lines and columns without any value are left out. */
function crossed(answer: Answer, down: string, across: string, value: string): Crossed {
  const told = answer.data.filter((row) => Number(row[value]) > 0);
  const cells = new Map(answer.data.map((row) => [`${row[down]}\n${row[across]}`, row]));
  const names = (column: string): readonly string[] => [...new Set(told.map((row) => String(row[column])))];
  return { rows: names(down), columns: names(across), cells, most: Math.max(...told.map((row) => Number(row[value])), 1) };
}

const shade = (n: Cell, most: number): number => (typeof n === "number" && n > 0 ? Math.ceil((n / most) * STEPS) : 0);
