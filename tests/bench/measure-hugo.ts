import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import site from "../../_data/site.ts";
import { measureFolder } from "../../src/node/publish/output/staged-output.ts";
import type { Archive } from "./archive/generate-archive.ts";
import { PICTURES } from "./archive/pictures.ts";
import { type MeasuredProcess, measureProcess } from "./measure-process.ts";
import { ROOT } from "./units.ts";

/** What Hugo took for the same archive. */
export interface MeasuredHugo extends MeasuredProcess {
  readonly pages: number;
}

/** Such as `hugo v0.111.3`, or undefined where there is none. */
export async function hugoVersion(): Promise<string | undefined> {
  const { output } = await measureProcess("hugo", ["version"]).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return { output: undefined };
    throw error;
  });
  return output && (/^hugo v[\d.]+/.exec(output)?.[0] ?? "hugo");
}

/**
 * Builds the archive with Hugo and the theme in `hugo/`, which makes comparable pages of the very same Markdown files.
 *
 * @param siteFolder the site as built here: its pictures, styles and scripts are Hugo's too
 */
export async function measureHugo(archive: Archive, siteFolder: string, folder: string): Promise<MeasuredHugo> {
  const out = join(folder, "site");
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "data"), { recursive: true });
  for (const name of ["topics.yaml", "authors.yaml"])
    await copyFile(join(archive.contentFolder, name), join(folder, "data", name));
  await writeJson(join(folder, "data/pictures.json"), await pictures(siteFolder));
  await writeJson(join(folder, "data/assets.json"), await assets(siteFolder));
  await writeJson(join(folder, "config.json"), configuration(archive.contentFolder, siteFolder));
  const measured = await measureProcess("hugo", ["--source", folder, "--destination", out, "--quiet"]);
  const { pages } = await measureFolder(out);
  if (pages < archive.stories) throw new Error(`Hugo made ${pages} pages of ${archive.stories} stories:\n${measured.output}`);
  return { ...measured, pages };
}

function configuration(contentFolder: string, siteFolder: string) {
  const mount = (source: string, target: string) => ({ source, target });
  return {
    baseURL: site.address,
    title: site.name,
    languageCode: site.language,
    timeZone: site.timeZone,
    buildFuture: true,
    disableKinds: ["sitemap"],
    outputs: { home: ["HTML", "RSS"], section: ["HTML"], taxonomy: ["HTML"], term: ["HTML"] },
    services: { rss: { limit: 30 } },
    taxonomies: { topic: "topics", author: "authors", section: "section" },
    frontmatter: { date: ["published"], lastmod: ["updated", "published"] },
    permalinks: { articles: "/:year/:month/:day/:filename/", pages: "/:filename/" },
    params: {
      tagline: site.tagline,
      sections: site.sections,
      sectionNames: Object.fromEntries(site.sections.map(({ id, name }) => [id, name])),
      // Hugo has no archives by month of its own: lists are cut into pages of as many stories as a month has on average.
      storiesAMonth: { articles: 167, section: 33, authors: 21, topics: 13 },
    },
    module: {
      mounts: [
        mount(join(contentFolder, "articles"), "content/articles"),
        mount(join(contentFolder, "pages"), "content/pages"),
        mount("data", "data"),
        mount(join(ROOT, "tests/bench/hugo/layouts"), "layouts"),
        mount(join(siteFolder, "pictures"), "static/pictures"),
        mount(join(siteFolder, "assets"), "static/assets"),
      ],
    },
  };
}

/** What the theme has to know of each picture: the facts that editors write, and the files that the site's build made. */
async function pictures(siteFolder: string) {
  const files = await readdir(join(siteFolder, "pictures"));
  const entries = PICTURES.map(async ({ name, facts }) => {
    const id = files.find((file) => file.startsWith(`${name}-`))?.replace(/-\d+\.\w+$/, "");
    if (id === undefined) return [];
    const rendered: unknown = JSON.parse(await readFile(join(ROOT, ".cache/pictures", `${id}.json`), "utf8"));
    return [[name, Object.assign({ ...facts }, rendered)] as const];
  });
  return Object.fromEntries((await Promise.all(entries)).flat());
}

async function assets(siteFolder: string) {
  const files = await readdir(join(siteFolder, "assets"));
  const named = (pattern: RegExp) => files.filter((file) => pattern.test(file)).map((file) => `/assets/${file}`);
  return {
    stylesheet: named(/^site-.*\.css$/)[0],
    script: named(/^site-.*\.js$/)[0],
    schemeScript: named(/^scheme-.*\.js$/)[0],
    icon: named(/^icon-.*\.svg$/)[0],
    fonts: named(/\.woff2$/).slice(0, 2),
  };
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value, undefined, 2));
}
