import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, type Outcome, readTree } from "./build-site.ts";
import { withMount } from "./mounts.ts";
import { killedAfter, type TwoEditions, twoEditions } from "./two-editions.ts";

type Tree = ReadonlyMap<string, Buffer>;

let editions: TwoEditions;
beforeAll(async () => {
  editions = await twoEditions();
});

describe("a build that is killed", () => {
  // `npm run test:soak` kills builds at random moments.
  it("before it writes pages or as it ends leaves the previous or the next edition complete; the next build cleans up", async () => {
    const { parent, out } = editions.published();
    const left: Tree[] = [];
    for (const step of ["bundle assets", "edition manifest"]) {
      await killedAfter(step, editions, out);
      left.push(readTree(out));
    }
    expect(await buildSite([...editions.flags, "--out", out])).toMatchObject({ code: 0, stderr: "" });
    const next = readTree(out);
    expect(next.has("2026/01/07/second/index.html")).toBe(true);
    for (const tree of left) {
      expect([editions.previous, next].some((edition) => differences(edition, tree).length === 0)).toBe(true);
    }
    expect(readdirSync(parent)).toEqual(["site"]);
  });
});

describe("a build that cannot write", () => {
  const isRefused = ({ code, stderr }: Pick<Outcome, "code" | "stderr">) => {
    expect(stderr).toMatch(/The operating system refused this\. What was published before is unchanged\.\n$/);
    expect(code).toBe(1);
  };

  it("a large file leaves the previous edition, and nothing beside it", () => {
    const { parent, out } = editions.published();
    // No file may be larger than 16 KiB: less than a font, more than the source of any module.
    const command = 'ulimit -f 16; exec "$0" --import tsx src/node/commands/build.ts "$@"';
    const { status, stderr } = spawnSync("bash", ["-c", command, process.execPath, ...editions.flags, "--out", out], {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
      encoding: "utf8",
    });
    isRefused({ code: status, stderr });
    expect(readdirSync(parent)).toEqual(["site"]);
    expect(differences(editions.previous, readTree(out))).toEqual([]);
  });

  it("because the disk is full leaves the previous edition, and nothing beside it", async ({ skip }) => {
    const disk = join(temporaryFolder(), "disk");
    const bytes = [...editions.previous.values()].reduce((sum, { length }) => sum + length, 0);
    await withMount(disk, { bytes: Math.round(bytes * 1.7) }, skip, async () => {
      const out = join(disk, "site");
      cpSync(editions.published().out, out, { recursive: true });
      isRefused(await buildSite([...editions.flags, "--out", out]));
      expect(readdirSync(disk)).toEqual(["site"]);
      expect(differences(editions.previous, readTree(out))).toEqual([]);
    });
  });
});
