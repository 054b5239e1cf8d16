import { ask, search } from "../api";
import { labelName } from "../kinds";
import { useLoaded } from "../loaded";
import { paramsFrom, question } from "../location";
import { placeOf } from "../parts/cell";
import { Dot } from "../parts/dot";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { places } from "../codepoints";
import { say } from "../say";
import type { Hit, Meanings } from "../types";

/** What fits some words: things by name, then passages of documents. */
export function Find({ text }: { readonly text: string }) {
  const found = useLoaded(text, () => search(text, [], 60));
  const near = useLoaded(`near ${text}`, () => ask(text));
  return (
    <>
      <h1>{say("found", { n: text })}</h1>
      {near.state === "ready" && <Nearest meanings={near.value} />}
      <Waiting what={found}>{(hits) => <Hits hits={hits} text={text} />}</Waiting>
    </>
  );
}

/** The questions that are nearest to the words. */
function Nearest({ meanings: { meaning, alternatives } }: { readonly meanings: Meanings }) {
  const all = [...(meaning ? [meaning] : []), ...alternatives];
  if (all.length === 0) return null;
  return (
    <>
      <h2>{say("nearestQuestions")}</h2>
      <ul class="hits">
        {all.map((each) => (
          <li key={each.query}>
            <Link to={question(each.query, paramsFrom(each.params))}>{each.question.replace(/\{\w+\}/g, "…")}</Link> <span class="where">{each.title}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Hits({ hits, text }: { readonly hits: readonly Hit[]; readonly text: string }) {
  if (hits.length === 0) {
    return (
      <div class="notice" role="status">
        <p>{say("foundNothing", { n: text })}</p>
        <p>
          <Link to={{ view: "home" }}>{say("catalogue")}</Link>
        </p>
      </div>
    );
  }
  const passages = hits.filter((hit) => hit.document);
  const things = hits.filter((hit) => !hit.document);
  return (
    <>
      {things.length > 0 && <h2>{say("things")}</h2>}
      <ul class="hits">
        {things.map((hit) => (
          <li key={hit.id}>
            <span class="kind">
              <Dot label={hit.label} /> {labelName(hit.label)}
            </span>{" "}
            <Link to={placeOf(hit.id)}>{hit.name}</Link> {hit.text !== hit.name && <Marked hit={hit} />}
          </li>
        ))}
      </ul>
      {passages.length > 0 && <h2>{say("passages")}</h2>}
      <ul class="hits">
        {passages.map((hit) => (
          <li key={hit.id}>
            <p lang="zh-CN">
              <Marked hit={hit} />
            </p>
            {hit.document && (
              <p class="where">
                <Link to={{ view: "document", id: hit.document.id, statement: hit.id }}>{hit.document.title}</Link> · {hit.document.published_on ?? say("noDate")}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Marked({ hit }: { readonly hit: Hit }) {
  const at = places(hit.text);
  const parts = [];
  let last = 0;
  for (const [start, end] of hit.highlights) {
    parts.push(hit.text.slice(last, at(start)), <mark key={start}>{hit.text.slice(at(start), at(end))}</mark>);
    last = at(end);
  }
  return (
    <>
      {parts}
      {hit.text.slice(last)}
    </>
  );
}
