import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Redirect } from "../../src/model/redirects.ts";
import { azureConfiguration } from "../../src/node/publish/hosts/azure.ts";
import { firebaseConfiguration } from "../../src/node/publish/hosts/firebase.ts";
import { headersFile, redirectsFile } from "../../src/node/publish/hosts/headers-and-redirects.ts";
import { type HostRules, headersOf } from "../../src/node/publish/hosts/host-rules.ts";
import { HOST_FILES, HOSTS, PRINTED_HOSTS } from "../../src/node/publish/hosts/hosts.ts";
import { escaped, type Headers } from "../../src/node/publish/hosts/path-classes.ts";
import { vercelConfiguration } from "../../src/node/publish/hosts/vercel.ts";
import { PATHS, sampleRules } from "./sample-rules.ts";

const REDIRECTS: readonly Redirect[] = [
  { from: "/old-name.v2/", to: "/2026/01/07/paris-talks-channel/" },
  { from: "/gone/", to: "https://elsewhere.example/" },
];

const manyRedirects = (count: number): readonly Redirect[] =>
  Array.from({ length: count }, (_, index) => ({ from: `/2020/01/01/a-story-of-former-times-${index}/`, to: "/politics/" }));

const SITES = [
  ["/", sampleRules({ address: "https://paper.example/", redirects: REDIRECTS })],
  ["/a/b/", sampleRules({ address: "https://paper.example/a/b/", redirects: REDIRECTS })],
] as const;

const onHost = ({ base }: HostRules, path: string): string => base + path.slice(1);

