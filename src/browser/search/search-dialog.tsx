import { render } from "preact";
import { SearchBox, type SearchBoxProps } from "../../../_includes/components/search/SearchBox.tsx";
import { idOfOffer } from "../../../_includes/components/search/SearchOffers.tsx";
import type { OfferGroup } from "../../../_includes/components/search/search-offers.ts";
import { OFFLINE, SEARCH } from "../../model/urls.ts";
import { isStep, stepFrom } from "./active-offer.ts";
import { Announcer } from "./announcer.ts";
import { forgetSearches, rememberSearch } from "./recent-searches.ts";
import { cancelSearch } from "./search-client.ts";
import { HREF, SearchOffering } from "./search-offering.ts";

/** Keys that move within the text, and so away from the offers. */
const EDITS: ReadonlySet<string> = new Set(["Home", "End", "ArrowLeft", "ArrowRight"]);

let dialog: SearchDialog | undefined;

/** Opens the search over the page. */
export function openSearchDialog(): void {
  dialog ??= new SearchDialog();
  dialog.open();
}

/** The search as a dialog: the field keeps the focus, arrow keys lead through what it offers. */
class SearchDialog {
  readonly #dialog = createDialog();
  readonly #offering = new SearchOffering({
    onChange: () => this.#show(),
    onEnd: (words) => this.#announcer.say(words),
  });
  readonly #announcer: Announcer;
  #groups: readonly OfferGroup[] = [];
  /** The address of the offer that arrow keys have led to. */
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
    this.#offering.begin(this.#query);
  }

  readonly #on: SearchBoxProps["on"] = {
    input: (event) => {
      // What is being composed is no word yet.
      if (!event.isComposing) this.#ask();
    },
    compositionEnd: () => this.#ask(),
    key: (event) => this.#press(event),
    submit: () => this.#leave(this.#query),
    take: ({ query = "" }, event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) rememberSearch(query);
      else this.#leave(query);
    },
    again: () => this.#offering.again(this.#query),
    toForget: () => {
      forgetSearches();
      this.#show();
      this.#input?.focus();
    },
  };

  #ask(): void {
    this.#active = undefined;
    this.#announcer.hush();
    this.#offering.ask(this.#query);
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.shiftKey || event.altKey) return;
    const { key } = event;
    const option = this.#option;
    if (EDITS.has(key)) this.#lead(undefined);
    if (!isStep(key) && !(key === "Enter" && option)) return;
    event.preventDefault();
    if (isStep(key)) this.#lead(stepFrom(this.#active, key, this.#groups));
    else option?.click();
  }

  #lead(active: string | undefined): void {
    this.#active = active;
    this.#show();
    this.#option?.scrollIntoView({ block: "nearest" });
  }

  #leave(query: string): void {
    rememberSearch(query);
    this.#dialog.close();
  }

  #show(): void {
    const state = { ...this.#offering.state, active: this.#active };
    this.#groups = state.groups;
    render(<SearchBox searchPage={HREF(SEARCH)} offlinePage={HREF(OFFLINE)} state={state} on={this.#on} />, this.#dialog);
  }

  get #option(): HTMLElement | null {
    const id = idOfOffer(this.#groups, this.#active);
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
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  document.body.append(element);
  return element;
}
