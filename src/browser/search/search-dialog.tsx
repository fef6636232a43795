import { SearchBox, type SearchBoxProps } from "../../../_includes/components/search/SearchBox.tsx";
import { optionIdOf } from "../../../_includes/components/search/SearchSuggestions.tsx";
import type { SuggestionGroup } from "../../../_includes/components/search/suggestions.ts";
import { isStep, nextSuggestion } from "../../../_includes/components/search/suggestions.ts";
import { OFFLINE, SEARCH } from "../../model/fixed-pages.ts";
import { TranslatableRoot } from "../translatable-root.ts";
import { Announcer } from "./announcer.ts";
import { DialogSuggestions, HREF } from "./dialog-suggestions.ts";
import { clearRecentSearches, rememberSearch } from "./recent-searches.ts";
import { cancelSearch } from "./search-client.ts";

/** Keys that move the caret within the field, and so deselect the suggestion. */
const CARET_KEYS: ReadonlySet<string> = new Set(["Home", "End", "ArrowLeft", "ArrowRight"]);

/** The search dialog, a combobox: the field keeps the focus while arrow keys select a suggestion. */
export class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #root: TranslatableRoot;
  readonly #suggestions = new DialogSuggestions({
    onChange: () => this.#show(),
    onEnd: (text) => this.#announcer.announce(text),
  });
  readonly #announcer: Announcer;
  #groups: readonly SuggestionGroup[] = [];
  /** The address of the selected suggestion. */
  #active: string | undefined;

  /** @param dialog as `createSearchDialog` creates it; what has been typed stays in its field */
  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#root = new TranslatableRoot(dialog);
    this.#show();
    this.#announcer = new Announcer(this.#dialog.querySelector("[role=status]"));
    this.#dialog.addEventListener("close", cancelSearch);
  }

  /** Searches for what is in the field, unless the dialog has been closed meanwhile. */
  start(): void {
    if (!this.#dialog.open) return;
    this.#active = undefined;
    this.#suggestions.start(this.#query);
  }

  readonly #on: SearchBoxProps["on"] = {
    input: (event) => {
      // Text that an input method is still composing is not searched for.
      if (!event.isComposing) this.#search();
    },
    compositionEnd: () => this.#search(),
    key: (event) => this.#press(event),
    submit: () => this.#leave(this.#query),
    select: ({ query = "" }, event) => {
      if (opensElsewhere(event)) rememberSearch(query);
      else this.#leave(query);
    },
    retry: () => this.#suggestions.retry(this.#query),
    clearRecent: () => {
      clearRecentSearches();
      this.#show();
      this.#input?.focus();
    },
  };

  #search(): void {
    this.#active = undefined;
    this.#announcer.clear();
    this.#suggestions.search(this.#query);
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    const { key } = event;
    const option = this.#option;
    if (key === "Enter" && option) {
      event.preventDefault();
      if (!event.repeat) follow(option, event);
    }
    if (event.shiftKey) return;
    if (CARET_KEYS.has(key)) this.#activate(undefined);
    if (!isStep(key)) return;
    event.preventDefault();
    this.#activate(nextSuggestion(this.#active, key, this.#groups));
  }

  #activate(active: string | undefined): void {
    this.#active = active;
    this.#show();
    this.#option?.scrollIntoView({ block: "nearest" });
  }

  #leave(query: string): void {
    rememberSearch(query);
    this.#dialog.close();
  }

  #show(): void {
    const state = { ...this.#suggestions.state, active: this.#active };
    this.#groups = state.groups;
    this.#root.render(<SearchBox searchPage={HREF(SEARCH)} offlinePage={HREF(OFFLINE)} state={state} on={this.#on} />);
  }

  get #option(): HTMLElement | null {
    const id = optionIdOf(this.#groups, this.#active);
    return id === undefined ? null : document.getElementById(id);
  }

  get #input(): HTMLInputElement | null {
    return this.#dialog.querySelector("input");
  }

  get #query(): string {
    return this.#input?.value.trim() ?? "";
  }
}

/** Follows a link as a click with the same keys does: with Ctrl or ⌘ in a new tab, with Shift in a new window. */
function follow(link: HTMLElement, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window, ctrlKey, metaKey, shiftKey }));
}

/** Whether a click opens another tab or window. */
function opensElsewhere({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || button === 1;
}
