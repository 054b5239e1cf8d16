import type { ComponentChildren } from "preact";
import { go, write, type Place } from "../location";

interface Props {
  readonly to: Place;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly current?: boolean;
  /** Of the line below it. */
  readonly colour?: string;
}

/** A link to a place: a plain one for new tabs and readers, without a page load otherwise. */
export function Link({ to, children, class: name, current, colour }: Props) {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={write(to)} class={name} onClick={follow} style={colour ? { borderColor: colour } : undefined} aria-current={current ? "page" : undefined}>
      {children}
    </a>
  );
}
