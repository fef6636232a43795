import { describe, expect, it } from "vitest";
import { HOST_FILES } from "../../src/node/publish/hosts/hosts.ts";
import { type Answer, MOVED, SECRETS, STORY } from "./host-site.ts";

/** Sends a request for a path below the publication. */
type Send = (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Answer>;

/** How a configured server answers requests that browsers rarely send, and attackers often. */
export function describeUnusualRequests(base: string, send: Send): void {
  describe("does not serve", () => {
    it.each([
      ...SECRETS,
      "%2egit/config",
      "%2e%65nv",
      "./.env",
      "/.env",
      "//.git/config",
      "politics//.env",
      "politics/%2e%2e/.git/config",
      "politics/../.env",
      "politics%2f..%2f.env",
      ".git",
      ".git/",
      ".env/",
      ".hidden.html?x=.html",
      "%2e%2e/%2e%2e/etc/passwd",
      "../../../../etc/passwd",
      ...HOST_FILES.flatMap((name) => [`/${name}`, `politics/../${name}`, `${name}/`, name.replace("e", "%65")]),
    ])("%s", async (path) => {
      const { status, body } = await send(path);
      expect([400, 403, 404]).toContain(status);
      expect(body.toString()).not.toMatch(/a secret|root:/);
    });

    it("what starts with a dot, but .well-known", async () => {
      expect((await send(".well-known/security.txt")).status).toBe(200);
    });
  });

  describe("redirects", () => {
    const target = ({ headers: { location } }: Answer): string | undefined =>
      location && new URL(location, "http://news.example").href;
    const host = "news.example";

    it.each([
      ["search?q=brent", "search/?q=brent"],
      ["search?q=oil%20price&section=economy&section=business", "search/?q=oil%20price&section=economy&section=business"],
      ["search?q=%2F%26%3D%25", "search/?q=%2F%26%3D%25"],
      ["search?q=//elsewhere.example", "search/?q=//elsewhere.example"],
      [`${STORY.slice(0, -1)}?highlight=a+b`, `${STORY}?highlight=a+b`],
      ["search", "search/"],
      [`${MOVED}?utm_source=feed`, `${STORY}?utm_source=feed`],
      [MOVED, STORY],
    ])("%s to %s, with the query", async (path, to) => {
      const answer = await send(path, { host });
      expect([301, 308]).toContain(answer.status);
      expect(target(answer)).toBe(`http://news.example${base}${to}`);
      expect(answer.headers).toHaveProperty("x-content-type-options", "nosniff");
    });

    it.each(["/politics", "//politics", "%2fpolitics", "%2f%2fpolitics", "/%5cpolitics", "%5c/politics", "politics%0d%0aX:y"])(
      "%s to no other host",
      async (path) => {
        const answer = await send(path, { host });
        expect([`http://news.example${base}politics/`, undefined]).toContain(target(answer));
        expect(answer.headers).not.toHaveProperty("x");
      },
    );

    it("do not guess what was meant by capitals, and serve index.html by its name", async () => {
      expect((await send("POLITICS/")).status).toBe(404);
      const [named, folder] = [await send("politics/index.html"), await send("politics/")];
      expect(named.status).toBe(200);
      expect(named.body.equals(folder.body)).toBe(true);
      expect(named.headers["cache-control"]).toBe(folder.headers["cache-control"]);
    });
  });
}

/** The encodings that a client may get for an `Accept-Encoding`. */
const ENCODINGS: readonly (readonly [accepted: string, encodings: readonly (string | undefined)[]])[] = [
  ["br;q=0", [undefined]],
  ["br;q=0.0, gzip", ["gzip"]],
  ["br ; q=0.000 , gzip;q=0.5", ["gzip"]],
  ["gzip;q=0", [undefined]],
  ["gzip;q=0, br;q=0, identity", [undefined]],
  ["gzip;q=0, br", ["br", undefined]],
  ["*;q=0", [undefined]],
  ["identity;q=1, *;q=0", [undefined]],
  ["identity", [undefined]],
  ["", [undefined]],
  ["brotli, x-br, zstd", [undefined]],
  ["br;q=0.001", ["br", undefined]],
  ["gzip;q=0.001", ["gzip"]],
  ["gzip, deflate, br, zstd", ["br", "gzip"]],
];

/** How a configured server negotiates and revalidates files, compressed before or by itself. */
export function describeEncodings(send: Send): void {
  /** With a precompressed variant, and without. */
  const PATHS = [STORY, "feed.xml", ".well-known/security.txt"];

  it.each(ENCODINGS)("sends to who accepts “%s” %j", async (accepted, encodings) => {
    for (const path of [STORY, "feed.xml"]) {
      const { status, headers } = await send(path, { "accept-encoding": accepted });
      expect(status).toBe(200);
      expect(encodings, path).toContain(headers["content-encoding"]);
    }
    const small = await send(".well-known/security.txt", { "accept-encoding": accepted });
    expect([...encodings, undefined]).toContain(small.headers["content-encoding"]);
  });

  it.each(["br", "gzip", "identity"])("revalidates by ETag, and answers HEAD like GET, in %s", async (accepted) => {
    for (const path of PATHS) {
      const encoding = { "accept-encoding": accepted };
      const { headers } = await send(path, encoding);
      expect(headers.etag, path).toBeDefined();
      const again = await send(path, { ...encoding, "if-none-match": headers.etag ?? "" });
      expect([again.status, again.body.length], path).toEqual([304, 0]);
      expect((await send(path, { ...encoding, "if-none-match": '"another"' })).status, path).toBe(200);
      const head = await send(path, encoding, "HEAD");
      expect([head.status, head.body.length], path).toEqual([200, 0]);
      for (const name of ["etag", "content-type", "content-encoding", "vary", "cache-control"] as const) {
        expect(head.headers[name], `${path} ${name}`).toBe(headers[name]);
      }
    }
  });

  it("has an ETag for each encoding of a file, so that no client takes one for another", async () => {
    for (const path of PATHS) {
      const tags = new Map<string | undefined, string | undefined>();
      for (const accepted of ["br", "gzip", "identity"]) {
        const { headers } = await send(path, { "accept-encoding": accepted });
        tags.set(headers["content-encoding"], headers.etag);
      }
      // nginx compares tags of what it compresses itself weakly, which is right for a whole file.
      expect(new Set(tags.values()).size, path).toBe(tags.size);
    }
  });

  it("sends parts of files", async () => {
    const whole = await send(STORY, { "accept-encoding": "identity" });
    const part = await send(STORY, { "accept-encoding": "identity", range: "bytes=10-19" });
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 10-19/${whole.body.length}`);
    expect(part.body.equals(whole.body.subarray(10, 20))).toBe(true);
  });
}
