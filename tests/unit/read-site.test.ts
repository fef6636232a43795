import { describe, expect, it } from "vitest";
import type { SiteSettings } from "../../src/model/site.ts";
import { parseSite, siteNotices } from "../../src/node/pipeline/read-site.ts";

const SETTINGS: SiteSettings = {
  name: "The Paper",
  tagline: "All of it",
  description: "News.",
  address: "https://example.org",
  language: "en-GB",
  timeZone: "Europe/Berlin",
  sections: [{ id: "politics", name: "Politics", description: "What governments do." }],
};

const NOTICE = { contact: ["mailto:security@example.org"], expires: "2027-06-30T12:00:00Z" };
const PARTNER = { id: "agency", name: "The Agency", hours: 24 };
const partner = (change: object) => ({ partnerFeeds: [{ ...PARTNER, ...change }] });
const notice = (change: object) => ({ security: { ...NOTICE, ...change } });

const addressOf = (settings: SiteSettings, chosen?: string) => parseSite(settings, chosen).address;

describe("the address of a site", () => {
  it("ends in a slash, however it is written", () => {
    expect(addressOf(SETTINGS)).toBe("https://example.org/");
    expect(addressOf({ ...SETTINGS, address: "https://example.org/news/" })).toBe("https://example.org/news/");
  });

  it("is the one that the command line names, and none where that is empty", () => {
    expect(addressOf(SETTINGS, "http://localhost:8080")).toBe("http://localhost:8080/");
    expect(addressOf(SETTINGS, "")).toBeUndefined();
  });

  it("is written as it goes over the wire", () => {
    expect(addressOf(SETTINGS, "HTTPS://Bücher.example/Neu es")).toBe("https://xn--bcher-kva.example/Neu%20es/");
  });
});

describe("strictTransportSecurity", () => {
  const OWN: SiteSettings = { ...SETTINGS, strictTransportSecurity: "host" };

  it.each([
    [OWN, undefined, "host"],
    [OWN, "https://example.org/", "host"],
    [{ ...OWN, strictTransportSecurity: "subdomains" }, undefined, "subdomains"],
    [OWN, "https://preview.host.example/", undefined],
    [OWN, "https://news.example.org/", undefined],
    [OWN, "", undefined],
    [{ ...OWN, address: undefined }, "https://preview.host.example/", "host"],
    [{ ...OWN, address: "example.org" }, "https://example.org/", undefined],
    [SETTINGS, undefined, undefined],
  ] as const)("of %j holds at the address %j as %j, since it is about the host of the settings", (settings, address, held) => {
    expect(parseSite(settings, address).strictTransportSecurity).toBe(held);
  });

  it.each([
    ["https://example.org/news/", true],
    ["http://example.org/", true],
    ["https://example.org/", false],
    ["https://preview.host.example/news/", false],
  ])("is mentioned at %s where it has no effect: %j", (address, mentioned) => {
    const notices = siteNotices(parseSite(OWN, address)).filter((notice) => notice.includes("strictTransportSecurity"));
    expect(notices.length).toBe(mentioned ? 1 : 0);
  });
});

