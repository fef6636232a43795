import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeManifest } from "../../src/formats/edition-manifest.ts";
import { UsageError } from "../../src/lib/format-error.ts";
import { tellVerification } from "../../src/node/commands/verify/print-verification.ts";
import { parseVerifyArguments } from "../../src/node/commands/verify/verify-arguments.ts";
import { type FetchEffects, fetchFile } from "../../src/node/publish/verify/fetch-file.ts";
import { servedAddress, servedFiles } from "../../src/node/publish/verify/served-files.ts";
import { verifyAddress } from "../../src/node/publish/verify/verify-address.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";

const advance = { expect() {}, advance() {} };

/** A host that answers as the test says, and how long a reader waited between the attempts. */
async function host(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, "localhost", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const waits: number[] = [];
  const effects: FetchEffects = { fetch, random: () => 0, wait: async (ms) => void waits.push(ms) };
  return { root: new URL(`http://localhost:${(server.address() as AddressInfo).port}/a/b/`), effects, waits };
}

const anyFile = { mostBytes: 100, isFound: true };
const textOf = (fetched: object) => ("bytes" in fetched ? String(fetched.bytes) : fetched);

describe("the words behind the command", () => {
  it("name a folder, or an address that is taken for a folder", () => {
    expect(parseVerifyArguments(["dist"])).toEqual({ copy: "dist", edition: undefined });
    expect(parseVerifyArguments(["https://example.org/news"]).copy).toEqual(new URL("https://example.org/news/"));
    expect(parseVerifyArguments(["dist", "--edition", "edition.json"]).edition).toBe("edition.json");
  });

  it.each([
    [[], /^Usage:/],
    [["dist", "other"], /^Usage:/],
    [["dist", "--editon", "x"], /--editon/],
    [["dist", "--edition", ""], /names no file/],
    [["https://"], /is no address/],
    [["https://user:secret@example.org/"], /no password/],
    [["https://example.org/?page=1"], /leave out/],
  ])("%j make no sense", (args, message) => {
    expect(() => parseVerifyArguments(args)).toThrow(UsageError);
    expect(() => parseVerifyArguments(args)).toThrow(message);
  });
});

describe("the files that a host serves", () => {
  const file: [string, number] = [sha256(""), 0];
  const served = (...paths: readonly string[]) =>
    servedFiles({ edition: "abc", digest: "", files: Object.fromEntries(paths.map((path) => [path, file])) });

  it("are neither its own configuration nor the packed copies of others, and it is said which are left out", () => {
    const { served: files, remarks } = served("_headers", ".htaccess", "index.html", "index.html.br", "index.html.gz", "data.gz");
    expect(files.map(([path]) => path)).toEqual(["index.html", "data.gz"]);
    expect(remarks).toEqual([
      "Not looked at: _headers, .htaccess, which hosts read and do not serve.",
      "Not looked at: 2 precompressed files, which arrive unpacked as the files that were.",
      "Files too many cannot be seen from outside: verify the folder for those.",
    ]);
  });

  it.each([
    ["index.html", "https://example.org/a/"],
    ["politics/index.html", "https://example.org/a/politics/"],
    ["my-index.html", "https://example.org/a/my-index.html"],
    ["pictures/Zürich #1?%2e.avif", "https://example.org/a/pictures/Z%C3%BCrich%20%231%3F%252e.avif"],
    ["javascript:x", "https://example.org/a/javascript%3Ax"],
  ])("%s has its address", (path, address) => {
    expect(servedAddress(new URL("https://example.org/a/"), path).href).toBe(address);
  });
});

