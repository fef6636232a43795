import { SearchController } from "./search-controller.ts";
import { applyYear } from "./search-fields.ts";
import type { SearchElements } from "./search-view.tsx";

/** Debounce delay for saving the scroll position. It would be too late when the page is left. */
const SCROLL_DELAY_MS = 200;
/** Where the filters stand beside the results and are always open; `search.css` and `search-filters.css` have the same width. */
const WIDE = "(width >= 52rem)";

/** Starts the search page: connects its form, the address and the results. */
export function showSearchPage(page: HTMLElement): void {
  const form = page.querySelector("form");
  const results = page.querySelector<HTMLElement>("#search_results");
  const browse = page.querySelector<HTMLElement>("#search_browse");
  const status = page.querySelector<HTMLElement>("[role=status]");
  if (!form || !results || !browse || !status) return;
  const elements = { form, results, browse, status };
  openFiltersWhereWide(form);
  describeMonthFields(form);
  const controller = new SearchController(elements);
  listen(elements, controller);
  controller.start();
}

function listen({ form, results }: SearchElements, controller: SearchController): void {
  const isQuery = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.name === "q";
  form.addEventListener("input", (event) => {
    // Text that an input method is still composing is not searched for.
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (isQuery(event.target) && !isComposing) controller.searchAsTyped();
  });
  form.addEventListener("compositionend", () => controller.searchAsTyped());
  form.addEventListener("change", ({ target }) => {
    if (isQuery(target)) return;
    if (target instanceof Element && target.id === "filter_year") applyYear(form);
    controller.applyFilters();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    controller.submit();
    // Hides the on-screen keyboard, which would cover the results.
    if (matchMedia("(pointer: coarse)").matches) results.focus({ preventScroll: true });
  });
  form.querySelector("[name=clear]")?.addEventListener("click", () => {
    controller.clearFilters();
    form.querySelector<HTMLElement>("[name=section]")?.focus();
  });
  // The middle button opens a story in a new tab.
  for (const type of ["click", "auxclick"] as const) {
    results.addEventListener(type, ({ target, button }) => {
      if (button < 2 && target instanceof Element && target.closest("article")) controller.leave();
    });
  }
  addEventListener("popstate", () => {
    // A link to a fragment of this page has no state, and is no other search.
    if (history.state !== null) controller.restore();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.savePosition(), SCROLL_DELAY_MS);
  });
}

function openFiltersWhereWide(form: HTMLFormElement): void {
  const filters = form.querySelector<HTMLDetailsElement>("details.search-filters");
  const wide = matchMedia(WIDE);
  const update = (): void => {
    if (filters) filters.open = wide.matches;
  };
  update();
  wide.addEventListener("change", update);
}

/** For browsers without `type="month"`, which show a text field. */
function describeMonthFields(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[type="month"]')) {
    if (field.type !== "text") continue;
    field.pattern = "[0-9]{4}-(0[1-9]|1[0-2])";
    field.placeholder = "2026-01";
    field.title = "Year and month, such as 2026-01";
  }
}
