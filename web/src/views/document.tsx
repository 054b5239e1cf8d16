import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { documentText, statement, thing } from "../api";
import { places } from "../codepoints";
import { inkOf, labelName, labelOf, relationName } from "../kinds";
import { useLoaded } from "../loaded";
import { around, question } from "../location";
import { placeOf } from "../parts/cell";
import { Cite } from "../parts/cite";
import { Link } from "../parts/link";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import { lines, type Segment } from "../segments";
import type { DocumentRef, DocumentText, Mark, Statement } from "../types";

interface Props {
  readonly id: string;
  /** The statement, or the passage, to show. */
  readonly statement: string | null;
}

interface Focus {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly stated: Statement | null;
}

/** A document as it was read, with the words of a statement marked and scrolled to. */
export function DocumentView({ id, statement: wanted }: Props) {
  const found = useLoaded(`${id} ${wanted}`, async () => {
    const [text, focus] = await Promise.all([documentText(id), wanted ? focusOf(wanted) : null]);
    return { text, focus };
  });
  return <Waiting what={found}>{({ text, focus }) => <Text document={text} focus={focus} />}</Waiting>;
}

async function focusOf(id: string): Promise<Focus | null> {
  if (labelOf(id) !== "Statement") return passageFocus(id);
  const stated = await statement(id);
  return { start: stated.start, end: stated.end, quote: stated.quote, stated };
}

async function passageFocus(id: string): Promise<Focus> {
  const { properties } = await thing(id);
  return { start: Number(properties["start"]), end: Number(properties["end"]), quote: String(properties["text"] ?? ""), stated: null };
}

function Text({ document, focus }: { readonly document: DocumentText; readonly focus: Focus | null }) {
  const [isMarked, setMarked] = useState(true);
  const target = useRef<HTMLElement>(null);
  const reference = refOf(document);
  const shown = useMemo(() => {
    const marks = document.marks.filter((mark) => isMarked && mark.kind !== "statement");
    const all = focus ? [...marks, { ...focus, kind: "statement", id: "focus", label: "", name: "" } satisfies Mark & Focus] : marks;
    return lines(document.text, all, places(document.text));
  }, [document, focus, isMarked]);
  useEffect(() => {
    target.current?.scrollIntoView({ block: "center" });
    target.current?.focus({ preventScroll: true });
  }, [document, focus]);
  return (
    <article class="document">
      <p class="kind">{labelName("Document")}</p>
      <h1 lang="zh-CN">{reference.title}</h1>
      <p class="where">
        {reference.publisher && `${reference.publisher} · `}
        {reference.published_on ?? say("noDate")} · {say("sourceOf")}: {reference.source}
      </p>
      <p class="actions">
        <label>
          <input type="checkbox" checked={isMarked} onChange={(event) => setMarked(event.currentTarget.checked)} /> {say("marksShown")}
        </label>
        <Link to={question("statements_of_document", { document: [document.id] })} class="button">
          {say("statementsIn")}
        </Link>
        <Link to={around(document.id)} class="button">
          {say("openGraph")}
        </Link>
        <Cite document={reference} section="" />
      </p>
      {focus && (
        <p class="notice" role="status">
          {focus.stated && (
            <>
              {focus.stated.subject.name} <strong>{relationName(focus.stated.type)}</strong> {focus.stated.object.name} ·{" "}
            </>
          )}
          {say("marked", { n: focus.quote })}
        </p>
      )}
      <div class="text" lang="zh-CN">
        {shown.map((line, at) => (
          <p key={at}>
            {line.map((segment) => (
              <Stretch key={segment.start} segment={segment} target={segment.start === focus?.start ? target : null} />
            ))}
          </p>
        ))}
      </div>
    </article>
  );
}

interface StretchProps {
  readonly segment: Segment;
  readonly target: { current: HTMLElement | null } | null;
}

function Stretch({ segment, target }: StretchProps) {
  const mention = segment.marks.find((mark) => mark.kind === "mention");
  const claim = segment.marks.find((mark) => mark.kind === "claim");
  const inside = mention ? (
    <Link to={placeOf(mention.id)} class="mention" colour={inkOf(mention.label)}>
      {segment.text}
    </Link>
  ) : (
    segment.text
  );
  if (segment.marks.some((mark) => mark.id === "focus")) {
    return (
      <mark ref={target} tabIndex={target ? -1 : undefined} class="focus">
        {inside}
      </mark>
    );
  }
  return claim ? <span class="claim" title={labelName(claim.label)}>{inside}</span> : <>{inside}</>;
}

function refOf(document: DocumentText): DocumentRef {
  const { title, source, publisher, published_on } = document.properties;
  const maybe = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
  return { id: document.id, title: String(title ?? document.id), source: String(source ?? ""), publisher: maybe(publisher), published_on: maybe(published_on) };
}
