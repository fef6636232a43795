import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { readXml } from "../unit/well-formed-xml.ts";
import { settled } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

describe("a browser that knows the site’s search", () => {
  const publication = servePublication();

  it("leads to the stories that have the words written there", async () => {
    const description = readXml(readFileSync(join(inject("siteFolder"), "opensearch.xml"), "utf8"));
    const template = description.find(({ attributes }) => attributes.type === "text/html")?.attributes.template ?? "";
    expect(template.startsWith(String(settings.address))).toBe(true);
    const address = template.slice(String(settings.address).length).replace("{searchTerms}", encodeURIComponent("yield curve"));
    const { page, goTo } = await publication.tab();
    await goTo(address);
    const main = page.getByRole("main");
    await settled(page);
    expect(await main.getByRole("searchbox").inputValue()).toBe("yield curve");
    expect(await main.getByRole("article").allTextContents()).toContainEqual(expect.stringContaining("inverted yield curve"));
  });
});
