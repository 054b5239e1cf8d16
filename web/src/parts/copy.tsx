import { useState } from "preact/hooks";
import { say } from "../say";

interface Props {
  readonly text: () => string;
  readonly label: string;
}

const SHOWN = 2000; // ms

/** Puts a text on the clipboard, and says so. */
export function Copy({ text, label }: Props) {
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    await put(text());
    setDone(true);
    setTimeout(() => setDone(false), SHOWN);
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {isDone ? "✓ " : ""}
        {label}
      </button>
      <span role="status" class="unseen">
        {isDone && say("copied")}
      </span>
    </>
  );
}

/** The clipboard is closed to pages without TLS; then the browser's older way is taken. */
async function put(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
