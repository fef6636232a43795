import type { FilterCounts, SearchAnswer } from "../../formats/search/search-answer.ts";

/** How long outdated counts stay while new ones are pending, so that they do not flicker between keystrokes. */
const STALE_COUNTS_MS = 300;

/** Shows the facet count beside each choice of a filter, and none while counts are pending for long. */
export class FilterCounter {
  readonly #form: HTMLFormElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  show(answer: SearchAnswer | undefined): void {
    const isPending = answer !== undefined && answer.counts === undefined;
    if (isPending) {
      this.#timer ??= setTimeout(() => showCounts(this.#form, undefined), STALE_COUNTS_MS);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = undefined;
    showCounts(this.#form, answer?.counts);
  }
}

function showCounts(form: HTMLFormElement, counts: FilterCounts | undefined): void {
  for (const input of form.querySelectorAll<HTMLInputElement>("[name=section]")) {
    const count = countOf(counts?.section, input.value);
    const label = input.closest("label");
    const output = label?.querySelector(".count");
    if (output) output.textContent = count?.toLocaleString("en") ?? "";
    label?.classList.toggle("empty", count === 0);
  }
  for (const name of ["topic", "author", "year"] as const) {
    for (const option of form.querySelectorAll<HTMLOptionElement>(`#filter_${name} [data-name]`)) {
      const count = countOf(counts?.[name], option.value);
      option.text = `${option.dataset.name}${count === undefined ? "" : ` (${count.toLocaleString("en")})`}`;
      option.classList.toggle("empty", count === 0);
    }
  }
}

function countOf(counts: Readonly<Record<string, number>> | undefined, id: string): number | undefined {
  return counts && id !== "" ? (counts[id] ?? 0) : undefined;
}
