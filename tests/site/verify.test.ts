import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { HOST_FILES } from "../../src/node/publish/hosts/hosts.ts";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { TIME_LIMITS } from "../../src/node/publish/verify/time-limits.ts";
import { parseManifest } from "../../src/node/publish/verify/verification.ts";
import { verifyFolder } from "../../src/node/publish/verify/verify-folder.ts";
import { verifyUrl } from "../../src/node/publish/verify/verify-url.ts";
import { writeEditionManifest } from "../../src/node/publish/write-edition-manifest.ts";
import { between, seededRandom } from "../bench/archive/random.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT, readTree, writeTree } from "./build-site.ts";

const progress = { expect() {}, advance() {} };
const effects = { fetch, random: () => 0, wait: async () => {}, now: () => 0, limits: TIME_LIMITS };
const site = inject("siteFolder");
const shipped = readTree(site);
const random = seededRandom("tampering");

const isForHost = (path: string): boolean => HOST_FILES.some((file) => file === path);

/** A file of every kind that ships, by its ending. */
const ofEveryKind = new Map([...shipped].map(([path, bytes]) => [extname(path), [path, bytes] as const]));

/** A copy of a small edition with a file of every kind. */
async function smallEdition(): Promise<string> {
  const folder = temporaryFolder();
  writeTree(folder, ofEveryKind.values());
  writeTree(folder, [
    ["404.html", shipped.get("404.html") ?? ""],
    ["_headers", "/*\n  X: y\n"],
    [".well-known/security.txt", "Contact: x"],
    ["empty.txt", ""],
  ]);
  await writeEditionManifest(folder, "abc", progress);
  return folder;
}

const mismatchesOf = async (folder: string) =>
  (await verifyFolder(folder, undefined, progress)).mismatches.map(({ path, message }) => `${path} ${message}`);

function flipAnyByte(file: string): void {
  const bytes = readFileSync(file);
  const at = between(random, 0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ between(random, 1, 255);
  writeFileSync(file, bytes);
}

function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/node/commands/verify.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

it("every shipped file is in the manifest, and matches it", async () => {
  const { mismatches, files } = await verifyFolder(site, undefined, progress);
  expect(mismatches).toEqual([]);
  expect(files).toBe(shipped.size);
});

it("lists every file of the site with any byte changed", async () => {
  const folder = temporaryFolder();
  cpSync(site, folder, { recursive: true });
  const paths = [...shipped.keys()].filter((path) => path !== "edition.json" && shipped.get(path)?.length);
  for (const path of paths) flipAnyByte(join(folder, path));
  expect(await mismatchesOf(folder)).toEqual(paths.map((path) => `${path} differs`).sort());
});

describe("a folder", async () => {
  const folder = await smallEdition();
  const whole = readTree(folder);
  const tampering: Readonly<Record<string, (file: string, path: string) => readonly string[]>> = {
    "with a byte flipped in": (file, path) => {
      flipAnyByte(file);
      return [`${path} differs`];
    },
    "with a byte more in": (file, path) => {
      appendFileSync(file, Buffer.of(between(random, 0, 255)));
      return [`${path} differs`];
    },
    "with a byte less in": (file, path) => {
      truncateSync(file, (whole.get(path)?.length ?? 1) - 1);
      return [`${path} differs`];
    },
    without: (file, path) => {
      rmSync(file);
      return [`${path} is missing`];
    },
    "with another name for": (file, path) => {
      renameSync(file, `${file}~`);
      return [`${path} is missing`, `${path}~ is extra`];
    },
    "with a link in the place of": (file, path) => {
      renameSync(file, join(outside, "moved"));
      symlinkSync(join(outside, "moved"), file);
      return [`${path} is missing`];
    },
  };
  const outside = temporaryFolder();
  const cases = Object.keys(tampering).flatMap((how) => [...whole.keys()].map((path) => [how, path] as const));

  it.each(cases.filter(([how, path]) => whole.get(path)?.length || !/flipped|less/.test(how)))(
    "%s %s is detected",
    async (how, path) => {
      const file = join(folder, path);
      const expected = tampering[how]?.(file, path) ?? [];
      const found = await mismatchesOf(folder);
      rmSync(`${file}~`, { force: true });
      rmSync(file, { force: true });
      writeTree(folder, [[path, whole.get(path) ?? ""]]);
      if (path !== "edition.json") return expect(found).toEqual(expected);
      // Without a manifest the other files cannot be checked.
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^edition\.json (is missing|is invalid)/);
    },
  );

  it.each(["extra.html", "pictures/extra.avif", ".git/config", "\u001b]0;x\u0007.txt"])(
    "with an extra file %j is detected",
    async (path) => {
      writeTree(folder, [[path, ""]]);
      expect(await mismatchesOf(folder)).toEqual([`${path} is extra`]);
      rmSync(join(folder, path));
    },
  );

  it("is checked against a trusted manifest, and so is its own", async () => {
    const trusted = parseManifest(whole.get("edition.json") ?? Buffer.of());
    expect(trusted).toBeDefined();
    const forged = await smallEdition();
    appendFileSync(join(forged, "404.html"), "<script>");
    await writeEditionManifest(forged, "abc", progress);
    expect(await mismatchesOf(forged)).toEqual([]);
    const { mismatches } = await verifyFolder(forged, trusted, progress);
    expect(mismatches.map(({ path, message }) => `${path} ${message}`)).toEqual(["404.html differs", "edition.json differs"]);
  });
});

