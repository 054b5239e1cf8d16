import type { Stamp } from "../location";
import { say } from "../say";
import { compare, type Change, type Item } from "../seen";

interface Props {
  readonly then: Stamp;
  /** The version of the graph now. */
  readonly now: number;
  readonly change: Change | null;
}

/** What has changed since a permalink was written; null where it cannot be told row by row. */
export const changeSince = (then: Stamp, now: number, items: () => readonly Item[]): Change | null =>
  then.version !== null && then.version !== now && then.seen ? compare(items(), then.seen) : null;

/** Says it; nothing where the address is no permalink. */
export function News({ then, now, change }: Props) {
  if (then.version === null) return null;
  if (then.version === now) return <p class="where">{say("sameGraph")}</p>;
  const isSame = change && change.fresh.size + change.changed.size + change.gone === 0;
  return (
    <p class="notice" role="status">
      {say("graphChanged", { from: then.version, to: now })}{" "}
      {change === null
        ? say("rowsUnknown")
        : isSame
          ? say("rowsSame")
          : say("rowsChanged", { fresh: change.fresh.size, changed: change.changed.size, gone: change.gone })}
    </p>
  );
}
