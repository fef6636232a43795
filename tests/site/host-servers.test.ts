import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONFIGURATION_FILES } from "../../src/node/publish/hosts/configuration-files.ts";
import { mediaType } from "../../src/node/publish/hosts/media-types.ts";
import { thisMachine } from "../browser/this-machine.ts";
import { SERVERS, type ServerKind } from "./host-servers.ts";
import { ask, ELSEWHERE, type HostSite, MOVED, publishForHosts, STORY, THERE } from "./host-site.ts";
import { findServer, type RunningServer, startServer } from "./run-server.ts";

const BASES = ["/", "/a/b/"] as const;

const sites = new Map<string, HostSite>();

beforeAll(async () => {
  for (const base of BASES) sites.set(base, await publishForHosts(base));
});

/** The address of a file: a folder's for its `index.html`. */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

const isServed = (file: string): boolean => !(CONFIGURATION_FILES as readonly string[]).includes(file);
const hasMoved = (file: string): boolean => [MOVED, ELSEWHERE].includes(addressOf(file));
const isCompressed = (file: string): boolean => /\.(?:br|gz)$/.test(file);

describe.each(Object.entries<ServerKind>(SERVERS))("%s", (name, kind) => {
  const program = findServer(kind, thisMachine);
  const isConfigured = name !== "python3 -m http.server";
  if (program === undefined) {
    const reason = `${kind.command} is not on this machine and cannot be installed`;
    it.skipIf(!process.env.CI)(`serves the publication: ${reason}`, () =>
      expect.fail(`${reason}, and in CI it has to be tried.`),
    );
    return;
  }

  describe.each(BASES)("serves the publication at %s", (base) => {
    let server: RunningServer;
    let site: HostSite;
    beforeAll(async () => {
      const built = sites.get(base);
      if (!built) throw new Error("It is built before it is served.");
      site = built;
      const configuration = kind.host ? built.configurations[kind.host] : "";
      server = await startServer(kind, program, { root: built.root, configuration });
    });
    afterAll(() => server?.stop());
    const get = (path: string, headers?: Readonly<Record<string, string>>) => ask(`${server.origin}${base}${path}`, headers);

    it("byte for byte", async () => {
      for (const [file, bytes] of site.files) {
        if (!isServed(file) || isCompressed(file) || (isConfigured && hasMoved(file))) continue;
        const { status, headers, body } = await get(addressOf(file));
        expect(status, file).toBe(200);
        expect(body.equals(bytes), file).toBe(true);
        if (isConfigured) expect(headers["content-type"], file).toBe(mediaType(file));
      }
    });

    it("with a slash at the end of every folder, on the host that was asked for", async () => {
      for (const path of [STORY, "politics/"]) {
        // As somebody asks who comes by another port.
        const { status, headers } = await get(path.slice(0, -1), { host: "news.example" });
        expect([301, 302, 307, 308]).toContain(status);
        expect(new URL(String(headers.location), "http://news.example").href).toBe(`http://news.example${base}${path}`);
      }
    });

    it("and answers 404 where nothing is", async () => {
      for (const path of ["no-such-page", "politics/no-such-page/", "2026/01/07/none.html"]) {
        expect((await get(path)).status, path).toBe(404);
      }
    });

    if (!isConfigured) {
      it("with pages at addresses that have moved", async () => {
        const { status, body } = await get(MOVED);
        expect(status).toBe(200);
        expect(body.toString()).toContain("channel-opens");
      });
      return;
    }

    it("answers with the page of the publication where nothing is, at any depth", async () => {
      for (const path of ["no-such-page", "a/b/c/d/no-such-page/", "pagefind/none.json", "pictures/"]) {
        const { status, headers, body } = await get(path);
        expect(status, path).toBe(404);
        expect(body.equals(site.files.get("404.html") ?? Buffer.of()), path).toBe(true);
        expect(headers, path).toMatchObject({
          "content-type": "text/html; charset=utf-8",
          "cache-control": "no-cache",
          "content-security-policy": expect.stringContaining("style-src 'self' 'sha256-"),
        });
      }
    });

    it("keeps to itself what is for hosts", async () => {
      for (const file of CONFIGURATION_FILES) expect((await get(file)).status, file).toBe(404);
    });

    it("forwards addresses that have moved, for good", async () => {
      const moved = await get(MOVED);
      expect(moved.status).toBe(301);
      expect(new URL(String(moved.headers.location), server.origin).pathname).toBe(`${base}${STORY}`);
      const elsewhere = await get(ELSEWHERE);
      expect(elsewhere).toMatchObject({ status: 301, headers: { location: THERE } });
    });

    it("sends every answer with the whole policy", async () => {
      for (const path of ["", STORY, "no-such-page", "feed.xml", "robots.txt", "pagefind/manifest.json", asset()]) {
        const { headers } = await get(path);
        expect(headers["content-security-policy"], path).toMatch(
          /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; .*; frame-ancestors 'none'; upgrade-insecure-requests; require-trusted-types-for 'script'; trusted-types econotimes-worker$/,
        );
        expect(headers, path).toMatchObject({
          "x-content-type-options": "nosniff",
          "referrer-policy": "strict-origin-when-cross-origin",
          "strict-transport-security": "max-age=63072000; includeSubDomains",
          "cross-origin-opener-policy": "same-origin",
          "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        });
      }
    });

    it("lets browsers keep what is named after its content, and ask again for the rest", async () => {
      const fragment = [...site.files.keys()].find((file) => file.endsWith(".pf_fragment")) ?? "";
      const picture = [...site.files.keys()].find((file) => file.endsWith(".avif")) ?? "";
      for (const file of [asset(), fragment, picture]) {
        expect((await get(file)).headers["cache-control"], file).toBe("max-age=31536000, immutable");
      }
      for (const path of [
        "",
        STORY,
        "feed.xml",
        "pagefind/manifest.json",
        "pagefind/pagefind.js",
        "robots.txt",
        "edition.json",
        "offline/parts.json",
        "offline/stories.json",
      ]) {
        expect((await get(path)).headers["cache-control"], path).toBe("no-cache");
      }
    });

    it("keeps pages out of other sites, and opens to programs what is written for them", async () => {
      expect((await get(STORY)).headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect((await get(STORY)).headers["access-control-allow-origin"]).toBeUndefined();
      for (const path of ["feed.xml", "feed.json", "edition.json", "politics/rss.xml"]) {
        expect((await get(path)).headers, path).toMatchObject({ "access-control-allow-origin": "*" });
        expect((await get(path)).headers["cross-origin-resource-policy"], path).toBeUndefined();
      }
      expect((await get(asset())).headers["cross-origin-resource-policy"]).toBeUndefined();
    });

    it("tells caches that the same file comes in several formats", async () => {
      for (const path of ["", STORY, "feed.xml", asset()]) {
        for (const accepted of ["gzip", "identity"]) {
          expect((await get(path, { "accept-encoding": accepted })).headers.vary, path).toMatch(/^accept-encoding$/i);
        }
      }
    });

    it("sends compressed files as what they hold", async () => {
      const formats = [
        ...(name === "nginx" ? [] : [["br", "br", brotliDecompressSync] as const]),
        ["gzip", "gz", gunzipSync] as const,
      ];
      for (const [encoding, ending, decompress] of formats) {
        for (const file of ["index.html", `${STORY}index.html`, "feed.xml", "feed.json", asset(), "404.html"]) {
          const { headers, body } = await get(addressOf(file), { "accept-encoding": encoding });
          expect(headers, `${file} ${ending}`).toMatchObject({
            "content-encoding": encoding,
            "content-type": mediaType(file),
            vary: expect.stringMatching(/accept-encoding/i),
          });
          expect(headers["content-language"], file).toBeUndefined();
          expect(body.equals(site.files.get(`${file}.${ending}`) ?? Buffer.of()), file).toBe(true);
          expect(decompress(body).equals(site.files.get(file) ?? Buffer.of()), file).toBe(true);
        }
      }
    });

    function asset(): string {
      return [...site.files.keys()].find((file) => /^assets\/site-.*\.css$/.test(file)) ?? "";
    }
  });
});
