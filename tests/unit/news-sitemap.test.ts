import { describe, expect, it } from "vitest";
import { instant } from "../../src/model/dates.ts";
import { newsSitemaps } from "../../src/syndication/sitemaps/news-sitemap.ts";
import { between, seededRandom } from "../bench/archive/random.ts";
import { CALENDAR, story } from "./sample-story.ts";
import { ADDRESS, pathsIn, textsOf } from "./sitemap-sample.ts";
import { schemaErrors } from "./sitemap-schema.ts";

const SITE = { name: "The Paper", language: "en-GB" };
const CLOCK = instant("2026-01-09T12:00:00-05:00", CALENDAR);

const filesOf = (articles: Parameters<typeof newsSitemaps>[0], site = SITE, clock = CLOCK, maxStories?: number) =>
  newsSitemaps(articles, site, ADDRESS, clock, maxStories);
const only = (...args: Parameters<typeof filesOf>) => filesOf(...args)[0]?.xml ?? "";

describe("the news sitemap", () => {
  it("has what Google requires of a story, and is valid against the schemas", async () => {
    const updated = "2026-01-09T10:00:00-05:00";
    const xml = only([story({ slug: "talks", title: "Talks open", published: "2026-01-08T09:30:00-05:00", updated })]);
    expect(pathsIn(xml)).toEqual(["/2026/01/08/talks/"]);
    expect(textsOf(xml, "news:name")).toEqual(["The Paper"]);
    expect(textsOf(xml, "news:language")).toEqual(["en"]);
    expect(textsOf(xml, "news:title")).toEqual(["Talks open"]);
    expect(textsOf(xml, "news:publication_date")).toEqual(["2026-01-08T09:30:00-05:00"]);
    expect(await schemaErrors("urlset", [["news.xml", xml]])).toEqual([]);
  });

  it("has a story for exactly two days, whether it was updated or not", () => {
    const updated = "2026-01-09T11:00:00-05:00";
    const at = (published: string) => story({ slug: published.replace(/\D/g, ""), published, updated });
    const xml = only([at("2026-01-09T12:00:00-05:00"), at("2026-01-07T12:00:00-05:00"), at("2026-01-07T11:59:00-05:00")]);
    expect(textsOf(xml, "news:publication_date")).toEqual(["2026-01-09T12:00:00-05:00", "2026-01-07T12:00:00-05:00"]);
  });

  it("counts two days as 48 hours across a clock change", () => {
    const clock = instant("2026-03-09T12:00:00-04:00", CALENDAR);
    const xml = only(
      [
        story({ slug: "in", published: "2026-03-07T11:00:00-05:00" }),
        story({ slug: "out", published: "2026-03-07T10:59:00-05:00" }),
      ],
      SITE,
      clock,
    );
    expect(pathsIn(xml)).toEqual(["/2026/03/07/in/"]);
  });

  it("exists without any story, and then lacks only the one URL that the protocol’s schema requires", async () => {
    const files = filesOf([story({ published: "2025-01-07T09:30:00-05:00" })]);
    expect(files.map(({ path }) => path)).toEqual(["/news-sitemap.xml"]);
    const errors = await schemaErrors("urlset", [["news.xml", files[0]?.xml ?? ""]]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/urlset': Missing child element/);
  });

  it("is split at a thousand stories, newest first", () => {
    const stories = Array.from({ length: 1001 }, (_, index) =>
      story({ slug: `s-${index}`, published: "2026-01-09T09:30:00-05:00" }),
    );
    const files = filesOf(stories);
    expect(files.map(({ path }) => path)).toEqual(["/news-sitemap.xml", "/news-sitemap-2.xml"]);
    expect(files.map(({ xml }) => pathsIn(xml).length)).toEqual([1000, 1]);
    const few = filesOf(stories.slice(0, 6), SITE, CLOCK, 3);
    expect(few.flatMap(({ xml }) => pathsIn(xml))).toEqual(stories.slice(0, 6).map(({ path }) => path));
    expect(few).toHaveLength(2);
  });

  it.each([
    ["The Paper", "The Paper"],
    ["The Paper (subscription)", "The Paper"],
    ["The (Old) Paper & Co", "The Paper & Co"],
    ["(Paper)", "Paper"],
  ])("has the name %s as %s, like Google News", (name, called) => {
    const xml = only([story({ published: "2026-01-09T09:30:00-05:00" })], { ...SITE, name });
    expect(textsOf(xml, "news:name")).toEqual([called]);
  });

  it.each([
    ["en-GB", "en"],
    ["de", "de"],
    ["gsw-CH", "gsw"],
    ["pt-BR", "pt"],
    ["zh-CN", "zh-cn"],
    ["zh-Hant-HK", "zh-tw"],
    ["zh-TW", "zh-tw"],
    ["zh", "zh-cn"],
  ])("has the language %s as its ISO 639 code %s", (language, code) => {
    const xml = only([story({ published: "2026-01-09T09:30:00-05:00" })], { ...SITE, language });
    expect(textsOf(xml, "news:language")).toEqual([code]);
  });
});

describe("a hostile headline in the news sitemap", () => {
  const published = "2026-01-09T09:30:00-05:00";

  it.each([
    ["markup", `</news:title><script>alert("x")</script>`, `</news:title><script>alert("x")</script>`],
    ["an entity", "AT&T &amp; &nope; &#0;", "AT&T &amp; &nope; &#0;"],
    ["the end of a CDATA section", "a ]]> b <![CDATA[", "a ]]> b <![CDATA["],
    ["control characters", "a\u0000\u0001\u0008\u000B\u001F\u007F\u0085b", "ab"],
    ["noncharacters and lone surrogates", "a\uFFFE\uFFFF\uD83D\uDE00\uDE00b\uD83D", "a😀b"],
    ["words from right to left", "‏שלום “العربية” world", "‏שלום “العربية” world"],
  ])("cannot break it with %s", (_, title, read) => {
    expect(textsOf(only([story({ title, published })]), "news:title")).toEqual([read]);
  });

  it("leaves it well-formed and valid, whatever 500 headlines contain", async () => {
    const random = seededRandom("headlines");
    const parts = [
      "<",
      ">",
      "&",
      '"',
      "'",
      "]]>",
      "<!--",
      "-->",
      "<?",
      "&#",
      ";",
      "\u0000",
      "\u001B",
      "\uFFFF",
      "\uD800",
      "\uDFFF",
      "😀",
      "‏ש",
      " ",
      "é",
    ];
    const any = () => Array.from({ length: between(random, 1, 30) }, () => parts[between(random, 0, parts.length - 1)]).join("");
    const titles = Array.from({ length: 500 }, () => `T${any()}`);
    const xml = only(titles.map((title, index) => story({ slug: `s-${index}`, title, published })));
    expect(textsOf(xml, "news:title")).toHaveLength(500);
    expect(await schemaErrors("urlset", [["news.xml", xml]])).toEqual([]);
    expect(Buffer.from(xml, "utf8").toString("utf8")).toBe(xml);
  });
});

describe("the schemas", () => {
  const good = only([story({ published: "2026-01-09T09:30:00-05:00" })]);

  it.each([
    ["a language with its region", (xml: string) => xml.replace(">en<", ">en-GB<")],
    ["a date without its zone", (xml: string) => xml.replace("-05:00<", "<")],
    ["a name in parentheses", (xml: string) => xml.replace("The Paper", "The Paper (blog)")],
    ["a story without its title", (xml: string) => xml.replace(/<news:title>.*<\/news:title>/, "")],
    ["an element that is no more", (xml: string) => xml.replace("<news:title>", "<news:genres>Blog</news:genres><news:title>")],
    ["an address that is none", (xml: string) => xml.replace(/<loc>.*?<\/loc>/, "<loc>/</loc>")],
  ])("reject %s", async (_, spoil) => {
    expect(await schemaErrors("urlset", [["news.xml", spoil(good)]])).not.toEqual([]);
  });
});
