import { useState } from "preact/hooks";
import { answer as ask, contract as read } from "../api";
import { evidenceOf, ofRole } from "../columns";
import { language, pick } from "../language";
import { useLoaded, type Loaded } from "../loaded";
import { go, paramsFrom, type Params, type Question, type Shown } from "../location";
import { nameOf } from "../names";
import { AnswerGraph } from "../parts/answer-graph";
import { Chart, hasChart } from "../parts/chart";
import { Citations } from "../parts/cite";
import { Evidence } from "../parts/evidence";
import { Exports } from "../parts/exports";
import { Form } from "../parts/form";
import { Table } from "../parts/table";
import { Waiting } from "../parts/waiting";
import { compare, key, type Change } from "../seen";
import { say } from "../say";
import { sentence } from "../sentence";
import type { Answer, Contract, Row } from "../types";
import { ofAnswer } from "../export/cited-answer";

const PAGE = 200; // rows read at once

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
  const change = (params: Params): void => go({ ...place, params, pick: null, version: null, seen: null });
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
  const refused = Object.keys(place.params)[0];
  return (
    <Waiting what={found} propose={(value) => refused && change({ ...place.params, [refused]: [value] })}>
      {({ answer, subject }) =>
        answer.data.length === 0 ? (
          <Empty place={place} contract={contract} change={change} />
        ) : (
          <Given {...{ place, contract, answer, subject }} more={() => setLimit({ asked, rows: rows * 5 })} />
        )
      }
    </Waiting>
  );
}

interface GivenProps extends Props, Ready {
  readonly more: () => void;
}

function Given({ place, contract, answer, subject, more }: GivenProps) {
  const kinds = offered(contract);
  const shown = place.shown && kinds.includes(place.shown) ? place.shown : (kinds[0] as Shown);
  const isOld = place.version !== null && place.version !== answer.graph.version;
  const change = isOld && place.seen ? compare(contract, answer, place.seen) : null;
  const picked = answer.data.find((row) => key(contract, row) === place.pick) ?? null;
  const open = (row: Row | null): void => go({ ...place, pick: row ? key(contract, row) : null }, true);
  const close = (): void => {
    open(null);
    document.querySelector<HTMLElement>("tr.picked button.open")?.focus();
  };
  const none = contract.header.evidence;
  return (
    <section aria-label={say("answer")} class="answer">
      <p class="sentence" role="status">
        {sentence(contract, answer, subject)}
      </p>
      {place.version !== null && <News place={place} answer={answer} change={change} />}
      {answer.warnings.map((warning) => (
        <p class="notice" key={warning}>
          {warning}
        </p>
      ))}
      <div class="bar">
        <div role="group" aria-label={say("shownAs")}>
          {kinds.map((each) => (
            <button type="button" key={each} aria-pressed={shown === each} onClick={() => go({ ...place, shown: each }, true)}>
              {say({ table: "asTable", graph: "asGraph", chart: "asChart" }[each] as "asTable")}
            </button>
          ))}
        </div>
        <Exports {...{ place, contract, answer, subject }} />
        <Citations cited={ofAnswer(contract, answer, subject, place)} />
      </div>
      <div class={picked ? "with-drawer" : undefined}>
        <div class="shown">
          {shown === "table" && <Table {...{ contract, answer, change, open }} picked={place.pick} />}
          {shown === "graph" && <AnswerGraph {...{ place, contract, answer }} />}
          {shown === "chart" && <Chart {...{ contract, answer }} />}
          {answer.page.truncated && (
            <p class="actions">
              <button type="button" onClick={more}>
                {say("more", { n: answer.data.length * 4 })}
              </button>
            </p>
          )}
          {typeof none === "object" && <p class="where">{say("noEvidence", { n: pick(none.none) })}</p>}
        </div>
        {picked && <Evidence ids={evidenceOf(answer, picked)} title={titleOf(answer, picked)} close={close} />}
      </div>
      <details class="menu wide">
        <summary>{say("cypher")}</summary>
        <pre tabIndex={0}>{contract.cypher}</pre>
      </details>
    </section>
  );
}

function News({ place, answer, change }: { readonly place: Question; readonly answer: Answer; readonly change: Change | null }) {
  if (place.version === answer.graph.version) return <p class="where">{say("sameGraph")}</p>;
  const isSame = change && change.fresh.size + change.changed.size + change.gone === 0;
  return (
    <p class="notice" role="status">
      {say("graphChanged", { from: place.version ?? "?", to: answer.graph.version })}{" "}
      {change === null
        ? say("rowsUnknown")
        : isSame
          ? say("rowsSame")
          : say("rowsChanged", { fresh: change.fresh.size, changed: change.changed.size, gone: change.gone })}
    </p>
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

function offered(contract: Contract): readonly Shown[] {
  if (contract.header.shape === "graph") return ["graph"];
  const kinds: Shown[] = ["table"];
  if (typeof contract.header.evidence === "string") kinds.push("graph");
  if (hasChart(contract)) kinds.push("chart");
  return kinds;
}

/** What a question is about: the name of the first thing that it must be given, and of the place. */
async function subjectOf(contract: Contract, answer: Answer): Promise<string> {
  const about = Object.entries(contract.header.params).filter(([name, each]) => /ref\(/.test(each.type) && (each.required || name === "region"));
  const ids = about.map(([name]) => answer.params[name]).filter((id): id is string => typeof id === "string");
  return (await Promise.all(ids.map(nameOf))).join(" · ");
}

const titleOf = (answer: Answer, row: Row): string => String(row[ofRole(answer, "label")?.name ?? ""] ?? "");
