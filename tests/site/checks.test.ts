import { join } from "node:path";
import { DateTime } from "luxon";
import { beforeAll, describe, expect, it } from "vitest";
import settings from "../../_data/site.ts";
import { Build } from "../../src/node/pipeline/build.ts";
import { parseSettings } from "../../src/node/pipeline/settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, type Outcome, ROOT, readTree, writeTree } from "./build-site.ts";

const OWN = String(settings.address);
const folder = temporaryFolder();
const content = join(folder, "content");
const out = join(folder, "site");

const story = (body: string) =>
  `---\ntitle: Talks\nstandfirst: They met.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\n${body}\n`;

const build = () => buildSite(["--content", content, "--out", out, "--as-of", "2026-02-01T00:00:00Z"]);

describe("a build whose output has a fault that no editor could see in the content", () => {
  let published: ReadonlyMap<string, Buffer>;
  let failed: Outcome;

  beforeAll(async () => {
    writeTree(content, [
      ["articles/talks.md", story("They met.")],
      ["authors.yaml", "desk:\n  name: The desk\n  description: The desk.\n"],
      ["topics.yaml", "{}\n"],
    ]);
    const { code, stdout } = await build();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^check pages\s+read in \d+ ms\s+\d+ ms$/m);
    published = readTree(out);
    writeTree(content, [["articles/talks.md", story(`They met [here](${OWN}politics/) and [there](http://localhost:8080/).`)]]);
    failed = await build();
  });

  it("fails, and tells the story's file, its page, the element, what is wrong and what to do", () => {
    const file = join(content, "articles/talks.md");
    const told = failed.stderr.split("\n").filter((line) => line.includes("  "));
    expect(told.map((line) => line.split("  ").slice(1))).toEqual([
      [
        "/2026/01/07/talks/",
        `<a href="${OWN}politics/">`,
        "names the site’s own address, so that it leads away from every copy",
        "write /politics/, in templates through href()",
      ],
      [
        "/2026/01/07/talks/",
        '<a href="http://localhost:8080/">',
        "names a machine that readers cannot reach",
        "write a public address",
      ],
    ]);
    for (const line of told) expect(join(ROOT, line.split("  ")[0] ?? "")).toBe(file);
    expect(failed.stderr).toMatch(/\n\n2 faults in the output\. Nothing was published\.\n$/);
    expect(failed.code).toBe(1);
  });

  it("leaves what was published before as it was", () => {
    expect(differences(published, readTree(out))).toEqual([]);
  });
});

describe("a build that is watched", () => {
  const faulty = "<!DOCTYPE html><html><head></head><body></body></html>";

  /** Completes an output whose one page has no title; what is told meanwhile comes back. */
  async function complete(isWatched: boolean): Promise<readonly string[]> {
    const parent = temporaryFolder();
    const flags = ["--content", content, "--as-of", "2026-02-01T00:00:00Z"];
    const settings = { ...parseSettings(flags, ROOT, DateTime.now()), cacheFolder: join(parent, "cache") };
    const told: string[] = [];
    const silent = { expect() {}, update() {}, done() {} };
    const listening = { progress: () => silent, step() {}, notice: (text: string) => void told.push(text), finished() {} };
    const build = new Build(settings, listening);
    await build.prepare();
    writeTree(parent, [["site/index.html", faulty]]);
    build.composed("/", "src/pages/home.11ty.tsx", faulty, faulty.length);
    await build.complete(join(parent, "site"), isWatched);
    return told;
  }

  it("tells the faults of the output and goes on, where another would end", async () => {
    const fault = "src/pages/home.11ty.tsx  /  <title>  is missing  say what the page is called";
    expect((await complete(true)).join("\n")).toContain(fault);
    await expect(complete(false)).rejects.toThrow(fault);
  });
});
