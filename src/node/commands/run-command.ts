import { formatError, UsageError } from "../../lib/format-error.ts";

/** Whether standard output is a terminal that can show progress bars. */
export const isInteractive = process.stdout.isTTY && !process.env.CI;

/**
 * Runs a command with the arguments of this process, and sets the exit code: what the command returns (by default 0), 2
 * for a wrong command line, 1 for any other error. Errors are printed on standard error.
 */
export async function runCommand(command: (args: readonly string[]) => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await command(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(`${formatError(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
