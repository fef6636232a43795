import type { Step } from "../../../lib/step.ts";
import type { SitePath } from "../../../model/urls.ts";
import { folderEntries } from "../../files/folder-entries.ts";
import { detached } from "./detached.ts";
import type { ExpectedOutput } from "./expected-output.ts";
import { FaultList } from "./fault-list.ts";
import { LinkTargets, missingFragment } from "./link-targets.ts";
import { type OutputDiagnostic, OutputError } from "./output-fault.ts";
import { ownAddresses } from "./own-addresses.ts";
import { pageFaults } from "./page-rules.ts";
import { privateText } from "./private-text.ts";
import { isText, publicFileFault } from "./public-files.ts";
import { readAddress } from "./read-address.ts";
import { readTexts } from "./read-texts.ts";
import { scanPage } from "./scan-page.ts";
import type { WrittenAddress } from "./written-address.ts";

type Finding = Omit<OutputDiagnostic, "source" | "page">;

const NOT_FOUND: SitePath = "/404.html";
/** What the build makes by itself, such as the files for hosts, has no source that an editor could open. */
const NO_SOURCE = "the build";
/**
 * Pages compress to about a seventh, and so much reaches a reader in the ten segments that a server sends before it waits
 * for an answer (RFC 6928).
 */
const MOST_HTML_BYTES = 100 * 1024;

/**
 * Checks everything that is about to be published. Pages are read while they are composed, when their text is at hand, and
 * nothing is kept of one but where it links to and which ids it has. What it takes to know all files is checked at the end.
 */
export class OutputChecks {
  readonly #expected: ExpectedOutput;
  readonly #faults = new FaultList();
  readonly #warnings = new FaultList();
  readonly #targets = new LinkTargets();
  readonly #templates = new Map<SitePath, string>();
  readonly #idsOf = new Map<SitePath, string>();
  readonly #forwarding = new Set<SitePath>();
  #readingMs = 0;

  constructor(expected: ExpectedOutput) {
    this.#expected = expected;
  }

  /**
   * Takes in what has been composed.
   *
   * @param path where it stands; pages end in `/` or `.html`
   * @param template the file that composed it
   */
  readComposed(path: SitePath, template: string, text: string, bytes: number): void {
    const startedMs = performance.now();
    this.#templates.set(path, template);
    if (isPage(path)) this.#readPage(path, text, bytes);
    this.#readingMs += performance.now() - startedMs;
  }

  /**
   * Checks the whole output.
   *
   * @param isWatched whether pages of earlier builds may lie in the folder, which are none of this one
   * @returns what is worth telling and nothing to stop for
   * @throws OutputError with everything that is wrong
   */
  async complete(folder: string, step: Step, isWatched: boolean): Promise<readonly string[]> {
    const { files } = await folderEntries(folder);
    step.note(`read in ${Math.round(this.#readingMs)} ms`);
    for (const file of files) this.#complain(`/${file}`, publicFileFault(file));
    const texts = files.filter((file) => isText(file) && !this.#idsOf.has(pathOf(file)));
    await readTexts(folder, isWatched ? texts.filter((file) => !isPage(`/${file}`)) : texts, (file, text) => {
      if (isPage(`/${file}`)) this.#readPage(pathOf(file), text, Buffer.byteLength(text));
      else this.#readText(`/${file}`, text);
    });
    this.#checkUnpublished();
    const sourceOf = (page: SitePath): string => this.#sourceOf(page);
    const { unpublished } = this.#expected;
    this.#targets.check({ files: new Set(files), idsOf: this.#idsOf, sourceOf, unpublished }, this.#faults);
    step.advance(this.#idsOf.size);
    if (this.#faults.count > 0) throw new OutputError(this.#faults.lines(), this.#faults.count);
    return this.#warnings.lines();
  }

  #readPage(path: SitePath, html: string, bytes: number): void {
    const page = scanPage(html);
    this.#idsOf.set(path, detached(` ${[...page.ids].join(" ")} `));
    if (page.forwards) this.#forwarding.add(path);
    for (const fault of pageFaults(page)) this.#complain(path, fault);
    for (const address of page.addresses) this.#follow(path, address, page.ids);
    for (const data of page.data) this.#followOwn(path, data);
    this.#complain(path, privateText(html, this.#expected.privateFolders));
    if (bytes > MOST_HTML_BYTES) this.#warnings.add("bytes", this.#fault(path, tooLarge(bytes)));
  }

  #readText(path: SitePath, text: string): void {
    this.#complain(path, privateText(text, this.#expected.privateFolders));
    this.#followOwn(path, text);
  }

  #follow(page: SitePath, written: WrittenAddress, ids: ReadonlySet<string>): void {
    const address = readAddress(written, { page, own: this.#expected.address, isAnywhere: page === NOT_FOUND });
    if (address.kind === "elsewhere") return;
    if (address.kind === "faulty") {
      const { problem, remedy } = address;
      this.#complain(page, { element: shown(written), problem, remedy });
    } else if (address.path !== page) {
      this.#targets.count(address.path, address.fragment)?.push({ page, element: detached(shown(written)) });
    } else if (!ids.has(address.fragment)) {
      const problem = missingFragment(page, address.fragment, [...ids]);
      if (problem) this.#complain(page, { element: shown(written), ...problem });
    }
  }

  #followOwn(page: SitePath, text: string): void {
    const { address } = this.#expected;
    if (address === undefined) return;
    for (const path of ownAddresses(text, address)) {
      this.#targets.count(path, "")?.push({ page, element: detached(`${address}${path.slice(1)}`) });
    }
  }

  /** A page that forwards may stand where a story was that has been taken back. */
  #checkUnpublished(): void {
    for (const [path, file] of this.#expected.unpublished) {
      if (!this.#idsOf.has(path) || this.#forwarding.has(path)) continue;
      this.#complain(path, {
        problem: `is the page of ${file}, which is not to be published`,
        remedy: "keep it out of the output",
      });
    }
  }

  /** Faults of one kind have what is wrong in common, whichever page has it. */
  #complain(page: SitePath, found: (Partial<Finding> & Pick<Finding, "problem" | "remedy">) | undefined): void {
    if (found) this.#faults.add(found.problem, this.#fault(page, { element: undefined, ...found }));
  }

  #fault(page: SitePath, finding: Finding): OutputDiagnostic {
    return { source: this.#sourceOf(page), page, ...finding };
  }

  #sourceOf(page: SitePath): string {
    return this.#expected.published.get(page) ?? this.#templates.get(page) ?? NO_SOURCE;
  }
}

function tooLarge(bytes: number): Finding {
  const [is, most] = [bytes, MOST_HTML_BYTES].map((size) => Math.round(size / 1024).toLocaleString("en"));
  return { element: "<html>", problem: `weighs ${is} KiB, more than ${most}`, remedy: "part it into several pages" };
}

function shown({ element, attribute, written }: WrittenAddress): string {
  return `<${element} ${attribute}="${written}">`;
}

function isPage(path: SitePath): boolean {
  return path.endsWith("/") || path.endsWith(".html");
}

/** The address that a file answers. */
function pathOf(file: string): SitePath {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}
