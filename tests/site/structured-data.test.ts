import { parse } from "parse5";
import { describe, expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { readTree } from "./build-site.ts";
import { readPages, type SitePage } from "./site-pages.ts";

type Node = Readonly<Record<string, unknown>>;

const ADDRESS = settings.address ?? "";
const files = readTree(inject("siteFolder"));
/** Leaves out 404.html and redirect pages, which search engines do not index. */
const pages = readPages(inject("siteFolder")).filter(
  ({ path, elements }) => path !== "/404.html" && !elements.some(({ attributes }) => attributes.get("http-equiv") === "refresh"),
);

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const nodesOf = (value: unknown): readonly Node[] => listOf(value).filter(isNode);

/** A node and all its descendants. */
const within = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.flatMap(within) : isNode(value) ? [value, ...Object.values(value).flatMap(within)] : [];

/** Every string in a graph, with its property. */
const textsOf = (graph: unknown): readonly (readonly [property: string, text: string])[] =>
  within(graph).flatMap((node) =>
    Object.entries(node).flatMap(([property, value]) =>
      listOf(value).flatMap((each) => (typeof each === "string" ? [[property, each] as const] : [])),
    ),
  );

function blocksOf({ html }: SitePage): readonly Node[] {
  return [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, text = ""]) => {
    const graph: unknown = JSON.parse(text);
    return isNode(graph) ? graph : {};
  });
}

const graphs = new Map(pages.map((page) => [page.path, nodesOf(blocksOf(page)[0]?.["@graph"])]));
const graphOf = ({ path }: SitePage): readonly Node[] => graphs.get(path) ?? [];
const ofType = (type: string) => [...graphs.values()].flat().filter((node) => node["@type"] === type);

/** The output file of an address of the publication. */
const fileOf = (url: string): string => {
  const path = new URL(url).pathname.slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
};

