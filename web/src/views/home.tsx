import { useState } from "preact/hooks";
import { catalogue, counts } from "../api";
import { language } from "../language";
import { useLoaded } from "../loaded";
import { question } from "../location";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import type { GraphCounts, QuerySummary, TagInfo } from "../types";

/** What is here, and what can be asked. */
export function Home() {
  const held = useLoaded("counts", counts);
  const known = useLoaded(`catalogue ${language()}`, () => catalogue(language()));
  return (
    <div class="home">
      <h1>{say("motto")}</h1>
      <Waiting what={held}>{(graph) => <Holds graph={graph} />}</Waiting>
      <h2>{say("catalogue")}</h2>
      <Waiting what={known}>{({ data, tags }) => <Catalogue queries={data} tags={tags} />}</Waiting>
    </div>
  );
}

function Holds({ graph }: { readonly graph: GraphCounts }) {
  const n = (label: string): string => (graph.nodes[label] ?? 0).toLocaleString("en");
  if (!graph.nodes["Document"]) return <p class="notice">{say("isEmpty")}</p>;
  const values = { documents: n("Document"), measures: n("Measure"), agencies: n("Agency"), targets: n("Target"), results: n("Result"), statements: n("Statement") };
  return <p class="lead">{say("holds", values)}</p>;
}

function Catalogue({ queries, tags }: { readonly queries: readonly QuerySummary[]; readonly tags: readonly TagInfo[] }) {
  const [tag, setTag] = useState<string | null>(null);
  const used = tags.filter((each) => queries.some((query) => query.tags.includes(each.tag)));
  const listed = queries.filter((query) => query.status !== "deprecated" && (tag === null || query.tags.includes(tag)));
  return (
    <>
      <div class="tags" role="group" aria-label={say("catalogue")}>
        {[{ tag: null, label: say("allTags") }, ...used].map((each) => (
          <button type="button" key={each.tag ?? ""} class="chip" aria-pressed={tag === each.tag} onClick={() => setTag(each.tag)}>
            {each.label}
          </button>
        ))}
      </div>
      <ul class="cards">
        {listed.map((query) => (
          <li key={query.id}>
            <h3>
              <Link to={question(query.id)}>{query.title}</Link>
            </h3>
            <p>{query.description}</p>
            <p class="ask">{(query.ask[0] ?? "").replace(/\{(\w+)\}/g, "…")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
