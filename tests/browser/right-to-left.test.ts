import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { buildSite } from "../site/build-site.ts";
import { copyProject } from "../site/project-copy.ts";

const STORY = `---
title: انخفض النفط بنسبة −3.5% في شهر
standfirst: بلغ التغير +1.2% ثم −0.4 نقطة.
section: economy
published: 2026-07-08T09:00:00-04:00
authors: [desk]
keyPoints: [السعر أقل بـ −7.25 دولار.]
---

انخفض السعر −3.5% وبلغ [85.40]{brent=2026-06} دولار، أي 12.5% في السنة.

## التغير −2%

| الشهر | التغير |
|:--|--:|
| مايو | −8.7% |

- الفرق -4 دولارات

\`\`\`chart
series: brent
type: bars
title: التغير الشهري
\`\`\`
`;

let server: FolderServer | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  const root = copyProject([
    ["_data/site.ts", `export default ${JSON.stringify({ ...settings, language: "ar" })};`],
    ["src/content/authors.yaml", "desk: { name: التحرير, description: نكتب. }\n"],
    ["src/content/topics.yaml", "{}\n"],
    ["src/content/articles/brent.md", STORY],
  ]);
  expect(await buildSite(["--out", "site", "--as-of", "2026-11-22T12:00:00-05:00"], { root })).toMatchObject({
    code: 0,
    stderr: "",
  });
  server = await serveFolder(join(root, "site"), 0, "/");
  browser = await chromium.connect(inject("browserEndpoint"));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string): Promise<Page> {
  if (!browser || !server) throw new Error("The browser is opened before the tests.");
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(server.address + path);
  return page;
}

/** Every visible number with a sign: where the sign, the digits and a percent sign are displayed, in px from the left. */
function signedNumbers(page: Page) {
  return page.evaluate(() => {
    const found: { text: string; sign: number; digits: number; percent: number | undefined }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const left = (node: Node, at: number): number => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.checkVisibility()) continue;
      for (const match of (node.textContent ?? "").matchAll(/(?<![\p{L}\p{N}])[+−-](\p{Nd})[\p{Nd}.,]*(%?)/gu)) {
        const percent = match[2] ? left(node, match.index + match[0].length - 1) : undefined;
        found.push({ text: match[0], sign: left(node, match.index), digits: left(node, match.index + 1), percent });
      }
    }
    return found;
  });
}

it.each([
  ["market-data/", 20],
  ["market-data/brent/", 5],
  ["2026/07/08/brent/", 8],
  ["", 4],
])("in Arabic, the signs of /%s are displayed to the left of their digits, and per cent to the right", async (path, atLeast) => {
  const page = await open(path);
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe("rtl");
  const numbers = await signedNumbers(page);
  expect(numbers.length).toBeGreaterThanOrEqual(atLeast);
  expect(numbers.filter(({ sign, digits }) => sign >= digits)).toEqual([]);
  expect(numbers.filter(({ digits, percent }) => percent !== undefined && percent <= digits)).toEqual([]);
});

it("in Arabic, the signs that the script of a chart writes are displayed to the left of their digits", async () => {
  const page = await open("2026/07/08/brent/");
  await page.getByRole("slider").press("ArrowLeft");
  await page.locator(".chart-reading").filter({ hasText: "−" }).waitFor();
  const numbers = await signedNumbers(page);
  expect(numbers.map(({ text }) => text)).toContain((await page.locator(".chart-reading").innerText()).match(/−[\d.]+%/)?.[0]);
  expect(numbers.filter(({ sign, digits }) => sign >= digits)).toEqual([]);
});

it("in Arabic, a page does not scroll sideways, and the labels of its chart stay within the chart", async () => {
  for (const path of ["2026/07/08/brent/", "market-data/brent/"]) {
    const page = await open(path);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    const outside = await page.locator("figure.chart svg text:visible").evaluateAll(
      (labels) =>
        labels.filter((label) => {
          const { left, right } = label.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        }).length,
    );
    expect(outside, path).toBe(0);
  }
});