/** The decoded text of the first element with a name. */
function textWithin(page: SitePage, name: string): string {
  const texts = (node: object): string => {
    if ("value" in node && typeof node.value === "string") return node.value;
    return "childNodes" in node && Array.isArray(node.childNodes) ? node.childNodes.map(texts).join("") : "";
  };
  const find = (node: object): string | undefined => {
    if ("tagName" in node && node.tagName === name) return texts(node);
    if (!("childNodes" in node) || !Array.isArray(node.childNodes)) return undefined;
    for (const child of node.childNodes) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(parse(page.html)) ?? "";
}

/** Every kind of page by a pattern of its address, with the types of its graph. */
const KINDS: readonly (readonly [kind: string, address: RegExp, types: readonly string[]])[] = [
  ["the home page", /^\/$/, ["WebSite", "NewsMediaOrganization"]],
  ["a story", /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/, ["NewsArticle", "BreadcrumbList"]],
  ["a month of the publication", /^\/\d{4}\/\d{2}\/$/, ["CollectionPage", "BreadcrumbList"]],
  ["a section", /^\/(?:politics|economy|market-data|business|technology)\/$/, ["CollectionPage", "BreadcrumbList"]],
  ["a month of a listing", /^\/[a-z].*\/\d{4}\/\d{2}\/$/, ["CollectionPage", "BreadcrumbList"]],
  ["a topic", /^\/topics\/[^/]+\/$/, ["CollectionPage", "BreadcrumbList"]],
  ["an author", /^\/authors\/[^/]+\/$/, ["ProfilePage", "BreadcrumbList"]],
  ["the list of topics or authors", /^\/(?:topics|authors)\/$/, ["CollectionPage", "BreadcrumbList"]],
  ["a market series", /^\/market-data\/(?!\d{4}\/)[^/]+\/$/, ["Dataset", "BreadcrumbList"]],
  ["the open data", /^\/data\/$/, ["DataCatalog", "BreadcrumbList"]],
  ["the search", /^\/search\/$/, ["SearchResultsPage", "BreadcrumbList"]],
  ["the page about the publication", /^\/about\/$/, ["AboutPage", "BreadcrumbList"]],
  [
    "any other page",
    /^\/(?:privacy|accessibility|newsletter|picture-credits|corrections|feeds)\/$/,
    ["WebPage", "BreadcrumbList"],
  ],
];

describe("every page", () => {
  it("has one block of JSON-LD with one graph, whose nodes all have a type", () => {
    for (const page of pages) {
      const blocks = blocksOf(page);
      expect(
        blocks.map((block) => block["@context"]),
        page.path,
      ).toEqual(["https://schema.org"]);
      for (const node of within(graphOf(page)))
        expect("@type" in node || Object.keys(node).join() === "@id", page.path).toBe(true);
    }
  });

  it.each(KINDS)("%s has its types", (_, address, types) => {
    const ofKind = pages.filter(({ path }) => address.test(path));
    expect(ofKind).not.toEqual([]);
    for (const page of ofKind)
      expect(
        graphOf(page).map((node) => node["@type"]),
        page.path,
      ).toEqual(types);
  });

  it("refers only to nodes of its own graph, or to the publisher and the website, which the home page defines", () => {
    const ids = ["#organization", "#website"].map((id) => `${ADDRESS}${id}`);
    expect(
      nodesOf(graphs.get("/"))
        .map((node) => node["@id"])
        .sort(),
    ).toEqual(ids);
    for (const page of pages) {
      const all = within(graphOf(page));
      const defined = new Set([...ids, ...all.filter((node) => "@type" in node).map((node) => node["@id"])]);
      const references = all.flatMap((node) => ("@id" in node && !("@type" in node) ? [node["@id"]] : []));
      expect(
        references.filter((id) => !defined.has(id)),
        page.path,
      ).toEqual([]);
    }
  });

  it("has no internal address that does not exist", () => {
    const missing = new Set<string>();
    for (const page of pages) {
      const shared = page.elements.filter(({ name }) => name === "meta").map(({ attributes }) => attributes.get("content") ?? "");
      const alternates = page.elements
        .filter(({ name, attributes }) => name === "link" && attributes.get("rel") === "alternate")
        .map(({ attributes }) => new URL(attributes.get("href") ?? "", `${ADDRESS}${page.path.slice(1)}`).href);
      const texts = textsOf(graphOf(page)).flatMap(([property, text]) =>
        property === "@id" || property === "urlTemplate" ? [] : [text],
      );
      for (const url of [...texts, ...shared, ...alternates].filter((text) => text.startsWith(ADDRESS))) {
        if (!files.has(fileOf(url))) missing.add(`${page.path} names ${url}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it("has its headline as name, and its visible breadcrumbs with itself at the end", () => {
    for (const page of pages) {
      const [subject, breadcrumbs] = graphOf(page);
      const headline = textWithin(page, "h1");
      expect(subject?.headline ?? subject?.name, page.path).toBe(headline);
      const seen = [...page.html.matchAll(/<nav class="breadcrumb".*?<\/nav>/gs)].flatMap(([nav]) => [
        ...nav.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g),
      ]);
      const way = seen.map(([, href = "", name = ""]) => ({
        name: name.replaceAll("&amp;", "&"),
        item: new URL(href, `${ADDRESS}${page.path.slice(1)}`).href,
      }));
      const expected = seen.length === 0 ? [] : [...way, { name: headline }];
      expect(
        nodesOf(breadcrumbs?.itemListElement).map(({ "@type": _, position: __, ...crumb }) => crumb),
        page.path,
      ).toEqual(page.path === "/" ? [] : expected);
    }
  });

  it("has Open Graph tags, with an image of 1200 by 630", () => {
    for (const { path, elements } of pages) {
      const property = (name: string) =>
        elements
          .filter(({ attributes }) => attributes.get("property") === name)
          .map(({ attributes }) => attributes.get("content"));
      const isStory = KINDS[1]?.[1].test(path);
      expect(property("og:type"), path).toEqual([isStory ? "article" : "website"]);
      expect(property("og:url"), path).toEqual([`${ADDRESS}${path.slice(1)}`]);
      expect([...property("og:image:width"), ...property("og:image:height")], path).toEqual(["1200", "630"]);
      for (const name of ["og:title", "og:description", "og:image", "og:image:alt", "og:image:type"]) {
        expect(property(name).filter(Boolean), `${path} ${name}`).toHaveLength(1);
      }
      expect(property("article:published_time"), path).toHaveLength(isStory ? 1 : 0);
    }
  });

  it("has every date with its offset", () => {
    const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
    const dates = pages.flatMap((page) => textsOf(graphOf(page)).filter(([property]) => /^date[A-Z]/.test(property)));
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.filter(([, text]) => !WITH_OFFSET.test(text))).toEqual([]);
  });
});

/**
 * What Google requires and recommends of a type. `untrue` are recommended properties that say nothing true of any page
 * of a publication, such as the telephone number of its office.
 */
interface Wanted {
  readonly type: string;
  readonly page: string;
  readonly properties: readonly string[];
  readonly untrue?: readonly string[];
}

const GOOGLE = "https://developers.google.com/search/docs/appearance";

const WANTED: readonly Wanted[] = [
  {
    type: "NewsArticle",
    page: `${GOOGLE}/structured-data/article`,
    properties: ["author", "dateModified", "datePublished", "headline", "image"],
  },
  { type: "BreadcrumbList", page: `${GOOGLE}/structured-data/breadcrumb`, properties: ["itemListElement"] },
  {
    type: "ProfilePage",
    page: `${GOOGLE}/structured-data/profile-page`,
    properties: ["mainEntity"],
    // The content has no date of an author's description.
    untrue: ["dateCreated", "dateModified"],
  },
  {
    type: "Dataset",
    page: `${GOOGLE}/structured-data/dataset`,
    properties: [
      "description",
      "name",
      "creator",
      "distribution",
      "includedInDataCatalog",
      "isAccessibleForFree",
      "license",
      "measurementTechnique",
      "temporalCoverage",
      "url",
      "variableMeasured",
    ],
    untrue: [
      "alternateName",
      "citation",
      "funder",
      "hasPart",
      "isPartOf",
      "identifier",
      "keywords",
      "sameAs",
      "spatialCoverage",
      "version",
    ],
  },
  { type: "WebSite", page: `${GOOGLE}/site-names`, properties: ["name", "url"], untrue: ["alternateName"] },
  {
    type: "NewsMediaOrganization",
    page: `${GOOGLE}/structured-data/organization`,
    properties: ["name", "url", "logo", "description"],
    untrue: ["address", "alternateName", "contactPoint", "email", "foundingDate", "legalName", "sameAs", "telephone"],
  },
];

describe("what Google requires", () => {
  it.each(WANTED)("of a $type is there: $page", ({ type, properties, untrue = [] }) => {
    const nodes = ofType(type);
    expect(nodes).not.toEqual([]);
    for (const node of nodes) {
      expect(
        properties.filter((property) => listOf(node[property]).length === 0),
        JSON.stringify(node),
      ).toEqual([]);
      expect(untrue.filter((property) => property in node)).toEqual([]);
    }
  });

  it("of an author is present: the name alone, and the address of the author's page", () => {
    const authors = ofType("NewsArticle").flatMap(({ author }) => nodesOf(author));
    for (const { "@type": type, name, url } of authors) {
      expect(["Person", "Organization"]).toContain(type);
      expect(name).not.toMatch(/^by |,|\band\b/i);
      expect(`${url}`).toMatch(/\/authors\/[^/]+\/$/);
    }
    const profiles = ofType("ProfilePage").flatMap(({ mainEntity }) => nodesOf(mainEntity));
    expect(profiles.length).toBeGreaterThan(0);
    for (const profile of profiles) expect(profile).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const named = ({ name, url }: Node) => `${name} ${url}`;
    expect([...new Set(authors.map(named))].sort()).toEqual(profiles.map(named).sort());
  });

  it("of the pictures of a story is present: 16:9, 4:3 and 1:1, each of at least 50,000 pixels, or the social card", () => {
    const px = (length: unknown) => Number(/^(\d+) px$/.exec(`${length}`)?.[1]);
    for (const { image, headline } of ofType("NewsArticle")) {
      const pictures = nodesOf(image);
      const ratios = pictures.map(({ width, height }) => px(width) / px(height));
      for (const { width, height } of pictures) expect(px(width) * px(height), `${headline}`).toBeGreaterThanOrEqual(50_000);
      const wanted = pictures.length === 1 ? [1200 / 630] : [16 / 9, 4 / 3, 1];
      for (const [index, ratio] of wanted.entries()) expect(ratios[index], `${headline}`).toBeCloseTo(ratio, 2);
    }
  });

  // https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
  it("of the licence of a picture is present: its address, its creator, and where to acquire it", () => {
    const licensed = ofType("NewsArticle").flatMap(({ image }) => nodesOf(image).filter((node) => "contentUrl" in node));
    expect(licensed.length).toBeGreaterThan(20);
    for (const picture of licensed) {
      expect(picture).toMatchObject({
        contentUrl: expect.stringMatching(/^https:/),
        license: expect.stringMatching(/^https:/),
        acquireLicensePage: expect.stringMatching(/^https:/),
        creditText: expect.any(String),
        copyrightNotice: expect.any(String),
        creator: { name: expect.any(String) },
      });
    }
  });

  it("of breadcrumbs is present: at least two names, numbered from one, all but the last with their address", () => {
    for (const { itemListElement } of ofType("BreadcrumbList")) {
      const items = nodesOf(itemListElement);
      expect(items.length).toBeGreaterThanOrEqual(2);
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
      expect(items.slice(0, -1).every(({ item, name }) => typeof item === "string" && typeof name === "string")).toBe(true);
    }
  });

  it("of a dataset is present: a description of 50 to 5,000 characters, and files in their stated format", () => {
    const FORMS: Readonly<Record<string, RegExp>> = { "text/csv": /\.csv$/, "application/json": /\.json$/ };
    for (const node of [...ofType("Dataset"), ...ofType("DataCatalog").flatMap(({ dataset }) => nodesOf(dataset))]) {
      const { length } = `${node.description}`;
      expect(length >= 50 && length <= 5000, `${node.description}`).toBe(true);
    }
    const catalogues = ofType("DataCatalog").map(({ "@type": type, url, name }) => ({ "@type": type, url, name }));
    for (const { distribution, includedInDataCatalog } of ofType("Dataset")) {
      expect([includedInDataCatalog]).toEqual(catalogues);
      expect(nodesOf(distribution)).toHaveLength(2);
      for (const { encodingFormat, contentUrl } of nodesOf(distribution))
        expect(contentUrl).toMatch(FORMS[`${encodingFormat}`] ?? /never/);
    }
  });

  it("search engines may show large pictures of every page, and must not index the search page only", () => {
    for (const { path, elements } of pages) {
      const robots = elements
        .filter(({ attributes }) => attributes.get("name") === "robots")
        .map(({ attributes }) => attributes.get("content"));
      expect(robots, path).toEqual([path === "/search/" ? "noindex" : "max-image-preview:large"]);
    }
  });
});