describe.each(SITES)("for a publication at %s", (_, rules) => {
  describe("_headers", () => {
    const blocks = headersFile(rules, ["2026", "politics"])
      .split("\n\n")
      .map((block) => block.trimEnd().split("\n"));
    const fieldsOf = (lines: readonly string[]) => lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) ?? []);

    /** How each host matches a rule. Cloudflare's `*` is greedy; Netlify also ignores a trailing slash. */
    const FIT = {
      Cloudflare: (rule: string) => new RegExp(`^${escaped(rule).replaceAll(String.raw`\*`, ".*")}$`),
      Netlify: (rule: string) =>
        new RegExp(
          `^${escaped(rule).replace(/\/$/, "").replaceAll(String.raw`/\*`, "/?.*").replaceAll(String.raw`\*`, ".*")}/?$`,
          "i",
        ),
    };

    it.each(Object.entries(FIT))("sets on %s the expected headers, each once", (_host, fits) => {
      for (const path of Object.values(PATHS)) {
        const fields = blocks.flatMap(([rule = "", ...lines]) => (fits(rule).test(onHost(rules, path)) ? fieldsOf(lines) : []));
        const names = fields.map(([name]) => name);
        expect(new Set(names).size, path).toBe(names.length);
        // Both hosts have browsers revalidate by default. A feed in a folder of pages is still open to other origins.
        const { "Cache-Control": cache, ...expected } = headersOf(rules, path);
        const given: Headers = Object.fromEntries(fields);
        expect({ ...given, "Cache-Control": given["Cache-Control"] ?? "no-cache" }, path).toMatchObject({
          ...(path === PATHS.notFound ? rules.headers : expected),
          "Cache-Control": cache,
        });
      }
    });

    it("lets other sites load pictures and data", () => {
      const own = blocks.filter((lines) => lines.some((line) => line.includes("Cross-Origin-Resource-Policy")));
      expect(own.map(([rule]) => rule)).toEqual(["/", "/data/", "/2026/*", "/politics/*"].map((path) => onHost(rules, path)));
    });
  });

  it("_redirects has a line for each redirect, in the syntax of both hosts", () => {
    expect(redirectsFile(rules)).toBe(
      `${onHost(rules, "/old-name.v2/")} ${onHost(rules, "/2026/01/07/paris-talks-channel/")} 301\n` +
        `${onHost(rules, "/gone/")} https://elsewhere.example/ 301\n`,
    );
  });

  it("staticwebapp.config.json sets the headers of each path by the first matching route", () => {
    const { globalHeaders, routes, responseOverrides, trailingSlash, mimeTypes } = azureSchema.parse(
      JSON.parse(azureConfiguration(rules)),
    );
    for (const path of Object.values(PATHS)) {
      const first = routes.find(({ route }) => azureRoute(route).test(onHost(rules, path)));
      const given = Object.entries({ ...globalHeaders, ...first?.headers }).filter(([, value]) => value !== "");
      const { "Cross-Origin-Resource-Policy": _onThisHostForAllTheRest, ...rest } = Object.fromEntries(given);
      const { "Cross-Origin-Resource-Policy": own, ...meant } = headersOf(rules, path);
      expect(rest, path).toEqual(meant);
      if (own) expect(Object.fromEntries(given), path).toHaveProperty("Cross-Origin-Resource-Policy", own);
    }
    for (const path of [PATHS.picture, PATHS.asset, PATHS.feed, PATHS.figures]) {
      const first = routes.find(({ route }) => azureRoute(route).test(onHost(rules, path)));
      expect(first?.headers, path).toHaveProperty("Cross-Origin-Resource-Policy", "");
    }
    expect(routes[0]).toEqual({
      route: onHost(rules, "/old-name.v2/"),
      redirect: onHost(rules, "/2026/01/07/paris-talks-channel/"),
      statusCode: 301,
    });
    expect(trailingSlash).toBe("always");
    expect(responseOverrides).toEqual({ 404: { rewrite: onHost(rules, "/404.html") } });
    expect(mimeTypes).toMatchObject({ ".mjs": "text/javascript", ".webmanifest": "application/manifest+json" });
  });

  it("vercel.json sets the headers of each path by the last matching rule", () => {
    const { headers, redirects, trailingSlash } = vercelSchema.parse(JSON.parse(vercelConfiguration(rules)));
    for (const path of Object.values(PATHS)) {
      const fitting = headers.filter(({ source }) => new RegExp(`^${source}$`).test(onHost(rules, path)));
      const { "Content-Type": type, ...given } = merged(fitting.map((rule) => rule.headers));
      // Pages are recognised by their trailing slash.
      expect(given, path).toEqual(
        path === PATHS.notFound ? { ...rules.headers, "Cache-Control": "no-cache" } : headersOf(rules, path),
      );
      expect(type, path).toBe(path === PATHS.jsonFeed ? "application/feed+json" : undefined);
    }
    expect(trailingSlash).toBe(true);
    expect(
      redirects.map(({ source, destination, statusCode }) => [statusCode, source.replaceAll("\\", ""), destination]),
    ).toEqual([
      [301, onHost(rules, "/old-name.v2/"), onHost(rules, "/2026/01/07/paris-talks-channel/")],
      [301, onHost(rules, "/gone/"), "https://elsewhere.example/"],
    ]);
  });

  it("firebase.json sets the headers of each path by the last matching rule, and ignores only files for hosts", () => {
    const { hosting } = firebaseSchema.parse(JSON.parse(firebaseConfiguration(rules, HOST_FILES, "dist")));
    for (const path of Object.values(PATHS)) {
      const fitting = hosting.headers.filter(({ regex }) => new RegExp(regex).test(onHost(rules, path)));
      const { "Content-Type": _type, ...given } = merged(fitting.map((rule) => rule.headers));
      expect(given, path).toEqual(headersOf(rules, path));
    }
    const [first] = hosting.redirects;
    expect(new RegExp(first?.regex ?? "").test(onHost(rules, "/old-name.v2/"))).toBe(true);
    expect(new RegExp(first?.regex ?? "").test(onHost(rules, "/old-nameXv2/"))).toBe(false);
    expect(first).toMatchObject({ destination: onHost(rules, "/2026/01/07/paris-talks-channel/"), type: 301 });
    expect(hosting).toMatchObject({ public: "dist", trailingSlash: true });
    for (const pattern of hosting.ignore) expect(pattern).not.toMatch(/\*|well-known/);
  });
});

