import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 at levels A and AA, and what axe counts as good practice. axe checks the size of targets only on request. */
const RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
  // Only the rule about media that play automatically needs it.
  preload: false,
};
/** The rules that depend on the colour scheme, which changes no element, no text and no size. */
const RULES_OF_COLOURS: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
  preload: false,
};

interface WindowWithAxe extends Window {
  axe?: { run(options: RunOptions): Promise<AxeResults> };
}

/** The violations that axe finds in the page now: the rule, the element and how to fix it. */
async function runAxe(page: Page, rules: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (options) => {
    const { axe } = window as WindowWithAxe;
    if (!axe) throw new Error("axe did not load.");
    const { violations } = await axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  }, rules);
}

const SCHEMES = [
  ["light", RULES],
  ["dark", RULES_OF_COLOURS],
] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 800 },
] as const;

/** The violations of a page in either colour scheme, in a wide window and in a narrow one. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const [colorScheme, rules] of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const found = await runAxe(page, rules);
      violations.push(...found.map((violation) => `${colorScheme}, ${size.width} px: ${violation}`));
    }
  }
  return violations;
}
