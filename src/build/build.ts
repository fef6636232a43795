import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { settings as publisherSettings } from "../../_data/site.ts";
import { PICTURES, SEARCH_INDEX } from "../newsroom/addresses.ts";
import type { Gallery } from "../newsroom/gallery.ts";
import type { RenderedPicture } from "../newsroom/picture.ts";
import type { Site } from "../newsroom/site.ts";
import { type BuiltAssets, buildAssets } from "./assets/build-assets.ts";
import { BuildReport, type OpenStep } from "./build-report.ts";
import { configureSite } from "./configure-site.ts";
import type { Console } from "./console.ts";
import { type Publication, readContent } from "./content/read-content.ts";
import { explain } from "./explain.ts";
import { type Edition, nameEdition } from "./name-edition.ts";
import { renderPictures } from "./render-pictures.ts";
import { writeSearch } from "./search/write-search.ts";
import type { BuildSettings } from "./settings.ts";
import { measureFolder } from "./staged-output.ts";

/** Everything that page templates are made from. */
export interface Prepared extends Publication {
  readonly site: Site;
  readonly edition: Edition;
  readonly assets: BuiltAssets;
  readonly gallery: Gallery;
}

/** One build: what happens before Eleventy composes the pages, and after. */
export class Build {
  readonly settings: BuildSettings;
  readonly #console: Console;
  #report: BuildReport;
  #composing: OpenStep | undefined;
  #prepared: Prepared | undefined;

  constructor(settings: BuildSettings, console: Console) {
    this.settings = settings;
    this.#console = console;
    this.#report = new BuildReport(console);
  }

  /** What `prepare` has made. */
  get prepared(): Prepared {
    if (!this.#prepared) throw new Error("The pages are composed before the content is read.");
    return this.#prepared;
  }

  /** Reads the content and makes what pages refer to. Runs again for every rebuild of a watched site. */
  async prepare(): Promise<void> {
    const { cacheFolder, root, siteUrl } = this.settings;
    this.#report = new BuildReport(this.#console);
    const site = configureSite(publisherSettings, siteUrl);
    this.#notices(site);
    const publication = await this.#report.step("read content", (step) => readContent(this.settings, site, step));
    const gallery = await this.#report.step("encode pictures", (step) =>
      renderPictures(publication, join(cacheFolder, "pictures"), step),
    );
    const assets = await this.#report.step("bundle assets", () => buildAssets(root));
    const edition = nameEdition(publication);
    this.#prepared = { ...publication, site, edition, assets, gallery };
    this.#openComposing();
  }

  /** Prepares a rebuild of a watched site. Where that fails, the fault is told and the pages stay made of what was there. */
  async prepareAgain(): Promise<void> {
    try {
      await this.prepare();
    } catch (error) {
      if (!this.#prepared) throw error;
      this.#console.notice(explain(error));
      this.#openComposing();
    }
  }

  /** Counts a page that has been composed. */
  pageComposed(): void {
    this.#composing?.advance();
  }

  /** Ends what is under way, where composing has failed: a bar on the terminal would go on for ever. */
  abandon(): void {
    this.#composing?.fail();
  }

  /** Adds to the composed pages whatever they refer to, and reports. */
  async complete(folder: string): Promise<void> {
    this.#composing?.succeed();
    const { catalog, site, assets, gallery, edition, markets } = this.prepared;
    const { cacheFolder } = this.settings;
    await this.#report.step("copy files", async (step) => {
      for (const [path, bytes] of assets.files) await write(join(folder, path), bytes);
      for (const picture of gallery.values()) await copyPicture(picture, join(cacheFolder, "pictures"), folder);
      step.advance(assets.files.size + gallery.size);
    });
    await writeSearch({ catalog, site, gallery, markets }, join(folder, SEARCH_INDEX), join(cacheFolder, "search"), this.#report);
    const { pages, bytes } = await measureFolder(folder);
    const summary = { edition: edition.name, articles: catalog.articles.length, pages, bytes };
    await this.#report.finish(join(cacheFolder, "build-report.json"), summary);
  }

  #openComposing(): void {
    const { catalog } = this.prepared;
    this.#composing = this.#report.open("compose pages");
    this.#composing.expect(catalog.articles.length + catalog.archives.length + catalog.listings.length);
  }

  #notices(site: Site): void {
    if (!site.address) {
      this.#console.notice(
        "No site address: no feed, no search description, no canonical or sharing addresses, no links on 404.html. Set `address` in _data/site.ts.",
      );
    }
    if (!site.newsletter) {
      const instead = site.address ? "offers the feed" : "leads to the front page";
      this.#console.notice(`No newsletter provider: its place ${instead}. Set \`newsletter\` in _data/site.ts.`);
    }
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

async function copyPicture({ sources, fallback }: RenderedPicture, cache: string, folder: string): Promise<void> {
  await mkdir(join(folder, PICTURES), { recursive: true });
  const files = [...sources, fallback].flatMap((source) => source.files);
  await Promise.all(files.map(({ path }) => copyFile(join(cache, basename(path)), join(folder, path))));
}
