import type { Locator, Page, Route } from "playwright-core";

/** The stories that the search page shows. */
export function cards(page: Page): Locator {
  return page.getByRole("region", { name: "Results" }).getByRole("article");
}

export function titles(page: Page): Promise<readonly string[]> {
  return cards(page).getByRole("heading").allTextContents();
}

export function field(page: Page): Locator {
  return page.getByRole("main").getByRole("searchbox", { name: "Search all stories" });
}

/** What is above the stories found. */
export function summary(page: Page): Locator {
  return page.getByRole("region", { name: "Results" }).getByRole("heading", { level: 2 });
}

/** Waits until a search of the search page has come to its end. */
export async function settled(page: Page): Promise<void> {
  await page.locator("#search_results[aria-busy=false]").waitFor();
}

/** The lists that lead to every story without a search. */
export function lists(page: Page): Locator {
  return page.getByRole("heading", { name: /^(Newest stories|By section|By topic|By month)$/ });
}

/** The part of the address that says what is searched for. */
export function asked(page: Page): string {
  return new URL(page.url()).search;
}

/** What has the focus: the label of a field, the text of anything else. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return label?.textContent?.trim();
  });
}

/** Keeps files from arriving until they are let go, but for the first of them. */
export async function holdBack(page: Page, files: string | RegExp, first = 0): Promise<{ letGo(): Promise<void> }> {
  const held: Route[] = [];
  let isHolding = true;
  let left = first;
  await page.route(files, async (route) => {
    if (isHolding && left === 0) return void held.push(route);
    left -= 1;
    await route.continue();
  });
  return {
    letGo: async () => {
      isHolding = false;
      for (const route of held) await route.continue();
    },
  };
}

/** The words said in a status region from now on, each time they change. */
export async function listenTo(status: Locator): Promise<() => Promise<readonly string[]>> {
  const said = await status.evaluateHandle((element) => {
    const words: string[] = [];
    new MutationObserver(() => element.textContent && words.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return words;
  });
  return () => said.jsonValue();
}
