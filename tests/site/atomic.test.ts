import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, type Outcome, readTree, writeTree } from "./build-site.ts";

type Tree = ReadonlyMap<string, Buffer>;

const KILLS = 8;

const folder = temporaryFolder();
const content = join(folder, "content");
const [former, next] = [join(folder, "former"), join(folder, "next")];
const flags = ["--content", content, "--as-of", "2026-02-01T00:00:00Z"];

let formerTree: Tree;
let nextTree: Tree;
let buildMs: number;

/** Publishes the former edition in `former`, changes the content, and publishes the next edition in `next`. */
beforeAll(async () => {
  const story = (title: string) =>
    `---\ntitle: ${title}\nstandfirst: A story.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\nText.\n`;
  writeTree(content, [
    ["articles/first.md", story("First")],
    ["authors.yaml", "desk:\n  name: The desk\n  description: The desk.\n"],
    ["topics.yaml", "{}\n"],
  ]);
  expect(await buildSite([...flags, "--out", former])).toMatchObject({ code: 0 });
  writeTree(content, [["articles/second.md", story("Second")]]);
  const started = performance.now();
  expect(await buildSite([...flags, "--out", next])).toMatchObject({ code: 0 });
  buildMs = performance.now() - started;
  [formerTree, nextTree] = [readTree(former), readTree(next)];
});

/** A folder of its own that holds the former edition as `site`. */
function published(): { readonly parent: string; readonly out: string } {
  const parent = temporaryFolder();
  const out = join(parent, "site");
  cpSync(former, out, { recursive: true });
  return { parent, out };
}

describe("a build that is killed", () => {
  it("leaves the former edition or the next one whole, whenever it is, and the next build clears up", async () => {
    const { parent, out } = published();
    const editions: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Once in every stretch of the run, at a moment within it that is left to chance.
      const moment = ((kill + Math.random()) / KILLS) * buildMs;
      const { code } = await buildSite([...flags, "--out", out], { started: (end) => void setTimeout(end, moment) });
      const tree = readTree(out);
      const edition = [formerTree, nextTree].findIndex((known) => differences(known, tree).length === 0);
      expect(edition, `killed after ${moment} ms of ${buildMs}`).not.toBe(-1);
      if (code === 0) expect(edition).toBe(1);
      editions.push(edition === 0 ? "former" : "next");
      if (edition === 1) {
        rmSync(out, { recursive: true });
        cpSync(former, out, { recursive: true });
      }
    }
    expect(editions).toContain("former");
    expect(await buildSite([...flags, "--out", out])).toMatchObject({ code: 0, stderr: "" });
    expect(differences(nextTree, readTree(out))).toEqual([]);
    expect(readdirSync(parent)).toEqual(["site"]);
  });
});

/** Whether a command of the shell succeeds. */
function shell(command: string, ...args: readonly string[]): boolean {
  return spawnSync("bash", ["-c", command, "bash", ...args]).status === 0;
}

describe("a build that cannot write", () => {
  const isRefused = ({ code, stderr }: Pick<Outcome, "code" | "stderr">) => {
    expect(stderr).toMatch(/The machine refused this\. What was published before is as it was\.\n$/);
    expect(code).toBe(1);
  };

  it("a file as large as it is leaves the former edition, and nothing beside it", () => {
    const { parent, out } = published();
    // No file may be larger than 16 KiB: less than a font, more than the source of any module.
    const command = 'ulimit -f 16; exec "$0" --import tsx src/node/commands/build.ts "$@"';
    const { status, stderr } = spawnSync("bash", ["-c", command, process.execPath, ...flags, "--out", out], {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
      encoding: "utf8",
    });
    isRefused({ code: status, stderr });
    expect(readdirSync(parent)).toEqual(["site"]);
    expect(differences(formerTree, readTree(out))).toEqual([]);
  });

  it("for want of space leaves the former edition, and nothing beside it", async ({ skip }) => {
    const disk = join(temporaryFolder(), "disk");
    mkdirSync(disk);
    const bytes = [...formerTree.values()].reduce((sum, { length }) => sum + length, 0);
    const isMounted = shell('mount -t tmpfs -o "size=$1" tmpfs "$2"', String(Math.round(bytes * 1.7)), disk);
    skip(!isMounted, "Only root may mount a small disk.");
    try {
      const out = join(disk, "site");
      cpSync(former, out, { recursive: true });
      isRefused(await buildSite([...flags, "--out", out]));
      expect(readdirSync(disk)).toEqual(["site"]);
      expect(differences(formerTree, readTree(out))).toEqual([]);
    } finally {
      expect(shell('umount "$1"', disk)).toBe(true);
    }
  });
});