describe("fetching a file", () => {
  it("asks for it as it lies there, unpacked", async () => {
    const { root, effects } = await host(({ headers }, response) => response.end(headers["accept-encoding"]));
    expect(textOf(await fetchFile(root, anyFile, effects))).toBe("identity");
  });

  it("follows redirects within the host, and none to another one", async () => {
    const { root, effects } = await host(({ url }, response) => {
      const ways: Record<string, string> = {
        "/a/b/one": "two",
        "/a/b/out": "http://localhost.example.org/",
        "/a/b/loop": "loop",
      };
      const location = ways[url ?? ""];
      if (location) response.writeHead(301, { location }).end();
      else response.end(url);
    });
    expect(textOf(await fetchFile(new URL("one", root), anyFile, effects))).toBe("/a/b/two");
    const problem = "redirects to http://localhost.example.org/, which is another host";
    expect(await fetchFile(new URL("out", root), anyFile, effects)).toEqual({ problem, isUnreachable: false });
    expect(await fetchFile(new URL("loop", root), anyFile, effects)).toMatchObject({ problem: "redirects more than 5 times" });
  });

  it("tries again what may pass, with longer and longer waits, and says how often it failed", async () => {
    let asked = 0;
    const { root, effects, waits } = await host((_, response) => {
      asked += 1;
      if (asked === 1) response.socket?.destroy();
      else response.writeHead(asked === 2 ? 503 : 200).end("whole");
    });
    expect(textOf(await fetchFile(root, anyFile, effects))).toBe("whole");
    expect(waits).toEqual([500, 1000]);
    const dead = await host((_, response) => response.socket?.destroy());
    expect(await fetchFile(dead.root, anyFile, dead.effects)).toEqual({
      problem: "broke off the connection, 3 times",
      isUnreachable: true,
    });
  });

  it("takes the page for what is not there with any status, and nothing else", async () => {
    const { root, effects } = await host((_, response) => response.writeHead(404).end("Not found"));
    expect(await fetchFile(root, anyFile, effects)).toEqual({ problem: "answers 404", isUnreachable: false });
    expect(textOf(await fetchFile(root, { ...anyFile, isFound: false }, effects))).toBe("Not found");
  });

  it("reads no more of an endless answer than it was asked for", async () => {
    const endless = function* () {
      for (;;) yield "x".repeat(1000);
    };
    const { root, effects } = await host((_, response) => {
      pipeline(Readable.from(endless()), response, () => {});
    });
    const fetched = await fetchFile(root, anyFile, effects);
    expect("bytes" in fetched && fetched.bytes.length > 100 && fetched.bytes.length < 1_000_000).toBe(true);
  });
});

describe("a host", () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`${index}.txt`, [sha256("x"), 1] as [string, number]]),
  );
  const manifest = writeManifest({ edition: "abc", files }, sha256);

  it("that no longer answers is soon asked no more, and every file is named", async () => {
    const asked = new Set<string>();
    const { root, effects } = await host(({ url = "" }, response) => {
      asked.add(url);
      if (url.endsWith("/edition.json")) response.end(manifest);
      else response.socket?.destroy();
    });
    const { findings } = await verifyAddress(root, undefined, advance, effects);
    expect(findings).toHaveLength(200);
    expect(asked.size).toBeLessThan(60);
    expect(new Set(findings.map(({ problem }) => problem))).toEqual(
      new Set(["broke off the connection, 3 times", "was not asked for: the host no longer answers"]),
    );
  });

  it("that serves no manifest is told so", async () => {
    const { root, effects } = await host((_, response) => response.writeHead(404).end());
    expect(await verifyAddress(root, undefined, advance, effects)).toMatchObject({
      edition: undefined,
      findings: [{ path: "edition.json", problem: "answers 404" }],
    });
  });
});

describe("what is told", () => {
  const whole = { edition: "abc", files: 1234, findings: [], remarks: [] };

  it("says how many files are whole, and what they were held against", () => {
    expect(tellVerification(whole, true)).toBe("1,234 files are as edition abc has them.");
    expect(tellVerification(whole, false)).toMatch(/\nHeld against its own edition\.json/);
  });

  it("names every file on a line of its own, whatever its name holds", () => {
    const findings = [
      { path: "a\n\u001b[2Jb", problem: "is extra" },
      { path: "\u202egnp.x", problem: "differs" },
    ];
    expect(tellVerification({ ...whole, findings }, true).split("\n")).toEqual([
      "a\\u{a}\\u{1b}[2Jb  is extra",
      "\\u{202e}gnp.x  differs",
      "",
      "2 files are not as edition abc has them, of 1,234.",
    ]);
  });
});
