import type { SaveProgress, SaveState } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import type { WantedFile } from "./required-files.ts";

/** People see no more, and every open page is told. */
const LEAST_MS = 250;

/** Tells how far a save has come. */
export class ProgressTeller {
  readonly #selection: Selection;
  readonly #tell: (state: SaveState) => void;
  readonly #nowMs: () => number;
  #progress: SaveProgress | undefined;
  #isLineLost = false;
  #toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(selection: Selection, tell: (state: SaveState) => void, nowMs: () => number) {
    this.#selection = selection;
    this.#tell = tell;
    this.#nowMs = nowMs;
  }

  /** Undefined until it is known what there is to be fetched. */
  get progress(): SaveProgress | undefined {
    return this.#progress;
  }

  get isLineLost(): boolean {
    return this.#isLineLost;
  }

  begin(progress?: SaveProgress): void {
    this.#progress = progress;
    this.tellNow();
  }

  lineChanged(isLost: boolean): void {
    this.#isLineLost = isLost;
    this.tellNow();
  }

  fetched({ bytes, isStory }: WantedFile): void {
    if (!this.#progress) return;
    this.#progress = {
      ...this.#progress,
      bytes: this.#progress.bytes + bytes,
      stories: this.#progress.stories + Number(isStory),
    };
    if (this.#nowMs() - this.#toldAtMs >= LEAST_MS) this.tellNow();
  }

  tellNow(): void {
    this.#toldAtMs = this.#nowMs();
    this.#tell(this.state);
  }

  get state(): SaveState {
    const [selection, progress] = [this.#selection, this.#progress];
    if (this.#isLineLost) return { phase: "waiting", selection, progress };
    return progress ? { phase: "saving", selection, progress } : { phase: "preparing", selection };
  }
}
