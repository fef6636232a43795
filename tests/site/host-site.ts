import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, readTree } from "./build-site.ts";

/** The path of a published story. */
export const STORY = "2026/01/07/channel-opens/";
/** Its previous path. */
export const MOVED = "2025/12/31/former-name/";
/** A path that redirects to another host, and the target. */
export const ELSEWHERE = "2025/12/30/gone-elsewhere/";
export const THERE = "https://elsewhere.example/story?of=100%25&more=%24";

/** A document root with the publication at its path, and the output of `--host` for each server. */
export interface HostSite {
  readonly root: string;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly configurations: Readonly<Record<"nginx" | "caddy", string>>;
}

/** Builds a story with everything, two redirects and precompressed files, for `https://news.example` and a path. */
export async function publishForHosts(base: string): Promise<HostSite> {
  const folder = temporaryFolder();
  // For servers that do not run as root.
  chmodSync(folder, 0o755);
  const [content, root] = [join(folder, "content"), join(folder, "root")];
  cpSync(join(import.meta.dirname, "one-story-with-everything/content"), content, { recursive: true });
  writeFileSync(join(content, "redirects.yaml"), `- from: /${MOVED}\n  to: /${STORY}\n- from: /${ELSEWHERE}\n  to: "${THERE}"\n`);
  mkdirSync(root);
  const out = join(root, base);
  const flags = ["--content", content, "--markets", "tests/fixtures/no-markets", "--as-of", "2026-01-08T12:00:00-05:00"];
  const written = async (host: string): Promise<string> => {
    const site = ["--out", out, "--site-url", `https://news.example${base}`, "--precompress", "--host", host];
    const { code, stdout, stderr } = await buildSite([...flags, ...site]);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const configurations = { nginx: await written("nginx"), caddy: await written("caddy") };
  return { root, files: readTree(out), configurations };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export function fetchAnswer(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.once("error", reject).end();
  });
}
