import type { ComponentChildren } from "preact";
import type { Problem, Proposal } from "../api";
import type { Loaded } from "../loaded";
import { say } from "../say";
import { Link } from "./link";

interface Props<T> {
  readonly what: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
  /** Takes one of the values that the server proposes for a parameter in place of the one it refused. */
  readonly propose?: (parameter: string, value: string) => void;
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
      {problem.nearest.length > 0 && <Proposed problem={problem} {...(propose && { propose })} />}
      <p class="actions">
        <button type="button" onClick={again}>
          {say("again")}
        </button>{" "}
        <Link to={{ view: "home" }}>{say("toHome")}</Link>
      </p>
    </div>
  );
}

/** What would be accepted: values that one click takes, or names of parameters, which are for the address alone. */
function Proposed({ problem, propose }: { readonly problem: Problem } & Pick<Props<never>, "propose">) {
  const { nearest, parameter } = problem;
  const told = ({ value, label }: Proposal): string =>
    nearest.some((other) => other.value !== value && other.label === label) ? `${label} (${value})` : label;
  return (
    <p>
      {say("nearest")}{" "}
      {nearest.map((each) =>
        propose && parameter && problem.type !== UNKNOWN_PARAMETER ? (
          <button type="button" class="chip" key={each.value} onClick={() => propose(parameter, each.value)}>
            {told(each)}
          </button>
        ) : (
          <span class="chip" key={each.value}>
            {told(each)}
          </span>
        ),
      )}
    </p>
  );
}

const UNKNOWN_PARAMETER = "/problems/unknown-parameter";
