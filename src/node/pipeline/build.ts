import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import publisherSettings from "../../../_data/site.ts";
import { editionStories, writeStories } from "../../formats/offline/edition-stories.ts";
import { formatError } from "../../lib/format-error.ts";
import type { Images } from "../../model/images.ts";
import type { Site } from "../../model/site.ts";
import type { SocialCards } from "../../model/social-card.ts";
import { EDITION_STORIES, SEARCH_INDEX, type SitePath } from "../../model/urls.ts";
import { type Publication, readContent } from "../ingest/read-content.ts";
import { copyImages } from "../media/images/copy-images.ts";
import { renderImages } from "../media/images/render-images.ts";
import { copySocialCards } from "../media/social-cards/copy-shares.ts";
import { makeSocialCards } from "../media/social-cards/make-shares.ts";
import { expectedOutput } from "../publish/checks/expected-output.ts";
import { OutputChecks } from "../publish/checks/output-checks.ts";
import { OutputError } from "../publish/checks/output-fault.ts";
import { brokenLimits } from "../publish/hosts/host-limits.ts";
import { hostRules } from "../publish/hosts/host-rules.ts";
import { writeHostFiles } from "../publish/hosts/write-host-files.ts";
import { writeOfflineWorker } from "../publish/offline/write-offline-worker.ts";
import { partsFile } from "../publish/offline/write-scopes.ts";
import { precompress } from "../publish/precompress.ts";
import { writeSearch } from "../publish/search/write-search.ts";
import { measureFolder } from "../publish/staged-output.ts";
import { writeEditionManifest } from "../publish/write-edition-manifest.ts";
import { type BuiltAssets, buildAssets } from "./assets/build-assets.ts";
import { BuildReport, type OpenStep } from "./build-report.ts";
import type { Console } from "./console.ts";
import { type Edition, nameEdition } from "./name-edition.ts";
import { checkSecurityNotice, configureSite } from "./read-site.ts";
import type { BuildSettings } from "./settings.ts";

/** Everything that page templates are made from. */
export interface Prepared extends Publication {
  readonly site: Site;
  readonly edition: Edition;
  readonly assets: BuiltAssets;
  readonly images: Images;
  /** Undefined where the site has no address: nobody could fetch them. */
  readonly socialCards: SocialCards | undefined;
}

/** One build: what happens before Eleventy composes the pages, and after. */
export class Build {
  readonly settings: BuildSettings;
  readonly #console: Console;
  #report: BuildReport;
  #composing: OpenStep | undefined;
  #checks: OutputChecks | undefined;
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
    const { cacheFolder, root, siteUrl, asOf, retireOffline } = this.settings;
    this.#report = new BuildReport(this.#console);
    const site = configureSite(publisherSettings, siteUrl);
    checkSecurityNotice(site, this.settings);
    this.#notices(site);
    const publication = await this.#report.step("read content", (step) => readContent(this.settings, site, step));
    const images = await this.#report.step("encode pictures", (step) =>
      renderImages(publication, join(cacheFolder, "pictures"), step),
    );
    const socialCards =
      site.address === undefined
        ? undefined
        : await this.#report.step("share pictures", (step) =>
            makeSocialCards({ ...publication, site, images }, join(cacheFolder, "shares"), step),
          );
    const assets = await this.#report.step("bundle assets", () => buildAssets(root, !retireOffline));
    const edition = nameEdition(publication, asOf.setZone(site.timeZone));
    this.#prepared = { ...publication, site, edition, assets, images, socialCards };
    this.#openComposing();
  }

  /** Prepares a rebuild of a watched site. Where that fails, the fault is told and the pages stay made of what was there. */
  async prepareAgain(): Promise<void> {
    try {
      await this.prepare();
    } catch (error) {
      if (!this.#prepared) throw error;
      this.#console.notice(formatError(error));
      this.#openComposing();
    }
  }

  /**
   * Takes in what a template has composed, and counts it.
   *
   * @param path undefined where it is not written
   */
  composed(path: SitePath | undefined, template: string, text: string, bytes: number): void {
    this.#composing?.advance();
    if (path !== undefined) this.#checks?.readComposed(path, template, text, bytes);
  }

  /** Ends what is under way, where composing has failed: a bar on the terminal would go on for ever. */
  abandon(): void {
    this.#composing?.fail();
  }

  /** Adds to the composed pages whatever they refer to, checks the whole, and reports. */
  async complete(folder: string, isWatched: boolean): Promise<void> {
    this.#composing?.succeed();
    const { catalog, site, assets, images, socialCards, edition, markets } = this.prepared;
    const { cacheFolder, root, retireOffline } = this.settings;
    await this.#report.step("copy files", async (step) => {
      for (const [path, bytes] of assets.files) await write(join(folder, path), bytes);
      await copyImages(images, join(cacheFolder, "pictures"), folder);
      const shared = socialCards ? await copySocialCards(socialCards, join(cacheFolder, "shares"), folder) : 0;
      step.advance(assets.files.size + images.size + shared);
    });
    await writeSearch({ catalog, site, images, markets }, join(folder, SEARCH_INDEX), join(cacheFolder, "search"), this.#report);
    await this.#report.step("offline worker", () => writeOfflineWorker(root, [...assets.files.keys()], folder, !retireOffline));
    const stories = editionStories(catalog.articles, images);
    if (!retireOffline) await write(join(folder, EDITION_STORIES), Buffer.from(writeStories(stories)));
    const rules = hostRules(this.prepared);
    await this.#report.step("host files", (step) => writeHostFiles(rules, folder, step));
    await this.#check(folder, isWatched);
    if (this.settings.precompress) {
      await this.#report.step("precompress", (step) => precompress(folder, join(cacheFolder, "precompressed"), step));
    }
    const writtenLast = retireOffline ? undefined : partsFile(this.prepared, stories);
    await this.#report.step("edition manifest", (step) => writeEditionManifest(folder, edition.name, step, writtenLast));
    const { pages, bytes, files } = await measureFolder(folder);
    for (const limit of await brokenLimits(folder, files)) this.#console.notice(limit);
    const summary = { edition: edition.name, articles: catalog.articles.length, pages, bytes };
    await this.#report.finish(join(cacheFolder, "build-report.json"), summary);
  }

  /** Whoever watches the site reads of its faults and goes on with it. */
  async #check(folder: string, isWatched: boolean): Promise<void> {
    try {
      const checks = this.#checks;
      if (!checks) throw new Error("The output is checked before it is composed.");
      const warnings = await this.#report.step("check pages", (step) => checks.complete(folder, step, isWatched));
      for (const warning of warnings) this.#console.notice(warning);
    } catch (error) {
      if (!isWatched || !(error instanceof OutputError)) throw error;
      this.#console.notice(error.message);
    }
  }

  #openComposing(): void {
    const { catalog } = this.prepared;
    this.#checks = new OutputChecks(expectedOutput(this.prepared, this.settings));
    this.#composing = this.#report.open("compose pages");
    this.#composing.expect(catalog.articles.length + catalog.archives.length + catalog.listings.length);
  }

  #notices(site: Site): void {
    if (!site.address) {
      this.#console.notice(
        "No site address: no feeds, sitemaps, structured data, share pictures, search description or canonical addresses, no links on 404.html. Set `address` in _data/site.ts.",
      );
    }
    if (!site.newsletter) {
      const instead = site.address ? "offers the feeds" : "leads to the front page";
      this.#console.notice(`No newsletter provider: its place ${instead}. Set \`newsletter\` in _data/site.ts.`);
    }
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
