import type { FilterCounts, SearchAnswer } from "../../formats/search/search-answer.ts";

/** Counts come with the last of an answer. Between one key and the next they would flicker. */
const PATIENCE_MS = 300;

/** Shows with each choice of a filter how many stories it would leave; where that is long in coming, nothing. */
export class FilterCounter {
  readonly #form: HTMLFormElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  show(answer: SearchAnswer | undefined): void {
    const isAwaited = answer !== undefined && answer.counts === undefined;
    if (isAwaited) {
      this.#timer ??= setTimeout(() => showCounts(this.#form, undefined), PATIENCE_MS);
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
    const place = label?.querySelector(".count");
    if (place) place.textContent = count?.toLocaleString("en") ?? "";
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