const headerList = z.array(z.strictObject({ key: z.string(), value: z.string() }));
const vercelSchema = z.strictObject({
  trailingSlash: z.boolean(),
  headers: z.array(z.strictObject({ source: z.string(), headers: headerList })),
  redirects: z.array(z.strictObject({ source: z.string(), destination: z.string(), statusCode: z.number() })),
});
const firebaseSchema = z.strictObject({
  hosting: z.strictObject({
    public: z.string(),
    ignore: z.array(z.string()),
    trailingSlash: z.boolean(),
    headers: z.array(z.strictObject({ regex: z.string(), headers: headerList })),
    redirects: z.array(z.strictObject({ regex: z.string(), destination: z.string(), type: z.number() })),
  }),
});
const headerRecord = z.record(z.string(), z.string());
const azureSchema = z.strictObject({
  trailingSlash: z.string(),
  globalHeaders: headerRecord,
  routes: z.array(
    z.strictObject({
      route: z.string().regex(/^\/[^*{]*(?:\*(?:\.(?:\w+|\{\w+(?:,\w+)*\}))?)?$/, "has a wildcard where none may be"),
      headers: headerRecord.optional(),
      redirect: z.string().optional(),
      statusCode: z.number().optional(),
    }),
  ),
  responseOverrides: z.record(z.string(), z.unknown()),
  mimeTypes: headerRecord,
});

function merged(lists: readonly z.infer<typeof headerList>[]): Headers {
  return Object.fromEntries(lists.flat().map(({ key, value }) => [key, value]));
}

/** A route of Azure: anything for `*`, one of several endings in braces. */
function azureRoute(route: string): RegExp {
  const pattern = escaped(route)
    .replace(String.raw`\*`, ".*")
    .replace(/\\\{(.*)\\\}/, (_, endings: string) => `(?:${endings.replaceAll(",", "|")})`);
  return new RegExp(`^${pattern}$`);
}

describe("redirects beyond the limit of a host", () => {
  it("are left out of Azure’s file, which is as large as it may be", () => {
    const rules = sampleRules({ address: "https://paper.example/", redirects: manyRedirects(3000) });
    const text = azureConfiguration(rules);
    const { routes } = azureSchema.parse(JSON.parse(text));
    const count = routes.filter(({ redirect }) => redirect !== undefined).length;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20 * 1024);
    expect(count).toBeGreaterThan(100);
    expect(routes[count - 1]?.route).toBe(rules.redirects[count - 1]?.from);
  });

  it("are left out of Vercel’s file, which has as many rules as it may have", () => {
    const rules = sampleRules({ address: "https://paper.example/", redirects: manyRedirects(3000) });
    const { headers, redirects } = vercelSchema.parse(JSON.parse(vercelConfiguration(rules)));
    expect(headers.length + redirects.length).toBe(2048);
  });
});

it.each([
  ["https://www.paper.example/", "www.paper.example\n"],
  ["https://paper.co.uk/", "paper.co.uk\n"],
  ["https://paper.example/news/", undefined],
  ["https://publisher.github.io/", undefined],
  ["https://paper.pages.dev/", undefined],
  ["https://paper.netlify.app/", undefined],
  ["http://192.0.2.1/", undefined],
  ["http://localhost:8080/", undefined],
  [undefined, undefined],
])("for a publication at %s, GitHub Pages has the custom domain %j", (address, domain) => {
  const { CNAME } = HOSTS.find(({ id }) => id === "github-pages")?.files ?? {};
  expect(CNAME?.(sampleRules(address === undefined ? {} : { address }), [])).toBe(domain);
});

describe("the table of hosts", () => {
  it("has unique ids, and every host reads files or is printed", () => {
    expect(new Set(HOSTS.map(({ id }) => id)).size).toBe(HOSTS.length);
    for (const { id, files, print } of HOSTS) expect(files ?? print, id).toBeDefined();
  });

  it("gives hosts that read the same file the same text", () => {
    const writers = new Map<string, unknown>();
    for (const { files = {} } of HOSTS) {
      for (const [name, write] of Object.entries(files)) expect(writers.get(name) ?? write, name).toBe(write);
      for (const [name, write] of Object.entries(files)) writers.set(name, write);
    }
  });

  it("prints the configuration of every host that is configured outside the output", () => {
    const rules = sampleRules({ address: "https://paper.example/", redirects: REDIRECTS });
    for (const { id, print } of PRINTED_HOSTS) {
      const text = print(rules, "dist");
      expect(text, id).toContain("old-name");
      for (const file of HOST_FILES.filter((name) => name.startsWith("_"))) expect(text, `${id} ${file}`).toContain(file);
    }
  });
});
