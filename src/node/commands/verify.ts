import { readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../../lib/format-error.ts";
import { createConsole } from "../pipeline/console.ts";
import type { Advance } from "../publish/verify/advance.ts";
import type { FetchEffects } from "../publish/verify/fetch-file.ts";
import type { Verification } from "../publish/verify/finding.ts";
import { type KnownManifest, MOST_MANIFEST_BYTES, parseManifest } from "../publish/verify/known-manifest.ts";
import { verifyAddress } from "../publish/verify/verify-address.ts";
import { verifyFolder } from "../publish/verify/verify-folder.ts";
import { isInteractive, runCommand } from "./run-command.ts";
import { tellVerification } from "./verify/print-verification.ts";
import { parseVerifyArguments, type VerifyArguments } from "./verify/verify-arguments.ts";

const effects: FetchEffects = { fetch, wait: (ms) => setTimeout(ms), random: Math.random };

/** `npm run verify`: exits 0 where the copy is whole, 1 where it is not. */
await runCommand(async (args) => {
  const asked = parseVerifyArguments(args);
  const trusted = asked.edition === undefined ? undefined : await trustedManifest(asked.edition);
  const verification = await verify(asked.copy, trusted);
  process.stdout.write(`${tellVerification(verification, trusted !== undefined)}\n`);
  return verification.findings.length === 0 ? 0 : 1;
});

async function verify(copy: VerifyArguments["copy"], trusted: KnownManifest | undefined): Promise<Verification> {
  const progress = createConsole(process.stdout, isInteractive).progress("verify");
  let count = 0;
  const advance: Advance = {
    expect: progress.expect,
    advance: () => {
      count += 1;
      progress.update(count);
    },
  };
  try {
    if (copy instanceof URL) return await verifyAddress(copy, trusted, advance, effects);
    if (!(await isFolder(copy))) throw new UsageError(`There is no folder ${copy}.`);
    return await verifyFolder(copy, trusted, advance);
  } finally {
    progress.done();
  }
}

async function trustedManifest(file: string): Promise<KnownManifest> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`There is no file ${file}.`);
  const manifest = found.size > MOST_MANIFEST_BYTES ? undefined : parseManifest(await readFile(file));
  if (!manifest) throw new UsageError(`${file} is no manifest of an edition as a build has written it.`);
  return manifest;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
