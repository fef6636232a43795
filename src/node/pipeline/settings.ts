import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DateTime } from "luxon";
import { UsageError } from "../../lib/format-error.ts";
import { isInstant } from "../../model/dates.ts";
import { PRINTED_HOSTS, type PrintedHost } from "../publish/hosts/hosts.ts";

/** The options of a build. Folders are absolute. */
export interface BuildSettings {
  /** The project: templates, styles and scripts. */
  readonly root: string;
  readonly contentFolder: string;
  /** The figures of the market series. */
  readonly marketsFolder: string;
  readonly outFolder: string;
  readonly cacheFolder: string;
  /** The edition's clock: what the build takes as now. */
  readonly asOf: DateTime;
  /** The actual time. */
  readonly now: DateTime;
  /** Replaces the address in `_data/site.ts`; an empty one removes it. */
  readonly siteUrl: string | undefined;
  /** Whether to add the published URLs to the URL history. */
  readonly record: boolean;
  /** Whether to write compressed files beside text files. */
  readonly precompress: boolean;
  /** Whether the site removes its service worker and everything that it has stored in browsers. */
  readonly retireOffline: boolean;
  /** The host whose configuration is printed. */
  readonly host: PrintedHost | undefined;
}

const HOST_NAMES = PRINTED_HOSTS.map(({ id }) => id).join(", ");

const USAGE = `Options:
  --content DIR    the folder of articles, pages and pictures (src/content)
  --markets DIR    the folder of market figures (_data/markets)
  --out DIR        the output folder (dist)
  --as-of ISO      the time of the edition, such as 2026-01-07T09:30:00-05:00 (now)
  --site-url URL   the site's address (the one in _data/site.ts)
  --record         add the published URLs to the URL history, addresses.txt in the content folder
  --precompress    write .br and .gz files beside text files, for servers that send precompressed files
  --retire-offline end offline reading: browsers delete everything that the site has stored in them
  --host NAME      print the configuration for ${HOST_NAMES} on standard output, after the build`;

/** The port of `npm start` and `npm run dev`. */
export const PORT = 8080;

/**
 * Reads the flags of a command that builds, for the current folder and time.
 *
 * @throws UsageError for a wrong flag, or if the content folder does not exist
 */
export function readSettings(args: readonly string[]): BuildSettings {
  const settings = parseSettings(args, process.cwd(), DateTime.now());
  if (!existsSync(settings.contentFolder)) throw new UsageError(`The content folder ${settings.contentFolder} does not exist.`);
  return settings;
}

/**
 * Reads the flags of a command that builds.
 *
 * @throws UsageError for a flag that is unknown or has an invalid value
 */
export function parseSettings(args: readonly string[], root: string, now: DateTime): BuildSettings {
  const { content, markets, out, "as-of": asOf, "site-url": siteUrl, host, ...given } = flags(args);
  for (const [flag, folder] of Object.entries({ content, markets, out })) {
    if (folder === "") throw new UsageError(`--${flag} names no folder`);
  }
  if (asOf !== undefined && !isInstant(asOf)) {
    throw new UsageError(`--as-of ${asOf} is not an instant with its offset, such as 2026-01-07T09:30:00-05:00`);
  }
  if (siteUrl && !isWebAddress(siteUrl)) {
    throw new UsageError(`--site-url ${siteUrl} is not an http or https address`);
  }
  const printedHost = PRINTED_HOSTS.find(({ id }) => id === host);
  if (host !== undefined && !printedHost) {
    throw new UsageError(`--host ${host} is none of ${HOST_NAMES}: other hosts read their configuration from the output`);
  }
  const outFolder = resolve(root, out ?? "dist");
  if (root === outFolder || root.startsWith(`${outFolder}/`)) {
    throw new UsageError(`--out ${out} contains the project itself, which a build would replace`);
  }
  return {
    root,
    contentFolder: resolve(root, content ?? "src/content"),
    marketsFolder: resolve(root, markets ?? "_data/markets"),
    outFolder,
    cacheFolder: resolve(root, ".cache"),
    asOf: asOf === undefined ? now : DateTime.fromISO(asOf),
    now,
    siteUrl,
    record: given.record ?? false,
    precompress: given.precompress ?? false,
    retireOffline: given["retire-offline"] ?? false,
    host: printedHost,
  };
}

function flags(args: readonly string[]) {
  try {
    const option = { type: "string" } as const;
    return parseArgs({
      args: [...args],
      options: {
        content: option,
        markets: option,
        out: option,
        "as-of": option,
        "site-url": option,
        record: { type: "boolean" },
        precompress: { type: "boolean" },
        "retire-offline": { type: "boolean" },
        host: option,
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n\n${USAGE}`);
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
