import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import publisherSettings from "../../../_data/site.ts";
import { editionStories, writeStories } from "../../formats/offline/edition-stories.ts";
import { formatError } from "../../lib/format-error.ts";
import type { Images } from "../../model/images.ts";
import type { Site } from "../../model/site.ts";
import type { SocialCards } from "../../model/social-card.ts";
import { EDITION_STORIES, outputFile, SEARCH_INDEX, type SitePath } from "../../model/urls.ts";
import { type Publication, readContent } from "../ingest/read-content.ts";
import { copyImages, encodeImages } from "../media/images/image-pipeline.ts";
import { copySocialCards, makeSocialCards } from "../media/social-cards/social-cards.ts";
import { expectedOutput } from "../publish/checks/expected-output.ts";
import { OutputChecks } from "../publish/checks/output-checks.ts";
import { OutputError } from "../publish/checks/output-diagnostics.ts";
import { exceededLimits } from "../publish/hosts/host-limits.ts";
import { hostRules } from "../publish/hosts/host-rules.ts";
import { HOSTS } from "../publish/hosts/hosts.ts";
import { writeHostFiles } from "../publish/hosts/write-host-files.ts";
import { shellOf, writeOfflineWorker } from "../publish/offline/write-offline-worker.ts";
import { scopesFile } from "../publish/offline/write-scopes.ts";
import { measureFolder } from "../publish/output/staged-output.ts";
import { precompress } from "../publish/precompress.ts";
import { publicationMark } from "../publish/publication-mark.ts";
import { writeSearch } from "../publish/search/write-search.ts";
import { writeEditionManifest } from "../publish/write-edition-manifest.ts";
import { writeLicences } from "../publish/write-licences.ts";
import { type BuiltAssets, buildAssets } from "./assets/build-assets.ts";
import { BuildReport, type OpenStep } from "./build-report.ts";
import type { Console } from "./console.ts";
import { type Edition, nameEdition } from "./name-edition.ts";
import { readSite, siteNotices } from "./read-site.ts";
import type { BuildSettings } from "./settings.ts";
import { overlayErrors } from "./watch/error-overlay.ts";

/** Everything that page templates render. */
export interface Prepared extends Publication {
  readonly site: Site;
  readonly edition: Edition;
  readonly assets: BuiltAssets;
  readonly images: Images;
  /** Undefined for a site without an address, where their URLs would not work. */
  readonly socialCards: SocialCards | undefined;
}

/** One build: what happens before and after Eleventy composes the pages. */
export class Build {
  readonly settings: BuildSettings;
  readonly #console: Console;
  #report: BuildReport;
  #composing: OpenStep | undefined;
  #checks: OutputChecks | undefined;
  #prepared: Prepared | undefined;
  /** In watch mode: the errors of this build, the files that templates have written, and those of the build before. */
  #errors: string[] = [];
  #written = new Set<SitePath>();
  #writtenBefore: ReadonlySet<SitePath> = new Set();

  constructor(settings: BuildSettings, console: Console) {
    this.settings = settings;
    this.#console = console;
    this.#report = new BuildReport(console);
  }

