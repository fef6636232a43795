import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { responseHeadersPolicy } from "../../src/node/publish/hosts/cloudfront.ts";
import { headersOf } from "../../src/node/publish/hosts/host-rules.ts";
import { HOST_FILES } from "../../src/node/publish/hosts/hosts.ts";
import { MEDIA_TYPES, mediaType } from "../../src/node/publish/hosts/media-types.ts";
import { s3Script } from "../../src/node/publish/hosts/s3.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { PATHS, sampleRules } from "./sample-rules.ts";

const rules = sampleRules({
  address: "https://paper.example/a/b/",
  redirects: [
    { from: "/old/", to: "/new/" },
    { from: "/gone.html", to: "https://elsewhere.example/it's" },
  ],
});
const folder = temporaryFolder();
const script = join(folder, "econotimes.sh");

beforeAll(() => {
  writeFileSync(script, s3Script(rules, HOST_FILES, "dist"));
  // Records its arguments, one per line, with an empty line between calls.
  writeFileSync(join(folder, "aws"), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${folder}/asked'\necho >> '${folder}/asked'\n`);
  chmodSync(join(folder, "aws"), 0o755);
});

const run = (...args: readonly string[]) =>
  spawnSync("sh", [script, ...args], {
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin`, BUCKET: "bucket" },
    encoding: "utf8",
  });

/** The filters of `aws s3 sync`: the last match wins, and `*` matches anything. */
function isSent(words: readonly string[], path: string): boolean {
  let sent = true;
  words.forEach((word, index) => {
    const pattern = words[index + 1] ?? "";
    const fits = new RegExp(`^${pattern.replaceAll(".", String.raw`\.`).replaceAll("*", ".*")}$`).test(path);
    if (fits && word === "--include") sent = true;
    if (fits && word === "--exclude") sent = false;
  });
  return sent;
}

describe("the script for S3", () => {
  it("uploads each file once, with its media type and Cache-Control, and pages last", () => {
    expect(run("upload")).toMatchObject({ status: 0, stderr: "" });
    const commands = readFileSync(join(folder, "asked"), "utf8")
      .trim()
      .split("\n\n")
      .map((words) => words.split("\n"));
    for (const words of commands) expect(words.slice(0, 4)).toEqual(["s3", "sync", "dist", "s3://bucket/a/b/"]);
    const uploads = commands.slice(0, -1);
    const value = (words: readonly string[] | undefined, flag: string) => words?.[words.indexOf(flag) + 1];
    for (const path of Object.values(PATHS)) {
      const file = path.endsWith("/") ? `${path}index.html` : path;
      const sending = uploads.filter((words) => isSent(words, file.slice(1)));
      expect(sending.length, file).toBe(1);
      expect(value(sending[0], "--cache-control"), file).toBe(headersOf(rules, file)["Cache-Control"]);
      const named = file === PATHS.jsonFeed ? MEDIA_TYPES.json : mediaType(file);
      expect(value(sending[0], "--content-type"), file).toBe(named);
    }
    expect(value(uploads.at(-1), "--content-type")).toBe("text/html; charset=utf-8");
    expect(commands.at(-1)).toContain("--delete");
    for (const file of [
      ...HOST_FILES,
      "index.html.br",
      "feed.xml.gz",
      ".env",
      ".git/config",
      ".git/data.json",
      "politics/.drafts/index.html",
      "assets/.old.css",
      ".well-known/.env.txt",
    ]) {
      expect(
        commands.filter((words) => isSent(words, file)),
        file,
      ).toEqual([]);
    }
  });

  it("uploads security.txt", () => {
    run("upload");
    const commands = readFileSync(join(folder, "asked"), "utf8").trim().split("\n\n");
    const sending = commands.filter((words) => isSent(words.split("\n"), ".well-known/security.txt"));
    expect(sending.filter((words) => words.includes("text/plain; charset=utf-8")).length).toBeGreaterThan(0);
  });

  it("prints its usage", () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining("upload") });
    const { status, stderr } = spawnSync("/bin/sh", [script, "upload"], { cwd: folder, env: { PATH: folder }, encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stderr).toContain("name the bucket");
  });
});

type Handler = (event: object) => unknown;
const handlerSchema = z.custom<Handler>((value) => typeof value === "function");

describe("the configuration of CloudFront", () => {
  let onRequest: Handler;
  let onResponse: Handler;
  beforeAll(() => {
    execFileSync("sh", [script, "configure"], { cwd: folder });
    const handler = (name: string): Handler =>
      handlerSchema.parse(runInNewContext(`${readFileSync(join(folder, name), "utf8")}; handler`));
    onRequest = handler("econotimes-request.js");
    onResponse = handler("econotimes-response.js");
  });

  const asked = (uri: string, querystring = {}) => onRequest({ request: { uri, querystring } });

  it("serves index.html for folders, and files as they are", () => {
    expect(asked("/a/b/politics/")).toEqual({ uri: "/a/b/politics/index.html", querystring: {} });
    expect(asked("/a/b/feed.xml")).toEqual({ uri: "/a/b/feed.xml", querystring: {} });
  });

  it("redirects a folder to its trailing slash, and keeps the query", () => {
    expect(asked("/a/b/search", { q: { value: "oil+price" }, section: { value: "economy" } })).toMatchObject({
      statusCode: 301,
      headers: { location: { value: "/a/b/search/?q=oil+price&section=economy" } },
    });
  });

  it("keeps every value of a query, also when it redirects to another path", () => {
    const twice = { section: { value: "economy", multiValue: [{ value: "economy" }, { value: "business" }] } };
    expect(asked("/a/b/search", twice)).toMatchObject({
      headers: { location: { value: "/a/b/search/?section=economy&section=business" } },
    });
    expect(asked("/a/b/old/", { utm: { value: "feed" } })).toMatchObject({
      headers: { location: { value: "/a/b/new/?utm=feed" } },
    });
  });

  it.each(["//evil.example/a", "///evil.example/a", "/\\evil.example/a", "\\\\evil.example/a"])(
    "redirects %s to no other host",
    (uri) => {
      const { headers } = z.object({ headers: z.object({ location: z.object({ value: z.string() }) }) }).parse(asked(uri));
      expect(new URL(headers.location.value, "https://paper.example/").host).toBe("paper.example");
    },
  );

  it("redirects moved paths, and only those", () => {
    expect(asked("/a/b/old/")).toMatchObject({ statusCode: 301, headers: { location: { value: "/a/b/new/" } } });
    expect(asked("/a/b/old")).toMatchObject({ statusCode: 301, headers: { location: { value: "/a/b/new/" } } });
    expect(asked("/a/b/gone.html")).toMatchObject({ headers: { location: { value: "https://elsewhere.example/it's" } } });
    expect(asked("constructor")).toMatchObject({ headers: { location: { value: "/constructor/" } } });
  });

  it("sets the headers of every path, by policy, function and file metadata together", () => {
    const policy = policySchema.parse(JSON.parse(readFileSync(join(folder, "econotimes-headers.json"), "utf8")));
    const { ContentSecurityPolicy: content, ReferrerPolicy: referrer } = policy.SecurityHeadersConfig;
    const everywhere = {
      "content-security-policy": content.ContentSecurityPolicy,
      "referrer-policy": referrer.ReferrerPolicy,
      "x-content-type-options": "nosniff",
      ...Object.fromEntries(policy.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
    };
    expect(policy.CustomHeadersConfig.Quantity).toBe(policy.CustomHeadersConfig.Items.length);
    for (const path of Object.values(PATHS)) {
      const response = { headers: {} };
      onResponse({ request: { uri: `/a/b${path.endsWith("/") ? `${path}index.html` : path}` }, response });
      const own = Object.entries(z.record(z.string(), z.object({ value: z.string() })).parse(response.headers));
      const { "Cache-Control": _withTheFile, ...meant } = headersOf(rules, path);
      expect({ ...everywhere, ...Object.fromEntries(own.map(([name, { value }]) => [name, value])) }, path).toEqual(
        Object.fromEntries(Object.entries(meant).map(([name, value]) => [name.toLowerCase(), value])),
      );
    }
  });

  it.each([
    ["host", { Override: true, IncludeSubdomains: false, AccessControlMaxAgeSec: 63_072_000 }],
    ["subdomains", { Override: true, IncludeSubdomains: true, AccessControlMaxAgeSec: 63_072_000 }],
    [undefined, undefined],
  ] as const)("requires https of %s", (scope, expected) => {
    const settings = { address: "https://paper.example/", ...(scope && { strictTransportSecurity: scope }) };
    const policy = policySchema.parse(JSON.parse(responseHeadersPolicy(sampleRules(settings))));
    expect(policy.SecurityHeadersConfig.StrictTransportSecurity).toEqual(expected);
  });

  it("stays within the size limit, however many redirects there are", () => {
    const moved = Array.from({ length: 3000 }, (_, index) => ({
      from: `/2020/01/01/story-${index}/` as const,
      to: "/new/" as const,
    }));
    const written = s3Script(sampleRules({ redirects: moved }), HOST_FILES, "dist");
    const [, code = ""] = /econotimes-request\.js <<'END'\n(.*?)END\n/s.exec(written) ?? [];
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10 * 1024);
    expect(code).toContain("/2020/01/01/story-100/");
  });
});

const policySchema = z.strictObject({
  Name: z.string(),
  SecurityHeadersConfig: z.strictObject({
    ContentSecurityPolicy: z.strictObject({ Override: z.literal(true), ContentSecurityPolicy: z.string() }),
    ContentTypeOptions: z.strictObject({ Override: z.literal(true) }),
    ReferrerPolicy: z.strictObject({ Override: z.literal(true), ReferrerPolicy: z.string() }),
    StrictTransportSecurity: z
      .strictObject({ Override: z.literal(true), IncludeSubdomains: z.boolean(), AccessControlMaxAgeSec: z.number() })
      .optional(),
  }),
  CustomHeadersConfig: z.strictObject({
    Quantity: z.number(),
    Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: z.literal(true) })),
  }),
});
