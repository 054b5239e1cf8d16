// The measures for food safety in a region: a page of its own that asks Zhitu through the typed client.
import { Zhitu, ZhituError, type MeasuresForGoalRow } from "./zhitu.js";

/** A measure as a line: its words, then who leads it. */
export function line(row: MeasuresForGoalRow): string {
  const leads = (row.lead_names ?? []).join("、");
  return leads ? `${row.text ?? ""}（${leads}）` : (row.text ?? "");
}

/** The lines for a region; where it is refused, what the server says. */
export async function lines(zhitu: Zhitu, region: string): Promise<readonly string[]> {
  try {
    const answer = await zhitu.ask("measures_for_goal", { goal: "food-safety", region });
    return answer.data.map(line);
  } catch (error) {
    if (error instanceof ZhituError) return [error.message];
    throw error;
  }
}

async function show(zhitu: Zhitu, region: string): Promise<void> {
  const items = (await lines(zhitu, region)).map((words) => {
    const item = document.createElement("li");
    item.textContent = words;
    return item;
  });
  document.querySelector("#measures")?.replaceChildren(...items);
}

if (typeof document !== "undefined") {
  const zhitu = new Zhitu("http://127.0.0.1:8000");
  const region = document.querySelector<HTMLInputElement>("#region");
  region?.addEventListener("change", () => void show(zhitu, region.value));
  void show(zhitu, region?.value ?? "");
}
