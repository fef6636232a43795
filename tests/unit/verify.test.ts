import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeManifest } from "../../src/formats/edition-manifest.ts";
import { UsageError } from "../../src/lib/format-error.ts";
import { parseVerifyArguments } from "../../src/node/commands/verify-arguments.ts";
import { type FetchEffects, fetchFile } from "../../src/node/publish/verify/fetch-file.ts";
import { duration, TIME_LIMITS, type TimeLimits } from "../../src/node/publish/verify/time-limits.ts";
import { formatVerification } from "../../src/node/publish/verify/verification.ts";
import { servedFiles, servedUrl, verifyUrl } from "../../src/node/publish/verify/verify-url.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";

const progress = { expect() {}, advance() {} };

/** A host that responds as the test says, and the waits between attempts. */
async function host(answer: RequestListener, limits: Partial<TimeLimits> = {}) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, "localhost", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const effects: FetchEffects = { fetch, random: () => 0, wait, now: () => 0, limits: { ...TIME_LIMITS, ...limits } };
  return { root: new URL(`http://localhost:${(server.address() as AddressInfo).port}/a/b/`), effects, waits };
}

const unlimited = new AbortController().signal;
const anyFile = { maxBytes: 100, mustBeOk: true };
const textOf = (fetched: object) => ("bytes" in fetched ? String(fetched.bytes) : fetched);

describe("the arguments of the command", () => {
  it("name a folder, or the URL of one", () => {
    expect(parseVerifyArguments(["dist"])).toEqual({ copy: "dist", edition: undefined });
    expect(parseVerifyArguments(["https://example.org/news"]).copy).toEqual(new URL("https://example.org/news/"));
    expect(parseVerifyArguments(["dist", "--edition", "edition.json"]).edition).toBe("edition.json");
  });

  it.each([
    [[], /^Usage:/],
    [["dist", "other"], /^Usage:/],
    [["dist", "--editon", "x"], /--editon/],
    [["dist", "--edition", ""], /names no file/],
    [["https://"], /is not a URL/],
    [["https://user:secret@example.org/"], /must not have a user name or password/],
    [["https://example.org/?page=1"], /remove everything/],
  ])("%j are rejected", (args, message) => {
    expect(() => parseVerifyArguments(args)).toThrow(UsageError);
    expect(() => parseVerifyArguments(args)).toThrow(message);
  });
});

describe("the files that a host serves", () => {
  const file: [string, number] = [sha256(""), 0];
  const served = (...paths: readonly string[]) =>
    servedFiles({ edition: "abc", digest: "", files: Object.fromEntries(paths.map((path) => [path, file])) });

  it("are neither its configuration nor precompressed copies, and notes say so", () => {
    const { served: files, notes } = served("_headers", ".htaccess", "index.html", "index.html.br", "index.html.gz", "data.gz");
    expect(files.map(([path]) => path)).toEqual(["index.html", "data.gz"]);
    expect(notes).toEqual([
      "Not checked: _headers, .htaccess, which hosts read but do not serve.",
      "Not checked: 2 precompressed files, which are served decompressed.",
      "Extra files cannot be found from outside: verify the folder for those.",
    ]);
  });

  it.each([
    ["index.html", "https://example.org/a/"],
    ["politics/index.html", "https://example.org/a/politics/"],
    ["my-index.html", "https://example.org/a/my-index.html"],
    ["pictures/Zürich #1?%2e.avif", "https://example.org/a/pictures/Z%C3%BCrich%20%231%3F%252e.avif"],
    ["javascript:x", "https://example.org/a/javascript%3Ax"],
  ])("%s has its URL", (path, address) => {
    expect(servedUrl(new URL("https://example.org/a/"), path).href).toBe(address);
  });
});

