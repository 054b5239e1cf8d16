import { go, type Place } from "../location";
import { labelName } from "../kinds";
import { say } from "../say";
import { leadsTo, suggest, type Suggestion } from "../suggest";
import { Combobox } from "./combobox";
import { Dot } from "./dot";

/** The search box: completes things and questions; anything else is looked up in the texts. */
export function Search() {
  const enter = async (text: string): Promise<void> => go(await leadsTo(text).catch((): Place => ({ view: "find", text })));
  return (
    <search class="search">
      <Combobox<Suggestion>
        id="search"
        label={say("searchLabel")}
        hint={say("searchHint")}
        find={suggest}
        textOf={(each) => each.text}
        show={(each) => (
          <>
            <span class="kind">
              {each.kind === "thing" ? <Dot label={each.label} /> : "？"} {each.kind === "thing" ? labelName(each.label) : say("aQuestion")}
            </span>
            <span>{each.text}</span>
          </>
        )}
        choose={(each) => go(each.place)}
        enter={(text) => void enter(text)}
        keep
      />
    </search>
  );
}
