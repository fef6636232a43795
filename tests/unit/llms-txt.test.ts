import { describe, expect, it } from "vitest";
import { llmsTxt } from "../../src/syndication/llms-txt.ts";
import { ECONOMY, POLITICS } from "./sample-story.ts";

const ADDRESS = "https://example.org/news/";
const SITE = { name: "The Paper", description: "News of the day.", sections: [POLITICS, ECONOMY] };
const SERIES = [{ id: "brent", name: "Brent crude oil", unit: "US dollars a barrel" }] as const;
const STATIC_PAGES = [{ path: "/about/", title: "About us", description: "Who we are." }] as const;

const llms = (change: Partial<Parameters<typeof llmsTxt>[0]> = {}) =>
  llmsTxt({ site: SITE, series: SERIES, staticPages: STATIC_PAGES, ...change }, ADDRESS);

describe("llms.txt", () => {
  it("has the format of llmstxt.org: a name, a quoted description, and lists of links below headings", () => {
    const [name, nothing, description, ...rest] = llms().trimEnd().split("\n");
    expect([name, nothing, description]).toEqual(["# The Paper", "", "> News of the day."]);
    const form = /^(|## [^#]+|- \[[^[\]]+\]\(https:\/\/example\.org\/news\/[^()\s]*\): .+)$/;
    expect(rest.filter((line) => !form.test(line))).toEqual([]);
    const headings = rest.filter((line) => line.startsWith("## "));
    expect(headings).toEqual(["## Sections", "## Market data", "## Feeds", "## About", "## Optional"]);
  });

  it("links to sections, market data, feeds, fixed and static pages by absolute addresses", () => {
    const text = llms();
    for (const line of [
      "- [Politics](https://example.org/news/politics/): What governments do.",
      "- [Brent crude oil](https://example.org/news/market-data/brent/): Chart, table and method; US dollars a barrel.",
      "- [Data package](https://example.org/news/data/datapackage.json): All series as a Tabular Data Package, each a CSV with its schema.",
      "- [Atom](https://example.org/news/feed.xml): The newest stories, whole.",
      "- [RSS](https://example.org/news/rss.xml): The newest stories, whole.",
      "- [JSON Feed](https://example.org/news/feed.json): The newest stories, whole.",
      "- [About us](https://example.org/news/about/): Who we are.",
      "- [Sitemap](https://example.org/news/sitemap.xml): Every page, by year of publication.",
    ]) {
      expect(text.split("\n")).toContain(line);
    }
  });

  it("has no data package where there are no series", () => {
    expect(llms({ series: [] })).not.toContain("datapackage.json");
  });

  it("keeps a text on one line and escapes Markdown", () => {
    const text = llms({
      site: { ...SITE, name: "The [New]\nPaper", description: "All *news*.\n\n## Feeds\n- [x](https://evil.example/)" },
    });
    expect(text.split("\n").slice(0, 4)).toEqual([
      "# The \\[New\\] Paper",
      "",
      "> All \\*news\\*. ## Feeds - \\[x\\](https://evil.example/)",
      "",
    ]);
  });
});
