import { fitForm } from "./fit-form.ts";
import { takeYear } from "./search-fields.ts";
import { SearchReader } from "./search-reader.ts";
import type { SearchParts } from "./search-screen.tsx";

/** Where a reader rests so long is a place to come back to. On leaving the page it is too late to note it. */
const REST_MS = 200;

/** Lets the search page search: what its form asks for is in the address, and what was found is beside it. */
export function showSearchPage(page: HTMLElement): void {
  const form = page.querySelector("form");
  const results = page.querySelector<HTMLElement>("#search_results");
  const browse = page.querySelector<HTMLElement>("#search_browse");
  const status = page.querySelector<HTMLElement>("[role=status]");
  if (!form || !results || !browse || !status) return;
  const parts = { form, results, browse, status };
  fitForm(form);
  const reader = new SearchReader(parts);
  listen(parts, reader);
  reader.begin();
}

function listen({ form, results }: SearchParts, reader: SearchReader): void {
  const isQuery = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.name === "q";
  form.addEventListener("input", (event) => {
    // What is being composed is no word yet.
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (isQuery(event.target) && !isComposing) reader.type();
  });
  form.addEventListener("compositionend", () => reader.type());
  form.addEventListener("change", ({ target }) => {
    if (isQuery(target)) return;
    if (target instanceof Element && target.id === "filter_year") takeYear(form);
    reader.choose();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    reader.decide();
    // The keyboard of a phone would lie over the stories.
    if (matchMedia("(pointer: coarse)").matches) results.focus({ preventScroll: true });
  });
  form.querySelector("[name=clear]")?.addEventListener("click", () => {
    reader.withoutFilters();
    form.querySelector<HTMLElement>("[name=section]")?.focus();
  });
  results.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("article")) reader.open();
  });
  addEventListener("popstate", () => {
    // A link to a part of this page leaves no state, and asks for nothing else.
    if (history.state !== null) reader.comeBack();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => reader.rest(), REST_MS);
  });
}
