import { useEffect, useState } from "preact/hooks";
import { text, type Shown } from "../columns";
import { labelOf } from "../kinds";
import type { Place } from "../location";
import { namesOf } from "../names";
import type { Cell, Contract, Row } from "../types";
import { Link } from "./link";

interface Props {
  readonly row: Row;
  readonly shown: Shown;
  readonly contract: Contract;
}

/** A cell: what it names is a link to what is known of it. */
export function CellView({ row, shown, contract }: Props) {
  const { column, ids } = shown;
  const value = row[column.name];
  if (!ids) return <>{text(value, column, contract)}</>;
  const targets = list(row[ids.name]);
  if (ids === column) return <Unnamed ids={targets} />;
  const names = list(value);
  if (targets.length === 0) return <>{text(value, column, contract)}</>;
  return <Linked ids={targets} names={names} />;
}

function Linked({ ids, names }: { readonly ids: readonly string[]; readonly names: readonly string[] }) {
  return (
    <>
      {ids.map((id, at) => (
        <span key={id} class="named">
          <Link to={placeOf(id)}>{names[at] ?? id}</Link>
        </span>
      ))}
    </>
  );
}

function Unnamed({ ids }: { readonly ids: readonly string[] }) {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const key = ids.join(" ");
  useEffect(() => {
    let isWanted = true;
    void namesOf(ids).then((known) => isWanted && setNames(known));
    return () => {
      isWanted = false;
    };
  }, [key]);
  return <Linked ids={ids} names={ids.map((id) => names.get(id) ?? "…")} />;
}

/** Where one reads more of a thing. */
export function placeOf(id: string): Place {
  return labelOf(id) === "Document" ? { view: "document", id, statement: null } : { view: "thing", id };
}

const list = (cell: Cell | undefined): readonly string[] =>
  cell === null || cell === undefined ? [] : Array.isArray(cell) ? (cell as readonly Cell[]).map(String) : [String(cell)];
