import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, readTree, writeTree } from "./build-site.ts";

/** Most cases are about stories: without market data their pages are short. */
const NO_MARKETS = ["--markets", "tests/fixtures/no-markets"];

/** The case whose pages are compared whole. Of the others the home page is; their other pages without header and footer. */
const WHOLE = "one-story-with-everything";

/**
 * Each case is a folder beside this file: `content/` is built, and its pages, feeds, sitemaps and text files, but for the licences of packages, must be those in
 * `expected/`. Where they differ, the new ones are left in `received/`. After a look at them, this accepts them:
 *
 *     ACCEPT_PAGES=1 npx vitest run --config tests/vitest.config.ts site/cases
 */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "figures-bound-to-data": ["--as-of", "2026-09-01T12:00:00-04:00", "--markets", "tests/site/figures-bound-to-data/markets"],
  [WHOLE]: ["--as-of", "2026-01-08T12:00:00-05:00", ...NO_MARKETS],
  "section-of-two-months": ["--as-of", "2026-11-02T12:00:00-05:00", ...NO_MARKETS],
  "site-without-address": ["--as-of", "2026-07-01T12:00:00-04:00", "--site-url", "", ...NO_MARKETS],
};

const accepting = process.env.ACCEPT_PAGES === "1";

it.each(Object.entries(CASES))("%s: its pages are the expected ones", async (name, flags) => {
  const [content, expected, received] = ["content", "expected", "received"].map((part) => join(import.meta.dirname, name, part));
  if (!content || !expected || !received) throw new Error("A case has three folders.");
  const out = join(temporaryFolder(), "site");
  expect(await buildSite(["--content", content, "--out", out, ...flags])).toMatchObject({ code: 0, stderr: "" });

  const pages = new Map(
    [...readTree(out)]
      .filter(([path]) => /^(?!pagefind\/|licences\.txt$).*\.(html|xml|txt)$/.test(path))
      .map(([path, bytes]) => [path, comparable(bytes.toString(), name === WHOLE || path === "index.html")] as const),
  );
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
 * A page as it is compared: one element per line, so that a difference is readable; names of assets and pictures without
 * the hash of their content; without the styles within 404.html; `<main>` and what belongs to it alone, unless it is compared whole.
 */
function comparable(page: string, isWhole: boolean): string {
  const [main = page] = isWhole ? [page] : (/<main .*<\/main>(?:<aside.*?<\/aside>)?/s.exec(page) ?? []);
  return main
    .replace(/\b((?:assets|pictures\/share|pictures)\/[a-z0-9-]+?)-(?:[0-9a-f]{10}|[0-9A-Z]{8})(?=[.-])/g, "$1-HASH")
    .replace(/<style>.*<\/style>/s, "<style>…</style>")
    .replaceAll("><", ">\n<");
}