describe("fetching a file", () => {
  it("asks for it without compression", async () => {
    const { root, effects } = await host(({ headers }, response) => response.end(headers["accept-encoding"]));
    expect(textOf(await fetchFile(root, anyFile, effects, unlimited))).toBe("identity");
  });

  it("follows redirects within the host only", async () => {
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
    expect(textOf(await fetchFile(new URL("one", root), anyFile, effects, unlimited))).toBe("/a/b/two");
    const message = "redirects to http://localhost.example.org/, which is another host";
    expect(await fetchFile(new URL("out", root), anyFile, effects, unlimited)).toEqual({ message, isUnreachable: false });
    expect(await fetchFile(new URL("loop", root), anyFile, effects, unlimited)).toMatchObject({
      message: "redirects more than 5 times",
    });
  });

  it("retries temporary errors with exponential backoff, and says how often it failed", async () => {
    let requests = 0;
    const { root, effects, waits } = await host((_, response) => {
      requests += 1;
      if (requests === 1) response.socket?.destroy();
      else response.writeHead(requests === 2 ? 503 : 200).end("whole");
    });
    expect(textOf(await fetchFile(root, anyFile, effects, unlimited))).toBe("whole");
    expect(waits).toEqual([500, 1000]);
    const dead = await host((_, response) => response.socket?.destroy());
    expect(await fetchFile(dead.root, anyFile, dead.effects, unlimited)).toEqual({
      message: "closed the connection, 3 times",
      isUnreachable: true,
    });
  });

  it("accepts the not-found page with any status, and nothing else", async () => {
    const { root, effects } = await host((_, response) => response.writeHead(404).end("Not found"));
    expect(await fetchFile(root, anyFile, effects, unlimited)).toEqual({ message: "responds with 404", isUnreachable: false });
    expect(textOf(await fetchFile(root, { ...anyFile, mustBeOk: false }, effects, unlimited))).toBe("Not found");
  });

  it("stops reading a body that is longer than it should be", async () => {
    const endless = function* () {
      for (;;) yield "x".repeat(1000);
    };
    const { root, effects } = await host((_, response) => {
      pipeline(Readable.from(endless()), response, () => {});
    });
    const fetched = await fetchFile(root, anyFile, effects, unlimited);
    expect("bytes" in fetched && fetched.bytes.length > 100 && fetched.bytes.length < 1_000_000).toBe(true);
  });
});

describe("a host", () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`${index}.txt`, [sha256("x"), 1] as [string, number]]),
  );
  const manifest = writeManifest({ edition: "abc", files }, sha256);

  it("that stops responding is given up, and every file is listed", async () => {
    const requested = new Set<string>();
    const { root, effects } = await host(({ url = "" }, response) => {
      requested.add(url);
      if (url.endsWith("/edition.json")) response.end(manifest);
      else response.socket?.destroy();
    });
    const { mismatches } = await verifyUrl(root, undefined, progress, effects);
    expect(mismatches).toHaveLength(200);
    expect(requested.size).toBeLessThan(60);
    expect(new Set(mismatches.map(({ message }) => message))).toEqual(
      new Set(["closed the connection, 3 times", "was not requested: the host no longer responds"]),
    );
  });

  it("that serves no manifest is reported", async () => {
    const { root, effects } = await host((_, response) => response.writeHead(404).end());
    expect(await verifyUrl(root, undefined, progress, effects)).toMatchObject({
      edition: undefined,
      mismatches: [{ path: "edition.json", message: "responds with 404" }],
    });
  });
});

