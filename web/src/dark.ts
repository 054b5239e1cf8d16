import { theme } from "./language";

/** Whether the page is dark now. */
export function isDark(): boolean {
  const wanted = theme();
  return wanted === "dark" || (wanted === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}