describe.each(["/", "/a/b/"])("a copy that is served at %s", (prefix) => {
  async function served(tamper: (folder: string) => void) {
    const folder = await smallEdition();
    const trusted = parseManifest(readFileSync(join(folder, "edition.json")));
    tamper(folder);
    const server = await serveFolder(folder, 0, prefix);
    onTestFinished(() => server.close());
    return { address: server.address, trusted };
  }

  it("matches, whatever the host does not serve", async () => {
    const { address } = await served((folder) => rmSync(join(folder, "_headers")));
    const { mismatches, notes } = await verifyUrl(new URL(address), undefined, progress, effects);
    expect(mismatches).toEqual([]);
    expect(notes.join(" ")).toContain("_headers");
  });

  it("has each file listed that differs or is missing", async () => {
    const pages = [...ofEveryKind.values()].map(([path]) => path).filter((path) => path !== "edition.json" && !isForHost(path));
    const { address, trusted } = await served((folder) => {
      for (const path of pages) flipAnyByte(join(folder, path));
      appendFileSync(join(folder, "404.html"), "x");
      rmSync(join(folder, ".well-known/security.txt"));
    });
    const expected = [
      ...pages.map((path) => `${path} differs`),
      "404.html differs",
      ".well-known/security.txt responds with 404",
    ];
    for (const manifest of [undefined, trusted]) {
      const { mismatches } = await verifyUrl(new URL(address), manifest, progress, effects);
      expect(mismatches.map(({ path, message }) => `${path} ${message}`)).toEqual([...new Set(expected)].sort());
    }
  });
});

describe("npm run verify", () => {
  it("exits with 0 for a copy that matches", () => {
    expect(verify(site)).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("All files match edition") });
  });

  it("exits with 1 for one that does not, and lists the file", async () => {
    const folder = await smallEdition();
    flipAnyByte(join(folder, "404.html"));
    const { status, stdout } = verify(folder, "--edition", join(folder, "edition.json"));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^404\.html {2}differs\n\nFiles that do not match edition abc: 1 of \d+\.\n$/);
  });

  it("exits with 2 if there is no copy, or no manifest", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "edition.json"), "{}");
    expect(verify(join(folder, "none"))).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("There is no folder"),
    });
    expect(verify(folder, "--edition", join(folder, "edition.json"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("is not the manifest of an edition"),
    });
  });
});
