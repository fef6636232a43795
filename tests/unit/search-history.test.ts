import { beforeEach, describe, expect, it } from "vitest";
import { SearchHistory } from "../../src/browser/search/search-history.ts";
import { NO_REQUEST, type SearchRequest } from "../../src/formats/search/search-request.ts";

/** A browser's history, as far as a page without other pages before and after it can tell. */
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

const ask = (query: string, more: Partial<SearchRequest> = {}): SearchRequest => ({ ...NO_REQUEST, query, ...more });

let browser: FakeHistory;
let visits: SearchHistory;

beforeEach(() => {
  browser = new FakeHistory();
  visits = new SearchHistory(browser, browser);
});

describe("the history of a search", () => {
  it("is revised by what is typed", () => {
    visits.arrive();
    for (const query of ["b", "br", "brent"]) visits.revise(ask(query));
    expect(browser.addresses).toEqual(["/search/?q=brent"]);
  });

  it("grows by what is decided, and the entry that was typed in is again what it was", () => {
    visits.arrive();
    visits.revise(ask("brent"));
    visits.decide(ask("brent"));
    visits.revise(ask("yield"));
    visits.decide(ask("yield"));
    expect(browser.addresses).toEqual(["/search/", "/search/?q=brent", "/search/?q=yield"]);
  });

  it("does not grow by what is decided already", () => {
    visits.arrive();
    visits.revise(ask("brent"));
    visits.decide(ask("brent"));
    visits.decide(ask("brent"));
    expect(browser.addresses).toEqual(["/search/", "/search/?q=brent"]);
  });

  it("grows by a filter, after what was typed", () => {
    visits.arrive();
    visits.revise(ask("brent"));
    visits.add(ask("brent", { section: "business" }));
    visits.add(ask("brent", { section: "business" }));
    expect(browser.addresses).toEqual(["/search/?q=brent", "/search/?q=brent&section=business"]);
  });

  it("keeps how a search was left, and gives it back with the entry that was typed in", () => {
    browser.entries = [{ address: "/search/?q=brent", state: null }];
    visits.arrive();
    visits.keep({ shown: 40 });
    visits.keep({ top: 900 });
    expect(browser.state).toEqual({ shown: 40, top: 900 });
    expect(visits.arrive()).toEqual({ request: ask("brent"), context: { shown: 40, top: 900 } });
    visits.revise(ask("yield"));
    visits.decide(ask("yield"));
    expect(browser.entries[0]).toEqual({ address: "/search/?q=brent", state: { shown: 40, top: 900 } });
  });

  it("writes addresses as all equal searches have them, and takes nothing from strangers", () => {
    browser.entries = [{ address: "/search/?sort=relevance&topic=&q=+brent&utm=x", state: { shown: "many", other: 1 } }];
    expect(visits.arrive()).toEqual({ request: ask("brent"), context: {} });
    expect(browser.addresses).toEqual(["/search/?q=brent"]);
  });
});
