import { parseArgs } from "node:util";
import { UsageError } from "../../../lib/format-error.ts";
import { didYouMean } from "../../../lib/nearest.ts";

const USAGE = `Usage: npm run markets -- update [series…]

Fetches new figures of the series named, such as brent, or of all that _data/markets/series.yaml says where to fetch.`;

const COMMANDS = ["update"];

/**
 * Reads the words behind `npm run markets --`.
 *
 * @returns the ids of the series to update; none for all
 * @throws UsageError where they are no command
 */
export function parseMarketsArguments(args: readonly string[]): readonly string[] {
  const [command, ...series] = words(args);
  if (command === undefined) throw new UsageError(USAGE);
  if (!COMMANDS.includes(command)) {
    throw new UsageError(`There is no command ${command}${didYouMean(command, COMMANDS)}\n\n${USAGE}`);
  }
  return [...new Set(series)];
}

function words(args: readonly string[]): readonly string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true }).positionals;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
