import { createElement, type VNode } from "preact";
import { addressOf, drawing } from "../api";
import { language } from "../language";
import { useLoaded } from "../loaded";
import type { Params } from "../location";
import { say } from "../say";
import type { Answer } from "../types";
import { Waiting } from "./waiting";

interface Props {
  readonly params: Params;
  readonly answer: Answer;
  readonly isPicked: (rows: readonly number[]) => boolean;
  /** Opens rows of the answer, by their numbers. */
  readonly open: (rows: readonly number[]) => void;
}

/** The server's drawing of an answer; each mark is a button that opens the rows it stands for. */
export function Drawing({ params, answer, isPicked, open }: Props) {
  const limit = [String(answer.data.length)];
  const address = addressOf(`/v1/q/${answer.query.id}.svg`, { ...params, limit, lang: [language()] });
  const found = useLoaded(`${address} ${answer.graph.version}`, () => drawing(address));
  return (
    <Waiting what={found}>
      {({ root, version }) => {
        // Drawn from another state of the graph, the numbers of rows are those of other rows.
        const hand = version === answer.graph.version ? { isPicked, open } : null;
        return (
          <figure class="chart">
            <figcaption>{say(hand ? "chartHint" : "chartChanged")}</figcaption>
            <p class="unseen">{root.querySelector("desc")?.textContent}</p>
            <div class="scroll" role="region" aria-label={say("asChart")} tabIndex={0}>
              {plate(root, hand)}
            </div>
          </figure>
        );
      }}
    </Waiting>
  );
}

type Hand = Pick<Props, "isPicked" | "open"> | null;

const SHAPES = new Set(["g", "rect", "line", "path", "circle", "polygon", "text", "title"]);
const LOOKS = new Set(
  "x y x1 y1 x2 y2 cx cy r rx d points width height transform fill fill-opacity stroke stroke-width stroke-dasharray stroke-linejoin paint-order font-size font-weight text-anchor".split(" "),
);

/** The drawing's own title and description stand outside it; it is a group of buttons, no picture. */
function plate(root: Element, hand: Hand): VNode {
  const attributes = Object.fromEntries(["width", "height", "viewBox", "font-family"].map((name) => [name, root.getAttribute(name)]));
  const shapes = [...root.children].filter((each) => each.localName !== "title" && each.localName !== "desc");
  return createElement("svg", { ...attributes, role: "group", "aria-label": root.querySelector("title")?.textContent ?? "" }, shapes.map((each) => shape(each, hand)));
}

/** A shape with the attributes and words that drawings have; anything else is left out. */
function shape(element: Element, hand: Hand): VNode | null {
  if (!SHAPES.has(element.localName)) return null;
  const looks = [...element.attributes].filter(({ name }) => LOOKS.has(name)).map(({ name, value }) => [name, value]);
  const parts = [...element.childNodes].map((each) => (each instanceof Element ? shape(each, hand) : each.textContent));
  return createElement(element.localName, { ...Object.fromEntries(looks), ...button(element, hand) }, parts);
}

/** What makes a group that stands for rows a button. */
function button(element: Element, hand: Hand): Record<string, unknown> {
  const rows = (element.getAttribute("data-rows") ?? "").split(" ").filter(Boolean).map(Number);
  if (!hand || rows.length === 0) return {};
  const isPicked = hand.isPicked(rows);
  return {
    class: isPicked ? "mark picked" : "mark",
    role: "button",
    tabindex: 0,
    "aria-pressed": isPicked,
    "aria-label": element.querySelector(":scope > title")?.textContent ?? "",
    onClick: () => hand.open(rows),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      hand.open(rows);
    },
  };
}
