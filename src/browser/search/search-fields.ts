import { FILTERS, readSearchRequest, type SearchRequest } from "../../formats/search/search-request.ts";

/** The request in the form of the search page, as the browser would submit it. */
export function readForm(form: HTMLFormElement): SearchRequest {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return readSearchRequest(fields);
}

/** The request in the form before any script has handled it: a chosen year has not been applied to the months. */
export function readFirst(form: HTMLFormElement): SearchRequest {
  if (yearsOf(form)?.value) applyYear(form);
  return readForm(form);
}

/** Writes a request into the form. A choice that the form lacks is added, so that it can be seen and changed. */
export function fillForm(form: HTMLFormElement, request: SearchRequest): void {
  for (const added of form.querySelectorAll("[data-stranger]")) added.remove();
  write(form, "q", request.query);
  write(form, "from", request.from ?? "");
  write(form, "to", request.to ?? "");
  write(form, "sort", request.sort);
  chooseSection(form, request.section ?? "");
  for (const name of ["topic", "author"] as const) chooseOption(form, name, request[name] ?? "");
  updateFilters(form, request);
}

/** Updates what depends on the chosen filters: their number, the year of the months, and the button that clears them. */
export function updateFilters(form: HTMLFormElement, request: SearchRequest): void {
  const chosen = FILTERS.filter((name) => request[name] !== undefined).length;
  const count = form.querySelector("summary .count");
  if (count) count.textContent = chosen > 0 ? `${chosen} chosen` : "";
  const clear = form.querySelector<HTMLButtonElement>("[name=clear]");
  if (clear) clear.hidden = chosen === 0;
  const years = yearsOf(form);
  if (years)
    years.value = yearOf(
      request,
      [...years.options].map(({ value }) => value),
    );
}

/** Sets the months to the chosen year. */
export function applyYear(form: HTMLFormElement): void {
  const year = yearsOf(form)?.value ?? "";
  write(form, "from", year && `${year}-01`);
  write(form, "to", year && `${year}-12`);
}

/** The choice of the year field that corresponds to the months. */
export function yearOf({ from, to }: Pick<SearchRequest, "from" | "to">, years: readonly string[]): string {
  if (from === undefined && to === undefined) return "";
  return years.find((year) => from === `${year}-01` && to === `${year}-12`) ?? "months";
}

function yearsOf(form: HTMLFormElement): HTMLSelectElement | null {
  return form.querySelector("#filter_year");
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}

function chooseSection(form: HTMLFormElement, id: string): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("[name=section]")];
  const input = inputs.find(({ value }) => value === id) ?? addSection(inputs.at(-1), id);
  if (input) input.checked = true;
}

function addSection(last: HTMLInputElement | undefined, id: string): HTMLInputElement | undefined {
  const label = last?.closest("label");
  const added = label?.cloneNode(true);
  if (!label || !(added instanceof HTMLLabelElement)) return undefined;
  added.dataset.stranger = "";
  const [input, name] = [added.querySelector("input"), added.querySelector(".filter-name")];
  if (input) input.value = id;
  if (name) name.textContent = id;
  label.after(added);
  return input ?? undefined;
}

function chooseOption(form: HTMLFormElement, name: "topic" | "author", id: string): void {
  const select = form.querySelector<HTMLSelectElement>(`#filter_${name}`);
  if (!select) return;
  select.value = id;
  if (select.value === id) return;
  const added = new Option(id, id);
  added.dataset.name = id;
  added.dataset.stranger = "";
  select.add(added);
  select.value = id;
}
