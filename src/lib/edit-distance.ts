import { distance } from "fastest-levenshtein";

/**
 * The edit distance of two words by optimal string alignment: the letters to insert, delete, substitute or swap with their
 * neighbour; undefined if there are more than `max`. (L. Boytsov, “Indexing methods for approximate dictionary searching”, ACM
 * Journal of Experimental Algorithmics 16, 2011, section 2.2.)
 */
export function editDistance(a: string, b: string, max: number): number | undefined {
  // The distance of Levenshtein is quicker to calculate, and counts a swap as two edits.
  if (Math.abs(a.length - b.length) > max || distance(a, b) > 2 * max) return undefined;
  let [beforeLast, last]: [readonly number[], readonly number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? cell(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, substituted, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  const edits = cell(last, b.length);
  return edits <= max ? edits : undefined;
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
