import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, readTree, writeTree } from "./build-site.ts";
import type { Files } from "./hostile-site.ts";
import { visitWithoutPolicy } from "./hostile-visit.ts";

/** 63 letters, once the longest word in the laws of Germany. */
const WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
const SLUG = "rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz";

/** The longest that is highlighted. */
const MARKED = WORD.slice(0, 60);

/** JSON is YAML. */
const yaml = (value: unknown): string => JSON.stringify(value);

const STORY = `---
${yaml({
  title: `The ${WORD}`,
  standfirst: WORD,
  section: "politics",
  published: "2026-01-07T09:30:00-05:00",
  updated: "2026-02-07T09:30:00-05:00",
  authors: [SLUG],
  topics: [SLUG],
  picture: { file: "law", caption: WORD },
  keyPoints: [WORD],
  corrections: [{ date: "2026-02-07T09:30:00-05:00", text: WORD }],
})}
---

${MARKED}, ${WORD}, *${WORD}*, [${WORD}](/politics/), \`${WORD}\`, ${WORD}[^1] and https://example.org/${WORD}.

## ${WORD}

### ${WORD}

- ${WORD}

1. ${WORD}

> ${WORD}

::: pullquote
${WORD}
:::

| ${WORD} | ${WORD} |
|---|--:|
| ${WORD} | ${WORD} |

\`\`\`
${WORD}
\`\`\`

\`\`\`chart
series: law
title: ${WORD}
note: ${WORD}
\`\`\`

![](law)

[^1]: ${WORD}
`;

const EARLIER = `---
${yaml({
  title: WORD,
  standfirst: WORD,
  section: "politics",
  published: "2025-12-07T09:30:00-05:00",
  authors: [SLUG],
  topics: [SLUG],
})}
---

${WORD}
`;

const term = yaml({ [SLUG]: { name: MARKED, description: WORD } });
const CONTENT: Files = [
  [`articles/${SLUG}.md`, STORY],
  ["articles/earlier.md", EARLIER],
  ["authors.yaml", term],
  ["topics.yaml", term],
  ["pages/about.md", `---\n${yaml({ title: WORD, description: WORD })}\n---\n\n${WORD}\n`],
  ["pictures/law.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="18"><rect width="32" height="9"/></svg>'],
  ["pictures/law.yaml", yaml({ alt: WORD, caption: WORD, credit: WORD, licence: WORD, source: `https://example.org/${SLUG}` })],
];

const SERIES = {
  id: "law",
  name: MARKED,
  group: "energy",
  unit: "US dollars a barrel",
  decimals: 2,
  frequency: "monthly",
  source: { name: WORD, url: "https://example.org/" },
  licence: WORD,
  rise: "neither",
  method: WORD,
  order: 1,
};
const MARKETS: Files = [
  ["series.yaml", yaml([SERIES])],
  ["law.csv", "date,value\n2025-10,-1.5\n2025-11,\n2025-12,2.25\n"],
];

/** As at 400 % on a screen of 1280 pixels (WCAG 2.2, 1.4.10 Reflow). */
const NARROW = { width: 320, height: 256 };

let site = "";
beforeAll(async () => {
  const folder = temporaryFolder();
  writeTree(join(folder, "content"), CONTENT);
  writeTree(join(folder, "markets"), MARKETS);
  site = join(folder, "site");
  const places = ["--content", join(folder, "content"), "--markets", join(folder, "markets"), "--out", site];
  const built = await buildSite([...places, "--as-of", "2026-11-22T12:00:00-05:00", "--site-url", "https://paper.example"]);
  expect(built).toMatchObject({ code: 0, stderr: "" });
});

describe("a word of 63 letters, in a window 320 pixels wide,", () => {
  it("does not make any page scroll sideways, wherever it stands in its content", async () => {
    const { page, address } = await visitWithoutPolicy(site);
    await page.setViewportSize(NARROW);
    const paths = [...readTree(site).keys()].filter((path) => path.endsWith(".html"));
    expect(paths.length).toBeGreaterThan(20);
    const wide: Record<string, readonly string[]> = {};
    for (const path of paths) {
      await page.goto(`${address}${path.replace(/index\.html$/, "")}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const parts = await wideParts(page);
      if (parts.length > 0) wide[path] = parts;
    }
    expect(wide).toEqual({});
  });

  it("does not make the search page scroll sideways, as a query and among the results", async () => {
    const { page, address } = await visitWithoutPolicy(site);
    await page.setViewportSize(NARROW);
    for (const query of [WORD, `${WORD} ${WORD}x`, `${WORD}xyz`, `“${WORD}”`]) {
      await page.goto(`${address}search/?${new URLSearchParams({ q: query, section: WORD, topic: WORD })}`);
      await page.locator("#search_results[aria-busy=false] h2").waitFor();
      expect(await wideParts(page), query).toEqual([]);
      await page.goto(`${address}search/?${new URLSearchParams({ q: query })}`);
      await page.locator("#search_results[aria-busy=false] h2").waitFor();
      expect(await wideParts(page), query).toEqual([]);
      await page.getByRole("main").getByRole("searchbox").press("Enter");
    }
    await page.goto(`${address}search/`);
    await page.getByRole("heading", { name: "Recent searches" }).waitFor();
    expect(await wideParts(page)).toEqual([]);
  });

  it("does not widen the search dialog, its suggestions, the highlights or the list of stored pages", async () => {
    const { page, address } = await visitWithoutPolicy(site);
    await page.setViewportSize({ ...NARROW, height: 700 });
    await page.goto(`${address}2026/01/07/${SLUG}/?mark=${encodeURIComponent(MARKED)}`);
    await page.locator(".marks").waitFor();
    expect(await wideParts(page)).toEqual([]);
    await page.keyboard.press("Control+k");
    for (const query of [WORD, `${WORD}x`, `zz${WORD}`, ""]) {
      await page.getByRole("combobox").fill(query);
      await page.locator("#search_offers[aria-busy=false]").waitFor({ state: "attached" });
      expect(await wideParts(page), query).toEqual([]);
      expect(await page.getByRole("dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    }
    await page.goto(`${address}offline/?for=${WORD}/`);
    await page.getByText("This page is not saved on this device").waitFor();
    expect(await wideParts(page)).toEqual([]);
  });
});

/** What makes the page scroll sideways: elements that extend beyond the window, but for what scrolls within them. */
function wideParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if ((document.scrollingElement?.scrollWidth ?? 0) <= innerWidth) return [];
    const scrolls = (element: Element): boolean => getComputedStyle(element).overflowX !== "visible";
    const isClipped = (element: Element): boolean => {
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        if (scrolls(parent)) return true;
      }
      return false;
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !isClipped(element))
      .map((element) => `${element.localName}.${element.className}`);
  });
}
