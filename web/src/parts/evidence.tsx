import { useEffect, useRef } from "preact/hooks";
import { statements } from "../statements";
import { modalityName, relationName } from "../kinds";
import { useLoaded } from "../loaded";
import { say } from "../say";
import type { Statement } from "../types";
import { placeOf } from "./cell";
import { Cite } from "./cite";
import { Link } from "./link";
import { Waiting } from "./waiting";

interface Props {
  readonly ids: readonly string[];
  readonly title: string;
  readonly close: () => void;
}

/** The statements that something rests on, at the words that state them. */
export function Evidence({ ids, title, close }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  const key = ids.join(" ");
  const found = useLoaded(key, () => statements(ids));
  useEffect(() => head.current?.focus(), [key]);
  return (
    <aside class="drawer over" aria-label={say("evidence")} onKeyDown={(event) => event.key === "Escape" && close()}>
      <header>
        <h2 tabIndex={-1} ref={head}>
          {say("evidence")}
        </h2>
        <button type="button" onClick={close} aria-label={say("close")}>
          ×
        </button>
      </header>
      <p class="about">{title}</p>
      <Waiting what={found}>{(known) => <Statements known={known} />}</Waiting>
    </aside>
  );
}

/** Statements as a list: what each states, its words, and where they stand. */
export function Statements({ known }: { readonly known: readonly Statement[] }) {
  return (
    <ol class="statements">
      {known.map((each) => (
        <li key={each.id}>
          <p class="fact">
            <Link to={placeOf(each.subject.id)}>{each.subject.name}</Link> <strong>{relationName(each.type)}</strong>{" "}
            <Link to={placeOf(each.object.id)}>{each.object.name}</Link> <span class="tag">{modalityName(each.modality)}</span>
          </p>
          <blockquote lang="zh-CN">{each.quote}</blockquote>
          <p class="where">
            {each.document.title}
            {each.passage.section && ` · ${each.passage.section}`} · {each.document.published_on ?? say("noDate")}
          </p>
          <p class="actions">
            <Link to={{ view: "document", id: each.document.id, statement: each.id }} class="button">
              {say("readInDocument")}
            </Link>
            <Cite document={each.document} section={each.passage.section} />
          </p>
        </li>
      ))}
    </ol>
  );
}
