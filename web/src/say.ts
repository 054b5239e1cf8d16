import { language } from "./language";
import { MESSAGES, type Key } from "./messages";

/** A message in the reader's language with its places filled. */
export function say(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = MESSAGES[key][language() === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
