import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, readTree, writeTree } from "./build-site.ts";

/** Most cases are about stories: a desk without figures keeps their pages short. */
const NO_MARKETS = ["--markets", "tests/fixtures/no-markets"];

/**
 * Each case is a folder beside this file: `content/` is built, and its pages must be those in `expected/`. Where they
 * are not, what came out is left in `received/`. After a look at it, this accepts it:
 *
 *     ACCEPT_PAGES=1 npx vitest run --config tests/vitest.config.ts site/cases
 */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "figures-bound-to-data": ["--as-of", "2026-09-01T12:00:00-04:00", "--markets", "tests/site/figures-bound-to-data/markets"],
  "one-story-with-everything": ["--as-of", "2026-01-08T12:00:00-05:00", ...NO_MARKETS],
  "section-of-two-months": ["--as-of", "2026-11-02T12:00:00-05:00", ...NO_MARKETS],
  "site-without-address": ["--as-of", "2026-07-01T12:00:00-04:00", "--site-url", "", ...NO_MARKETS],
};

const accepting = process.env.ACCEPT_PAGES === "1";

it.each(Object.entries(CASES))("%s: its pages are the expected ones", async (name, flags) => {
  const [content, expected, received] = ["content", "expected", "received"].map((part) => join(import.meta.dirname, name, part));
  if (!content || !expected || !received) throw new Error("A case has three folders.");
  const out = join(temporaryFolder(), "site");
  expect(await buildSite(["--content", content, "--out", out, ...flags])).toMatchObject({ code: 0, stderr: "" });

  const pages = new Map([...readTree(out)].filter(([path]) => /\.(html|xml)$/.test(path)).map(comparable));
  const wanted = new Map([...(existsSync(expected) ? readTree(expected) : [])].map(([path, bytes]) => [path, bytes.toString()]));
  const differing = [...new Set([...wanted.keys(), ...pages.keys()])].filter((path) => pages.get(path) !== wanted.get(path));
  rmSync(received, { recursive: true, force: true });
  if (differing.length > 0) writeTree(received, pages);
  if (accepting && existsSync(received)) {
    rmSync(expected, { recursive: true, force: true });
    cpSync(received, expected, { recursive: true });
    rmSync(received, { recursive: true });
  } else {
    expect(differing, `compare ${received} with ${expected}`).toEqual([]);
  }
});

/**
 * A page as it is compared: an element a line, so that people can read a difference; names of assets and pictures
 * without the hash of their content; the styles within 404.html left out.
 */
function comparable([path, bytes]: readonly [string, Buffer]): readonly [string, string] {
  const text = bytes
    .toString()
    .replace(/\b((?:assets|pictures\/share|pictures)\/[a-z0-9-]+?)-(?:[0-9a-f]{10}|[0-9A-Z]{8})(?=[.-])/g, "$1-HASH")
    .replace(/<style>.*<\/style>/s, "<style>…</style>")
    .replaceAll("><", ">\n<");
  return [path, text];
}
