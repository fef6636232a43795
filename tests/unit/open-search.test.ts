import { describe, expect, it } from "vitest";
import { siteSchema } from "../../src/model/site.ts";
import { openSearch } from "../../src/syndication/open-search.ts";
import { CALENDAR, POLITICS } from "./sample-story.ts";
import { readXml } from "./well-formed-xml.ts";

const ADDRESS = "https://example.org/news/";

function describedBy(names: { readonly name?: string; readonly description?: string }) {
  const site = siteSchema.parse({
    name: "The Paper",
    tagline: "All news",
    description: "News.",
    ...CALENDAR,
    sections: [POLITICS],
    ...names,
  });
  return readXml(openSearch(site, ADDRESS, "/assets/icon-1.svg"));
}

const textOf = (elements: ReturnType<typeof readXml>, element: string) => elements.find(({ name }) => name === element)?.text;
const shortNameOf = (name: string) => textOf(describedBy({ name }), "ShortName");

describe("the OpenSearch description", () => {
  it("has what OpenSearch 1.1 requires, with absolute addresses", () => {
    const [root, ...parts] = describedBy({});
    expect(root).toMatchObject({
      name: "OpenSearchDescription",
      attributes: { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
    });
    expect(parts.map(({ name, attributes, text }) => [name, attributes, text])).toEqual([
      ["ShortName", {}, "The Paper"],
      ["Description", {}, "News."],
      ["Url", { type: "text/html", template: `${ADDRESS}search/?q={searchTerms}` }, ""],
      ["Url", { type: "application/opensearchdescription+xml", rel: "self", template: `${ADDRESS}opensearch.xml` }, ""],
      ["Image", { type: "image/svg+xml" }, `${ADDRESS}assets/icon-1.svg`],
      ["Language", {}, "en-GB"],
      ["InputEncoding", {}, "UTF-8"],
    ]);
  });

  it.each([
    ["of sixteen characters whole", "Sixteen letters!", "Sixteen letters!"],
    ["that is longer to whole words", "The Economic Observer", "The Economic"],
    ["to words without the signs after them", "Politics, News & Money", "Politics, News"],
    ["of one long word to its beginning", "Wirtschaftsnachrichten", "Wirtschaftsnachr"],
    ["with line ends in it to one line", " The\n Paper\t", "The Paper"],
    ["beyond the basic plane to whole characters", "a😀😀😀😀😀😀😀😀😀", "a😀😀😀😀😀😀😀"],
  ])("truncates a name %s", (_, name, short) => {
    expect(shortNameOf(name)).toBe(short);
  });

  it("has a description of at most 1,024 characters", () => {
    const long = textOf(describedBy({ description: "words of six ".repeat(100) }), "Description") ?? "";
    expect(long.length).toBeLessThanOrEqual(1024);
    expect(long.length).toBeGreaterThan(1010);
    expect(long).toMatch(/ (?:words|of|six)$/);
  });

  it.each([
    ["markup", "</ShortName><x>", "</ShortName><x>"],
    ["an entity", "AT&T &amp; &#0;", "AT&T &amp; &#0;"],
    ["control characters", "a\u0000\u0008\u001F\u007Fb", "ab"],
    ["noncharacters", "a\uFFFE\uFFFFb", "ab"],
    ["a lone surrogate", "a\uD83Db", "ab"],
    ["words from right to left", "‏שלום “العربية”", "‏שלום “العربية”"],
  ])("is valid with %s in its texts", (_, hostile, read) => {
    const elements = describedBy({ name: hostile, description: hostile });
    expect(textOf(elements, "ShortName")).toBe(read);
    expect(textOf(elements, "Description")).toBe(read);
    expect(elements).toHaveLength(8);
  });
});
