// What is on its way from the server, as a component sees it.

import { useEffect, useState } from "preact/hooks";
import { Problem } from "./api";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly problem: Problem; readonly again: () => void }
  | { readonly state: "ready"; readonly value: T };

/** What `load` gives; it is called again whenever `key` changes. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<{ key: string; loaded: Loaded<T> } | null>(null);
  const wanted = `${round} ${key}`;
  useEffect(() => {
    let isWanted = true;
    const set = (loaded: Loaded<T>): void => {
      if (isWanted) setHeld({ key: wanted, loaded });
    };
    load().then(
      (value) => set({ state: "ready", value }),
      (error: unknown) => set({ state: "failed", problem: asProblem(error), again: () => setRound(round + 1) }),
    );
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return held?.key === wanted ? held.loaded : { state: "loading" };
}

function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(-1, String(error), "");
}
