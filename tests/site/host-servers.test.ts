import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOST_FILES } from "../../src/node/publish/hosts/hosts.ts";
import { mediaType } from "../../src/node/publish/hosts/media-types.ts";
import { thisMachine } from "../browser/this-machine.ts";
import { describeEncodings, describeUnusualRequests } from "./host-requests.ts";
import { SERVERS, type ServerKind } from "./host-servers.ts";
import { ELSEWHERE, fetchAnswer, type HostSite, MOVED, publishForHosts, STORY, THERE } from "./host-site.ts";
import { findServer, type RunningServer, startServer } from "./run-server.ts";

const BASES = ["/", "/a/b/"] as const;

let sites: ReadonlyMap<string, HostSite>;

beforeAll(async () => {
  sites = await publishForHosts(BASES);
});

/** The path that a file is served at. */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

const isServed = (file: string): boolean => !HOST_FILES.includes(file);
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
    const get = (path: string, headers?: Readonly<Record<string, string>>, method?: string) =>
      fetchAnswer(server.origin, base + path, headers, method);

    it("byte for byte", async () => {
      for (const [file, bytes] of site.files) {
        if (!isServed(file) || isCompressed(file) || (isConfigured && hasMoved(file))) continue;
        const { status, headers, body } = await get(addressOf(file));
        expect(status, file).toBe(200);
        expect(body.equals(bytes), file).toBe(true);
        if (isConfigured) expect(headers["content-type"], file).toBe(mediaType(file));
      }
    });

    it("with a redirect to the trailing slash of folders, on the requested host", async () => {
      for (const path of [STORY, "politics/"]) {
        // As somebody asks who comes by another port.
        const { status, headers } = await get(path.slice(0, -1), { host: "news.example" });
        expect([301, 302, 307, 308]).toContain(status);
        expect(new URL(String(headers.location), "http://news.example").href).toBe(`http://news.example${base}${path}`);
      }
    });

    it("and responds with 404 for missing files", async () => {
      for (const path of ["no-such-page", "politics/no-such-page/", "2026/01/07/none.html"]) {
        expect((await get(path)).status, path).toBe(404);
      }
    });

    if (!isConfigured) {
      it("with redirect pages at moved paths", async () => {
        const { status, body } = await get(MOVED);
        expect(status).toBe(200);
        expect(body.toString()).toContain("channel-opens");
      });
      return;
    }

    it("responds with the publication’s 404.html, at any depth", async () => {
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

    it("does not serve files for hosts", async () => {
      for (const file of HOST_FILES) expect((await get(file)).status, file).toBe(404);
    });

    describeUnusualRequests(base, get);
    describeEncodings(get);

    it("redirects moved paths permanently", async () => {
      const moved = await get(MOVED);
      expect(moved.status).toBe(301);
      expect(new URL(String(moved.headers.location), server.origin).pathname).toBe(`${base}${STORY}`);
      const elsewhere = await get(ELSEWHERE);
      expect(elsewhere).toMatchObject({ status: 301, headers: { location: THERE } });
    });

    it("sends the security headers with every response", async () => {
      for (const path of ["", STORY, MOVED, "no-such-page", "feed.xml", "robots.txt", "pagefind/manifest.json", asset()]) {
        const { headers } = await get(path);
        expect(headers["content-security-policy"], path).toMatch(
          /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; .*; frame-ancestors 'none'; upgrade-insecure-requests; require-trusted-types-for 'script'; trusted-types econotimes-worker$/,
        );
        expect(headers, path).toMatchObject({
          "x-content-type-options": "nosniff",
          "referrer-policy": "strict-origin-when-cross-origin",
          "cross-origin-opener-policy": "same-origin",
          "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        });
      }
    });

    it("has browsers use https alone only at the root of its host", async () => {
      for (const path of ["", STORY, "feed.xml", "no-such-page", MOVED]) {
        const { headers } = await get(path);
        expect(headers["strict-transport-security"], path).toBe(base === "/" ? "max-age=63072000" : undefined);
      }
    });

    it("marks hashed files as immutable, and has browsers revalidate the rest", async () => {
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

    it("forbids embedding pages, and opens machine-readable files to other origins", async () => {
      expect((await get(STORY)).headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect((await get(STORY)).headers["access-control-allow-origin"]).toBeUndefined();
      for (const path of ["feed.xml", "feed.json", "edition.json", "politics/rss.xml"]) {
        expect((await get(path)).headers, path).toMatchObject({ "access-control-allow-origin": "*" });
        expect((await get(path)).headers["cross-origin-resource-policy"], path).toBeUndefined();
      }
      expect((await get(asset())).headers["cross-origin-resource-policy"]).toBeUndefined();
    });

    it("sends Vary for files with precompressed variants", async () => {
      for (const path of ["", STORY, "feed.xml", asset()]) {
        for (const accepted of ["gzip", "identity"]) {
          expect((await get(path, { "accept-encoding": accepted })).headers.vary, path).toMatch(/^accept-encoding$/i);
        }
      }
    });

    it("sends precompressed files with the media type of their content", async () => {
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
