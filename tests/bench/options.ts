/** A command line that names no sizes of archives. */
export class SizesError extends Error {
  constructor(written: string) {
    super(`${written} is not a number of stories. Write whole numbers from 1 to ${MOST}, such as: npm run bench -- 1000 50000`);
    this.name = "SizesError";
  }
}

const MOST = 500_000;
const USUAL = [1_000, 10_000];

/**
 * Reads the sizes of the archives, in stories; the smallest comes first, since the others are held against it.
 *
 * @throws SizesError
 */
export function parseSizes(args: readonly string[]): readonly number[] {
  if (args.length === 0) return USUAL;
  const sizes = args.map((arg) => {
    const size = Number(arg);
    if (!/^\d+$/.test(arg) || size < 1 || size > MOST) throw new SizesError(arg);
    return size;
  });
  return [...new Set(sizes)].sort((a, b) => a - b);
}
