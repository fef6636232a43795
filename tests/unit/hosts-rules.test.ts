import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { headersOf } from "../../src/node/publish/hosts/host-rules.ts";
import { mediaType } from "../../src/node/publish/hosts/media-types.ts";
import { PATHS, sampleRules } from "./sample-rules.ts";

const directives = (context: Parameters<typeof sampleRules>[0]): ReadonlyMap<string, string> => {
  const policy = sampleRules(context).headers["Content-Security-Policy"] ?? "";
  return new Map(policy.split("; ").map((directive) => [directive.split(" ", 1)[0] ?? "", directive]));
};

describe("the headers of every response", () => {
  it("have a policy that allows nothing inline but the styles of 404.html", () => {
    const styles = hash("sha256", "p{color:red}", "base64");
    expect(sampleRules({ address: "https://paper.example/" }).headers).toEqual({
      "Content-Security-Policy":
        `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-${styles}'; img-src 'self' data:; ` +
        "font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
        "form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests; require-trusted-types-for 'script'; " +
        "trusted-types econotimes-worker",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    });
  });

  it("upgrade requests to https, unless the address of the site says http", () => {
    for (const address of ["https://paper.example/", undefined]) {
      const rules = sampleRules(address === undefined ? {} : { address });
      expect(rules.headers["Content-Security-Policy"]).toContain("upgrade-insecure-requests");
    }
    const plain = sampleRules({ address: "http://intranet/" });
    expect(plain.headers["Content-Security-Policy"]).not.toContain("upgrade-insecure-requests");
  });

  it.each([
    [{ address: "https://paper.example/" }, undefined],
    [{ address: "https://paper.example/", strictTransportSecurity: "host" }, "max-age=63072000"],
    [{ address: "https://paper.example:8443/", strictTransportSecurity: "host" }, "max-age=63072000"],
    [{ address: "https://paper.example/", strictTransportSecurity: "subdomains" }, "max-age=63072000; includeSubDomains"],
    [{ address: "https://city.example/news/", strictTransportSecurity: "host" }, undefined],
    [{ address: "https://city.example/news/", strictTransportSecurity: "subdomains" }, undefined],
    [{ address: "http://paper.example/", strictTransportSecurity: "host" }, undefined],
    [{ strictTransportSecurity: "host" }, undefined],
  ] as const)("for %j have Strict-Transport-Security %j", (settings, header) => {
    expect(sampleRules(settings).headers["Strict-Transport-Security"]).toBe(header);
  });

  it.each([
    [{ provider: "buttondown", account: "paper" }, "https://buttondown.com", "'self'"],
    [
      { provider: "mailchimp", action: "https://paper.us1.list-manage.com/subscribe/post?u=1&id=2" },
      "https://paper.us1.list-manage.com",
      "'self'",
    ],
    [{ provider: "formspree", form: "xyz" }, "https://formspree.io", "'self' https://formspree.io"],
    [
      { provider: "form", action: "https://lists.example:8443/join", emailField: "email" },
      "https://lists.example:8443",
      "'self'",
    ],
  ])(
    "lets the form of the newsletter’s provider %o go there, and a script only where it is answered",
    (newsletter, form, connect) => {
      const policy = directives({ newsletter });
      expect(policy.get("form-action")).toBe(`form-action 'self' ${form}`);
      expect(policy.get("connect-src")).toBe(`connect-src ${connect}`);
    },
  );

  it("allow a form that the host itself processes to be sent nowhere else", () => {
    const policy = directives({ newsletter: { provider: "netlify", form: "paper" } });
    expect(policy.get("form-action")).toBe("form-action 'self'");
    expect(policy.get("connect-src")).toBe("connect-src 'self'");
  });
});

const KEEP = "max-age=31536000, immutable";

it.each<[keyof typeof PATHS, string, string | undefined, string | undefined]>([
  ["front", "no-cache", "same-origin", undefined],
  ["story", "no-cache", "same-origin", undefined],
  ["notFound", "no-cache", "same-origin", undefined],
  ["dataPage", "no-cache", "same-origin", undefined],
  ["asset", KEEP, undefined, undefined],
  ["picture", KEEP, undefined, undefined],
  ["fragment", KEEP, undefined, undefined],
  ["index", KEEP, undefined, undefined],
  ["searchManifest", "no-cache", undefined, "*"],
  ["engine", "no-cache", undefined, undefined],
  ["vocabulary", "no-cache", undefined, undefined],
  ["feed", "no-cache", undefined, "*"],
  ["jsonFeed", "no-cache", undefined, "*"],
  ["figures", "no-cache", undefined, "*"],
  ["editionParts", "no-cache", undefined, "*"],
  ["robots", "no-cache", undefined, undefined],
])(
  "answers %s with Cache-Control %s, Cross-Origin-Resource-Policy %s, Access-Control-Allow-Origin %s",
  (kind, cache, own, open) => {
    const rules = sampleRules();
    expect(headersOf(rules, PATHS[kind])).toEqual({
      ...rules.headers,
      "Cache-Control": cache,
      ...(own && { "Cross-Origin-Resource-Policy": own }),
      ...(open && { "Access-Control-Allow-Origin": open }),
    });
  },
);

it.each([
  ["/index.html", "text/html; charset=utf-8"],
  ["/assets/worker.mjs", "text/javascript; charset=utf-8"],
  ["/site.webmanifest", "application/manifest+json"],
  ["/data/brent.csv", "text/csv; charset=utf-8"],
  ["/feed.xml", "application/xml; charset=utf-8"],
  ["/politics/feed.json", "application/feed+json"],
  ["/edition.json", "application/json"],
  ["/pagefind/2026/fragment/en_d87d877.pf_fragment", "application/octet-stream"],
  ["/assets/font.woff2", "font/woff2"],
  ["/CNAME", "application/octet-stream"],
])("%s is %s", (path, type) => {
  expect(mediaType(path)).toBe(type);
});

it("redirects have paths from the root of the host, with special characters escaped", () => {
  const { base, redirects } = sampleRules({
    address: "https://paper.example/a/b/",
    redirects: [
      { from: "/old/", to: "/new/" },
      { from: "/gone/", to: "https://elsewhere.example/?a=$1&b=`{c}`" },
    ],
  });
  expect(base).toBe("/a/b/");
  expect(redirects).toEqual([
    { from: "/a/b/old/", to: "/a/b/new/" },
    { from: "/a/b/gone/", to: "https://elsewhere.example/?a=%241&b=%60%7Bc%7D%60" },
  ]);
});
