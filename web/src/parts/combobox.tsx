import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../say";

interface Props<T> {
  readonly id: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly find: (text: string) => Promise<readonly T[]>;
  readonly textOf: (option: T) => string;
  readonly show: (option: T) => ComponentChildren;
  readonly choose: (option: T) => void;
  /** Enter on a text with no option chosen; without it the first option is taken. */
  readonly enter?: (text: string) => void;
  readonly keep?: boolean;
  readonly opensEmpty?: boolean;
}

const PAUSE = 120; // ms without a key before the server is asked

/** A text field with a list of options under it. Source: ARIA Authoring Practices, combobox with list autocomplete. */
export function Combobox<T>(props: Props<T>) {
  const { id, label, hint, find, show, choose, enter, keep } = props;
  const [text, setText] = useState("");
  const [options, setOptions] = useState<readonly T[] | null>(null);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (wanted: string): void => {
    const round = ++asked.current;
    find(wanted).then(
      (found) => {
        if (round !== asked.current) return;
        setOptions(found);
        setActive(-1);
      },
      () => setOptions(null),
    );
  };
  const typed = (wanted: string): void => {
    setText(wanted);
    clearTimeout(timer.current);
    if (wanted.trim() === "" && !props.opensEmpty) close();
    else timer.current = window.setTimeout(() => ask(wanted), PAUSE);
  };
  const close = (): void => {
    asked.current += 1;
    clearTimeout(timer.current);
    setOptions(null);
    setActive(-1);
  };
  const take = (option: T): void => {
    setText(keep ? props.textOf(option) : "");
    close();
    choose(option);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const many = options?.length ?? 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (options === null) ask(text);
      else if (many) setActive((active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + many) % many);
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = options?.[active] ?? (enter ? undefined : options?.[0]);
      if (chosen !== undefined) take(chosen);
      else if (enter && text.trim() !== "") {
        close();
        enter(text.trim());
      }
    }
  };
  const isOpen = options !== null;
  return (
    <div class="combobox">
      <label for={id} class={props.hideLabel ? "unseen" : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        placeholder={hint}
        value={text}
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onInput={(event) => typed(event.currentTarget.value)}
        onFocus={() => props.opensEmpty && options === null && ask(text)}
        onKeyDown={pressed}
        onBlur={close}
      />
      <ul id={`${id}-options`} role="listbox" aria-label={label} hidden={!isOpen || options.length === 0}>
        {options?.map((option, at) => (
          <li
            key={at}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            {show(option)}
          </li>
        ))}
      </ul>
      <p class={isOpen && options.length === 0 ? "none" : "unseen"} role="status">
        {isOpen && (options.length ? say("nSuggestions", { n: options.length }) : enter ? say("noSuggestions") : say("noValue"))}
      </p>
    </div>
  );
}
