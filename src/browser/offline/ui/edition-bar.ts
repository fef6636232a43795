import { describeFailure, formatEditionDay, formatProgress } from "../../../../_includes/components/offline/edition-text.ts";
import type { DownloadState } from "../../../formats/offline/download.ts";
import type { StoredEdition } from "../../../formats/offline/stored-edition.ts";
import { OFFLINE } from "../../../model/fixed-pages.ts";
import { pageLanguage } from "../../page-language.ts";
import { publicationRoot } from "../../publication-root.ts";
import type { OfflineDownload } from "../download/offline-download.ts";
import { linkTo } from "./elements.ts";

type Download = Pick<OfflineDownload, "start" | "subscribe" | "storedEdition">;

/** The publications of a host share one local storage. */
const DECLINED_KEY = `declined-edition ${publicationRoot.pathname}`;

/** Whether the reader has declined this edition. */
export function isDeclined(fingerprint: string): boolean {
  try {
    return localStorage.getItem(DECLINED_KEY) === fingerprint;
  } catch {
    return false;
  }
}

/** Where storage is refused, the next page asks again. */
function decline(fingerprint: string): void {
  try {
    localStorage.setItem(DECLINED_KEY, fingerprint);
  } catch {
    // The bar is closed all the same.
  }
}

/** The button of the final message. */
const CLOSE = "Close";

/** A bar at the bottom of the window that offers an update of the stored edition, and shows its progress and result. */
export class EditionBar {
  readonly #download: Download;
  readonly #before: StoredEdition;
  readonly #fingerprint: string;
  readonly #isPageOfStored: boolean;
  readonly #bar = document.createElement("aside");
  /** A live region; progress is not announced. */
  readonly #message = document.createElement("p");
  readonly #progress = document.createElement("progress");
  readonly #figures = document.createElement("span");
  readonly #buttons = document.createElement("span");
  readonly #language = pageLanguage;

  /**
   * @param before the stored edition
   * @param fingerprint that of the newer edition
   * @param isPageOfStored whether the page comes from the stored edition, so that an update makes it outdated
   */
  constructor(download: Download, before: StoredEdition, fingerprint: string, isPageOfStored: boolean) {
    this.#download = download;
    this.#before = before;
    this.#fingerprint = fingerprint;
    this.#isPageOfStored = isPageOfStored;
  }

  show(): void {
    this.#bar.className = "edition-bar";
    this.#bar.ariaLabel = "The edition on this device";
    this.#message.role = "status";
    this.#message.tabIndex = -1;
    this.#progress.ariaLabel = "Downloaded";
    const content = document.createElement("div");
    content.className = "wrap";
    content.append(this.#message, this.#progress, this.#figures, this.#buttons);
    this.#bar.append(content);
    document.body.append(this.#bar);
    this.#showProgress(undefined);
    // A live region is announced only if it exists before its text.
    requestAnimationFrame(() => {
      this.#showMessage("A new edition is available.", {
        Update: () => void this.#update(),
        "Not now": () => {
          decline(this.#fingerprint);
          this.#bar.remove();
        },
      });
    });
  }

  async #update(): Promise<void> {
    this.#showMessage("Updating the edition on this device…", {});
    const { selection } = this.#before;
    await this.#download.start(selection);
    await this.#showResult(await this.#finalState());
  }

  /** Shows progress until the download ends or fails. */
  #finalState(): Promise<DownloadState> {
    return new Promise((resolve) => {
      const unsubscribe = this.#download.subscribe((state) => {
        if (state.phase === "saving") this.#showProgress(state);
        if (state.phase !== "idle" && state.phase !== "stopped") return;
        resolve(state);
        queueMicrotask(() => unsubscribe());
      });
    });
  }

  async #showResult(state: DownloadState): Promise<void> {
    this.#showProgress(undefined);
    if (state.phase === "stopped") {
      const { reason } = describeFailure(state.fault, this.#language);
      this.#showMessage(`The edition could not be updated. ${reason}`, { [CLOSE]: this.#close });
      this.#buttons.prepend(linkTo(new URL(`.${OFFLINE}#take_along`, publicationRoot).href, "Options"));
      return;
    }
    const stored = await this.#download.storedEdition();
    // Another page has cancelled the update, or deleted the edition.
    if (!stored || stored.fingerprint === this.#before.fingerprint) return this.#bar.remove();
    const message = `Updated to the edition of ${formatEditionDay(stored.date, this.#language)}.`;
    const reload = { Reload: () => location.reload() };
    this.#showMessage(message, { ...(this.#isPageOfStored ? reload : {}), [CLOSE]: this.#close });
  }

  readonly #close = (): void => this.#bar.remove();

  #showProgress(state: Extract<DownloadState, { phase: "saving" }> | undefined): void {
    this.#progress.hidden = this.#figures.hidden = state === undefined;
    if (!state) return;
    const { bytes, bytesInAll } = state.progress;
    this.#progress.value = bytesInAll > 0 ? bytes / bytesInAll : 1;
    this.#figures.textContent = formatProgress(state.progress, this.#language);
  }

  #showMessage(message: string, actions: Readonly<Record<string, () => void>>): void {
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#message.textContent = message;
    this.#buttons.replaceChildren(...Object.entries(actions).map(([name, run]) => button(name, run)));
    if (hadFocus) this.#message.focus({ preventScroll: true });
  }
}

function button(name: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "quiet-button";
  element.textContent = name;
  element.addEventListener("click", onClick);
  return element;
}
