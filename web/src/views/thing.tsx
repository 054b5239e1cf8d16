import { thing } from "../api";
import { labelName, propertyName, relationName } from "../kinds";
import { useLoaded } from "../loaded";
import { around, between, go } from "../location";
import { Statements } from "../parts/evidence";
import { Dot } from "../parts/dot";
import { Link } from "../parts/link";
import { PathPicker } from "../parts/path-picker";
import { Waiting } from "../parts/waiting";
import { say } from "../say";
import { questionsAbout, type Suggestion } from "../suggest";
import type { Cell, Thing } from "../types";

/** What is known of a thing, and the words it is known by. */
export function ThingView({ id }: { readonly id: string }) {
  const found = useLoaded(id, async () => {
    const known = await thing(id);
    return { known, asked: await questionsAbout(id, known.name) };
  });
  return <Waiting what={found}>{({ known, asked }) => <Known known={known} asked={asked} />}</Waiting>;
}

const PLAIN = new Set(["core_name", "aliases", "sketch", "pipeline", "sha256", "scope_note", "name_en", "text", "search_text"]);

function Known({ known, asked }: { readonly known: Thing; readonly asked: readonly Suggestion[] }) {
  const { properties } = known;
  const aliases = [properties["name_en"], ...((properties["aliases"] as readonly Cell[] | undefined) ?? [])].filter(Boolean);
  const others = Object.entries(properties).filter(([name, value]) => !PLAIN.has(name) && value !== null && String(value) !== "");
  return (
    <article class="thing">
      <p class="kind">
        <Dot label={known.label} /> {labelName(known.label)}
      </p>
      <h1>{known.name}</h1>
      {properties["scope_note"] ? <p>{String(properties["scope_note"])}</p> : null}
      {aliases.length > 0 && (
        <p>
          {say("otherNames")}: {aliases.join(" · ")}
        </p>
      )}
      {others.length > 0 && (
        <dl class="properties">
          {others.map(([name, value]) => (
            <div key={name}>
              <dt>{propertyName(name)}</dt>
              <dd>{Array.isArray(value) ? value.join(" · ") : String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="actions">
        <Link to={around(known.id)} class="button">
          {say("openGraph")}
        </Link>
      </p>
      <PathPicker choose={(to) => go(between(known.id, to))} />
      {asked.length > 0 && (
        <section>
          <h2>{say("askAbout")}</h2>
          <ul class="hits">
            {asked.map((each) => (
              <li key={each.text}>
                <Link to={each.place}>{each.text}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{say("neighbours")}</h2>
        {known.neighbours.length === 0 && <p>{say("noNeighbours")}</p>}
        <ul class="counts">
          {known.neighbours.map((each) => (
            <li key={`${each.type} ${each.outgoing} ${each.label}`}>
              {each.outgoing ? "→" : "←"} {relationName(each.type)} <Dot label={each.label} /> {labelName(each.label)} <span class="count">{each.count}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say("statements")}</h2>
        {known.statements.length === 0 ? <p>{say("noStatements")}</p> : <Statements known={known.statements} />}
        {known.statements_truncated && <p>{say("firstStatements", { n: known.statements.length })}</p>}
      </section>
    </article>
  );
}
