import { useState } from "preact/hooks";
import { answer as ask, contract as read } from "../api";
import { BOARDS, type Board, type Panel } from "../dashboards";
import { language, pick } from "../language";
import { useLoaded } from "../loaded";
import { PLAIN, question, type Look } from "../location";
import { subjectOf } from "../names";
import { AnswerView } from "../parts/answer";
import { hasChart } from "../parts/chart";
import { Exports } from "../parts/exports";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import { sentence } from "../sentence";
import type { Answer, Contract } from "../types";

const ROWS = 500; // what a chart draws at most
const SHOWN = 8; // rows of a table before more are asked for

/** What those in the trade look at most, each a question that can be opened and changed. */
export function Boards({ board }: { readonly board: string | null }) {
  const shown = BOARDS.find((each) => each.id === board) ?? (BOARDS[0] as Board);
  return (
    <>
      <h1>{say("boards")}</h1>
      <nav class="tags" aria-label={say("boards")}>
        {BOARDS.map((each) => (
          <Link key={each.id} to={{ view: "boards", board: each.id }} class="chip" current={each === shown}>
            {pick(each.title)}
          </Link>
        ))}
      </nav>
      <p class="about">{pick(shown.about)}</p>
      {shown.panels.map((each) => (
        <PanelView key={each.query} panel={each} />
      ))}
    </>
  );
}

function PanelView({ panel }: { readonly panel: Panel }) {
  const { query, params } = panel;
  const found = useLoaded(`${query} ${JSON.stringify(params)} ${language()}`, async () => {
    const [contract, answer] = await Promise.all([read(query), ask(query, params, ROWS)]);
    return { contract, answer, subject: await subjectOf(contract, answer) };
  });
  return (
    <section class="panel">
      <Waiting what={found}>{(ready) => <Answered panel={panel} {...ready} />}</Waiting>
    </section>
  );
}

interface Props {
  readonly panel: Panel;
  readonly contract: Contract;
  readonly answer: Answer;
  readonly subject: string;
}

function Answered({ panel, contract, answer, subject }: Props) {
  const { params } = panel;
  const [look, set] = useState<Look>({ ...PLAIN, shown: hasChart(contract) ? "chart" : "table" });
  const place = { ...question(contract.id, params), ...look };
  return (
    <>
      <h2>{pick(contract.header.title)}</h2>
      <p class="sentence">{answer.data.length ? sentence(contract, answer, subject) : say("empty")}</p>
      {answer.data.length === 0 ? (
        <OpenQuestion place={place} />
      ) : (
        <AnswerView {...{ params, contract, answer, look, set }} change={null} most={SHOWN}>
          <OpenQuestion place={place} />
          <Exports {...{ place, contract, answer, subject }} />
        </AnswerView>
      )}
    </>
  );
}

const OpenQuestion = ({ place }: { readonly place: ReturnType<typeof question> }) => (
  <Link to={place} class="button">
    {say("openQuestion")}
  </Link>
);
