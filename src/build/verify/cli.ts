import { readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { createConsole } from "../console.ts";
import { explain } from "../explain.ts";
import { UsageError } from "../settings.ts";
import type { Advance } from "./advance.ts";
import type { FetchEffects } from "./fetch-file.ts";
import type { Verification } from "./finding.ts";
import { type KnownManifest, MOST_MANIFEST_BYTES, parseManifest } from "./known-manifest.ts";
import { tellVerification } from "./tell-verification.ts";
import { verifyAddress } from "./verify-address.ts";
import { parseVerifyArguments, type VerifyArguments } from "./verify-arguments.ts";
import { verifyFolder } from "./verify-folder.ts";

const isWatched = process.stdout.isTTY && !process.env.CI;
const effects: FetchEffects = { fetch, wait: (ms) => setTimeout(ms), random: Math.random };

/** 0 where the copy is whole, 1 where it is not, 2 where the command makes no sense. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = parseVerifyArguments(args);
    const trusted = asked.edition === undefined ? undefined : await trustedManifest(asked.edition);
    const verification = await verify(asked.copy, trusted);
    process.stdout.write(`${tellVerification(verification, trusted !== undefined)}\n`);
    return verification.findings.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : explain(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function verify(copy: VerifyArguments["copy"], trusted: KnownManifest | undefined): Promise<Verification> {
  const progress = createConsole(process.stdout, isWatched).progress("verify");
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

process.exitCode = await main(process.argv.slice(2));
