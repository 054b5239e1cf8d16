import { thing } from "../api";
import { labelName, relationName } from "../kinds";
import { useLoaded } from "../loaded";
import { around } from "../location";
import { placeOf } from "../parts/cell";
import { Dot } from "../parts/dot";
import { Statements } from "../parts/evidence";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import type { Neighbours, Thing } from "../types";

interface Props {
  readonly id: string;
  /** Null where nothing can be expanded. */
  readonly expansion: Expansion | null;
}

export interface Expansion {
  readonly isOpen: (id: string, neighbours: Neighbours) => boolean;
  readonly flip: (id: string, neighbours: Neighbours) => void;
  readonly cap: number;
}

const UNSEEN = new Set(["Passage", "Statement"]);

/** What is next to a node, counted before it is expanded, and the words it rests on. */
export function NodePanel({ id, expansion }: Props) {
  const found = useLoaded(id, () => thing(id));
  return <Waiting what={found}>{(known) => <Panel known={known} expansion={expansion} />}</Waiting>;
}

function Panel({ known, expansion }: { readonly known: Thing; readonly expansion: Expansion | null }) {
  const near = known.neighbours.filter((each) => !UNSEEN.has(each.label));
  return (
    <>
      <p class="kind">
        <Dot label={known.label} /> {labelName(known.label)}
      </p>
      <h2>{known.name}</h2>
      <p class="actions">
        <Link to={placeOf(known.id)}>{say("properties")}</Link> <Link to={around(known.id)}>{say("openGraph")}</Link>
      </p>
      {expansion && (
        <ul class="counts">
          {near.map((each) => (
            <li key={`${each.type} ${each.outgoing} ${each.label}`}>
              {each.outgoing ? "→" : "←"} {relationName(each.type)} <Dot label={each.label} /> {labelName(each.label)} <span class="count">{each.count}</span>{" "}
              <button type="button" aria-pressed={expansion.isOpen(known.id, each)} onClick={() => expansion.flip(known.id, each)}>
                {expansion.isOpen(known.id, each) ? say("collapse") : each.count > expansion.cap ? say("expandCapped", { n: expansion.cap }) : say("expand")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {say("statements")} <span class="count">{known.statements.length}</span>
        </summary>
        <Statements known={known.statements} />
      </details>
    </>
  );
}
