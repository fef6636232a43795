import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { checkSecurityNotice, configureSite } from "../../src/node/pipeline/read-site.ts";
import SecurityNotice, { data } from "../../src/pages/security-txt.11ty.ts";
import { securityTxt } from "../../src/syndication/security-txt.ts";
import { CALENDAR, POLITICS } from "./sample-story.ts";

const ADDRESS = "https://example.org/";
const NOTICE = { contact: ["mailto:security@example.org"], expires: "2027-06-30T12:00:00-04:00" };

function siteWith(security: object) {
  const about = { name: "The Paper", tagline: "News", description: "News.", address: ADDRESS, sections: [POLITICS], ...CALENDAR };
  return configureSite({ ...about, security: { ...NOTICE, ...security } }, undefined);
}

function written(security: object, address = ADDRESS): readonly string[] {
  const site = siteWith(security);
  return site.security ? securityTxt(site.security, site, address).split("\n") : [];
}

describe("security.txt", () => {
  it("has the fields of RFC 9116, contacts in order of preference", () => {
    const contact = ["https://example.org/report", "mailto:security@example.org", "tel:+1-201-555-0123"];
    expect(written({ contact, policy: "https://example.org/policy/", languages: ["en", "de-CH"] })).toEqual([
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

  it("stands where RFC 9116 wants it, and only where there is an address and somebody to tell", () => {
    const site = siteWith({});
    const { security: _, ...untold } = site;
    const { address: __, ...homeless } = site;
    expect(data.permalink({ site })).toBe("/.well-known/security.txt");
    expect(SecurityNotice({ site }).split("\n")).toEqual(written({}));
    for (const without of [untold, homeless]) {
      expect(data.permalink({ site: without })).toBe(false);
      expect(SecurityNotice({ site: without })).toBe("");
    }
  });

  it("has no field that nothing is known for", () => {
    expect(written({}).map((line) => line.split(":")[0])).toEqual(["Contact", "Expires", "Canonical", ""]);
  });

  it("writes seconds into its date, which RFC 3339 wants", () => {
    expect(written({ expires: "2027-06-30T12:00Z" })).toContain("Expires: 2027-06-30T12:00:00Z");
  });

  it("says of a site in a folder that it belongs at the root of the host", () => {
    expect(written({}, "https://example.org/a/b/")).toEqual([
      "# This is read at https://example.org/.well-known/security.txt only: it belongs there.",
      "Contact: mailto:security@example.org",
      "Expires: 2027-06-30T16:00:00Z",
      "Canonical: https://example.org/.well-known/security.txt",
      "",
    ]);
  });

  it("claims no canonical address without https, which it is never read over", () => {
    expect(written({}, "http://localhost:8080/").join()).not.toContain("Canonical");
  });

  it("holds one field a line, and no spaces in an address, however it is written", () => {
    expect(written({ contact: ["https://example.org/a hole?\nExpires: never"] }).slice(0, 2)).toEqual([
      "Contact: https://example.org/a%20hole?Expires:%20never",
      "Expires: 2027-06-30T16:00:00Z",
    ]);
  });
});

describe("the date of the security notice", () => {
  const check =
    (asOf: string, now = asOf) =>
    () =>
      checkSecurityNotice(siteWith({}), { asOf: DateTime.fromISO(asOf), now: DateTime.fromISO(now) });

  it("lies ahead of the edition’s clock", () => {
    expect(check("2027-06-30T11:59:59-04:00")).not.toThrow();
    expect(check("2027-06-30T12:00:00-04:00")).toThrow(
      "_data/site.ts  security.expires  is past: nobody would trust the notice  write an instant of the next twelve months, such as 2028-05-30T00:00:00-04:00",
    );
  });

  it("lies ahead by a year at most, which begins today for editions of the past", () => {
    expect(check("2026-06-30T12:00:00-04:00")).not.toThrow();
    expect(check("2026-06-30T11:59:59-04:00")).toThrow("security.expires  is more than a year ahead");
    expect(check("2020-01-01T00:00:00Z", "2026-11-22T12:00:00-05:00")).not.toThrow();
  });

  it("is nobody’s concern where there is no notice", () => {
    const { security: _, ...site } = siteWith({});
    const asOf = DateTime.fromISO("2030-01-01T00:00:00Z");
    expect(() => checkSecurityNotice(site, { asOf, now: asOf })).not.toThrow();
  });
});
