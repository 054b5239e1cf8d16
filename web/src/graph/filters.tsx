import { labelName, modalityName, relationName } from "../kinds";
import { Dot } from "../parts/dot";
import { say } from "../say";
import { facets, valueOf } from "./filter";
import type { Graph } from "./model";

interface Props {
  readonly graph: Graph;
  readonly hidden: readonly string[];
  readonly set: (hidden: readonly string[]) => void;
}

/** What to see of a graph: by type, region, year and modality. */
export function Filters({ graph, hidden, set }: Props) {
  const known = facets(graph);
  const flip = (each: string): void => set(hidden.includes(each) ? hidden.filter((other) => other !== each) : [...hidden, each]);
  const only = (prefix: string, value: string): void => set([...hidden.filter((each) => !each.startsWith(prefix)), ...(value ? [prefix + value] : [])]);
  const boxes = (title: string, prefix: string, all: readonly (readonly [string, number])[], name: (value: string) => string) =>
    all.length > 0 && (
      <fieldset>
        <legend>{title}</legend>
        {all.map(([value, n]) => (
          <label key={value}>
            <input type="checkbox" checked={!hidden.includes(prefix + value)} onChange={() => flip(prefix + value)} /> {prefix === "label:" && <Dot label={value} />}{" "}
            {name(value)} <span class="count">{n}</span>
          </label>
        ))}
      </fieldset>
    );
  return (
    <details class="filters">
      <summary>
        {say("filters")}
        {hidden.length > 0 && ` (${hidden.length})`}
      </summary>
      {boxes(say("byType"), "label:", known.labels, labelName)}
      {boxes(say("byRelation"), "type:", known.types, relationName)}
      {boxes(say("byModality"), "modality:", known.modalities, modalityName)}
      {known.regions.length > 1 && (
        <label class="field">
          {say("byRegion")}{" "}
          <select value={valueOf(hidden, "region:") ?? ""} onChange={(event) => only("region:", event.currentTarget.value)}>
            <option value="">{say("anyValue")}</option>
            {known.regions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {known.years.length > 1 && (
        <label class="field">
          {say("byPeriod")}{" "}
          <select value={valueOf(hidden, "year:") ?? ""} onChange={(event) => only("year:", event.currentTarget.value)}>
            <option value="">{say("anyValue")}</option>
            {known.years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      )}
    </details>
  );
}
