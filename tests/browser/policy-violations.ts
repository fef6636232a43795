import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** What the policy has blocked on the page so far. */
    policyViolations: string[];
  }
}

/** Records, from the next load on, whatever the content-security policy blocks. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      window.policyViolations.push(`${violatedDirective}: ${blockedURI} ${sourceFile ?? ""} ${sample}`);
    });
  });
}

/** What the policy has blocked since the page began to load. The page must be watched. */
export const policyViolations = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.policyViolations);
