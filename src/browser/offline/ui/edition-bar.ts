import { editionDay, faultWords, progressWords } from "../../../../_includes/components/offline/edition-words.ts";
import type { SaveState } from "../../../formats/offline/download.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";
import { OFFLINE } from "../../../model/urls.ts";
import { publicationRoot } from "../../publication-root.ts";
import type { EditionKeeper } from "../download/offline-download.ts";
import { decline } from "./declined-edition.ts";
import { linkTo } from "./link-to.ts";

type Keeper = Pick<EditionKeeper, "save" | "follow" | "kept">;

/** What the bar offers at the end of it all. */
const CLOSE = "Close";

/** A bar at the foot of the window that offers a newer edition, brings it to the device, and says how that went. */
export class EditionBar {
  readonly #keeper: Keeper;
  readonly #before: KeptEdition;
  readonly #fingerprint: string;
  readonly #isPageOfKept: boolean;
  readonly #bar = document.createElement("aside");
  /** What is said aloud; how far it is, is not. */
  readonly #words = document.createElement("p");
  readonly #progress = document.createElement("progress");
  readonly #figures = document.createElement("span");
  readonly #deeds = document.createElement("span");
  readonly #language = document.documentElement.lang;

  /**
   * @param before the one that is kept
   * @param fingerprint that of the newer edition
   * @param isPageOfKept whether the page that is shown was made from the kept edition, so that it is of the older one
   */
  constructor(keeper: Keeper, before: KeptEdition, fingerprint: string, isPageOfKept: boolean) {
    this.#keeper = keeper;
    this.#before = before;
    this.#fingerprint = fingerprint;
    this.#isPageOfKept = isPageOfKept;
  }

  offer(): void {
    this.#bar.className = "edition-bar";
    this.#bar.ariaLabel = "The edition on this device";
    this.#words.role = "status";
    this.#words.tabIndex = -1;
    this.#progress.ariaLabel = "Fetched";
    const line = document.createElement("div");
    line.className = "wrap";
    line.append(this.#words, this.#progress, this.#figures, this.#deeds);
    this.#bar.append(line);
    document.body.append(this.#bar);
    this.#showProgress(undefined);
    // A region has to be there before what it says is, to be read out.
    requestAnimationFrame(() => {
      this.#say("A newer edition than the one on this device is ready.", {
        Update: () => void this.#update(),
        "Not now": () => {
          decline(this.#fingerprint);
          this.#bar.remove();
        },
      });
    });
  }

  async #update(): Promise<void> {
    this.#say("Updating the edition on this device …", {});
    const { selection } = this.#before;
    await this.#keeper.save(selection);
    await this.#showEnd(await this.#endOfSave());
  }

  /** Shows how far it is, and waits until it ends one way or the other. */
  #endOfSave(): Promise<SaveState> {
    return new Promise((resolve) => {
      const leave = this.#keeper.follow((state) => {
        if (state.phase === "saving") this.#showProgress(state);
        if (state.phase !== "idle" && state.phase !== "stopped") return;
        resolve(state);
        queueMicrotask(() => leave());
      });
    });
  }

  async #showEnd(state: SaveState): Promise<void> {
    this.#showProgress(undefined);
    if (state.phase === "stopped") {
      this.#say(`The edition could not be updated. ${faultWords(state.fault, this.#language).what}`, { [CLOSE]: this.#close });
      this.#deeds.prepend(linkTo(new URL(`.${OFFLINE}#take_along`, publicationRoot).href, "What can be done"));
      return;
    }
    const kept = await this.#keeper.kept();
    // Cancelled, or deleted, elsewhere.
    if (!kept || kept.fingerprint === this.#before.fingerprint) return this.#bar.remove();
    const words = `The edition on this device is of ${editionDay(kept.date, this.#language)} now.`;
    const reload = { Reload: () => location.reload() };
    this.#say(words, { ...(this.#isPageOfKept ? reload : {}), [CLOSE]: this.#close });
  }

  readonly #close = (): void => this.#bar.remove();

  #showProgress(state: Extract<SaveState, { phase: "saving" }> | undefined): void {
    this.#progress.hidden = this.#figures.hidden = state === undefined;
    if (!state) return;
    const { bytes, bytesInAll } = state.progress;
    this.#progress.value = bytesInAll > 0 ? bytes / bytesInAll : 1;
    this.#figures.textContent = progressWords(state.progress, this.#language);
  }

  #say(words: string, deeds: Readonly<Record<string, () => void>>): void {
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#words.textContent = words;
    this.#deeds.replaceChildren(...Object.entries(deeds).map(([name, act]) => button(name, act)));
    if (hadFocus) this.#words.focus({ preventScroll: true });
  }
}

function button(name: string, act: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "quiet-button";
  element.textContent = name;
  element.addEventListener("click", act);
  return element;
}
