// The reader's language and colours: kept in this browser, never sent anywhere but as `lang`.

import { asked } from "./location";
import type { Bilingual, Language } from "./types";

export type Theme = "auto" | "light" | "dark";

let current: Language = asked(location.search) ?? kept("lang", ["zh", "en"]) ?? preferred();
let colours: Theme = kept("theme", ["light", "dark"]) ?? "auto";

export const language = (): Language => current;
export const theme = (): Theme => colours;

/** The words in the reader's language. */
export const pick = (words: Bilingual): string => words[current];

/** Speak another language from now on. */
export function speak(lang: Language): void {
  current = lang;
  keep("lang", lang);
  show();
}

/** Use these colours from now on. */
export function colour(wanted: Theme): void {
  colours = wanted;
  keep("theme", wanted);
  show();
}

/** Tell the page what it is shown in. */
export function show(): void {
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
  if (colours === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = colours;
}

function preferred(): Language {
  const named = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return named.find((tag): tag is Language => tag === "zh" || tag === "en") ?? "zh";
}

// A browser may refuse to keep anything; then nothing is kept.
function kept<T extends string>(name: string, known: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(`zhitu.${name}`);
    return known.find((each) => each === value) ?? null;
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`zhitu.${name}`, value);
  } catch {
    return;
  }
}
