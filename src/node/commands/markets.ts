import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { formatError, UsageError } from "../../lib/format-error.ts";
import type { ClientEffects } from "../../markets/sources/client.ts";
import { sourceKeys } from "../ingest/markets/update/source-keys.ts";
import { UpdateFailures } from "../ingest/markets/update/update-failures.ts";
import { updateMarkets } from "../ingest/markets/update/update-markets.ts";
import { fetchBar } from "./markets/fetch-bar.ts";
import { parseMarketsArguments } from "./markets/markets-arguments.ts";
import { tellUpdate } from "./markets/print-update.ts";
import { isInteractive, runCommand } from "./run-command.ts";

const effects: ClientEffects = {
  now: Date.now,
  wait: (ms) => setTimeout(ms),
  deadline: (ms) => AbortSignal.timeout(ms),
  random: Math.random,
};

/** `npm run markets -- update`: fetches new figures. On an error no file is changed. */
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
    process.stdout.write(`${tellUpdate(report)}\n`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    process.stderr.write(`${error instanceof UpdateFailures ? error.message : formatError(error)}\nNo figure was changed.\n`);
    return 1;
  }
});
