import { beforeEach, describe, expect, it } from "vitest";
import { SearchHistory } from "../../src/browser/search/search-history.ts";
import { NO_REQUEST, type SearchRequest } from "../../src/formats/search/search-request.ts";

/** A browser's history with the search page only. */
class FakeHistory {
  entries: { address: string; state: unknown }[] = [{ address: "/search/", state: null }];
  at = 0;

  get state(): unknown {
    return this.entries[this.at]?.state;
  }

  get pathname(): string {
    return this.#url.pathname;
  }

  get search(): string {
    return this.#url.search;
  }

  get addresses(): readonly string[] {
    return this.entries.map(({ address }) => address);
  }

  pushState(state: unknown, _: string, address = ""): void {
    this.entries = [...this.entries.slice(0, this.at + 1), { address: String(address), state }];
    this.at += 1;
  }

  replaceState(state: unknown, _: string, address: string | URL | null = this.entries[this.at]?.address ?? ""): void {
    this.entries[this.at] = { address: String(address), state };
  }

  get #url(): URL {
    return new URL(this.entries[this.at]?.address ?? "", "http://site.invalid");
  }
}

const searchFor = (query: string, more: Partial<SearchRequest> = {}): SearchRequest => ({ ...NO_REQUEST, query, ...more });

let browser: FakeHistory;
let searches: SearchHistory;

beforeEach(() => {
  browser = new FakeHistory();
  searches = new SearchHistory(browser, browser);
});

describe("the history of a search", () => {
  it("has its entry replaced while typing", () => {
    searches.restore();
    for (const query of ["b", "br", "brent"]) searches.replace(searchFor(query));
    expect(browser.addresses).toEqual(["/search/?q=brent"]);
  });

  it("grows by a submitted query, and reverts the entry in which it was typed", () => {
    searches.restore();
    searches.replace(searchFor("brent"));
    searches.commit(searchFor("brent"));
    searches.replace(searchFor("yield"));
    searches.commit(searchFor("yield"));
    expect(browser.addresses).toEqual(["/search/", "/search/?q=brent", "/search/?q=yield"]);
  });

  it("does not grow by the same query again", () => {
    searches.restore();
    searches.replace(searchFor("brent"));
    searches.commit(searchFor("brent"));
    searches.commit(searchFor("brent"));
    expect(browser.addresses).toEqual(["/search/", "/search/?q=brent"]);
  });

  it("grows by a filter, after the typed query", () => {
    searches.restore();
    searches.replace(searchFor("brent"));
    searches.push(searchFor("brent", { section: "business" }));
    searches.push(searchFor("brent", { section: "business" }));
    expect(browser.addresses).toEqual(["/search/?q=brent", "/search/?q=brent&section=business"]);
  });

  it("saves the position of an entry, and reverts it together with its address", () => {
    browser.entries = [{ address: "/search/?q=brent", state: null }];
    searches.restore();
    searches.savePosition({ shown: 40 });
    searches.savePosition({ top: 900 });
    expect(browser.state).toEqual({ shown: 40, top: 900 });
    expect(searches.restore()).toEqual({ request: searchFor("brent"), position: { shown: 40, top: 900 } });
    searches.replace(searchFor("yield"));
    searches.commit(searchFor("yield"));
    expect(browser.entries[0]).toEqual({ address: "/search/?q=brent", state: { shown: 40, top: 900 } });
  });

  it("makes addresses canonical, and ignores foreign parameters and state", () => {
    browser.entries = [{ address: "/search/?sort=relevance&topic=&q=+brent&utm=x", state: { shown: "many", other: 1 } }];
    expect(searches.restore()).toEqual({ request: searchFor("brent"), position: {} });
    expect(browser.addresses).toEqual(["/search/?q=brent"]);
  });
});
