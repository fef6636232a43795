import { QUERY_INPUT, QUERY_LABEL } from "../../../_includes/components/search/query-input.ts";

export const SEARCH_DIALOG_ID = "search_dialog";

/**
 * Creates the search dialog as a plain form, which leads to the search page. It is there before the code of the suggestions, so
 * that nothing typed meanwhile is lost. Its elements are those of `SearchBox`, which takes them over.
 *
 * @param searchPage the address of the search page
 */
export function createSearchDialog(searchPage: string): HTMLDialogElement {
  const dialog = element("dialog", { id: SEARCH_DIALOG_ID, class: "dialog search-dialog", "aria-label": "Search" });
  const form = element("form", { action: searchPage, method: "get" });
  const field = element("div", { class: "search-field" });
  const label = element("label", { for: "dialog_query" });
  const row = element("div", { class: "search-row" });
  const button = element("button", { type: "submit" });
  label.textContent = QUERY_LABEL;
  button.textContent = "Search";
  row.append(element("input", { id: "dialog_query", type: "text", ...QUERY_INPUT }), button);
  field.append(label, row);
  form.append(field);
  // Otherwise the dialog would be open after Back.
  form.addEventListener("submit", () => dialog.close());
  // Every page has this button already, in another dialog.
  const close = document.querySelector(".dialog-close")?.cloneNode(true) ?? "";
  const search = element("search", {});
  search.append(form);
  dialog.append(close, search);
  document.body.append(dialog);
  return dialog;
}

/** Opens the dialog, with the caret in its field. */
export function showSearchDialog(dialog: HTMLDialogElement): void {
  const isOpening = !dialog.open;
  if (isOpening) dialog.showModal();
  const input = dialog.querySelector("input");
  input?.focus();
  if (isOpening) input?.select();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean>>,
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}