  /** The result of `prepare`. */
  get prepared(): Prepared {
    if (!this.#prepared) throw new Error("Pages cannot be composed before the content is read.");
    return this.#prepared;
  }

  /** Reads the content, and makes what pages refer to. In watch mode it runs again for every rebuild. */
  async prepare(): Promise<void> {
    const { root, asOf, retireOffline } = this.settings;
    const report = new BuildReport(this.#console);
    this.#report = report;
    const site = readSite(publisherSettings, this.settings);
    for (const notice of siteNotices(site)) this.#console.notice(notice);
    const publication = await report.step("read content", (step) => readContent(this.settings, site, step));
    const images = await report.step("encode pictures", (step) => encodeImages(publication, this.#cache("pictures"), step));
    const socialCards =
      site.address === undefined
        ? undefined
        : await report.step("social cards", (step) =>
            makeSocialCards({ ...publication, site, images }, this.#cache("shares"), step),
          );
    const assets = await report.step("bundle assets", () =>
      buildAssets(root, this.#cache("fonts"), publicationMark(site), !retireOffline),
    );
    const edition = nameEdition(publication, asOf.setZone(site.timeZone));
    this.#prepared = { ...publication, site, edition, assets, images, socialCards };
    this.#openComposing();
  }

  /** Prepares a rebuild in watch mode. If that fails, it prints the error, and pages still have the previous content. */
  async prepareAgain(): Promise<void> {
    this.#errors = [];
    this.#writtenBefore = this.#written;
    this.#written = new Set();
    try {
      await this.prepare();
    } catch (error) {
      if (!this.#prepared) throw error;
      this.#addError(formatError(error));
      this.#openComposing();
    }
  }

  /**
   * Counts and checks what a template has composed.
   *
   * @param path undefined if it is not written
   */
  composed(path: SitePath | undefined, template: string, text: string, bytes: number): void {
    this.#composing?.advance();
    if (path === undefined) return;
    this.#written.add(path);
    this.#checks?.addComposed(path, template, text, bytes);
  }

  /** Ends the open step after composing has failed, and with it the progress bar. */
  abandon(): void {
    this.#composing?.fail();
  }

  /** Adds everything else to the composed pages, checks the output, and reports. */
  async complete(folder: string, isWatched: boolean): Promise<void> {
    this.#composing?.succeed();
    if (isWatched) await this.#deleteVanished(folder);
    const report = this.#report;
    const { catalog, site, assets, images, socialCards, edition, markets } = this.prepared;
    const { root, retireOffline } = this.settings;
    await report.step("copy files", async (step) => {
      for (const [path, bytes] of assets.files) await write(join(folder, path), bytes);
      await copyImages(images, this.#cache("pictures"), folder);
      const cards = socialCards ? await copySocialCards(socialCards, this.#cache("shares"), folder) : 0;
      step.advance(assets.files.size + images.size + cards);
    });
    const { publicationMark: mark } = assets;
    const search = await writeSearch(
      { catalog, site, images, markets, mark },
      join(folder, SEARCH_INDEX),
      this.#cache("search"),
      report,
    );
    const worker = await report.step("offline worker", () =>
      writeOfflineWorker(root, retireOffline ? undefined : shellOf([...assets.files.keys()], mark), folder),
    );
    await writeLicences([...assets.packages, ...search, ...worker], root, folder);
    const stories = editionStories(catalog.articles, images);
    if (!retireOffline) await write(join(folder, EDITION_STORIES), Buffer.from(writeStories(stories)));
    const rules = hostRules(this.prepared);
    await report.step("host files", (step) => writeHostFiles(rules, folder, step));
    await this.#check(folder, isWatched);
    if (this.settings.precompress) {
      await report.step("precompress", (step) => precompress(folder, this.#cache("precompressed"), step));
    }
    const describe = retireOffline ? undefined : scopesFile(this.prepared, stories, mark);
    await report.step("edition manifest", (step) => writeEditionManifest(folder, edition.name, step, describe));
    const { pages, bytes, files } = await measureFolder(folder);
    for (const limit of await exceededLimits(HOSTS, folder, files)) this.#console.notice(limit);
    const summary = { edition: edition.name, articles: catalog.articles.length, pages, bytes };
    await report.finish(this.#cache("build-report.json"), summary);
    if (this.#errors.length > 0) await overlayErrors(folder, this.#errors.join("\n\n"));
  }

  /** Deletes what the build before has written and this one has not. */
  async #deleteVanished(folder: string): Promise<void> {
    const vanished = [...this.#writtenBefore].filter((path) => !this.#written.has(path));
    for (const path of vanished) await rm(join(folder, outputFile(path)), { force: true });
  }

  /** In watch mode, errors in the output are printed and do not end the build. */
  async #check(folder: string, isWatched: boolean): Promise<void> {
    try {
      const checks = this.#checks;
      if (!checks) throw new Error("The output cannot be checked before it is composed.");
      const warnings = await this.#report.step("check pages", (step) => checks.complete(folder, step, isWatched));
      for (const warning of warnings) this.#console.notice(warning);
    } catch (error) {
      if (!isWatched || !(error instanceof OutputError)) throw error;
      this.#addError(error.message);
    }
  }

  #addError(message: string): void {
    this.#errors.push(message);
    this.#console.notice(message);
  }

  #openComposing(): void {
    const { catalog } = this.prepared;
    this.#checks = new OutputChecks(expectedOutput(this.prepared, this.settings));
    this.#composing = this.#report.open("compose pages");
    this.#composing.expect(catalog.articles.length + catalog.archives.length + catalog.listings.length);
  }

  #cache(name: string): string {
    return join(this.settings.cacheFolder, name);
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
