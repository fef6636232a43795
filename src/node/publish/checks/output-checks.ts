import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "../../../lib/step.ts";
import { type SitePath, servedPath } from "../../../model/urls.ts";
import { folderEntries } from "../../files/folder-entries.ts";
import { contentPlaces } from "./content-places.ts";
import type { ExpectedOutput } from "./expected-output.ts";
import { checkFragment, copyString, LinkTargets } from "./link-targets.ts";
import { DiagnosticList, type Finding, type IsCause, type OutputDiagnostic, OutputError } from "./output-diagnostics.ts";
import type { Link } from "./page-links.ts";
import { checkPage } from "./page-rules.ts";
import { checkFile, checkText, isText } from "./publishable.ts";
import { internalPaths, resolveLink } from "./resolve-link.ts";
import { scanPage } from "./scan-page.ts";

const NOT_FOUND: SitePath = "/404.html";
/** The source of what the build itself writes, such as the files for hosts. */
const NO_SOURCE = "the build";
/** Compressed to about a seventh, this fits the ten segments that a server sends before an acknowledgement (RFC 6928). */
const MAX_HTML_BYTES = 100 * 1024;
/** Where a file without a page of its own, such as a list of authors, is shown. */
const ALL_PAGES = "every page that shows it";
const READ_CONCURRENCY = 64;

/**
 * Checks everything that is about to be published. Pages are scanned while they are composed, when their text is in memory
 * anyway; only their links and ids are stored. What needs the whole output is checked at the end.
 */
export class OutputChecks {
  readonly #expected: ExpectedOutput;
  readonly #errors = new DiagnosticList();
  readonly #warnings = new DiagnosticList();
  readonly #targets = new LinkTargets();
  readonly #templates = new Map<SitePath, string>();
  readonly #idsOf = new Map<SitePath, string>();
  readonly #redirectPages = new Set<SitePath>();
  #scanMs = 0;

  constructor(expected: ExpectedOutput) {
    this.#expected = expected;
  }

  /**
   * Checks a composed page or file.
   *
   * @param path pages end in `/` or `.html`
   * @param template the file that composed it
   */
  addComposed(path: SitePath, template: string, text: string, bytes: number): void {
    const startedMs = performance.now();
    this.#templates.set(path, template);
    if (isPage(path)) this.#checkPage(path, text, bytes);
    this.#scanMs += performance.now() - startedMs;
  }

  /**
   * Checks the whole output.
   *
   * @param isWatched whether the folder may also have pages of earlier builds, which are not checked
   * @returns warnings
   * @throws OutputError with every error
   */
  async complete(folder: string, step: Step, isWatched: boolean): Promise<readonly string[]> {
    const { files } = await folderEntries(folder);
    step.note(`read in ${Math.round(this.#scanMs)} ms`);
    for (const file of files) this.#report(`/${file}`, checkFile(file));
    const texts = files.filter((file) => isText(file) && !this.#idsOf.has(servedPath(file)));
    await readTexts(folder, isWatched ? texts.filter((file) => !isPage(`/${file}`)) : texts, (file, text) => {
      if (isPage(`/${file}`)) this.#checkPage(servedPath(file), text, Buffer.byteLength(text));
      else this.#checkText(`/${file}`, text);
    });
    this.#checkUnpublished();
    const sourceOf = (page: SitePath): string => this.#sourceOf(page);
    const { unpublished, siteUrl } = this.#expected;
    this.#targets.check({ siteUrl, files: new Set(files), idsOf: this.#idsOf, sourceOf, unpublished }, this.#errors);
    step.advance(this.#idsOf.size);
    if (this.#errors.count > 0) await this.#errors.attribute((isCause) => this.#causes(isCause));
    if (this.#errors.count > 0) throw new OutputError(this.#errors.lines(), this.#errors.count);
    return this.#warnings.lines();
  }

  #checkPage(path: SitePath, html: string, bytes: number): void {
    const page = scanPage(html);
    this.#idsOf.set(path, copyString(` ${[...page.ids].join(" ")} `));
    if (page.isRedirect) this.#redirectPages.add(path);
    for (const finding of checkPage(page)) this.#report(path, finding);
    for (const link of page.links) this.#checkLink(path, link, page.ids);
    for (const data of page.data) this.#checkInternalUrls(path, data);
    this.#report(path, checkText(html, this.#expected.privateFolders));
    if (bytes > MAX_HTML_BYTES) this.#warnings.add("bytes", this.#diagnostic(path, tooLarge(bytes)));
  }

  #checkText(path: SitePath, text: string): void {
    this.#report(path, checkText(text, this.#expected.privateFolders));
    this.#checkInternalUrls(path, text);
  }

  #checkLink(page: SitePath, link: Link, ids: ReadonlySet<string>): void {
    const { siteUrl } = this.#expected;
    const resolved = resolveLink(link, { page, siteUrl, isServedAnywhere: page === NOT_FOUND });
    if (resolved.kind === "external") return;
    if (resolved.kind === "invalid") {
      const { message, fix } = resolved;
      this.#report(page, { element: formatLink(link), message, fix });
    } else if (resolved.path !== page) {
      this.#targets.count(resolved.path, resolved.fragment)?.push({ page, element: copyString(formatLink(link)) });
    } else if (!ids.has(resolved.fragment)) {
      const finding = checkFragment(page, resolved.fragment, [...ids]);
      if (finding) this.#report(page, { element: formatLink(link), ...finding });
    }
  }

  #checkInternalUrls(page: SitePath, text: string): void {
    const { siteUrl } = this.#expected;
    if (siteUrl === undefined) return;
    for (const path of internalPaths(text, siteUrl)) {
      this.#targets.count(path, "")?.push({ page, element: copyString(`${siteUrl}${path.slice(1)}`) });
    }
  }

