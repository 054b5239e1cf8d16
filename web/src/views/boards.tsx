import { answer as ask, contract as read } from "../api";
import { language, pick } from "../language";
import { useLoaded } from "../loaded";
import { question, type Params } from "../location";
import { Chart, hasChart } from "../parts/chart";
import { Link } from "../parts/link";
import { Table } from "../parts/table";
import { Waiting } from "../parts/waiting";
import { go } from "../location";
import { key } from "../seen";
import { say } from "../say";
import { sentence } from "../sentence";
import type { Answer, Contract } from "../types";

interface Panel {
  readonly query: string;
  readonly params: Params;
}

interface Board {
  readonly id: string;
  readonly title: Readonly<Record<"zh" | "en", string>>;
  readonly panels: readonly Panel[];
}

const panel = (query: string, params: Params = {}): Panel => ({ query, params });

const BOARDS: readonly Board[] = [
  { id: "targets", title: { zh: "目标值与结果", en: "Targets and results" }, panels: [panel("targets_and_results")] },
  { id: "regions", title: { zh: "地区与目标", en: "Regions and goals" }, panels: [panel("compare_regions")] },
  { id: "plans", title: { zh: "规划时间线", en: "Plans along the years" }, panels: [panel("plans_timeline")] },
  { id: "who", title: { zh: "责任分工", en: "Who does what" }, panels: [panel("who_does_what", { goal: ["goal:food-safety"] })] },
  {
    id: "gaps",
    title: { zh: "缺口", en: "Gaps" },
    panels: [panel("goals_without_measures"), panel("targets_without_results"), panel("measures_without_agency"), panel("indicators_without_target")],
  },
];

const ROWS = 1000;

/** What those in the trade look at most, each a question that can be opened and changed. */
export function Boards({ board }: { readonly board: string | null }) {
  const shown = BOARDS.find((each) => each.id === board) ?? (BOARDS[0] as Board);
  return (
    <>
      <h1>{say("boards")}</h1>
      <p class="about">{say("boardHint")}</p>
      <nav class="tags" aria-label={say("boards")}>
        {BOARDS.map((each) => (
          <Link key={each.id} to={{ view: "boards", board: each.id }} class="chip" current={each === shown}>
            {pick(each.title)}
          </Link>
        ))}
      </nav>
      {shown.panels.map((each) => (
        <PanelView key={each.query} panel={each} />
      ))}
    </>
  );
}

function PanelView({ panel: { query, params } }: { readonly panel: Panel }) {
  const found = useLoaded(`${query} ${JSON.stringify(params)} ${language()}`, async () => {
    const [contract, answer] = await Promise.all([read(query), ask(query, params, ROWS)]);
    return { contract, answer };
  });
  return (
    <section class="panel">
      <Waiting what={found}>{({ contract, answer }) => <Answered contract={contract} answer={answer} params={params} />}</Waiting>
    </section>
  );
}

function Answered({ contract, answer, params }: { readonly contract: Contract; readonly answer: Answer; readonly params: Params }) {
  const place = question(contract.id, params);
  return (
    <>
      <h2>{pick(contract.header.title)}</h2>
      <p class="sentence">{answer.data.length ? sentence(contract, answer, "") : say("empty")}</p>
      <p class="actions">
        <Link to={place} class="button">
          {say("openQuestion")}
        </Link>
      </p>
      {answer.data.length > 0 &&
        (hasChart(contract) ? (
          <Chart contract={contract} answer={answer} />
        ) : (
          <Table contract={contract} answer={answer} change={null} picked={null} open={(row) => go({ ...place, pick: key(contract, row) })} />
        ))}
    </>
  );
}
