import { expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { readXml } from "../unit/well-formed-xml.ts";
import { readTree } from "./build-site.ts";
import { addressesOf, type PageElement, readPages, type SitePage } from "./site-pages.ts";

const OWN = String(settings.address);
const HOST = "http://site.invalid";

const files = readTree(inject("siteFolder"));
const pages = readPages(inject("siteFolder"));
const idsAt = new Map(
  pages.map(({ path, elements }) => [path, new Set(elements.flatMap(({ attributes }) => attributes.get("id") ?? []))]),
);

/** The links of a page that stay within the site, its own address counting as the site. */
function linksWithin({ path, elements }: SitePage): readonly URL[] {
  return elements
    .flatMap(addressesOf)
    .map((written) => new URL(written.startsWith(OWN) ? `/${written.slice(OWN.length)}` : written, `${HOST}${path}`))
    .filter(({ origin }) => origin === HOST);
}

/** What is wrong with a link within the site. */
function errorOf({ pathname, hash }: URL): string | undefined {
  const isThere = pathname.endsWith("/") ? idsAt.has(pathname) : files.has(decodeURIComponent(pathname.slice(1)));
  if (!isThere) return "leads nowhere";
  const fragment = decodeURIComponent(hash.slice(1));
  return fragment === "" || idsAt.get(pathname)?.has(fragment) ? undefined : "names a fragment that is not there";
}

it("every link and fragment leads to something that is there", () => {
  const errors = pages.flatMap((page) =>
    linksWithin(page).flatMap((url) => {
      const error = errorOf(url);
      return error ? [`${page.path}: ${url.pathname}${url.hash} ${error}`] : [];
    }),
  );
  expect(errors).toEqual([]);
});

it("every page but 404.html is reached from the home page", () => {
  const pageAt = new Map(pages.map((page) => [page.path, page]));
  const reached = new Set(["/"]);
  for (const path of reached) {
    const page = pageAt.get(path);
    for (const { pathname } of page ? linksWithin(page) : []) reached.add(pathname);
  }
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual(["/404.html"]);
});

it("no link depends on where the site lies, but for the canonical address of each page", () => {
  const isCanonical = ({ attributes }: PageElement) => attributes.get("rel") === "canonical";
  const depends = (written: string) => written.startsWith("/") || written.startsWith(OWN);
  for (const { path, elements } of pages.filter((page) => page.path !== "/404.html")) {
    expect(elements.filter(isCanonical).flatMap(addressesOf)).toEqual([`${OWN}${path.slice(1)}`]);
    expect(
      elements
        .filter((element) => !isCanonical(element))
        .flatMap(addressesOf)
        .filter(depends),
      path,
    ).toEqual([]);
  }
});

it("404.html, which may be shown at any depth, links by the whole address only", () => {
  const links = pages.find(({ path }) => path === "/404.html")?.elements.flatMap(addressesOf) ?? [];
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(link.startsWith(OWN) || link === "data:,", link).toBe(true);
});

it("every address in the feed is that of a page", () => {
  const elements = readXml(files.get("feed.xml")?.toString() ?? "");
  const addresses = elements.flatMap(({ name, attributes, text }) => {
    if (name === "link") return [attributes.href ?? ""];
    return name === "id" || name === "uri" ? [text] : [];
  });
  expect(addresses.length).toBeGreaterThan(60);
  for (const address of addresses) {
    expect(address.startsWith(OWN), address).toBe(true);
    expect(errorOf(new URL(address.slice(OWN.length), `${HOST}/`)), address).toBeUndefined();
  }
});

it("every page but 404.html offers the site’s search to browsers, and the addresses in its description are there", () => {
  const links = pages.map(({ path, elements }) => [
    path,
    elements.filter(({ attributes }) => attributes.get("rel") === "search"),
  ]);
  expect(links.filter(([, found]) => found?.length !== 1).map(([path]) => path)).toEqual(["/404.html"]);
  const elements = readXml(files.get("opensearch.xml")?.toString() ?? "");
  const addresses = elements.flatMap(({ name, attributes, text }) => {
    if (name === "Url") return [attributes.template ?? ""];
    return name === "Image" ? [text] : [];
  });
  expect(addresses).toHaveLength(3);
  for (const address of addresses) {
    expect(address.startsWith(OWN), address).toBe(true);
    expect(errorOf(new URL(address.slice(OWN.length), `${HOST}/`)), address).toBeUndefined();
  }
});

it("every font of the stylesheet is there, and nothing is published that no page and no feed asks for", () => {
  const linked = new Set(pages.flatMap(linksWithin).map(({ pathname }) => pathname.slice(1)));
  for (const [file, bytes] of files) {
    if (!/\.html$|\.webmanifest$|(?:^|\/)(?:feed\.xml|rss\.xml|feed\.json)$/.test(file)) continue;
    // Pictures that a page offers elsewhere, by its metadata and its data block; icons and styles of feeds; icons of the app.
    for (const [name] of bytes.toString().matchAll(/\b(?:assets|pictures)\/[\w./-]+\.\w+/g)) linked.add(name);
  }
  for (const [file, bytes] of files) {
    if (!/^assets\/.*\.(css|js)$/.test(file)) continue;
    // Fonts by url(), parts of scripts by their name in a string.
    for (const [, name] of bytes.toString().matchAll(/(?:url\(["']?|["']\.\/)([\w.-]+\.(?:woff2|js|svg))["')]/g))
      linked.add(`assets/${name}`);
  }
  const shipped = [...files.keys()].filter((file) => /^(assets|pictures)\//.test(file));
  expect([...linked].filter((file) => file.startsWith("assets/") && !files.has(file))).toEqual([]);
  expect(shipped.filter((file) => !linked.has(file))).toEqual([]);
});
