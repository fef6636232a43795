import { relative } from "node:path";
import { caddyConfiguration } from "./caddy.ts";
import { firebaseConfiguration } from "./firebase.ts";
import type { HostRules } from "./host-rules.ts";
import { nginxConfiguration } from "./nginx.ts";
import { s3Script } from "./s3.ts";

/** Where the output lies, and the project. Both are absolute. */
interface Folders {
  readonly root: string;
  readonly outFolder: string;
}

/** The hosts whose configuration lies outside the output, and how it is written. */
const WRITERS = {
  nginx: nginxConfiguration,
  caddy: caddyConfiguration,
  firebase: (rules: HostRules, { root, outFolder }: Folders) => firebaseConfiguration(rules, relative(root, outFolder)),
  s3: (rules: HostRules, { root, outFolder }: Folders) => s3Script(rules, relative(root, outFolder)),
} as const;

export type OutsideHost = keyof typeof WRITERS;

/** What `--host` takes. */
export const OUTSIDE_HOSTS: readonly string[] = Object.keys(WRITERS);

export function isOutsideHost(name: string): name is OutsideHost {
  return Object.hasOwn(WRITERS, name);
}

/** The configuration that a host reads from outside the output. */
export function outsideConfiguration(host: OutsideHost, rules: HostRules, folders: Folders): string {
  return WRITERS[host](rules, folders);
}
