import { inkOf } from "../kinds";

/** The colour of a kind of node, as graphs show it; the words beside it say the same. */
export function Dot({ label }: { readonly label: string }) {
  return <span class="dot" style={{ background: inkOf(label) }} aria-hidden="true" />;
}
