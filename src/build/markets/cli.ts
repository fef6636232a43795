import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ClientEffects } from "../../markets/sources/client.ts";
import { explain } from "../explain.ts";
import { UsageError } from "../settings.ts";
import { fetchBar } from "./fetch-bar.ts";
import { parseMarketsArguments } from "./markets-arguments.ts";
import { sourceKeys } from "./source-keys.ts";
import { tellUpdate } from "./tell-update.ts";
import { UpdateFailures } from "./update-failures.ts";
import { updateMarkets } from "./update-markets.ts";

const isWatched = process.stdout.isTTY && !process.env.CI;

const effects: ClientEffects = {
  now: Date.now,
  wait: (ms) => setTimeout(ms),
  deadline: (ms) => AbortSignal.timeout(ms),
  random: Math.random,
};

async function main(args: readonly string[]): Promise<number> {
  try {
    const report = await updateMarkets({
      folder: resolve("_data/markets"),
      cacheFolder: resolve(".cache/markets"),
      wanted: parseMarketsArguments(args),
      keys: sourceKeys(process.env),
      effects,
      progress: fetchBar(process.stdout, isWatched),
    });
    process.stdout.write(`${tellUpdate(report)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    process.stderr.write(`${error instanceof UpdateFailures ? error.message : explain(error)}\nNo figure was changed.\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
