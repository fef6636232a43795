import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { formatError, UsageError } from "../../lib/format-error.ts";
import type { ClientEffects } from "../../markets/sources/http-client.ts";
import { sourceKeys } from "../ingest/markets/update/fetch-series.ts";
import { UpdateError, updateMarkets } from "../ingest/markets/update/update-markets.ts";
import { parseMarketsArguments } from "./markets/markets-arguments.ts";
import { fetchBar, formatUpdate } from "./markets/update-console.ts";
import { isInteractive, runCommand } from "./run-command.ts";

const effects: ClientEffects = {
  now: Date.now,
  wait: (ms) => setTimeout(ms),
  timeoutSignal: (ms) => AbortSignal.timeout(ms),
  random: Math.random,
};

/** `npm run markets -- update`: fetches new figures. If it fails, no file is changed. */
await runCommand(async (args) => {
  const wanted = parseMarketsArguments(args);
  try {
    const report = await updateMarkets({
      folder: resolve("_data/markets"),
      cacheFolder: resolve(".cache/markets"),
      wanted,
      keys: sourceKeys(process.env),
      effects,
      progress: fetchBar(process.stdout, isInteractive),
    });
    process.stdout.write(`${formatUpdate(report)}\n`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    process.stderr.write(`${error instanceof UpdateError ? error.message : formatError(error)}\nNo figure was changed.\n`);
    return 1;
  }
});
