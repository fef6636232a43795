import { render } from "preact";
import { TakeAlong, type TakeAlongDeeds, type TakeAlongState } from "../../../../_includes/components/offline/TakeAlong.tsx";
import type { SaveState } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import { saveWords } from "./download-words.ts";
import { editions, troubleWithEditions } from "./editions.ts";

/** What is offered first: it leaves nothing out. */
const EVERYTHING: Selection = { part: "everything", pictures: true };

/**
 * Lets readers take editions along.
 *
 * @param place an element for it alone, on a page or in a dialog
 */
export async function showTakeAlong(place: HTMLElement): Promise<void> {
  const trouble = troubleWithEditions();
  if (trouble === undefined) await new TakeAlongScreen(place).begin();
  else render(<p>{trouble}</p>, place);
}

/** What is shown of the editions on the device and on the host, and what has been chosen. */
class TakeAlongScreen {
  readonly #keeper = editions();
  readonly #screen = document.createElement("div");
  readonly #status = document.createElement("p");
  readonly #place: HTMLElement;
  #state: TakeAlongState = {
    language: document.documentElement.lang,
    save: { phase: "idle" },
    kept: undefined,
    // Without a connection nobody is asked.
    parts: navigator.onLine ? "asked" : "out-of-reach",
    chosen: EVERYTHING,
    freeBytes: undefined,
  };
  /** What the keeper told last: what was read meanwhile may be older. */
  #told: SaveState | undefined;
  /** Whether the reader ends what is going on: then nothing is done. */
  #isEnding = false;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#status.className = "visually-hidden";
    this.#status.role = "status";
  }

  async begin(): Promise<void> {
    const kept = await this.#keeper.kept().catch(() => undefined);
    this.#state = { ...this.#state, kept, chosen: kept?.selection ?? EVERYTHING };
    this.#show({});
    this.#place.replaceChildren(this.#screen, this.#status);
    this.#keeper.follow((save) => void this.#take(save));
    addEventListener("online", () => this.#state.parts === "out-of-reach" && void this.#ask());
    if (this.#state.parts === "asked") await this.#ask();
  }

  readonly #on: TakeAlongDeeds = {
    choose: (chosen) => this.#show({ chosen }),
    save: (selection) => {
      this.#told = { phase: "preparing", selection };
      this.#show({ chosen: selection, save: this.#told });
      this.#try(() => this.#keeper.save(selection));
    },
    pause: () => this.#try(() => this.#keeper.pause()),
    resume: () => this.#try(() => this.#keeper.resume()),
    cancel: () => this.#end(() => this.#keeper.cancel(), "Cancelled."),
    remove: () => this.#end(() => this.#keeper.delete(), "The edition is deleted."),
    ask: () => void this.#ask(),
  };

  async #ask(): Promise<void> {
    this.#show({ parts: "asked" });
    const [parts, freeBytes] = await Promise.all([
      this.#keeper.parts().catch(() => "out-of-reach" as const),
      this.#keeper.freeBytes().catch(() => undefined),
    ]);
    this.#show({ parts, freeBytes });
  }

  /** Once nothing is going on any more, the device may hold something else. */
  async #take(save: SaveState): Promise<void> {
    const before = this.#state.save;
    this.#told = save;
    if (save.phase !== "idle") {
      this.#say(saveWords(before, save, this.#state.language));
      this.#show({ save });
      return;
    }
    const [kept, freeBytes] = await Promise.all([
      this.#keeper.kept().catch(() => undefined),
      this.#keeper.freeBytes().catch(() => undefined),
    ]);
    if (this.#told !== save) return;
    this.#show({ save, kept, freeBytes });
    if (before.phase !== "idle" && kept && !this.#isEnding) this.#say(`${kept.name} is on this device now.`);
  }

  #try(act: () => Promise<void>): void {
    act().catch(() => this.#say("That did not work. Reload the page and try again."));
  }

  #end(act: () => Promise<void>, words: string): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#try(async () => {
      try {
        await act();
        await this.#take({ phase: "idle" });
        this.#say(words);
      } finally {
        this.#isEnding = false;
      }
    });
  }

  #say(words: string | undefined): void {
    if (words !== undefined) this.#status.textContent = words;
  }

  #show(changes: Partial<TakeAlongState>): void {
    this.#state = { ...this.#state, ...changes };
    const hadFocus = this.#screen.contains(document.activeElement);
    render(<TakeAlong state={this.#state} on={this.#on} />, this.#screen);
    // What had the focus may be gone: a button that has done its work.
    if (hadFocus && !this.#screen.contains(document.activeElement)) this.#focus();
  }

  #focus(): void {
    const first = this.#screen.querySelector<HTMLElement>("h3, select");
    if (first?.localName === "h3") first.tabIndex = -1;
    first?.focus({ preventScroll: true });
  }
}
