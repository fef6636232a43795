import { parseArgs } from "node:util";
import { nearest } from "../../lib/nearest.ts";
import { UsageError } from "../settings.ts";

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

/** `: did you mean brent?`, or what there is where nothing is near. */
export function didYouMean(written: string, known: readonly string[]): string {
  const meant = nearest(written, known);
  return meant === undefined ? `: there is ${known.join(", ")}.` : `: did you mean ${meant}?`;
}
