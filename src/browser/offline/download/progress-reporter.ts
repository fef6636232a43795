import type { DownloadProgress, DownloadState } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import type { PlannedFile } from "./download-plan.ts";

/** Progress is throttled: every open page receives it, and people see no more. */
const MIN_INTERVAL_MS = 250;

/** Reports the state of a running download. */
export class ProgressReporter {
  readonly #selection: Selection;
  readonly #report: (state: DownloadState) => void;
  readonly #nowMs: () => number;
  #progress: DownloadProgress | undefined;
  #isOffline = false;
  #reportedAtMs = Number.NEGATIVE_INFINITY;

  constructor(selection: Selection, report: (state: DownloadState) => void, nowMs: () => number) {
    this.#selection = selection;
    this.#report = report;
    this.#nowMs = nowMs;
  }

  /** Undefined until the lists have been fetched. */
  get progress(): DownloadProgress | undefined {
    return this.#progress;
  }

  get isOffline(): boolean {
    return this.#isOffline;
  }

  start(progress?: DownloadProgress): void {
    this.#progress = progress;
    this.reportNow();
  }

  networkChanged(isOffline: boolean): void {
    this.#isOffline = isOffline;
    this.reportNow();
  }

  fetched({ bytes, isStory }: PlannedFile): void {
    if (!this.#progress) return;
    this.#progress = {
      ...this.#progress,
      bytes: this.#progress.bytes + bytes,
      stories: this.#progress.stories + Number(isStory),
    };
    if (this.#nowMs() - this.#reportedAtMs >= MIN_INTERVAL_MS) this.reportNow();
  }

  reportNow(): void {
    this.#reportedAtMs = this.#nowMs();
    this.#report(this.state);
  }

  get state(): DownloadState {
    const [selection, progress] = [this.#selection, this.#progress];
    if (this.#isOffline) return { phase: "waiting", selection, progress };
    return progress ? { phase: "saving", selection, progress } : { phase: "preparing", selection };
  }
}
