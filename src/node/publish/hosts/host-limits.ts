import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** An edition as hosts measure it. */
interface MeasuredEdition {
  /** The bytes of every file by its path. */
  readonly files: ReadonlyMap<string, number>;
  /** The text of a file that hosts read. */
  readonly textOf: (file: string) => string;
}

/** Checks an edition. Where it exceeds the limit, returns what the host takes and what there is: `at most 9 files: there are 10`. */
export type Limit = (edition: MeasuredEdition) => string | undefined;

const KIB = 1024;
export const MIB = 1024 * KIB;
const formatCount = (count: number): string => count.toLocaleString("en");
const formatMib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;

/**
 * Checks an edition against the limits of hosts, and returns a sentence for each that it exceeds.
 *
 * @param files the bytes of every file in `folder`, by its path from there
 */
export async function exceededLimits(
  hosts: readonly { readonly name: string; readonly files?: object; readonly limits?: readonly Limit[] }[],
  folder: string,
  files: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const names = new Set(hosts.flatMap((host) => Object.keys(host.files ?? {})));
  const read = async (name: string) => [name, await readFile(join(folder, name), "utf8").catch(() => "")] as const;
  const texts = new Map(await Promise.all([...names].map(read)));
  const edition: MeasuredEdition = { files, textOf: (file) => texts.get(file) ?? "" };
  return hosts.flatMap(({ name, limits = [] }) =>
    limits.flatMap((limit) => {
      const exceeded = limit(edition);
      return exceeded === undefined ? [] : [`${name} takes ${exceeded}.`];
    }),
  );
}

/** Limits how many there are of something. */
export function maxCount(what: string, max: number, countIn: (edition: MeasuredEdition) => number): Limit {
  return (edition) => {
    const count = countIn(edition);
    return count > max ? `at most ${formatCount(max)} ${what}: there are ${formatCount(count)}` : undefined;
  };
}

/** Limits the size of each file. */
export function maxFileBytes(max: number): Limit {
  return ({ files }) => {
    const [path, bytes] = [...files].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
    return bytes > max ? `files of at most ${formatMib(max)}: ${path} has ${formatMib(bytes)}` : undefined;
  };
}

/** Limits the size of all files together. */
export function maxTotalBytes(max: number, plan = ""): Limit {
  return ({ files }) => {
    const bytes = files.values().reduce((sum, each) => sum + each, 0);
    return bytes > max ? `at most ${formatMib(max)} in all${plan}: there are ${formatMib(bytes)}` : undefined;
  };
}

/** Limits the length of the lines of a file. */
export function maxLineLength(file: string, max: number): Limit {
  return ({ textOf }) => {
    const lengths = textOf(file)
      .split("\n")
      .map((line) => line.length);
    const longest = Math.max(...lengths);
    if (longest <= max) return undefined;
    const line = `line ${formatCount(lengths.indexOf(longest) + 1)} has ${formatCount(longest)}`;
    return `lines of at most ${formatCount(max)} characters in ${file}: ${line}`;
  };
}

/** Reports a configuration that had to leave out redirects. `redirect` matches once for each that it has. */
export function allRedirects(file: string, redirect: RegExp): Limit {
  return (edition) => {
    const [count, all] = [edition.textOf(file).match(redirect)?.length ?? 0, redirectsIn(edition)];
    if (count >= all) return undefined;
    return `only ${formatCount(count)} of ${formatCount(all)} redirects in ${file}: the others work by their pages alone`;
  };
}

/** The number of redirects of an edition. */
export function redirectsIn({ textOf }: MeasuredEdition): number {
  return textOf("_redirects").match(/^\S/gm)?.length ?? 0;
}
