import { readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../../lib/format-error.ts";
import type { Progress } from "../../lib/step.ts";
import { createConsole } from "../pipeline/console.ts";
import type { FetchEffects } from "../publish/verify/fetch-file.ts";
import { TIME_LIMITS } from "../publish/verify/time-limits.ts";
import {
  formatVerification,
  MAX_MANIFEST_BYTES,
  type ParsedManifest,
  parseManifest,
  type Verification,
} from "../publish/verify/verification.ts";
import { verifyFolder } from "../publish/verify/verify-folder.ts";
import { verifyUrl } from "../publish/verify/verify-url.ts";
import { isInteractive, runCommand } from "./run-command.ts";
import { parseVerifyArguments, type VerifyArguments } from "./verify-arguments.ts";

const effects: FetchEffects = {
  fetch,
  wait: (ms) => setTimeout(ms),
  random: Math.random,
  now: () => performance.now(),
  limits: TIME_LIMITS,
};

/** `npm run verify`: exits with 0 if the copy matches its manifest, with 1 if not. */
await runCommand(async (args) => {
  const { copy, edition } = parseVerifyArguments(args);
  const trusted = edition === undefined ? undefined : await readTrustedManifest(edition);
  const verification = await verify(copy, trusted);
  process.stdout.write(`${formatVerification(verification, trusted !== undefined)}\n`);
  return verification.mismatches.length === 0 ? 0 : 1;
});

async function verify(copy: VerifyArguments["copy"], trusted: ParsedManifest | undefined): Promise<Verification> {
  const bar = createConsole(process.stdout, isInteractive).progress("verify");
  let count = 0;
  const progress: Progress = {
    expect: bar.expect,
    advance: () => {
      count += 1;
      bar.update(count);
    },
  };
  try {
    if (copy instanceof URL) return await verifyUrl(copy, trusted, progress, effects);
    if (!(await isFolder(copy))) throw new UsageError(`There is no folder ${copy}.`);
    return await verifyFolder(copy, trusted, progress);
  } finally {
    bar.done();
  }
}

async function readTrustedManifest(file: string): Promise<ParsedManifest> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) throw new UsageError(`There is no file ${file}.`);
  const manifest = stats.size > MAX_MANIFEST_BYTES ? undefined : parseManifest(await readFile(file));
  if (!manifest) throw new UsageError(`${file} is not the manifest of an edition, or has been changed.`);
  return manifest;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
