import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { packageFolder, packagesOf } from "../../src/node/files/package-uses.ts";
import { bundleScripts } from "../../src/node/pipeline/assets/bundle-scripts.ts";
import { bundleWorker, shellOf } from "../../src/node/publish/offline/write-offline-worker.ts";
import { writeLicences } from "../../src/node/publish/write-licences.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT, readTree } from "./build-site.ts";

const tree = readTree(inject("siteFolder"));
const licences = tree.get("licences.txt")?.toString() ?? "";

/** The entries by package: name and version, files, licence. */
const entries = new Map(
  licences
    .split(/^={80}\n(?=\S+ \S+\n={80}\n)/m)
    .slice(1)
    .map((entry) => [entry.slice(0, entry.indexOf(" ")), entry]),
);

/** The files that an entry lists. */
const filesOf = (name: string) => [...(entries.get(name) ?? "").matchAll(/^ {2}(\S+)$/gm)].map(([, file = ""]) => file);

describe("licences.txt", () => {
  it("names every package in the bundles with its whole licence, and the files that contain it", async () => {
    const { packages } = await bundleScripts(ROOT, "", true);
    const worker = await bundleWorker(ROOT, shellOf([], ""));
    const folders = new Set([...packages, ...worker.packages].map(({ folder }) => folder));
    expect(folders.size).toBeGreaterThan(4);
    for (const folder of folders) {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each)) ?? "";
      const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
      expect(text, name).toMatch(/^.*Copyright .*\d{4}/m);
      expect(entries.get(name), name).toContain(`${name} ${version}\n`);
      expect(entries.get(name), name).toContain(text);
    }
  });

  it.each([
    ["preact", /Copyright \(c\) 2015-present Jason Miller/, /^assets\/chunk-/],
    ["idb", /Copyright \(c\) 2016, Jake Archibald/, /^offline-worker\.js$/],
    ["serwist", /Copyright \(c\) 2018-2023 Google LLC/, /^offline-worker\.js$/],
    ["d3-array", /Copyright 2010-\d+ Mike Bostock/, /^assets\/market-chart-/],
    ["pagefind", /Copyright \(c\) Pagefind/, /^pagefind\/wasm\.en\.pagefind$/],
    ["@fontsource-variable/newsreader", /Copyright 2020 The Newsreader Project Authors/, /^assets\/newsreader-italic-/],
    ["@fontsource-variable/libre-franklin", /Copyright 2020 The Libre Franklin Project Authors/, /^assets\/libre-franklin-/],
    ["econotimes", /Copyright \(c\) 2026 EconoTimes/, /^assets\/site-.*\.css$/],
  ])("has the copyright line of %s", (name, copyright, file) => {
    expect(entries.get(name)).toMatch(copyright);
    expect(filesOf(name).filter((listed) => file.test(listed))).not.toEqual([]);
  });

  it("has the text of the Open Font License for each font", () => {
    for (const name of ["@fontsource-variable/newsreader", "@fontsource-variable/libre-franklin"]) {
      expect(entries.get(name)).toContain("SIL OPEN FONT LICENSE Version 1.1");
      expect(entries.get(name)).toMatch(/each copy\s+contains the above copyright notice and this license/);
    }
  });

  it("covers every script, style and font of the publication, and lists no file that is not there", () => {
    const listed = new Set([...entries.keys()].flatMap(filesOf));
    const programs = [...tree.keys()].filter((file) => /\.(?:js|css|woff2|pagefind)$/.test(file));
    expect(programs.length).toBeGreaterThan(20);
    expect(programs.filter((file) => !listed.has(file))).toEqual([]);
    expect([...listed].filter((file) => !tree.has(file))).toEqual([]);
  });

  it("lists packages in the order of their names, and mentions no folder", () => {
    expect([...entries.keys()]).toEqual([...entries.keys()].sort());
    expect(licences).not.toContain("node_modules");
    expect(licences).toContain("picture-credits/");
  });

  it("is linked from the picture credits", () => {
    expect(tree.get("picture-credits/index.html")?.toString()).toContain('href="../licences.txt"');
    const sitemaps = [...tree].filter(([file]) => /sitemap/.test(file));
    expect(sitemaps.filter(([, bytes]) => bytes.includes("licences.txt"))).toEqual([]);
  });
});

describe("a package", () => {
  const root = temporaryFolder();
  /** Writes a package, and the licences of an output that contains it. */
  async function written(name: string, files: Readonly<Record<string, string>>): Promise<string> {
    const folder = join(root, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.2.3" }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    await writeLicences([{ folder, file: "assets/site.js" }], root, root);
    return readFileSync(join(root, "licences.txt"), "utf8");
  }

  it.each(["LICENSE", "LICENCE", "license.md", "LICENSE-MIT", "COPYING", "NOTICE.txt"])(
    "may name its licence %s",
    async (file) => {
      expect(await written(`of-${file.toLowerCase()}`, { [file]: "Copyright A\r\nAll may use it.\r\n" })).toContain(
        "1.2.3\n================================================================================\n\nFiles:\n  assets/site.js\n\nCopyright A\nAll may use it.\n",
      );
    },
  );

  it("may have a folder of licences", async () => {
    const folder = join(root, "node_modules/of-a-folder/LICENSE");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "LICENSE"), "Copyright A");
    writeFileSync(join(folder, "FONTS"), "Copyright B");
    expect(await written("of-a-folder", {})).toContain("Copyright B\n\nCopyright A\n");
  });

  it("may have a licence and a notice", async () => {
    expect(await written("two", { NOTICE: "Thanks to B", LICENSE: "Copyright A" })).toContain("Copyright A\n\nThanks to B\n");
  });

  it.each([{}, { LICENSE: "  \n" }, { "licenses.js": "export {}" }])("fails the build without a licence (%j)", async (files) => {
    const name = `without-${Object.keys(files).join()}`;
    await expect(written(name, files)).rejects.toThrow(
      `node_modules/${name}  /licences.txt  file  the package ${name} has no licence file, so that assets/site.js must not be published  put its licence into node_modules/${name}/LICENSE, or use another package`,
    );
  });

  it.each([
    ["/a/node_modules/preact/dist/preact.js", "/a/node_modules/preact"],
    ["/a/node_modules/@serwist/utils/dist/index.js", "/a/node_modules/@serwist/utils"],
    ["/a/node_modules/serwist/node_modules/idb/build/index.js", "/a/node_modules/serwist/node_modules/idb"],
    ["/a/src/site.ts", "/a"],
  ])("is found by its file %s", (file, folder) => {
    expect(packageFolder(file, "/a")).toBe(folder);
  });

  it("counts only where the bundle contains something of it", () => {
    const input = (bytesInOutput: number) => ({ bytesInOutput });
    const inputs = { "node_modules/a/a.js": input(1), "node_modules/b/b.js": input(0), "src/site.ts": input(3) };
    const outputs = { "assets/site.js": { bytes: 4, inputs, imports: [], exports: [] } };
    expect(packagesOf({ outputs }, "/root", basename)).toEqual([
      { folder: "/root/node_modules/a", file: "site.js" },
      { folder: "/root", file: "site.js" },
    ]);
  });
});