describe("the publisher's settings", () => {
  it.each<[string, object, string]>([
    ["a time zone that is none", { timeZone: "New York" }, "timeZone  is not a time zone of the IANA database"],
    ["a language that is none", { language: "English (GB)" }, "language  is not a language tag of BCP 47"],
    ["an address of another scheme", { address: "ftp://example.org/" }, "address  must be an http or https address"],
    ["an address with a query", { address: "https://example.org/?q" }, "address  has a user name, a `?` or a `#`  write a host"],
    ["an address with a fragment", { address: "https://example.org/#a" }, "address  has a user name, a `?` or a `#`"],
    ["an address with a password", { address: "https://me:secret@example.org/" }, "address  has a user name, a `?` or a `#`"],
    ["no sections", { sections: [] }, "sections  is empty"],
    ["https for nobody", { strictTransportSecurity: "hosts" }, "strictTransportSecurity  `hosts` is not known  write host"],
    ["https by a switch", { strictTransportSecurity: true }, "strictTransportSecurity  `true` is not known  write one of: host"],
    ["a field that nobody knows", { timezone: "UTC" }, "timezone  is not a known field  write timeZone"],
    [
      "a section with spaces in its address",
      { sections: [{ id: "Market Data", name: "Market Data", description: "Figures." }] },
      "sections.0.id  cannot be an address  write up to 100 lower-case letters, digits and hyphens, such as politics",
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
    [
      "a section in the folder of the sitemaps",
      { sections: [{ id: "sitemaps", name: "Maps", description: "Us." }] },
      "sections.0.id  is an address that the site itself needs",
    ],
    ["a misspelt choice", { crawlers: { trianing: "allow" } }, "crawlers.trianing  is not a known field  write training"],
    ["a choice that is none", { crawlers: { answers: "disalow" } }, "crawlers.answers  `disalow` is not known  write disallow"],
    [
      "yes for a choice",
      { crawlers: { training: true } },
      "crawlers.training  `true` is not known  write one of: allow, disallow",
    ],
    [
      "one word for all crawlers",
      { crawlers: "disallow" },
      "crawlers  is text where a group of fields belongs  write `{ training:",
    ],
    [
      "a notice without contact",
      { security: { expires: NOTICE.expires } },
      "security.contact  is missing  write a list of addresses",
    ],
    ["a notice with no contact", notice({ contact: [] }), "security.contact  is empty  write a list of addresses"],
    [
      "a contact that is no address",
      notice({ contact: ["security@example.org"] }),
      "security.contact.0  must be an https, mailto or tel address  write an address such as mailto:security@example.org",
    ],
    ["a day for an instant", notice({ expires: "2027-06-30" }), "security.expires  is not an ISO 8601 instant with an offset"],
    ["a misspelt date", notice({ expiry: "" }), "security.expiry  is not a known field  write expires"],
    [
      "a policy over http",
      notice({ policy: "http://example.org/" }),
      "security.policy  must be an https address  write the address",
    ],
    ["a language of no notice", notice({ languages: ["English!"] }), "security.languages.0  is not a language tag of BCP 47"],
    ["no hours", partner({ hours: 0 }), "partnerFeeds.0.hours  is less than 1  write a whole number of hours, up to 8760"],
    ["hours beyond a year", partner({ hours: 8761 }), "partnerFeeds.0.hours  is more than 8760  write a whole number"],
    ["half an hour", partner({ hours: 0.5 }), "partnerFeeds.0.hours  is a number where a whole number belongs"],
    [
      "a misspelt section of a feed",
      partner({ sections: ["politcs"] }),
      "partnerFeeds.0.sections  names `politcs`, which is no section",
    ],
    [
      "a feed with spaces in its address",
      partner({ id: "An Agency" }),
      "partnerFeeds.0.id  cannot be an address  write up to 100 lower-case letters, digits and hyphens, such as news-agency",
    ],
    [
      "two feeds at one address",
      { partnerFeeds: [PARTNER, PARTNER] },
      "partnerFeeds  has two feeds with one id  write a list of feeds",
    ],
    ["a hub over http", { webSubHub: "http://hub.example.org/" }, "webSubHub  must be an https address  write the hub's address"],
    ["a misspelt hub", { websubHub: "https://hub.example.org/" }, "websubHub  is not a known field  write webSubHub"],
  ])("cannot have %s", (_, change, fault) => {
    expect(() => parseSite({ ...SETTINGS, ...change }, undefined)).toThrow(`_data/site.ts  ${fault}`);
  });

  it("let crawlers gather text, and name no partner, hub and contact, where they say nothing of them", () => {
    const site = parseSite(SETTINGS, undefined);
    expect(site).toMatchObject({ crawlers: { training: "allow", answers: "allow" }, partnerFeeds: [] });
    expect(site).not.toHaveProperty("webSubHub");
    expect(site).not.toHaveProperty("security");
    const half = parseSite({ ...SETTINGS, crawlers: { training: "disallow" } }, undefined);
    expect(half.crawlers).toEqual({ training: "disallow", answers: "allow" });
  });

  it("cannot be changed by what reads them", () => {
    expect(Object.isFrozen(parseSite(SETTINGS, undefined))).toBe(true);
  });
});
