/**
 * Which of many values to draw where a line of so many points looks the same: of each stretch the lowest and the
 * highest, and one gap where there are any, so that no extreme and no break is lost; and the first and the last.
 *
 * @param lines the values of each line, all of one length; undefined for a gap
 * @param most how many indices to keep, about
 * @returns the indices to keep, in order
 */
export function thinnedIndices(lines: readonly (readonly (number | undefined)[])[], most: number): readonly number[] {
  const length = lines[0]?.length ?? 0;
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const stretches = Math.max(1, Math.floor((most - 2) / (lines.length * 2 + 1)));
  const kept = new Set([0, length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const [start, end] = [stretch, stretch + 1].map((each) => Math.floor((each * length) / stretches));
    for (const values of lines) for (const index of tellingIndices(values, start ?? 0, end ?? length)) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Where a stretch of values has its lowest and its highest one, and its first gap. */
function tellingIndices(values: readonly (number | undefined)[], start: number, end: number): readonly number[] {
  let [low, high, gap] = [-1, -1, -1];
  for (let index = start; index < end; index += 1) {
    const value = values[index];
    if (value === undefined) gap = gap < 0 ? index : gap;
    else {
      if (low < 0 || value < (values[low] ?? value)) low = index;
      if (high < 0 || value > (values[high] ?? value)) high = index;
    }
  }
  return [low, high, gap].filter((index) => index >= 0);
}
