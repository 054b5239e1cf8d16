import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A sheet under a button; it closes by Escape and by a click elsewhere. */
export function Menu({ label, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const elsewhere = (event: Event): void => {
      if (menu.current && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    addEventListener("click", elsewhere);
    return () => removeEventListener("click", elsewhere);
  }, []);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    event.stopPropagation();
    menu.current.open = false;
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={pressed}>
      <summary>{label}</summary>
      <div class="sheet">{children}</div>
    </details>
  );
}
