import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DateTime } from "luxon";
import { UsageError } from "../../lib/format-error.ts";
import { isInstant } from "../../model/dates.ts";
import { isOutsideHost, OUTSIDE_HOSTS, type OutsideHost } from "../publish/hosts/outside-configuration.ts";

/** What a build is asked to do. Folders are absolute. */
export interface BuildSettings {
  /** The project: templates, styles and scripts. */
  readonly root: string;
  readonly contentFolder: string;
  /** The figures of the market series. */
  readonly marketsFolder: string;
  readonly outFolder: string;
  readonly cacheFolder: string;
  /** The edition's clock. */
  readonly asOf: DateTime;
  /** What time it is where the build runs. */
  readonly now: DateTime;
  /** Instead of the address in `_data/site.ts`; an empty one means none. */
  readonly siteUrl: string | undefined;
  /** Whether the ledger of addresses takes up what is published. */
  readonly record: boolean;
  /** Whether compressed files stand beside those of text. */
  readonly precompress: boolean;
  /** Whether readers' browsers are to forget what they kept for reading offline, and to keep nothing more. */
  readonly retireOffline: boolean;
  /** The host whose configuration is asked for. */
  readonly host: OutsideHost | undefined;
}

const USAGE = `Options:
  --content DIR    the folder of articles, pages and pictures (src/content)
  --markets DIR    the folder of market figures (_data/markets)
  --out DIR        where the site goes (dist)
  --as-of ISO      what time it is, such as 2026-01-07T09:30:00-05:00 (now)
  --site-url URL   the site's address, instead of the one in _data/site.ts
  --record         add what is published to the ledger of addresses, addresses.txt in the folder of content
  --precompress    put .br and .gz files beside those of text, for servers that send them as they are
  --retire-offline have browsers delete what they kept for reading offline, and keep nothing more
  --host NAME      write the configuration of ${OUTSIDE_HOSTS.join(", ")} to standard output, after the build`;

/** Where `npm start` and `npm run dev` serve the site. */
export const PORT = 8080;

/**
 * Reads the flags of a build command of this process.
 *
 * @throws UsageError for a wrong flag, or a content folder that does not exist
 */
export function readSettings(args: readonly string[]): BuildSettings {
  const settings = parseSettings(args, process.cwd(), DateTime.now());
  if (!existsSync(settings.contentFolder)) throw new UsageError(`There is no folder ${settings.contentFolder} of content.`);
  return settings;
}

/**
 * Reads the flags of a command.
 *
 * @throws UsageError for a flag that is unknown or holds nonsense
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
  if (host !== undefined && !isOutsideHost(host)) {
    throw new UsageError(
      `--host ${host} is none of ${OUTSIDE_HOSTS.join(", ")}: other hosts read their configuration from the output itself`,
    );
  }
  const outFolder = resolve(root, out ?? "dist");
  if (root === outFolder || root.startsWith(`${outFolder}/`)) {
    throw new UsageError(`--out ${out} holds the project itself, which a build would replace`);
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
    host,
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
