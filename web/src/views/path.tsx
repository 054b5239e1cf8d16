import { useState } from "preact/hooks";
import { answer, choices } from "../api";
import { labelName, labelOf, relationName } from "../kinds";
import { useLoaded } from "../loaded";
import { go, question } from "../location";
import { nameOf } from "../names";
import { placeOf } from "../parts/cell";
import { Combobox } from "../parts/combobox";
import { Dot } from "../parts/dot";
import { Evidence } from "../parts/evidence";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import type { Choice, Path, PathEdge } from "../types";

interface Props {
  readonly from: string;
  readonly to: string;
}

const MOST = 20; // paths

/** How two things are connected: each step with the clause that states it. */
export function PathView({ from, to }: Props) {
  const found = useLoaded(`${from} ${to}`, async () => {
    const names = await Promise.all([nameOf(from), nameOf(to)]);
    const { data } = await answer("path_between", { from: [from], to: [to] }, MOST);
    return { names, paths: data.map((row) => row["path"] as unknown as Path) };
  });
  return (
    <>
      <p class="kind">{say("path")}</p>
      <div class="conditions">
        <End id="path-from" label={say("pathFrom")} choose={(id) => go({ view: "path", from: id, to })} />
        <End id="path-end" label={say("pathEnd")} choose={(id) => go({ view: "path", from, to: id })} />
      </div>
      <Waiting what={found}>{({ names, paths }) => <Paths {...{ from, to, names, paths }} />}</Waiting>
    </>
  );
}

function End({ id, label, choose }: { readonly id: string; readonly label: string; readonly choose: (id: string) => void }) {
  return (
    <div class="field">
      <Combobox<Choice>
        id={id}
        label={label}
        find={async (text) => (text.trim() ? choices("/v1/queries/path_between/values/to", text, 10) : [])}
        textOf={(each) => each.label}
        show={(each) => each.label}
        choose={(each) => choose(each.value)}
      />
    </div>
  );
}

function Paths({ from, to, names, paths }: Props & { readonly names: readonly string[]; readonly paths: readonly Path[] }) {
  const [edge, setEdge] = useState<PathEdge | null>(null);
  const ids = (edge?.properties["statements"] as readonly string[] | undefined) ?? [];
  return (
    <article class="paths">
      <h1>
        {names[0]} → {names[1]}
      </h1>
      <p class="sentence" role="status">
        {paths.length ? say("pathCount", { n: paths.length, steps: paths[0]?.relationships.length ?? 0 }) : say("pathNone")}
      </p>
      <p class="actions">
        <Link to={{ ...question("path_between", { from: [from], to: [to] }), shown: "graph" }} class="button">
          {say("openGraph")}
        </Link>
      </p>
      <div class={edge ? "with-drawer" : undefined}>
        <div class="shown">
          {paths.map((path, at) => (
            <Steps key={at} path={path} open={setEdge} />
          ))}
        </div>
        {edge && <Evidence ids={ids} title={relationName(edge.type)} close={() => setEdge(null)} />}
      </div>
    </article>
  );
}

function Steps({ path, open }: { readonly path: Path; readonly open: (edge: PathEdge) => void }) {
  return (
    <ol class="steps">
      {path.nodes.map((node, at) => {
        const edge = path.relationships[at];
        const isForward = edge?.start === node.id;
        return (
          <li key={node.id}>
            <p>
              <Dot label={node.label} /> <span class="kind">{labelName(labelOf(node.id) || node.label)}</span> <Link to={placeOf(node.id)}>{node.name}</Link>
            </p>
            {edge && (
              <div class="step">
                <p>
                  {isForward ? "↓" : "↑"} <strong>{relationName(edge.type)}</strong>{" "}
                  <button type="button" class="open" onClick={() => open(edge)}>
                    {say("evidence")}
                  </button>
                </p>
                <blockquote lang="zh-CN">{String(edge.properties["quote"] ?? "")}</blockquote>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
