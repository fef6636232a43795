import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** An edition as hosts measure it. */
interface Measured {
  readonly files: ReadonlyMap<string, number>;
  /** What `_headers` and `_redirects` say. */
  readonly headers: string;
  readonly redirects: string;
}

/** How much a host takes of something, and how much there is. */
interface Limit {
  readonly host: string;
  /** `at most 20,000 files`. */
  readonly takes: string;
  readonly most: number;
  /** The most there is of it, and in words what that is. */
  readonly found: (measured: Measured) => { readonly amount: number; readonly words: string };
}

const KIB = 1024;
const MIB = 1024 * KIB;
const grouped = (count: number): string => count.toLocaleString("en");
const mib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;

/** Limits that hosts document. Where they differ by plan, those of the free one. */
const LIMITS: readonly Limit[] = [
  count("Cloudflare Pages", "files on its free plan", 20_000, ({ files }) => files.size),
  largest("Cloudflare Pages", 25 * MIB),
  count("Cloudflare Pages", "rules in _headers", 100, ({ headers }) => headers.match(/^\S/gm)?.length ?? 0),
  longestLine("Cloudflare Pages", "_headers", 2000, ({ headers }) => headers),
  count("Cloudflare Pages", "redirects", 2000, ({ redirects }) => redirectsIn(redirects)),
  longestLine("Cloudflare Pages", "_redirects", 1000, ({ redirects }) => redirects),
  total("GitHub Pages", 1024 * MIB),
  largest("GitHub Pages", 100 * MIB),
  total("Azure Static Web Apps (free)", 250 * MIB),
  largest("Firebase", 2048 * MIB),
];

/** Configurations that hold no more redirects than their host takes, and what each has once for every redirect. */
const CUT_OFF = [
  { host: "Azure Static Web Apps", file: "staticwebapp.config.json", each: /"redirect":/g },
  { host: "Vercel", file: "vercel.json", each: /"destination":/g },
];

/**
 * What hosts would refuse of an edition: a sentence each, with the host, its limit, what there is and where.
 *
 * @param files the bytes of every file in `folder`, by its path from there
 */
export async function brokenLimits(folder: string, files: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
  const measured = { files, headers: await read("_headers"), redirects: await read("_redirects") };
  const broken = LIMITS.flatMap(({ host, takes, most, found }) => {
    const { amount, words } = found(measured);
    return amount > most ? [`${host} takes ${takes}: ${words}.`] : [];
  });
  const all = redirectsIn(measured.redirects);
  for (const { host, file, each } of CUT_OFF) {
    const taken = (await read(file)).match(each)?.length ?? 0;
    if (taken < all) {
      broken.push(
        `${host} takes no more than ${grouped(taken)} of ${grouped(all)} redirects in ${file}: the rest have their pages alone.`,
      );
    }
  }
  return broken;
}

function redirectsIn(redirectsFile: string): number {
  return redirectsFile.match(/^\S/gm)?.length ?? 0;
}

function count(host: string, what: string, most: number, amountOf: (measured: Measured) => number): Limit {
  return {
    host,
    takes: `at most ${grouped(most)} ${what}`,
    most,
    found: (measured) => ({ amount: amountOf(measured), words: `there are ${grouped(amountOf(measured))}` }),
  };
}

function largest(host: string, most: number): Limit {
  return {
    host,
    takes: `files of at most ${mib(most)}`,
    most,
    found: ({ files }) => {
      const [path, bytes] = [...files].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
      return { amount: bytes, words: `${path} has ${mib(bytes)}` };
    },
  };
}

function total(host: string, most: number): Limit {
  return {
    host,
    takes: `at most ${mib(most)} in all`,
    most,
    found: ({ files }) => {
      const bytes = files.values().reduce((sum, each) => sum + each, 0);
      return { amount: bytes, words: `there are ${mib(bytes)}` };
    },
  };
}

function longestLine(host: string, file: string, most: number, textOf: (measured: Measured) => string): Limit {
  return {
    host,
    takes: `lines of at most ${grouped(most)} characters in ${file}`,
    most,
    found: (measured) => {
      const lengths = textOf(measured)
        .split("\n")
        .map((line) => line.length);
      const longest = Math.max(...lengths);
      return { amount: longest, words: `line ${grouped(lengths.indexOf(longest) + 1)} has ${grouped(longest)}` };
    },
  };
}
