import { parseArgs } from "node:util";

/** Which benchmark to run, and on what. */
export interface BenchOptions {
  /** The search of archives, instead of their builds. */
  readonly search: boolean;
  /** The market desk, instead of archives. */
  readonly markets: boolean;
  /** What one more story changes, instead of builds. */
  readonly publish: boolean;
  /** Sizes of the archives in stories. The smallest comes first: the others are compared with it. */
  readonly sizes: readonly number[];
}

/** A wrong command line. */
export class OptionsError extends Error {
  constructor(message: string) {
    super(`${message}\n\n${USAGE}`);
    this.name = "OptionsError";
  }
}

const MAX_STORIES = 500_000;
const USUAL_BUILDS = [1_000, 10_000];
const USUAL_SEARCHES = [10_000];
const USUAL_PUBLISHING = [10_000];
const USAGE = `npm run bench [-- SIZE ...]            builds archives of so many stories (1000 and 10000)
npm run bench -- --search [SIZE ...]   searches archives of so many stories (10000)
npm run bench -- --publish [SIZE ...]  publishes one more story in archives of so many (10000), and lists what changes
npm run bench -- --markets             builds the market desk with many long series`;

/** @throws OptionsError for a flag that is unknown, or a size that is no number of stories */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parsed(args);
  const { search = false, markets = false, publish = false } = values;
  const usual = search ? USUAL_SEARCHES : publish ? USUAL_PUBLISHING : USUAL_BUILDS;
  if (positionals.length === 0) return { search, markets, publish, sizes: usual };
  return { search, markets, publish, sizes: [...new Set(positionals.map(parseSize))].sort((a, b) => a - b) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { search: { type: "boolean" }, markets: { type: "boolean" }, publish: { type: "boolean" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error));
  }
}

function parseSize(written: string): number {
  const size = Number(written);
  if (/^\d+$/.test(written) && size >= 1 && size <= MAX_STORIES) return size;
  throw new OptionsError(`${written} is not a number of stories, which is a whole number from 1 to ${MAX_STORIES}.`);
}
