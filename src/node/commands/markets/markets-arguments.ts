import { parseArgs } from "node:util";
import { UsageError } from "../../../lib/format-error.ts";
import { didYouMean } from "../../../lib/nearest.ts";

const USAGE = `Usage: npm run markets -- update [series…]

Fetches new figures of the given series, such as brent, or of all that have a source in _data/markets/series.yaml.`;

const COMMANDS = ["update"];

/**
 * Parses the arguments of `npm run markets --`.
 *
 * @returns the ids of the series to update; none for all
 * @throws UsageError
 */
export function parseMarketsArguments(args: readonly string[]): readonly string[] {
  const [command, ...series] = parsePositionals(args);
  if (command === undefined) throw new UsageError(USAGE);
  if (!COMMANDS.includes(command)) {
    throw new UsageError(`There is no command ${command}${didYouMean(command, COMMANDS)}\n\n${USAGE}`);
  }
  return [...new Set(series)];
}

function parsePositionals(args: readonly string[]): readonly string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true }).positionals;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