  /** A withdrawn story may have a redirect page at its path. */
  #checkUnpublished(): void {
    for (const [path, file] of this.#expected.unpublished) {
      if (!this.#idsOf.has(path) || this.#redirectPages.has(path)) continue;
      this.#report(path, { message: `is the page of ${file}, which must not be published`, fix: "keep it out of the output" });
    }
  }

  /** Errors with the same message are grouped, whichever page they are on. */
  #report(page: SitePath, finding: Finding | undefined): void {
    if (finding) this.#errors.add(finding.message, this.#diagnostic(page, finding), finding.isCause);
  }

  #diagnostic(page: SitePath, { element, message, fix }: Finding): OutputDiagnostic {
    return { source: this.#sourceOf(page), page, element, message, fix };
  }

  /** The lines of the content that cause an error, with the page of their file, or else with the file alone. */
  async #causes(isCause: IsCause): Promise<readonly Pick<OutputDiagnostic, "source" | "page">[]> {
    const { contentFolders, published, unpublished } = this.#expected;
    const withheld = new Set(unpublished.values());
    const pageOf = new Map([...published].map(([page, file]) => [file, page]));
    const places = await contentPlaces(contentFolders, isCause);
    const causes = places.filter(({ file }) => !withheld.has(file));
    return causes.map(({ file, line }) => ({ source: `${file}:${line}`, page: pageOf.get(file) ?? ALL_PAGES }));
  }

  #sourceOf(page: SitePath): string {
    return this.#expected.published.get(page) ?? this.#templates.get(page) ?? NO_SOURCE;
  }
}

/** Reads text files in batches, and passes them on in order. */
async function readTexts(folder: string, files: readonly string[], visit: (file: string, text: string) => void): Promise<void> {
  for (let start = 0; start < files.length; start += READ_CONCURRENCY) {
    const batch = files.slice(start, start + READ_CONCURRENCY);
    const texts = await Promise.all(batch.map((file) => readFile(join(folder, file), "utf8")));
    for (const [index, text] of texts.entries()) visit(batch[index] ?? "", text);
  }
}

function tooLarge(bytes: number): Finding {
  const [kib, maxKib] = [bytes, MAX_HTML_BYTES].map((size) => Math.round(size / 1024).toLocaleString("en"));
  return { element: "<html>", message: `weighs ${kib} KiB, more than ${maxKib}`, fix: "split it into several pages" };
}

function formatLink({ element, attribute, url }: Link): string {
  return `<${element} ${attribute}="${url}">`;
}

function isPage(path: SitePath): boolean {
  return path.endsWith("/") || path.endsWith(".html");
}
