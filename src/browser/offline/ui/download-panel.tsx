import { render } from "preact";
import {
  DownloadPanel,
  type DownloadPanelActions,
  type DownloadPanelState,
} from "../../../../_includes/components/offline/DownloadPanel.tsx";
import type { DownloadState } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import { pageLanguage } from "../../page-language.ts";
import { TranslatableRoot } from "../../translatable-root.ts";
import { downloadAnnouncement } from "./download-announcement.ts";
import { pageDownload, unsupportedReason } from "./page-download.ts";

const EVERYTHING: Selection = { part: "everything", pictures: true };

/**
 * Shows the download panel, or why the browser does not support it.
 *
 * @param container an empty element on a page or in a dialog
 */
export async function showDownloadPanel(container: HTMLElement): Promise<void> {
  const reason = unsupportedReason();
  if (reason === undefined) await new DownloadPanelController(container).start();
  else render(<p>{reason}</p>, container);
}

/** Connects the panel with the page's download, and announces changes to screen readers. */
class DownloadPanelController {
  readonly #download = pageDownload();
  readonly #panel = document.createElement("div");
  readonly #root = new TranslatableRoot(this.#panel);
  readonly #liveRegion = document.createElement("p");
  readonly #container: HTMLElement;
  #state: DownloadPanelState = {
    language: pageLanguage,
    download: { phase: "idle" },
    stored: undefined,
    scopes: navigator.onLine ? "loading" : "unavailable",
    selection: EVERYTHING,
    freeBytes: undefined,
  };
  /** The latest state of the download: a slow read of an earlier one is dropped. */
  #latest: DownloadState | undefined;
  /** Whether a cancellation or deletion is under way: further ones are ignored. */
  #isEnding = false;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#liveRegion.className = "visually-hidden";
    this.#liveRegion.role = "status";
  }

  async start(): Promise<void> {
    const stored = await this.#download.storedEdition().catch(() => undefined);
    this.#state = { ...this.#state, stored, selection: stored?.selection ?? EVERYTHING };
    this.#update({});
    this.#container.replaceChildren(this.#panel, this.#liveRegion);
    this.#download.subscribe((state) => void this.#receive(state));
    addEventListener("online", () => this.#state.scopes === "unavailable" && void this.#loadScopes());
    if (this.#state.scopes === "loading") await this.#loadScopes();
  }

  readonly #actions: DownloadPanelActions = {
    select: (selection) => this.#update({ selection }),
    start: (selection) => {
      this.#latest = { phase: "preparing", selection };
      this.#update({ selection, download: this.#latest });
      this.#try(() => this.#download.start(selection));
    },
    pause: () => this.#try(() => this.#download.pause()),
    resume: () => this.#try(() => this.#download.resume()),
    cancel: () => this.#end(() => this.#download.cancel(), "Cancelled."),
    remove: () => this.#end(() => this.#download.delete(), "Download removed."),
    reload: () => void this.#loadScopes(),
  };

  async #loadScopes(): Promise<void> {
    this.#update({ scopes: "loading" });
    const [scopes, freeBytes] = await Promise.all([
      this.#download.scopes().catch(() => "unavailable" as const),
      this.#download.freeBytes().catch(() => undefined),
    ]);
    this.#update({ scopes, freeBytes });
  }

  async #receive(state: DownloadState): Promise<void> {
    const before = this.#state.download;
    this.#latest = state;
    if (state.phase !== "idle") {
      this.#announce(downloadAnnouncement(before, state, this.#state.language));
      this.#update({ download: state });
      return;
    }
    const [stored, freeBytes] = await Promise.all([
      this.#download.storedEdition().catch(() => undefined),
      this.#download.freeBytes().catch(() => undefined),
    ]);
    if (this.#latest !== state) return;
    this.#update({ download: state, stored, freeBytes });
    if (before.phase !== "idle" && stored && !this.#isEnding) this.#announce(`${stored.name} is saved on this device.`);
  }

  #try(run: () => Promise<void>): void {
    run().catch(() => this.#announce("Something went wrong. Reload the page and try again."));
  }

  #end(run: () => Promise<void>, announcement: string): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#try(async () => {
      try {
        await run();
        await this.#receive({ phase: "idle" });
        this.#announce(announcement);
      } finally {
        this.#isEnding = false;
      }
    });
  }

  #announce(text: string | undefined): void {
    if (text !== undefined) this.#liveRegion.textContent = text;
  }

  #update(changes: Partial<DownloadPanelState>): void {
    this.#state = { ...this.#state, ...changes };
    const hadFocus = this.#panel.contains(document.activeElement);
    this.#root.render(<DownloadPanel state={this.#state} actions={this.#actions} />);
    // The focused button may have been removed.
    if (hadFocus && !this.#panel.contains(document.activeElement)) this.#focus();
  }

  #focus(): void {
    const first = this.#panel.querySelector<HTMLElement>("h3, select");
    if (first?.localName === "h3") first.tabIndex = -1;
    first?.focus({ preventScroll: true });
  }
}
