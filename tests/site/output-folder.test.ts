import { lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { stageOutput } from "../../src/node/publish/output/staged-output.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, readTree, writeTree } from "./build-site.ts";
import { withMount } from "./mounts.ts";
import { killedAfter, type TwoEditions, twoEditions } from "./two-editions.ts";

const NOTICE = "cannot be replaced at once";
const BYTES = 64 * 1024 * 1024;

let editions: TwoEditions;
let next: ReadonlyMap<string, Buffer>;

const build = (out: string) => buildSite([...editions.flags, "--out", out]);

beforeAll(async () => {
  editions = await twoEditions();
  const { out } = editions.published();
  expect(await build(out)).toMatchObject({ code: 0 });
  next = readTree(out);
});

describe("an output folder that is a mount point", () => {
  it.for(["a volume", "a folder of the same file system"])("is updated in it, and said to be: %s", async (kind, { skip }) => {
    const parent = temporaryFolder();
    const out = join(parent, "site");
    const mounted = kind === "a volume" ? { bytes: BYTES } : { folder: temporaryFolder() };
    await withMount(out, mounted, skip, async () => {
      mkdirSync(join(out, "lost+found"));
      writeTree(out, editions.previous);
      const { dev, ino } = statSync(out);
      const { code, stdout, stderr } = await build(out);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.split(NOTICE).length).toBe(2);
      expect(differences(next, readTree(out))).toEqual([]);
      expect(statSync(out)).toMatchObject({ dev, ino });
      expect(readdirSync(out)).toContain("lost+found");
      expect(readdirSync(out).filter((name) => name.startsWith(".site"))).toEqual([]);
      expect(readdirSync(parent)).toEqual(["site"]);
    });
  });

  it("is filled if it is new, also after a build that was killed", async ({ skip }) => {
    const out = join(temporaryFolder(), "site");
    await withMount(out, { bytes: BYTES }, skip, async () => {
      mkdirSync(join(out, "lost+found"));
      await killedAfter("bundle assets", editions, out);
      expect(await build(out)).toMatchObject({ code: 0, stderr: "" });
      expect(differences(next, readTree(out))).toEqual([]);
      expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([".htaccess", ".nojekyll"]);
    });
  });
});

it("a link to another file system stays, and the folder there is replaced at once", async ({ skip }) => {
  const parent = temporaryFolder();
  const [disk, out] = [join(parent, "disk"), join(parent, "site")];
  symlinkSync("disk/www", out);
  await withMount(disk, { bytes: BYTES }, skip, async () => {
    writeTree(join(disk, "www"), editions.previous);
    const { code, stdout } = await build(out);
    expect(code).toBe(0);
    expect(stdout).not.toContain(NOTICE);
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(differences(next, readTree(join(disk, "www")))).toEqual([]);
    expect(readdirSync(disk)).toEqual(["www"]);
  });
});

it("a build into a folder that another build is writing says who is at work, and touches nothing", async () => {
  const { parent, out } = editions.published();
  const other = stageOutput(out);
  const before = readdirSync(parent);
  const { code, stdout, stderr } = await build(out);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const who = `Another build is writing ${out}: process ${process.pid}, since `;
  expect(stderr.slice(0, who.length)).toBe(who);
  expect(stderr.slice(who.length)).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\. Wait until it has ended\. [^\n]+\n$/);
  expect(readdirSync(parent)).toEqual(before);
  expect(differences(editions.previous, readTree(out))).toEqual([]);
  other.discard();
  expect(readdirSync(parent)).toEqual(["site"]);
});
