import { useState } from "preact/hooks";
import { answer, choices } from "../api";
import { labelName, labelOf, relationName } from "../kinds";
import { useLoaded } from "../loaded";
import { ofPaths } from "../graph/model";
import { between, go, permalink, question, type PathPlace } from "../location";
import { nameOf } from "../names";
import { placeOf } from "../parts/cell";
import { Combobox } from "../parts/combobox";
import { Copy } from "../parts/copy";
import { Dot } from "../parts/dot";
import { Evidence } from "../parts/evidence";
import { Link } from "../parts/link";
import { changeSince, News } from "../parts/news";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import { digest, ofEdges, type Item } from "../seen";
import type { Choice, Path, PathEdge } from "../types";

interface Found {
  readonly names: readonly string[];
  readonly paths: readonly Path[];
  readonly version: number;
}

const MOST = 20; // paths

/** How two things are connected: each step with the clause that states it. */
export function PathView({ place }: { readonly place: PathPlace }) {
  const { from, to } = place;
  const found = useLoaded(`${from} ${to}`, async (): Promise<Found> => {
    const names = await Promise.all([nameOf(from), nameOf(to)]);
    const { data, graph } = await answer("path_between", { from: [from], to: [to] }, MOST);
    return { names, paths: data.map((row) => row["path"] as unknown as Path), version: graph.version };
  });
  return (
    <>
      <p class="kind">{say("path")}</p>
      <div class="conditions">
        <End id="path-from" label={say("pathFrom")} choose={(id) => go(between(id, to))} />
        <End id="path-end" label={say("pathEnd")} choose={(id) => go(between(from, id))} />
      </div>
      <Waiting what={found}>{(ready) => <Paths place={place} found={ready} />}</Waiting>
    </>
  );
}

function End({ id, label, choose }: { readonly id: string; readonly label: string; readonly choose: (id: string) => void }) {
  return (
    <div class="field">
      <Combobox<Choice>
        id={id}
        label={label}
        hint={say("typeName")}
        find={async (text) => (text.trim() ? choices("/v1/queries/path_between/values/to", text, 10) : [])}
        textOf={(each) => each.label}
        show={(each) => each.label}
        choose={(each) => choose(each.value)}
      />
    </div>
  );
}

function Paths({ place, found: { names, paths, version } }: { readonly place: PathPlace; readonly found: Found }) {
  const items = (): readonly Item[] => ofEdges(ofPaths(paths));
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
      <News then={place} now={version} change={changeSince(place, version, items)} />
      <p class="actions">
        <Link to={{ ...question("path_between", { from: [place.from], to: [place.to] }), shown: "graph" }} class="button">
          {say("openGraph")}
        </Link>
        <Copy text={() => permalink(place, { version, seen: digest(items()) })} label={say("permalink")} />
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
                  {edge.properties["quote"] ? (
                    <button type="button" class="open" onClick={() => open(edge)}>
                      {say("evidence")}
                    </button>
                  ) : (
                    <span class="where">{say("noStatements")}</span>
                  )}
                </p>
                {edge.properties["quote"] && <blockquote lang="zh-CN">{String(edge.properties["quote"])}</blockquote>}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
