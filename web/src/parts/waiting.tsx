import type { ComponentChildren } from "preact";
import type { Loaded } from "../loaded";
import { say } from "../say";
import { Link } from "./link";

interface Props<T> {
  readonly what: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
  /** Takes one of the values that the server proposes in place of the one it refused. */
  readonly propose?: (value: string) => void;
}

/** What was loaded; until then that it is on its way, or why it did not come and what helps. */
export function Waiting<T>({ what, children, propose }: Props<T>) {
  if (what.state === "loading") {
    return (
      <p class="loading" role="status">
        {say("loading")}
      </p>
    );
  }
  if (what.state === "ready") return <>{children(what.value)}</>;
  const { problem, again } = what;
  return (
    <div class="problem" role="alert">
      <h2>{problem.title || say("failed")}</h2>
      {problem.status === 0 ? <p>{say("unreachable")}</p> : <p>{problem.detail}</p>}
      {problem.nearest.length > 0 && (
        <p>
          {say("nearest")}{" "}
          {problem.nearest.map((each) =>
            propose ? (
              <button type="button" class="chip" key={each.value} onClick={() => propose(each.value)}>
                {each.label}
              </button>
            ) : (
              <span class="chip" key={each.value}>
                {each.label}
              </span>
            ),
          )}
        </p>
      )}
      <p class="actions">
        <button type="button" onClick={again}>
          {say("again")}
        </button>{" "}
        <Link to={{ view: "home" }}>{say("toHome")}</Link>
      </p>
    </div>
  );
}