describe("the output of the command", () => {
  const whole = { edition: "abc", files: 1234, mismatches: [], notes: [] };

  it("says how many files match, and which manifest they were checked against", () => {
    expect(formatVerification(whole, true)).toBe("All files match edition abc: 1,234 checked.");
    expect(formatVerification(whole, false)).toMatch(/\nChecked against the copy's own edition\.json/);
  });

  it("lists every file on a line of its own, with control characters escaped", () => {
    const mismatches = [
      { path: "a\n\u001b[2Jb", message: "is extra" },
      { path: "\u202egnp.x", message: "differs" },
    ];
    expect(formatVerification({ ...whole, mismatches }, true).split("\n")).toEqual([
      "a\\u{a}\\u{1b}[2Jb  is extra",
      "\\u{202e}gnp.x  differs",
      "",
      "Files that do not match edition abc: 2 of 1,234.",
    ]);
  });
});

describe("a host that keeps the verification waiting", () => {
  const drip: RequestListener = (_, response) => {
    const timer = setInterval(() => response.write("x"), 2);
    response.once("close", () => clearInterval(timer));
  };
  const cases: Readonly<Record<string, [RequestListener, RegExp]>> = {
    "accepts and never answers": [() => {}, /^gave no response within 0\.03 seconds \(ADDRESS\), 3 times$/],
    "redirects to an address that never answers": [
      ({ url }, response) => url === "/a/b/" && response.writeHead(301, { location: "/slow" }).end(),
      /^gave no response within 0\.03 seconds \(ADDRESS\), 3 times$/,
    ],
    "sends headers and then nothing": [
      (_, response) => response.writeHead(200, { "content-length": 9 }).flushHeaders(),
      /^sent the headers and then nothing for 0\.03 seconds \(ADDRESS\), 3 times$/,
    ],
    "sends a part and then nothing": [
      (_, response) => response.writeHead(200, { "content-length": 9 }).write("part"),
      /^sent 4 bytes and then nothing for 0\.03 seconds \(ADDRESS\), 3 times$/,
    ],
    "resets the connection": [({ socket }) => socket.resetAndDestroy(), /^closed the connection, 3 times$/],
    "resets the connection after a part": [
      ({ socket }, response) => response.writeHead(200, { "content-length": 9 }).write("part", () => socket.resetAndDestroy()),
      /^closed the connection, 3 times$/,
    ],
  };

  it.each(Object.entries(cases))("and %s is named with what was waited for", async (_, [answer, message]) => {
    const { root, effects } = await host(answer, { responseMs: 30, stallMs: 30 });
    const fetched = await fetchFile(root, anyFile, effects, unlimited);
    const found = "message" in fetched ? fetched.message.replace(root.href, "ADDRESS") : "";
    expect(fetched).toMatchObject({ isUnreachable: true });
    expect(found).toMatch(message);
  });

  it("and drips is named with how little it sent; one that sends enough is not", async () => {
    let ms = 0;
    const now = () => {
      ms += 10_000;
      return ms;
    };
    const { root, effects } = await host(drip);
    const fetched = await fetchFile(root, { maxBytes: 1_000_000, mustBeOk: true }, { ...effects, now }, unlimited);
    expect(fetched).toMatchObject({
      message: expect.stringMatching(/^sent only \d+ bytes? in \d+ seconds \(http.*\), 3 times$/),
      isUnreachable: true,
    });
    const enough = await host((_, response) => response.end("x".repeat(200_000)));
    const large = { maxBytes: 200_000, mustBeOk: true };
    expect(await fetchFile(enough.root, large, { ...enough.effects, now }, unlimited)).toHaveProperty("bytes");
  });

  it("is left when the whole run has taken too long, and what was not checked is listed", async () => {
    const paths = Array.from({ length: 60 }, (_, index) => `page-${index}.html`);
    const files = Object.fromEntries(paths.map((path): [string, [string, number]] => [path, [sha256(path), 1]]));
    const manifest = writeManifest({ edition: "abc", files }, sha256);
    const answer: RequestListener = ({ url }, response) => void (url?.endsWith("edition.json") && response.end(manifest));
    const { root, effects } = await host(answer, { runMs: 200 });
    const { mismatches } = await verifyUrl(root, undefined, progress, effects);
    expect(mismatches.map(({ path }) => path).sort()).toEqual([...paths].sort());
    for (const { message } of mismatches) {
      expect(message).toMatch(/^was not checked: the verification was stopped after 0\.2 seconds \(http.*\)$/);
    }
  });

  it.each([
    [30, "0.03 seconds"],
    [1000, "1 second"],
    [15_000, "15 seconds"],
    [TIME_LIMITS.runMs, "60 minutes"],
  ])("%d ms are %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
