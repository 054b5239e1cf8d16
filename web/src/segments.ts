// Cuts a marked text into stretches within which the marks are the same, so that marks may cross.

import type { Mark } from "./types";

export interface Segment {
  readonly text: string;
  /** Where it begins, in code points. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** The lines of a text, each as its stretches. `at` turns code points into places of the text. */
export function lines(text: string, marks: readonly Mark[], at: (point: number) => number): readonly (readonly Segment[])[] {
  const cuts = new Set<number>([0]);
  let size = 0;
  const breaks: number[] = [];
  for (const each of text) {
    if (each === "\n") breaks.push(size);
    size += 1;
  }
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  for (const each of breaks) cuts.add(each).add(each + 1);
  cuts.add(size);
  const ends = [...cuts].filter((cut) => cut >= 0 && cut <= size).sort((a, b) => a - b);
  const starting = [...marks].sort((a, b) => a.start - b.start);
  const isBreak = new Set(breaks);
  const made: Segment[][] = [[]];
  let open: Mark[] = [];
  let next = 0;
  for (const [place, start] of ends.slice(0, -1).entries()) {
    const end = ends[place + 1] as number;
    open = open.filter((mark) => mark.end > start);
    for (let mark = starting[next]; mark && mark.start <= start; mark = starting[++next]) if (mark.end > start) open.push(mark);
    if (isBreak.has(start)) made.push([]);
    else (made.at(-1) as Segment[]).push({ text: text.slice(at(start), at(end)), start, marks: [...open] });
  }
  return made;
}
