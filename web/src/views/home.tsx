import { useState } from "preact/hooks";
import { catalogue, counts } from "../api";
import { BOARDS } from "../dashboards";
import { language, pick } from "../language";
import { useLoaded } from "../loaded";
import { question } from "../location";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import type { GraphCounts, QuerySummary, TagInfo } from "../types";

// Questions that any graph has an answer to: their goals stand in the taxonomy.
const BEGIN = [
  { words: { zh: "哪些措施服务于食品安全", en: "Which measures serve the food-safety goal" }, place: question("measures_for_goal", { goal: ["goal:food-safety"] }) },
  { words: { zh: "各地的食品安全由谁负责", en: "Who answers for food safety" }, place: question("agencies_of_goal", { goal: ["goal:food-safety"] }) },
  { words: { zh: "有哪些品牌，谁与谁互认", en: "Which brands recognise each other" }, place: question("brands_and_recognition") },
  { words: { zh: "哪些单位共同牵头", en: "Which bodies lead together" }, place: question("co_leading_agencies") },
] as const;

/** What is here, and what can be asked. */
export function Home() {
  const held = useLoaded("counts", counts);
  const known = useLoaded(`catalogue ${language()}`, () => catalogue(language()));
  return (
    <div class="home">
      <h1>{say("motto")}</h1>
      <Waiting what={held}>{(graph) => <Holds graph={graph} />}</Waiting>
      <h2>{say("begin")}</h2>
      <p class="chips">
        {BEGIN.map(({ words, place }) => (
          <Link key={place.query} to={place} class="chip">
            {pick(words)}
          </Link>
        ))}
      </p>
      <h2>{say("boards")}</h2>
      <ul class="cards">
        {BOARDS.map((board) => (
          <li key={board.id}>
            <h3>
              <Link to={{ view: "boards", board: board.id }}>{pick(board.title)}</Link>
            </h3>
            <p>{pick(board.about)}</p>
          </li>
        ))}
      </ul>
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
