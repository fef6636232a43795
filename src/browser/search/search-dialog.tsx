import { render } from "preact";
import { SearchBox, type SearchBoxProps } from "../../../_includes/components/search/SearchBox.tsx";
import { optionIdOf } from "../../../_includes/components/search/SearchSuggestions.tsx";
import type { SuggestionGroup } from "../../../_includes/components/search/suggestions.ts";
import { isStep, nextSuggestion } from "../../../_includes/components/search/suggestions.ts";
import { OFFLINE, SEARCH } from "../../model/fixed-pages.ts";
import { Announcer } from "./announcer.ts";
import { DialogSuggestions, HREF } from "./dialog-suggestions.ts";
import { clearRecentSearches, rememberSearch } from "./recent-searches.ts";
import { cancelSearch } from "./search-client.ts";

/** Keys that move the caret within the field, and so deselect the suggestion. */
const CARET_KEYS: ReadonlySet<string> = new Set(["Home", "End", "ArrowLeft", "ArrowRight"]);

let dialog: SearchDialog | undefined;

/** Opens the search dialog over the page. */
export function openSearchDialog(): void {
  dialog ??= new SearchDialog();
  dialog.open();
}

/** The search dialog, a combobox: the field keeps the focus while arrow keys select a suggestion. */
class SearchDialog {
  readonly #dialog = createDialog();
  readonly #suggestions = new DialogSuggestions({
    onChange: () => this.#show(),
    onEnd: (text) => this.#announcer.announce(text),
  });
  readonly #announcer: Announcer;
  #groups: readonly SuggestionGroup[] = [];
  /** The address of the selected suggestion. */
  #active: string | undefined;

  constructor() {
    this.#show();
    this.#announcer = new Announcer(this.#dialog.querySelector("[role=status]"));
    this.#dialog.addEventListener("close", cancelSearch);
  }

  open(): void {
    this.#dialog.showModal();
    this.#input?.focus();
    this.#input?.select();
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
      if (event.ctrlKey || event.metaKey || event.shiftKey) rememberSearch(query);
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
    if (event.isComposing || event.shiftKey || event.altKey) return;
    const { key } = event;
    const option = this.#option;
    if (CARET_KEYS.has(key)) this.#activate(undefined);
    if (!isStep(key) && !(key === "Enter" && option)) return;
    event.preventDefault();
    if (isStep(key)) this.#activate(nextSuggestion(this.#active, key, this.#groups));
    else option?.click();
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
    render(<SearchBox searchPage={HREF(SEARCH)} offlinePage={HREF(OFFLINE)} state={state} on={this.#on} />, this.#dialog);
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

function createDialog(): HTMLDialogElement {
  const element = document.createElement("dialog");
  element.id = "search_dialog";
  element.className = "dialog search-dialog";
  element.ariaLabel = "Search";
  document.body.append(element);
  return element;
}
