/** Where there is room beside the stories, the filters are always open there; `search.css` and `search-filters.css` have the same width. */
const HAS_ROOM = "(width >= 52rem)";

/** Fits the form of the search page to the window and to what the browser can do. */
export function fitForm(form: HTMLFormElement): void {
  openFilters(form);
  explainMonths(form);
}

function openFilters(form: HTMLFormElement): void {
  const filters = form.querySelector<HTMLDetailsElement>("details.search-filters");
  const room = matchMedia(HAS_ROOM);
  const follow = (): void => {
    if (filters) filters.open = room.matches;
  };
  follow();
  room.addEventListener("change", follow);
}

/** Browsers without a control for months take them as text. */
function explainMonths(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[type="month"]')) {
    if (field.type !== "text") continue;
    field.pattern = "[0-9]{4}-(0[1-9]|1[0-2])";
    field.placeholder = "2026-01";
    field.title = "Year and month, such as 2026-01";
  }
}
