import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { SiteSettings } from "../../src/model/site.ts";
import { checkSecurityTxt, parseSite } from "../../src/node/pipeline/read-site.ts";
import { data } from "../../src/pages/machine-files.11ty.ts";
import { securityTxt } from "../../src/syndication/security-txt.ts";
import { sampleGlobalData } from "./sample-global-data.ts";
import { CALENDAR, POLITICS } from "./sample-story.ts";

const ADDRESS = "https://example.org/";
const NOTICE = { contact: ["mailto:security@example.org"], expires: "2027-06-30T12:00:00-04:00" };

function siteWith(security: object) {
  const about = { name: "The Paper", tagline: "News", description: "News.", address: ADDRESS, sections: [POLITICS], ...CALENDAR };
  return parseSite({ ...about, security: { ...NOTICE, ...security } }, undefined);
}

function linesOf(security: object, address = ADDRESS): readonly string[] {
  const site = siteWith(security);
  return site.security ? securityTxt(site.security, site, address).split("\n") : [];
}

describe("security.txt", () => {
  it("has the fields of RFC 9116, contacts in order of preference", () => {
    const contact = ["https://example.org/report", "mailto:security@example.org", "tel:+1-201-555-0123"];
    expect(linesOf({ contact, policy: "https://example.org/policy/", languages: ["en", "de-CH"] })).toEqual([
      "Contact: https://example.org/report",
      "Contact: mailto:security@example.org",
      "Contact: tel:+1-201-555-0123",
      "Expires: 2027-06-30T16:00:00Z",
      "Preferred-Languages: en, de-CH",
      "Canonical: https://example.org/.well-known/security.txt",
      "Policy: https://example.org/policy/",
      "",
    ]);
  });

  it("is published at the path of RFC 9116, if the site has an address and a contact", () => {
    const published = (settings: Partial<SiteSettings>) => {
      const files = data.pagination.before([], sampleGlobalData(settings));
      return files.find(({ path }) => path === "/.well-known/security.txt")?.text;
    };
    expect(published({ address: ADDRESS, security: NOTICE })?.split("\n")).toEqual(linesOf({}));
    expect(published({ address: ADDRESS })).toBeUndefined();
    expect(published({ security: NOTICE })).toBeUndefined();
  });

  it("has no empty fields", () => {
    expect(linesOf({}).map((line) => line.split(":")[0])).toEqual(["Contact", "Expires", "Canonical", ""]);
  });

  it("has seconds in its date, as RFC 3339 requires", () => {
    expect(linesOf({ expires: "2027-06-30T12:00Z" })).toContain("Expires: 2027-06-30T12:00:00Z");
  });

  it("says for a site in a folder that it belongs at the root of the host", () => {
    expect(linesOf({}, "https://example.org/a/b/")).toEqual([
      "# This is read at https://example.org/.well-known/security.txt only: it belongs there.",
      "Contact: mailto:security@example.org",
      "Expires: 2027-06-30T16:00:00Z",
      "Canonical: https://example.org/.well-known/security.txt",
      "",
    ]);
  });

  it("has no canonical address without https", () => {
    expect(linesOf({}, "http://localhost:8080/").join()).not.toContain("Canonical");
  });

  it("has one field a line, and no spaces in an address, whatever the setting", () => {
    expect(linesOf({ contact: ["https://example.org/a hole?\nExpires: never"] }).slice(0, 2)).toEqual([
      "Contact: https://example.org/a%20hole?Expires:%20never",
      "Expires: 2027-06-30T16:00:00Z",
    ]);
  });
});

describe("the expiry date of security.txt", () => {
  const check =
    (asOf: string, now = asOf) =>
    () =>
      checkSecurityTxt(siteWith({}), { asOf: DateTime.fromISO(asOf), now: DateTime.fromISO(now) });

  it("must be after the edition’s clock", () => {
    expect(check("2027-06-30T11:59:59-04:00")).not.toThrow();
    expect(check("2027-06-30T12:00:00-04:00")).toThrow(
      "_data/site.ts  security.expires  is past, so nobody would trust the file  write an instant of the next twelve months, such as 2028-05-30T00:00:00-04:00",
    );
  });

  it("must be at most a year ahead, counted from today for editions of the past", () => {
    expect(check("2026-06-30T12:00:00-04:00")).not.toThrow();
    expect(check("2026-06-30T11:59:59-04:00")).toThrow("security.expires  is more than a year ahead");
    expect(check("2020-01-01T00:00:00Z", "2026-11-22T12:00:00-05:00")).not.toThrow();
  });

  it("is not checked where there are no security settings", () => {
    const { security: _, ...site } = siteWith({});
    const asOf = DateTime.fromISO("2030-01-01T00:00:00Z");
    expect(() => checkSecurityTxt(site, { asOf, now: asOf })).not.toThrow();
  });
});
