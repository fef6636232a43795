import { render } from "preact";
import { CloseButton } from "../../../_includes/components/dialog/CloseButton.tsx";
import { SearchForm } from "../../../_includes/components/search/SearchForm.tsx";
import { type FoundStory, SearchResults, type SearchState } from "../../../_includes/components/search/SearchResults.tsx";
import { foundStory } from "./found-story.ts";
import { findStories, publicationRoot } from "./pagefind-client.ts";

const ON_THE_PAGE = 20;
const IN_THE_DIALOG = 5;
const PAUSE_MS = 120;

interface View {
  readonly input: HTMLInputElement;
  readonly results: HTMLElement;
  readonly atOnce: number;
  /** Told of every query before its results are there. */
  readonly onQuery: (query: string) => void;
  /** Where all results of a query are, if not here. */
  readonly allResults: ((query: string) => string) | undefined;
}

/** Searches on the search page: the query is in the address, so that it can be shared and returned to. */
export function showSearchPage(page: HTMLElement): void {
  const input = page.querySelector("input");
  const results = page.querySelector<HTMLElement>("#search_results");
  const browse = document.querySelector<HTMLElement>("#search_browse");
  if (!input || !results) return;
  const view: View = {
    input,
    results,
    atOnce: ON_THE_PAGE,
    allResults: undefined,
    onQuery: (query) => {
      if (browse) browse.hidden = query !== "";
      if (query !== queryInAddress())
        history.replaceState(undefined, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
    },
  };
  const search = searcher(view);
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  addEventListener("popstate", () => {
    input.value = queryInAddress();
    search();
  });
  if (input.value === "") input.value = queryInAddress();
  search();
}

function queryInAddress(): string {
  return new URLSearchParams(location.search).get("q")?.trim() ?? "";
}

/** Searches in a dialog over the page. Enter leads on to the search page. */
export function openSearchDialog(searchPage: string): void {
  const dialog = document.querySelector<HTMLDialogElement>("#search_dialog") ?? createDialog(searchPage);
  dialog.showModal();
  const input = dialog.querySelector<HTMLInputElement>("input[type=search]");
  input?.focus();
  input?.select();
}

function createDialog(searchPage: string): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.id = "search_dialog";
  dialog.className = "dialog search-dialog";
  dialog.setAttribute("aria-label", "Search");
  document.body.append(dialog);
  render(
    <>
      <CloseButton />
      <SearchForm id="dialog_search" action={searchPage} />
      <div class="search-dialog-results" />
    </>,
    dialog,
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  const input = dialog.querySelector<HTMLInputElement>("input[type=search]");
  const results = dialog.querySelector<HTMLElement>(".search-dialog-results");
  if (input && results) {
    // Browsers empty a search field by Escape. In a dialog it closes, wherever the focus is.
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    searcher({
      input,
      results,
      atOnce: IN_THE_DIALOG,
      onQuery: () => {},
      allResults: (query) => `${searchPage}?${new URLSearchParams({ q: query })}`,
    });
  }
  return dialog;
}

/** Searches while the reader types; a search that has been overtaken by another shows nothing. */
function searcher({ input, results, atOnce, onQuery, allResults }: View): () => void {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (state: SearchState, more?: () => void): void => {
    const further = state.kind === "found" && state.total > state.stories.length;
    render(
      <SearchResults
        state={state}
        onMore={further && !allResults ? more : undefined}
        moreHref={further && state.kind === "found" ? allResults?.(state.query) : undefined}
      />,
      results,
    );
  };
  const search = async (turn: number, fail: () => void): Promise<void> => {
    const query = input.value.trim();
    onQuery(query);
    if (query === "") return show({ kind: "empty" });
    const found = await findStories(query);
    const showUpTo = async (count: number, shown: readonly FoundStory[]): Promise<void> => {
      const fragments = await Promise.all(found.slice(shown.length, count).map((result) => result.data()));
      if (turn !== latest) return;
      const stories = [...shown, ...fragments.map((fragment) => foundStory(fragment, publicationRoot))];
      show({ kind: "found", query, total: found.length, stories }, () => void showUpTo(count + atOnce, stories).catch(fail));
      if (shown.length > 0) results.querySelectorAll<HTMLElement>("article :is(h2, h3) a")[shown.length]?.focus();
    };
    await showUpTo(atOnce, []);
  };
  const start = (): void => {
    clearTimeout(timer);
    latest += 1;
    const turn = latest;
    const fail = (): void => {
      if (turn === latest) show({ kind: "failed" });
    };
    search(turn, fail).catch(fail);
  };
  show({ kind: "empty" });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(start, PAUSE_MS);
  });
  return start;
}
