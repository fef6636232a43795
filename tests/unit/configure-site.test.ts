import { describe, expect, it } from "vitest";
import { configureSite } from "../../src/build/configure-site.ts";
import type { SiteSettings } from "../../src/newsroom/site.ts";

const SETTINGS: SiteSettings = {
  name: "The Paper",
  tagline: "All of it",
  description: "News.",
  address: "https://example.org",
  language: "en-GB",
  timeZone: "Europe/Berlin",
  sections: [{ id: "politics", name: "Politics", description: "What governments do." }],
};

const addressOf = (settings: SiteSettings, chosen?: string) => configureSite(settings, chosen).address;

describe("the address of a site", () => {
  it("ends in a slash, however it is written", () => {
    expect(addressOf(SETTINGS)).toBe("https://example.org/");
    expect(addressOf({ ...SETTINGS, address: "https://example.org/news/" })).toBe("https://example.org/news/");
  });

  it("is the one that the command line names, and none where that is empty", () => {
    expect(addressOf(SETTINGS, "http://localhost:8080")).toBe("http://localhost:8080/");
    expect(addressOf(SETTINGS, "")).toBeUndefined();
  });
});

describe("the publisher's settings", () => {
  it.each<[string, object, string]>([
    ["a time zone that is none", { timeZone: "New York" }, "timeZone  is not a time zone of the IANA database"],
    ["a language that is none", { language: "English (GB)" }, "language  is not a language tag of BCP 47"],
    ["an address of another scheme", { address: "ftp://example.org/" }, "address  must be an http or https address"],
    ["no sections", { sections: [] }, "sections  is empty"],
    ["a field that nobody knows", { timezone: "UTC" }, "timezone  is not a known field  write timeZone"],
    [
      "a section with spaces in its address",
      { sections: [{ id: "Market Data", name: "Market Data", description: "Figures." }] },
      "sections.0.id  is the section's address: lower-case letters, digits and hyphens",
    ],
    [
      "a section at an address that the site needs",
      { sections: [{ id: "search", name: "Search", description: "Us." }] },
      "sections.0.id  is an address that the site itself needs",
    ],
    [
      "a section named like a year",
      { sections: [{ id: "2026", name: "2026", description: "A year." }] },
      "sections.0.id  is an address that the site itself needs",
    ],
  ])("cannot have %s", (_, change, fault) => {
    expect(() => configureSite({ ...SETTINGS, ...change }, undefined)).toThrow(`_data/site.ts  ${fault}`);
  });

  it("cannot be changed by what reads them", () => {
    expect(Object.isFrozen(configureSite(SETTINGS, undefined))).toBe(true);
  });
});
