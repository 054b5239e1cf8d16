import { choices } from "../api";
import { labelName, labelOf } from "../kinds";
import { say } from "../say";
import type { Choice } from "../types";
import { Combobox } from "./combobox";
import { Dot } from "./dot";

const ENDS = "/v1/queries/path_between/values/to";

/** Chooses the other end of a path. */
export function PathPicker({ choose }: { readonly choose: (id: string) => void }) {
  return (
    <Combobox<Choice>
      id="path-to"
      label={say("pathTo")}
      hint={say("typeName")}
      find={async (text) => (text.trim() ? choices(ENDS, text, 10) : [])}
      textOf={(each) => each.label}
      show={(each) => (
        <>
          <span class="kind">
            <Dot label={labelOf(each.value)} /> {labelName(labelOf(each.value))}
          </span>
          <span>{each.label}</span>
        </>
      )}
      choose={(each) => choose(each.value)}
    />
  );
}
