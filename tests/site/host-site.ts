import { chmodSync, cpSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { expect } from "vitest";
import publisherSettings from "../../_data/site.ts";
import { parseSite } from "../../src/node/pipeline/read-site.ts";
import { caddyConfiguration } from "../../src/node/publish/hosts/caddy.ts";
import { hostRules } from "../../src/node/publish/hosts/host-rules.ts";
import { HOST_FILES } from "../../src/node/publish/hosts/hosts.ts";
import { nginxConfiguration } from "../../src/node/publish/hosts/nginx.ts";
import { writeHostFiles } from "../../src/node/publish/hosts/write-host-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, readTree, writeTree } from "./build-site.ts";

/** The path of a published story. */
export const STORY = "2026/01/07/channel-opens/";
/** Its previous path. */
export const MOVED = "2025/12/31/former-name/";
/** A path that redirects to another host, and the target. */
export const ELSEWHERE = "2025/12/30/gone-elsewhere/";
export const THERE = "https://elsewhere.example/story?of=100%25&more=%24";

/** Files that must never be served, wherever they come from. */
export const SECRETS = [
  ".env",
  ".git/config",
  ".git/index.html",
  ".hidden.html",
  "politics/.env",
  "politics/.git/HEAD",
  ".well-known/.env",
  ".well-known/.git/config",
] as const;
const SECRET = "a secret";

/** A document root with the publication at its path, and the output of `--host` for each server. */
export interface HostSite {
  readonly root: string;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly configurations: Readonly<Record<"nginx" | "caddy", string>>;
}

/**
 * Builds a story with everything, two redirects and precompressed files once, and lays it out at every path of the host
 * that the settings name. Only the files for hosts depend on the path.
 */
export async function publishForHosts<Base extends string>(bases: readonly Base[]): Promise<ReadonlyMap<Base, HostSite>> {
  const folder = temporaryFolder();
  // For servers that do not run as root.
  chmodSync(folder, 0o755);
  const [content, built] = [join(folder, "content"), join(folder, "built")];
  cpSync(join(import.meta.dirname, "one-story-with-everything/content"), content, { recursive: true });
  writeFileSync(join(content, "redirects.yaml"), `- from: /${MOVED}\n  to: /${STORY}\n- from: /${ELSEWHERE}\n  to: "${THERE}"\n`);
  const flags = ["--content", content, "--markets", "tests/fixtures/no-markets", "--as-of", "2026-01-08T12:00:00-05:00"];
  const { code, stdout, stderr } = await buildSite([...flags, "--out", built, "--precompress", "--host", "nginx"]);
  expect(code, stderr).toBe(0);
  const notFoundStyles = /<style>(.*?)<\/style>/s.exec(readTree(built).get("404.html")?.toString() ?? "")?.[1] ?? "";
  const rulesAt = (base: string) => {
    const site = parseSite(publisherSettings, new URL(base, publisherSettings.address).href);
    const redirects = [{ from: `/${ELSEWHERE}`, to: THERE } as const, { from: `/${MOVED}`, to: `/${STORY}` } as const];
    return hostRules({ site, redirects, assets: { notFoundStyles } });
  };
  expect(stdout).toBe(nginxConfiguration(rulesAt("/"), HOST_FILES));
  const sites = bases.map(async (base, index): Promise<readonly [Base, HostSite]> => {
    const [root, rules] = [join(folder, `root${index}`), rulesAt(base)];
    cpSync(built, join(root, base), { recursive: true });
    await writeHostFiles(rules, join(root, base), { advance: () => {} });
    // Too small to be precompressed, so that servers compress it themselves.
    writeTree(join(root, base), [[".well-known/security.txt", "Contact: mailto:security@news.example\n".repeat(9)]]);
    const files = readTree(join(root, base));
    writeTree(
      join(root, base),
      SECRETS.map((path) => [path, SECRET] as const),
    );
    const configurations = { nginx: nginxConfiguration(rules, HOST_FILES), caddy: caddyConfiguration(rules, HOST_FILES) };
    return [base, { root, files, configurations }];
  });
  return new Map(await Promise.all(sites));
}

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a path as it is, without normalizing it. */
export function fetchAnswer(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.once("error", reject).end();
  });
}
