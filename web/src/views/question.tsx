import { useState } from "preact/hooks";
import { answer as ask, contract as read, MOST_ROWS } from "../api";
import { language, pick } from "../language";
import { useLoaded, type Loaded } from "../loaded";
import { go, paramsFrom, type Params, type Question } from "../location";
import { subjectOf } from "../names";
import { AnswerView } from "../parts/answer";
import { Exports } from "../parts/exports";
import { Form } from "../parts/form";
import { changeSince, News } from "../parts/news";
import { Waiting } from "../parts/waiting";
import { ofRows } from "../seen";
import { say } from "../say";
import { sentence } from "../sentence";
import type { Answer, Contract } from "../types";

const PAGE = 200; // rows read at first

/** A question of the catalogue: its conditions, a sentence, and the answer as table, graph and chart. */
export function QuestionView({ place }: { readonly place: Question }) {
  const known = useLoaded(`${place.query} ${language()}`, () => read(place.query));
  return <Waiting what={known}>{(contract) => <Asked place={place} contract={contract} />}</Waiting>;
}

interface Props {
  readonly place: Question;
  readonly contract: Contract;
}

function Asked({ place, contract }: Props) {
  const { header } = contract;
  const missing = Object.entries(header.params).filter(([name, each]) => each.required && !place.params[name]?.length);
  const change = (params: Params): void => go({ ...place, params, pick: null, hidden: [], version: null, seen: null });
  return (
    <article class="question">
      <h1>{pick(header.title)}</h1>
      <p class="about">{pick(header.description)}</p>
      <Form contract={contract} params={place.params} change={change} />
      {missing.length ? (
        <div class="notice" role="status">
          <p>{say("chooseFirst", { n: missing.map(([, each]) => pick(each.description)).join(language() === "zh" ? "、" : ", ") })}</p>
          <Example contract={contract} change={change} />
        </div>
      ) : (
        <Answered place={place} contract={contract} change={change} />
      )}
    </article>
  );
}

interface Ready {
  readonly answer: Answer;
  readonly subject: string;
}

function Answered({ place, contract, change }: Props & { readonly change: (params: Params) => void }) {
  const asked = JSON.stringify([place.query, place.params]);
  const [limit, setLimit] = useState({ asked, rows: PAGE });
  const rows = limit.asked === asked ? limit.rows : PAGE;
  const found: Loaded<Ready> = useLoaded(`${asked} ${rows}`, async () => {
    const answer = await ask(place.query, place.params, rows);
    return { answer, subject: await subjectOf(contract, answer) };
  });
  return (
    <Waiting what={found} propose={(parameter, value) => change({ ...place.params, [parameter]: [value] })}>
      {({ answer, subject }) =>
        answer.data.length === 0 ? (
          <Empty place={place} contract={contract} change={change} />
        ) : (
          <Given {...{ place, contract, answer, subject }} rows={rows} more={(wanted) => setLimit({ asked, rows: wanted })} />
        )
      }
    </Waiting>
  );
}

interface GivenProps extends Props, Ready {
  /** As many as were asked for. */
  readonly rows: number;
  readonly more: (rows: number) => void;
}

function Given({ place, contract, answer, subject, rows, more }: GivenProps) {
  const next = Math.min(rows * 5, MOST_ROWS);
  const change = changeSince(place, answer.graph.version, () => ofRows(contract, answer));
  return (
    <section aria-label={say("answer")} class="answer">
      <p class="sentence" role="status">
        {sentence(contract, answer, subject)}
      </p>
      <News then={place} now={answer.graph.version} change={change} />
      {answer.warnings.map((warning) => (
        <p class="notice" key={warning}>
          {warning}
        </p>
      ))}
      <AnswerView {...{ contract, answer, change }} params={place.params} look={place} set={(look) => go({ ...place, ...look }, true)}>
        <Exports {...{ place, contract, answer, subject }} />
      </AnswerView>
      {answer.page.truncated && next > rows && (
        <p class="actions">
          <button type="button" onClick={() => more(next)}>
            {say("more", { n: next - rows })}
          </button>
        </p>
      )}
      <details class="menu wide">
        <summary>{say("cypher")}</summary>
        <pre tabIndex={0}>{contract.cypher}</pre>
      </details>
    </section>
  );
}

function Empty({ place, contract, change }: Props & { readonly change: (params: Params) => void }) {
  const { header } = contract;
  const loose = Object.keys(place.params).filter((name) => !header.params[name]?.required);
  return (
    <div class="notice" role="status">
      <p>
        <strong>{say("empty")}</strong> {say("emptyHelp")}
      </p>
      <p class="actions">
        {loose.map((name) => {
          const { [name]: _, ...others } = place.params;
          const declared = header.params[name];
          return (
            <button type="button" key={name} onClick={() => change(others)}>
              {say("without", { n: declared ? pick(declared.description) : name })}
            </button>
          );
        })}
      </p>
      <Example contract={contract} change={change} />
    </div>
  );
}

function Example({ contract, change }: { readonly contract: Contract; readonly change: (params: Params) => void }) {
  const params = paramsFrom(contract.header.examples[0]?.params ?? {});
  return (
    <button type="button" onClick={() => change(params)}>
      {say("tryExample")}
    </button>
  );
}
