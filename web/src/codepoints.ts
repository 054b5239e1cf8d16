// The API counts in code points, strings of the browser in UTF-16 units: they differ after every rare character.

/** Turns places in code points into places in a text. */
export function places(text: string): (point: number) => number {
  const rare: number[] = []; // code points that take two units
  let point = 0;
  for (const each of text) {
    if (each.length === 2) rare.push(point);
    point += 1;
  }
  if (rare.length === 0) return (at) => at;
  return (at) => {
    let low = 0;
    let high = rare.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rare[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  };
}
