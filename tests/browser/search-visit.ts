import type { Locator, Page, Route } from "playwright-core";
import type { Publication, Visit } from "./visit.ts";

/**
 * A search page that the tests of a file share, with its engine loaded. It goes to another search as Back does, which is
 * quicker than loading the page again. Tests of loading and with routes need a tab of their own.
 *
 * @returns goes to the search of an address such as `?q=brent`, with no recent searches, and waits for its results
 */
export function sharedSearchPage(publication: Publication): (address?: string) => Promise<Visit> {
  const shared = publication.sharedVisit();
  return async (address = "") => {
    const visit = shared();
    const { page, addressOf, goTo } = visit;
    const isThere = page.url().startsWith(addressOf("search/"));
    if (!isThere) await goTo("search/");
    await page.evaluate(
      (addresses) => {
        localStorage.clear();
        for (const each of addresses) {
          history.replaceState({}, "", each);
          dispatchEvent(new PopStateEvent("popstate", { state: {} }));
        }
        scrollTo(0, 0);
      },
      [addressOf("search/"), addressOf(`search/${address}`)],
    );
    await settled(page);
    return visit;
  };
}

/** The results on the search page. */
export function cards(page: Page): Locator {
  return page.getByRole("region", { name: "Results" }).getByRole("article");
}

export function titles(page: Page): Promise<readonly string[]> {
  return cards(page).getByRole("heading").allTextContents();
}

export function field(page: Page): Locator {
  return page.getByRole("main").getByRole("searchbox", { name: "Search all stories" });
}

/** The heading above the results. */
export function summary(page: Page): Locator {
  return page.getByRole("region", { name: "Results" }).getByRole("heading", { level: 2 });
}

/** Waits until the search page has the complete results. */
export async function settled(page: Page): Promise<void> {
  await page.locator("#search_results[aria-busy=false]").waitFor();
}

/** The lists that lead to every story without a search. */
export function lists(page: Page): Locator {
  return page.getByRole("heading", { name: /^(Newest stories|By section|By topic|By month)$/ });
}

/** The search in the address of the page. */
export function addressedSearch(page: Page): string {
  return new URL(page.url()).search;
}

/** The focused element: the label of a field, the text of anything else. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return label?.textContent?.trim();
  });
}

/** Blocks requests for files, after the first few, until they are released. */
export async function blockRequests(page: Page, files: string | RegExp, first = 0): Promise<{ release(): Promise<void> }> {
  const blocked: Route[] = [];
  let isBlocking = true;
  let remaining = first;
  await page.route(files, async (route) => {
    if (isBlocking && remaining === 0) return void blocked.push(route);
    remaining -= 1;
    await route.continue();
  });
  return {
    release: async () => {
      isBlocking = false;
      for (const route of blocked) await route.continue();
    },
  };
}

/** The announcements in a status region from now on. */
export async function recordAnnouncements(status: Locator): Promise<() => Promise<readonly string[]>> {
  const announcements = await status.evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => element.textContent && texts.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  return () => announcements.jsonValue();
}
